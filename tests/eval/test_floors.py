"""The reader stays above its floors on every set."""

from __future__ import annotations

import pytest

from ingest.evaluation import Figure, load_readings
from ingest.reader import RuleReader, default_reader
from tests.eval.floors import fallen, figures_of, floors_of, load_floors, lowered
from tests.eval.sets import SETS, GoldSet

HALF = Figure(0.5, 0.5, 0.5)


@pytest.fixture(scope="module")
def reader() -> RuleReader:
    return default_reader()


@pytest.mark.gold
@pytest.mark.parametrize("name", SETS)
def test_no_figure_lies_below_its_floor(reader: RuleReader, name: str) -> None:
    assert fallen(figures_of(reader, name), load_floors()[name]) == {}


def test_every_set_has_floors_of_the_same_layers() -> None:
    floors = load_floors()
    assert list(floors) == list(SETS)
    assert len({tuple(rows) for rows in floors.values()}) == 1


@pytest.mark.parametrize("gold_set", SETS.values(), ids=SETS)
def test_articles_and_gold_readings_belong_together(gold_set: GoldSet) -> None:
    assert list(load_readings(gold_set.articles)) == list(load_readings(gold_set.gold))


@pytest.mark.parametrize(
    ("figures", "floors", "found"),
    [
        ({"events": HALF}, {"events": 0.5}, {}),
        ({"events": HALF}, {"events": 0.501}, {"events": (0.5, 0.501)}),
        ({"events": None}, {"events": 0.1}, {"events": (0.0, 0.1)}),
        ({"events": None}, {"events": None}, {}),
        ({}, {"events": 0.1}, {"events": (0.0, 0.1)}),
    ],
)
def test_a_figure_has_fallen_when_it_is_below_its_floor(
    figures: dict[str, Figure | None], floors: dict[str, float | None], found: dict[str, tuple[float, float]]
) -> None:
    assert fallen(figures, floors) == found


def test_floors_are_the_figures_less_the_margin_rounded_down() -> None:
    low = Figure(0.01, 0.01, 0.01)
    figures = {"events": Figure(0.8, 0.8, 0.80059), "meetings": None, "leaders": low}
    assert floors_of(figures) == {"events": 0.78, "meetings": None, "leaders": 0.0}


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ({"events": 0.5, "meetings": None}, {"events": 0.5, "meetings": 0.1}, []),
        (
            {"events": 0.5, "leaders": 0.5},
            {"events": 0.498, "leaders": 0.6},
            ["events 0.500 -> 0.498", "mean 0.500 -> 0.549"],
        ),
        (
            {"events": 0.5, "leaders": 0.4},
            {"events": None},
            ["events 0.500 -> 0.000", "leaders 0.400 -> 0.000", "mean 0.450 -> 0.000"],
        ),
    ],
)
def test_floors_that_fall_are_named_with_the_mean_of_their_set(
    before: dict[str, float | None], after: dict[str, float | None], told: list[str]
) -> None:
    assert lowered(before, after) == told
