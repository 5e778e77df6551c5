from __future__ import annotations

from itertools import combinations

import pytest

from graph.subgraph import Subgraph
from tests.viz import sample
from viz.layout import arrange, is_pair
from viz.plan import Plan
from viz.rings import hub_of
from viz.scene import scene

PICTURES = {
    "seed": sample.seed_subgraph(),
    "crowded": sample.crowded_subgraph(),
    "circle": sample.circle_subgraph(),
    "hub": sample.hub_subgraph(),
    "countries": sample.countries_subgraph(),
    "hostile": sample.hostile_subgraph(),
    "one country": Subgraph("Japan", (sample.node("JPN", "country", "Japan"),), (), {}),
    "nothing": Subgraph("Nothing", (), (), {}),
}


def plans(name: str) -> dict[str, Plan]:
    return {plan.format: plan for plan in arrange(scene(PICTURES[name]))}


@pytest.mark.parametrize("page", ["wide", "tall"])
@pytest.mark.parametrize("name", PICTURES)
def test_no_two_boxes_overlap(name: str, page: str) -> None:
    places = plans(name)[page].places
    touching = [
        (a, b) for (a, one), (b, other) in combinations(places.items(), 2) if one.box.overlaps(other.box, gap=5.0)
    ]
    assert touching == []


@pytest.mark.parametrize("page", ["wide", "tall"])
@pytest.mark.parametrize("name", PICTURES)
def test_every_node_has_a_place(name: str, page: str) -> None:
    assert set(plans(name)[page].places) == {node.id for node in PICTURES[name].nodes}


@pytest.mark.parametrize("name", PICTURES)
def test_equal_subgraphs_give_equal_plans_whatever_their_order(name: str) -> None:
    given = PICTURES[name]
    turned = Subgraph(given.title, given.nodes[::-1], given.edges, given.left_out)
    assert arrange(scene(given)) == arrange(scene(turned))


def test_the_pair_stands_left_and_right_of_its_dyad() -> None:
    places = plans("seed")["wide"].places
    assert places["IDN"].x < places["IDN-JPN"].x == 0 < places["JPN"].x
    assert places["IDN"].y == places["JPN"].y == places["IDN-JPN"].y


def test_sectors_above_agreements_and_meetings_below() -> None:
    places = plans("seed")["wide"].places
    assert all(places[sector].y < 0 for sector in sample.SECTORS)
    assert all(places[other].y > 0 for other in ("agreement:1", "agreement:2", "meeting:1"))


def test_sectors_run_from_the_strongest_on_the_left() -> None:
    places = plans("seed")["wide"].places
    order = sorted(sample.SECTORS, key=lambda sector: places[sector].x)
    assert (order[:2], order[-1]) == (["defence", "energy"], "finance")


def test_people_stand_beside_their_country() -> None:
    places = plans("seed")["wide"].places
    assert places["leader:1"].x == places["IDN"].x
    assert places["leader:2"].x == places["JPN"].x


def test_a_tall_page_fits_a_telephone() -> None:
    for name in ("seed", "crowded"):
        box = plans(name)["tall"].box
        assert box.right - box.left <= 560


def test_lines_between_the_pair_hang_apart() -> None:
    curves = plans("seed")["wide"].curves
    edges = PICTURES["seed"].edges
    lanes = [curves[i] for i, e in enumerate(edges) if {e.source, e.target} == {"IDN", "JPN"} and i in curves]
    assert len({curve.roundness for curve in lanes}) == len(lanes) == 4


def test_cooperation_and_dispute_over_one_sector_are_two_lines_to_see() -> None:
    curves = plans("crowded")["wide"].curves
    both = [i for i, e in enumerate(PICTURES["crowded"].edges) if e.target == "trade"]
    assert len(both) == 2
    assert len({(curves[i].type, curves[i].roundness) for i in both}) == 2


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("seed", True),
        ("crowded", True),
        ("circle", False),
        ("hub", False),
        ("countries", False),
        ("one country", False),
    ],
)
def test_which_pictures_are_of_a_pair(name: str, expected: bool) -> None:
    assert is_pair(scene(PICTURES[name])) is expected


@pytest.mark.parametrize(("name", "hub"), [("hub", "JPN"), ("circle", None), ("seed", None), ("countries", None)])
def test_the_hub_is_what_all_relationships_share(name: str, hub: str | None) -> None:
    found = hub_of(scene(PICTURES[name]))
    assert (found.id if found else None) == hub


def test_the_hub_stands_in_the_middle_and_partners_outside_of_their_relationships() -> None:
    places = plans("hub")["wide"].places
    assert (places["JPN"].x, places["JPN"].y) == (0, 0)
    for partner in ("AUS", "USA"):
        dyad = min(f"{partner}-JPN", f"JPN-{partner}")
        assert abs(places[partner].x) + abs(places[partner].y) > abs(places[dyad].x) + abs(places[dyad].y)


def test_an_edge_without_its_node_is_refused() -> None:
    broken = Subgraph("x", (), (sample.edge("A", "B", "AIDED", "aids", None),), {})
    with pytest.raises(KeyError):
        scene(broken)
