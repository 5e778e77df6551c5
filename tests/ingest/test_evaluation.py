from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from graph.errors import SourceError
from ingest.evaluation import LAYERS, Figure, differences, evaluate, load_readings, with_intervals
from ingest.matching import paired, same_agreement, same_person, spelled_alike, words_of

EVAL = Path(__file__).parents[1] / "eval"


def f1(figures: dict[str, Figure | None]) -> dict[str, float | None]:
    return {layer: round(figure.f1, 4) if figure else None for layer, figure in figures.items()}


def test_gives_the_figures_of_the_reference_scorer() -> None:
    gold, spoiled = load_readings(EVAL / "dev.gold.jsonl"), load_readings(EVAL / "spoiled.jsonl")
    assert f1(evaluate(gold, spoiled)) == json.loads((EVAL / "spoiled.figures.json").read_text())


def test_gold_against_itself_is_perfect() -> None:
    gold = load_readings(EVAL / "dev.gold.jsonl")
    assert set(f1(evaluate(gold, gold)).values()) == {1.0}


def test_intervals_hold_the_figure_and_are_the_same_each_time() -> None:
    gold, spoiled = load_readings(EVAL / "dev.gold.jsonl"), load_readings(EVAL / "spoiled.jsonl")
    first = {k: gold[k] for k in list(gold)[:8]}
    figures = with_intervals(first, spoiled)
    events = figures["events"]
    assert events is not None
    assert events.interval is not None
    assert events.interval[0] <= events.f1 <= events.interval[1]
    assert figures == with_intervals(first, spoiled)


def test_what_was_not_predicted_counts_as_read_empty() -> None:
    figures = evaluate({"A": {"id": "A", "countries": ["JPN"]}}, {})
    assert figures["countries"] == Figure(0.0, 0.0, 0.0)
    assert figures["events"] is None
    assert figures["mean"] == Figure(0.0, 0.0, 0.0)


@pytest.mark.parametrize("broken", [None, 7, "JPN", {}, [{}], [None], [["a"]], [{"name": 3, "a": 1, "parties": "x"}]])
@pytest.mark.parametrize("layer", LAYERS)
def test_broken_rows_count_as_wrong_rows(layer: str, broken: Any) -> None:
    gold = {"A": load_readings(EVAL / "seed.gold.jsonl")["SEED"]}
    figure = evaluate(gold, {"A": {"id": "A", layer: broken}})[layer]
    assert figure == Figure(0.0, 0.0, 0.0) or (layer == "countries" and broken == "JPN")


def test_a_repeated_row_counts_once_as_right() -> None:
    gold = {"A": {"id": "A", "countries": ["JPN", "IDN"]}}
    figure = evaluate(gold, {"A": {"id": "A", "countries": ["JPN", "JPN"]}})["countries"]
    assert figure == Figure(0.5, 0.5, 0.5)


def test_symmetric_events_have_no_order_and_others_do() -> None:
    def of(kind: str, *pair: str) -> dict[str, Any]:
        return {"A": {"id": "A", "events": [{"actor": pair[0], "recipient": pair[1], "type": kind}]}}

    assert f1(evaluate(of("AGREE", "IDN", "JPN"), of("AGREE", "JPN", "IDN")))["events"] == 1.0
    assert f1(evaluate(of("AID", "IDN", "JPN"), of("AID", "JPN", "IDN")))["events"] == 0.0
    assert f1(evaluate(of("AID", "IDN", "JPN"), of("AID", "JPN", "IDN")))["events.dyad_quad"] == 1.0


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Joko Widodo", "Widodo", True),
        ("Volodymyr Zelenskyy", "Volodymyr Zelensky", True),
        ("Xi Jinping", "Jinping Xi", True),
        ("Mohammed bin Salman", "Mohamed Salman", True),
        ("Łukasz Müller", "Lukasz Muller", True),
        ("Fumio Kishida", "Shinzo Abe", False),
        ("Ana", "Ann", False),
        ("al", "al", False),
        ("", "", False),
        (None, "Abe", False),
    ],
)
def test_same_person(a: object, b: object, same: bool) -> None:
    assert same_person(a, b) is same
    assert same_person(b, a) is same


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Comprehensive Strategic Partnership", "strategic partnership with Indonesia", True),
        ("memorandum on fisheries", "the memorandums on fishery", False),
        ("a treaty", "the treaty", True),
        ("loan for the port", "loan for the railway", False),
        ("of the", "of the", False),
    ],
)
def test_same_agreement(a: str, b: str, same: bool) -> None:
    assert same_agreement(a, b) is same


def test_words_have_no_diacritics_or_punctuation() -> None:
    assert words_of("Türkiye’s Café-Øst: 東京 2+2") == ["turkiye", "s", "cafe", "ost", "東京", "2", "2"]


@pytest.mark.parametrize(
    ("a", "b", "alike"), [("lavrov", "lavrow", True), ("sergei", "sergey", True), ("iran", "iraq", False)]
)
def test_spelled_alike(a: str, b: str, alike: bool) -> None:
    assert spelled_alike(a, b) is alike


def test_pairs_best_first_and_one_to_one() -> None:
    gold, predicted = [{"v": 1}, {"v": 2}], [{"v": 2}, {"v": 3}]
    matches = paired(gold, predicted, lambda g, p: 2 if g == p else float(p["v"] == 3))
    assert matches == [({"v": 2}, {"v": 2}), ({"v": 1}, {"v": 3})]


def test_lists_misses_and_extras() -> None:
    gold = {"A": {"id": "A", "countries": ["JPN", "IDN"]}}
    predicted = {"A": {"id": "A", "countries": ["JPN", "USA", 7]}}
    found = [(d.sign, d.key) for d in differences(gold, predicted, "countries")]
    assert found == [("-", ("IDN",)), ("+", ("?",)), ("+", ("USA",))]


@pytest.mark.parametrize(
    ("content", "where"),
    [('{"id": "A"}\nno json', ":2"), ('{"id": "A"}\n\n{"id": "A"}', ":3"), ("[]", ":1"), ("{}", ":1"), ("\n", "")],
)
def test_names_the_line_that_is_no_reading(tmp_path: Path, content: str, where: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(content)
    with pytest.raises(SourceError) as caught:
        load_readings(path)
    assert caught.value.where == f"{path}{where}"
