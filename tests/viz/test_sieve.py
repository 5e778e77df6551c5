from __future__ import annotations

from tests.viz.sample import AGREED, SECTORS, crowded_subgraph, edge, node, passage, seed_subgraph
from viz.scene import scene
from viz.sieve import marks, sieve
from viz.style import standing_of


def test_the_legend_offers_what_the_picture_has() -> None:
    offered = sieve(scene(seed_subgraph()))
    assert [style.kind for style in offered.kinds] == ["dyad", "country", "sector", "agreement", "leader", "meeting"]
    assert [style.family for style in offered.families] == ["cooperation"]
    assert [style.line for style in offered.lines] == ["active", "agreed", "proposed"]
    assert {sector for sector, _ in offered.sectors} == set(SECTORS)
    assert (offered.most_sources, len(offered.steps), offered.details) == (1, 1, True)
    assert sieve(scene(crowded_subgraph())).most_sources == 12


def test_a_line_is_narrowed_by_what_its_sentences_tell() -> None:
    found = seed_subgraph()
    by_type = {e.type: (e, m) for e, m in zip(found.edges, marks(scene(found)), strict=True)}
    assert by_type["IN_DYAD"][1] == {}, "no sentence tells of it"
    assert by_type["OF"][1] == {"sources": 1, "days": ["2023-09-07", "2023-09-07"]}
    assert standing_of(by_type["COOPERATES_IN"][0]) == "proposed"
    assert by_type["COOPERATES_IN"][1]["sectors"] == ["finance"]


def test_an_agreement_is_about_the_sectors_that_it_covers() -> None:
    found = seed_subgraph()
    own = [m for e, m in zip(found.edges, marks(scene(found)), strict=True) if e.type == "BOUND_BY"]
    assert [each.get("sectors") for each in own] == [["defence", "energy"], None]


def test_an_act_is_about_the_sectors_that_it_tells_of() -> None:
    found = seed_subgraph()
    act = edge("IDN", "JPN", "AIDED", "helped", None, passage(AGREED), sectors=["energy.gas", "trade"])
    told = scene(type(found)("", (node("IDN", "country", "I"), node("JPN", "country", "J")), (act,), {}))
    assert marks(told)[0]["sectors"] == ["energy", "trade"]
