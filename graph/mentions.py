"""The mentions of things in articles, and which of them are one thing before and after a write."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from graph.cluster import NO_RULINGS, Join, Place, Rulings, resolve
from graph.cypher import mention as cypher
from graph.identity import scope_of

Row = dict[str, Any]
Run = Callable[[str, str, Sequence[Any]], list[Row]]


class Mentions:
    """Mentions as far as a write touches them. `change` is by how many articles each grows.

    `before` and `after` give the fact to which a mention belonged and belongs from now on, by key. A scope is read
    whole only where a mention comes or goes, or `anew`: with the rulings as they now are.
    """

    def __init__(
        self, run: Run, change: Mapping[str, int], rulings: Callable[[], Rulings], anew: Iterable[str] = ()
    ) -> None:
        self.before: dict[str, str] = {}
        self.after: dict[str, str] = {}
        self._run = run
        self._change = {key: number for key, number in change.items() if number}
        self._articles: dict[str, int] = {}
        self._held: dict[str, Place] = {}
        self._places: dict[str, Place] = {}
        self._read(cypher.KNOWN, "keys", sorted(change))
        self._grown = {key: self._articles.get(key, 0) + number for key, number in self._change.items()}
        scopes = {scope_of(key) for key, number in self._grown.items() if (number > 0) != (key in self._held)}
        scopes |= set(anew)
        self._read(cypher.OF_SCOPES, "scopes", sorted(scopes))
        self._places = {key: place for key, place in self._held.items() if self._grown.get(key, 1) > 0}
        ruled = rulings() if scopes else NO_RULINGS
        for scope, keys in self._by_scope(scopes).items():
            self._places |= resolve(scope, keys, ruled)
        self._tell()

    @property
    def moved(self) -> dict[str, tuple[str, str]]:
        """The mentions that stay and belong to another fact than before, with both."""
        both = self._held.keys() & self._places.keys()
        pairs = {key: (self._held[key].fact, self._places[key].fact) for key in both}
        return {key: pair for key, pair in pairs.items() if pair[0] != pair[1]}

    def know(self, keys: Iterable[str]) -> None:
        """Makes more mentions known, none of which comes or goes."""
        new = sorted(set(keys) - self._held.keys() - self._places.keys())
        self._read(cypher.KNOWN, "keys", new)
        self._places |= {key: self._held[key] for key in new}
        self._tell()

    def write(self) -> None:
        """Writes what has changed."""
        gone = sorted(key for key in self._held if self._grown.get(key, 1) <= 0)
        self._run(cypher.DELETE, "ids", gone)
        changed = [key for key, place in self._places.items() if key in self._change or place != self._held.get(key)]
        self._run(cypher.CREATE, "rows", [self._row(key) for key in sorted(changed) if key not in self._held])
        self._run(cypher.PUT, "rows", [self._row(key) for key in sorted(changed) if key in self._held])

    def _tell(self) -> None:
        self.before = {key: place.fact for key, place in self._held.items()}
        self.after = {key: place.fact for key, place in self._places.items()}

    def _read(self, text: str, name: str, keys: Sequence[str]) -> None:
        for row in self._run(text, name, keys):
            key = row["key"]
            self._articles[key] = row["articles"]
            self._held[key] = Place(row["fact"], Join(row["joined"], row["to"], row["rule"]) if row["rule"] else None)

    def _by_scope(self, scopes: Iterable[str]) -> dict[str, list[str]]:
        """The mentions that these scopes have from now on."""
        found: dict[str, list[str]] = {scope: [] for scope in scopes}
        new = [key for key, number in self._grown.items() if number > 0 and key not in self._held]
        for key in (*self._places, *new):
            found.get(scope_of(key), []).append(key)
        return found

    def _row(self, key: str) -> Row:
        place = self._places[key]
        articles = self._grown.get(key, self._articles.get(key, 0))
        row: Row = {"id": key, "scope": scope_of(key), "articles": articles, "fact": place.fact}
        return {**row, "joined": place.join.key, "to": place.join.to, "rule": place.join.rule} if place.join else row
