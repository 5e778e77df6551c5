"""Agreement kinds: nouns and what they name, with near misses."""

from __future__ import annotations

from typing import Any

import pytest

from graph.errors import VocabularyError
from graph.vocabulary import agreement_kinds
from graph.vocabulary.agreement_kinds import read_agreement_kinds
from graph.vocabulary.loading import Row

KINDS = "treaty agreement memorandum joint_statement partnership loan contract action_plan arrangement"


def test_the_kinds_of_the_guide() -> None:
    assert " ".join(kind.id for kind in agreement_kinds()) == KINDS


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("Treaty of Amity and Cooperation", "treaty"),
        ("mutual defence pact", "treaty"),
        ("treaty on trade deals", "treaty"),
        ("free trade agreement", "agreement"),
        ("strategic partnership agreement", "agreement"),
        ("framework agreement", "agreement"),
        ("ceasefire", "agreement"),
        ("export protocol", "agreement"),
        ("FTAs", "agreement"),
        ("six memorandums of understanding", "memorandum"),
        ("memoranda of cooperation", "memorandum"),
        ("MoUs on energy", "memorandum"),
        ("letters of intent", "arrangement"),
        ("currency swap agreement", "agreement"),
        ("joint statement", "joint_statement"),
        ("communique", "joint_statement"),
        ("Jakarta Declaration", "joint_statement"),
        ("strategic partnership with Indonesia", "partnership"),
        ("Comprehensive Strategic Partnership", "partnership"),
        ("security partnership", "partnership"),
        ("yen loan", "loan"),
        ("loan agreement", "loan"),
        ("grant of $5 million", "loan"),
        ("lines of credit", "loan"),
        ("gas supply contract", "contract"),
        ("roadmap", "action_plan"),
        ("action plan for 2024-2026", "action_plan"),
        ("cooperation framework", "action_plan"),
        ("exchange of notes", "arrangement"),
        ("currency swap arrangement", "arrangement"),
        ("working holiday scheme", "arrangement"),
        ("30-year port concession", "arrangement"),
    ],
)
def test_the_kind_of_a_phrase(phrase: str, kind: str) -> None:
    assert agreement_kinds().kind_of(phrase) == kind


@pytest.mark.parametrize(
    "phrase",
    [
        "a statement",
        "declaration of war",
        "a plan",
        "the framework",
        "a great deal",
        "party convention",
        "partnership",
        "energy partnerships",
        "pyramid scheme",
        "territorial concession",
        "economic growth",
        "minister for the treaty",
        "dealer",
    ],
)
def test_near_misses_name_no_agreement(phrase: str) -> None:
    assert agreement_kinds().kind_of(phrase) is None


def test_agreements_in_a_text() -> None:
    text = "They signed a trade deal and two memorandums of understanding. A joint statement followed."
    assert [(text[m.start : m.end], m.kind) for m in agreement_kinds().find(text)] == [
        ("deal", "agreement"),
        ("memorandums of understanding", "memorandum"),
        ("joint statement", "joint_statement"),
    ]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"colour": "red"}, "unknown field 'colour'"),
        ({"kinds": {"a": {"name": "A"}}}, "kinds.a: nouns is missing"),
        ({"kinds": {"a": {"nouns": ["pact"]}}}, "kinds.a: name is missing"),
        ({"kinds": {"a": {"name": "A", "nouns": ["pact"]}, "b": {"name": "B", "nouns": ["pact"]}}},
         "kinds.b: nouns: 'pact' is a noun of a already"),
        ({"kinds": {"a": {"name": "A", "nouns": [{"noun": "pact", "named": True}]}}}, "'pact': named without with"),
        ({"not": ["deal"]}, "not: 'deal' holds no noun"),
    ],
)  # fmt: skip
def test_errors_name_file_and_key(change: dict[str, Any], message: str) -> None:
    body = {"kinds": {"a": {"name": "A", "nouns": ["pact"]}}, **change}
    with pytest.raises(VocabularyError) as caught:
        read_agreement_kinds(Row("agreement_kinds.yaml", "top level", body))
    assert str(caught.value).startswith("agreement_kinds.yaml: ")
    assert message in str(caught.value)
