from __future__ import annotations

from tests.viz.sample import HOSTILE, crowded_subgraph, edge, hostile_subgraph, seed_subgraph
from viz.drawing import drawing, label_of
from viz.icons import icons
from viz.layout import arrange
from viz.scene import scene


def test_parallel_lines_are_all_kept() -> None:
    given = seed_subgraph()
    stage = scene(given)
    drawn = drawing(stage, arrange(stage))
    assert len(drawn["edges"]) == len(given.edges)
    assert len(drawn["nodes"]) == len(given.nodes)
    assert [e["id"] for e in drawn["edges"]] == [f"e{n}" for n in range(len(given.edges))]


def test_nothing_moves() -> None:
    stage = scene(seed_subgraph())
    drawn = drawing(stage, arrange(stage))
    assert drawn["options"]["physics"] == {"enabled": False}
    assert all(isinstance(n["x"], float | int) and isinstance(n["y"], float | int) for n in drawn["nodes"])


def test_both_formats_are_there() -> None:
    stage = scene(crowded_subgraph())
    assert set(drawing(stage, arrange(stage))["plans"]) == {"wide", "tall"}


def test_every_icon_is_there() -> None:
    for given in (seed_subgraph(), crowded_subgraph(), hostile_subgraph()):
        stage = scene(given)
        assert {n["icon"] for n in drawing(stage, arrange(stage))["nodes"]} <= set(icons())


def test_a_promise_is_told_from_a_deed() -> None:
    pledged = edge("A", "B", "AIDED", "aids", "pledged", modality="pledged")
    assert label_of(pledged) == "aids (pledged)"
    assert label_of(edge("A", "B", "AIDED", "aids", "actual", modality="actual")) == "aids"
    assert label_of(edge("A", "B", "AIDED", "pledged to aid", "pledged")) == "pledged to aid"
    assert label_of(edge("A", "B", "AIDED", "", None)) == "aided"


def test_labels_hold_no_text_that_reorders() -> None:
    assert "\u202e" in HOSTILE[3]
    stage = scene(hostile_subgraph())
    drawn = drawing(stage, arrange(stage))
    labels = [item.get("label", "") for item in drawn["nodes"] + drawn["edges"]]
    assert not any("\u202e" in label for label in labels)
