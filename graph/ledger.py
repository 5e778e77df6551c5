"""The ledger: the tallies of a graph, read as far as a write touches them, and written back."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from graph.cypher import tally as cypher
from graph.projection.contribution import from_json, to_json
from graph.projection.summary import Summary
from graph.tally import DIGITS, Tally, crosses, prefixes

Row = dict[str, Any]
Run = Callable[[str, str, Sequence[Any]], list[Row]]
"""Runs a text with rows under a name, in as many parts as it takes, and returns what it returns."""


class Ledger:
    """Reads and writes tallies by `run`."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._known: set[str] = set()

    def read(self, touched: Mapping[str, Sequence[str]], whole: Collection[str] = ()) -> dict[str, Tally]:
        """The tallies with these keys, new ones where there are none.

        `touched` gives the sources whose contributions change; of `whole` ones all contributions are read.
        """
        tallies = {key: Tally(key) for key in touched}
        for row in self._run(cypher.ROOTS, "keys", list(touched)):
            tally = tallies[row["key"]]
            tally.number, tally.depth = row["number"], row["depth"]
            self._known.add(tally.key)
            _add_leaf(tally, "", row["contributions"])
        deep = [tally for tally in tallies.values() if tally.depth]
        all_of = {t.key for t in deep if t.key in whole or crosses(t, len(touched[t.key]), len(touched[t.key]))}
        self._read_all([tally for tally in deep if tally.key in all_of])
        self._read_places([(tally, touched[tally.key]) for tally in deep if tally.key not in all_of])
        return tallies

    def write(self, tallies: Iterable[Tally]) -> None:
        """Writes what has changed in settled tallies."""
        create: list[Row] = []
        put: list[Row] = []
        gone: list[str] = []
        for tally in tallies:
            if tally.changed:
                gone += [_id(tally.key, place) for place in tally.gone]
                (put if tally.key in self._known else create).append(_root(tally))
                put += [_row(tally, place) for place in sorted(tally.changed - tally.gone) if place]
                if not tally.number:
                    gone.append(tally.key)
        kept = set(gone)
        self._run(cypher.DELETE, "ids", sorted(kept))
        self._run(cypher.CREATE, "rows", [row for row in create if row["id"] not in kept])
        self._run(cypher.PUT, "rows", [row for row in put if row["id"] not in kept])

    def _read_all(self, tallies: Sequence[Tally]) -> None:
        by_key = {tally.key: tally for tally in tallies}
        for row in self._run(cypher.WHOLE, "keys", list(by_key)):
            _add_place(by_key[row["key"]], row)

    def _read_places(self, touched: Iterable[tuple[Tally, Sequence[str]]]) -> None:
        by_key: dict[str, Tally] = {}
        wanted: dict[str, bool] = {}
        for tally, sources in touched:
            by_key[tally.key] = tally
            leaves = {source[: tally.depth] for source in sources}
            wanted |= {_id(tally.key, place): place in leaves for place in _places(tally, sources)}
        rows = [{"id": id_, "leaf": leaf} for id_, leaf in wanted.items()]
        for row in self._run(cypher.PLACES, "rows", rows):
            _add_place(by_key[row["key"]], row)


def _places(tally: Tally, sources: Sequence[str]) -> Iterator[str]:
    """The places of a deep tally that are needed; those on the first level even where nothing changes."""
    yield from DIGITS
    for source in sources:
        yield from prefixes(source, tally.depth)


def _add_place(tally: Tally, row: Row) -> None:
    if row["summary"]:
        tally.summaries[row["place"]] = Summary.from_json(row["summary"])
    _add_leaf(tally, row["place"], row["contributions"])


def _add_leaf(tally: Tally, place: str, texts: Iterable[str] | None) -> None:
    if texts is not None:
        tally.leaves[place] = {c.article: c for c in map(from_json, texts)}


def _root(tally: Tally) -> Row:
    row: Row = {"id": tally.key, "key": tally.key, "place": "", "number": tally.number, "depth": tally.depth}
    return row if tally.depth else {**row, "contributions": _leaf(tally, "")}


def _row(tally: Tally, place: str) -> Row:
    row: Row = {"id": _id(tally.key, place), "key": tally.key, "place": place}
    row["summary"] = tally.summaries[place].to_json()
    return {**row, "contributions": _leaf(tally, place)} if len(place) == tally.depth else row


def _leaf(tally: Tally, place: str) -> list[str]:
    return [to_json(c) for _, c in sorted(tally.leaves.get(place, {}).items())]


def _id(key: str, place: str) -> str:
    return f"{key}#{place}" if place else key
