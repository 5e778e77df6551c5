"""PLOVER types: what there are, and what a wrong file says."""

from __future__ import annotations

from typing import Any

import pytest

from graph.errors import VocabularyError
from graph.vocabulary import plover
from graph.vocabulary.loading import Row
from graph.vocabulary.plover import read_plover

ORDER = (
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE "
    "COERCE ASSAULT"
)


def test_the_sixteen_types_in_order() -> None:
    assert " ".join(event_type.id for event_type in plover()) == ORDER
    assert "AGREE" in plover()
    assert "DEMAND" not in plover()


def test_what_is_done_together_is_symmetric() -> None:
    assert {t.id for t in plover() if t.symmetric} == {"AGREE", "CONSULT", "COOPERATE"}


@pytest.mark.parametrize(
    ("type_id", "quad"),
    [
        ("CONCEDE", "verbal_cooperation"),
        ("RETREAT", "material_cooperation"),
        ("REQUEST", "verbal_conflict"),
        ("PROTEST", "material_conflict"),
    ],
)
def test_quad_classes(type_id: str, quad: str) -> None:
    assert plover().by_id[type_id].quad == quad


def test_conflict_weighs_negative() -> None:
    assert [t.id for t in plover() if t.weight < 0] == [t.id for t in plover() if t.hostile]
    assert min(plover(), key=lambda t: t.weight).id == "ASSAULT"


def test_modes() -> None:
    assert list(plover().by_id["CONSULT"].modes) == ["visit", "third-party", "multilateral", "phone"]
    assert list(plover().by_id["SANCTION"].modes) == ["convict", "expel", "withdraw", "discontinue"]
    assert not plover().by_id["AGREE"].modes


GOOD: dict[str, Any] = {
    "quad": "verbal_conflict",
    "weight": -1.0,
    "edge": "SNUBBED",
    "label": "Snub",
    "phrase": "snubbed",
}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"quad": "war"}, "types.SNUB: quad is none of"),
        ({"weight": 3}, "types.SNUB: weight is no decimal number"),
        ({"weight": 11.0}, "types.SNUB: weight is no decimal number"),
        ({"weight": 1.0}, "types.SNUB: weight 1.0 does not go with verbal_conflict"),
        ({"edge": "snubbed x"}, "types.SNUB: edge is no relationship type"),
        ({"label": None}, "types.SNUB: label is missing"),
        ({"symmetric": "yes"}, "types.SNUB: symmetric is neither true nor false"),
        ({"colour": "red"}, "types.SNUB: unknown field 'colour'"),
        ({"modes": {"icy": None}}, "types.SNUB.modes: icy is missing"),
    ],
)
def test_errors_name_file_and_key(change: dict[str, Any], message: str) -> None:
    with pytest.raises(VocabularyError) as caught:
        read_plover(Row("plover.yaml", "top level", {"types": {"SNUB": GOOD | change}}))
    assert str(caught.value).startswith(f"plover.yaml: {message}")


def test_two_types_cannot_share_an_edge() -> None:
    with pytest.raises(VocabularyError, match=r"types\.B: edge 'SNUBBED' is that of A already"):
        read_plover(Row("plover.yaml", "top level", {"types": {"A": GOOD, "B": GOOD}}))
