"""What a write reads of mentions, counted on a graph that is a dictionary."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from graph.cluster import NO_RULINGS, Rulings
from graph.cypher import mention as cypher
from graph.identity import leader_key, scope_of
from graph.mentions import Mentions


class Kept:
    """Mentions by key, as a graph would hold them; `asked` are the texts that were run with some rows."""

    def __init__(self) -> None:
        self.nodes: dict[str, dict[str, Any]] = {}
        self.asked: list[str] = []
        self.ruled = 0

    def run(self, text: str, _: str, rows: Sequence[Any]) -> list[dict[str, Any]]:
        self.asked += [text] if rows else []
        if text in {cypher.CREATE, cypher.PUT}:
            assert all((row["id"] in self.nodes) == (text == cypher.PUT) for row in rows)
            self.nodes |= {row["id"]: row for row in rows}
        elif text == cypher.DELETE:
            for key in rows:
                del self.nodes[key]
        else:
            named = "id" if text == cypher.KNOWN else "scope"
            empty = {"joined": None, "to": None, "rule": None}
            return [{**empty, **node, "key": key} for key, node in self.nodes.items() if node[named] in rows]
        return []

    def rulings(self) -> Rulings:
        self.ruled += 1
        return NO_RULINGS

    def write(self, **change: int) -> Mentions:
        """One write by which names of Indonesia's people are in so many articles more."""
        self.asked, self.ruled = [], 0
        keys = {leader_key("IDN", name.replace("_", " ")): number for name, number in change.items()}
        mentions = Mentions(self.run, keys, self.rulings)
        mentions.write()
        return mentions


def test_a_scope_is_read_only_when_a_mention_comes_or_goes() -> None:
    kept = Kept()
    kept.write(joko_widodo=1, jokowi=1)
    assert kept.ruled == 1
    kept.write(jokowi=3)
    assert (kept.asked, kept.ruled) == ([cypher.KNOWN, cypher.PUT], 0)
    kept.write(jokowi=-3)
    assert cypher.OF_SCOPES not in kept.asked
    kept.write(ari_widodo=1)
    assert (cypher.OF_SCOPES in kept.asked, kept.ruled) == (True, 1)


def test_mentions_of_several_scopes_take_one_look_at_the_rulings() -> None:
    kept = Kept()
    keys = [leader_key(actor, "Fumio Kishida") for actor in ("IDN", "JPN", "CHN")]
    Mentions(kept.run, dict.fromkeys(keys, 1), kept.rulings).write()
    assert kept.ruled == 1
    assert {node["scope"] for node in kept.nodes.values()} == set(map(scope_of, keys))


def test_names_that_turn_out_to_be_one_move_and_move_back() -> None:
    kept = Kept()
    kept.write(suharti=1)
    before = dict(kept.nodes)
    moved = kept.write(ari_suharti=1).moved
    assert moved == {"leader:IDN:suharti": ("leader:IDN:suharti", "leader:IDN:ari suharti")}
    assert kept.nodes["leader:IDN:suharti"]["rule"] == "part"
    assert kept.write(ari_suharti=-1).moved == {"leader:IDN:suharti": ("leader:IDN:ari suharti", "leader:IDN:suharti")}
    assert kept.nodes == before
