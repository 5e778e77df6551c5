"""What a write reads of a fact with many contributions, counted on a ledger whose graph is a dictionary."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

import pytest

from graph.cypher import tally as cypher
from graph.ledger import Ledger
from graph.projection import Contribution, Saying
from graph.tally import DIGITS, LEAF

KEY = "coop:IDN-JPN:energy"


class Kept:
    """Tallies by id, as a graph would hold them; `read` are the rows that were last asked for."""

    def __init__(self) -> None:
        self.nodes: dict[str, dict[str, Any]] = {}
        self.read: list[dict[str, Any]] = []

    def run(self, text: str, _: str, rows: Sequence[Any]) -> list[dict[str, Any]]:
        if text in {cypher.CREATE, cypher.PUT}:
            assert text == cypher.PUT or not any(row["id"] in self.nodes for row in rows)
            self.nodes |= {row["id"]: row for row in rows}
            return []
        if text == cypher.DELETE:
            for id_ in rows:
                del self.nodes[id_]
            return []
        found = self._found(text, rows)
        self.read += found
        return found

    def _found(self, text: str, rows: Sequence[Any]) -> list[dict[str, Any]]:
        empty = {"contributions": None, "summary": None}
        if text == cypher.ROOTS:
            return [{**empty, **self.nodes[key]} for key in rows if key in self.nodes]
        if text == cypher.WHOLE:
            return [{**empty, **node} for node in self.nodes.values() if node["key"] in rows]
        assert text == cypher.PLACES
        wanted = {row["id"]: row["leaf"] for row in rows}
        found = [(node, wanted[id_]) for id_, node in self.nodes.items() if id_ in wanted]
        return [{**empty, **node, **({} if leaf else {"contributions": None})} for node, leaf in found]


def _contribution(number: int) -> Contribution:
    source = hashlib.sha256(str(number).encode()).hexdigest()[:16]
    return Contribution(
        f"article {number}", "2020", source, [Saying(f"c{number}", 0.5, False, 0, None, None, "active")]
    )


def _write(kept: Kept, contributions: Sequence[Contribution], *, drop: bool = False) -> None:
    """One write that adds contributions to one fact, or takes them away."""
    kept.read = []
    ledger = Ledger(kept.run)
    tallies = ledger.read({KEY: [c.source for c in contributions]})
    tally = tallies[KEY]
    tally.settle()
    for c in contributions:
        if drop:
            dropped = tally.drop(c.article, c.source)
            assert dropped is not None
            assert dropped.claims == c.claims
        else:
            tally.put(c)
    tally.settle()
    ledger.write([tally])


@pytest.mark.parametrize("number", [40, 700, 3000])
def test_a_write_reads_a_leaf_and_the_summaries_beside_its_way(number: int) -> None:
    kept = Kept()
    _write(kept, [_contribution(n) for n in range(number)])
    _write(kept, [_contribution(number)])
    depth = kept.nodes[KEY]["depth"]
    assert len(kept.read) <= 1 + len(DIGITS) * depth
    assert sum(len(row["contributions"] or ()) for row in kept.read) <= 2 * LEAF
    assert kept.nodes[KEY]["number"] == number + 1


def test_one_by_one_or_all_at_once_the_same_is_kept() -> None:
    all_, extra = [_contribution(n) for n in range(60)], [_contribution(n) for n in range(60, 90)]
    at_once, one_by_one = Kept(), Kept()
    _write(at_once, all_)
    for c in [*extra, *all_]:
        _write(one_by_one, [c])
    for c in extra:
        _write(one_by_one, [c], drop=True)
    assert one_by_one.nodes == at_once.nodes
    _write(at_once, all_, drop=True)
    assert at_once.nodes == {}
