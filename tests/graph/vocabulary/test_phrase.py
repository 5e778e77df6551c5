"""The phrase finder: longest match, masks, plurals, joints, flags."""

from __future__ import annotations

import pytest

from graph.vocabulary.phrase import Phrase, PhraseFinder, plurals, spelt


def values(finder: PhraseFinder, text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(text[f.start : f.end], f.phrase.values) for f in finder.find(text)]


def test_the_longest_wins_wherever_it_starts() -> None:
    finder = PhraseFinder([Phrase("arms trade", ("a",)), Phrase("trade union congress", ("b",))])
    assert values(finder, "arms trade union congress") == [("trade union congress", ("b",))]


def test_a_mask_hides_what_it_covers_and_wins_a_tie() -> None:
    finder = PhraseFinder([Phrase("trade", ("a",)), Phrase("trade union", ()), Phrase("union talks", ("b",))])
    assert values(finder, "trade union") == []
    assert values(finder, "trade union talks") == []
    assert values(finder, "trade talks") == [("trade", ("a",))]


def test_plurals_of_the_last_word_alone() -> None:
    finder = PhraseFinder([Phrase("trade deal", ("a",)), Phrase("arms", ("b",)), Phrase("talk", ("c",), plural=False)])
    assert values(finder, "trade deals") == [("trade deals", ("a",))]
    assert values(finder, "trades deal") == []
    assert values(finder, "an arm and talks") == []


@pytest.mark.parametrize("text", ["visa-free travel", "visa free travel", "Visa\nfree travel", "VISA‑FREE  TRAVEL"])
def test_joints_within_a_phrase(text: str) -> None:
    assert values(PhraseFinder([Phrase("visa free travel", ("a",))]), text) == [(text, ("a",))]


@pytest.mark.parametrize("text", ["visa, free travel", "visa. Free travel", "visa\n\nfree travel"])
def test_other_gaps_part_a_phrase(text: str) -> None:
    assert values(PhraseFinder([Phrase("visa free travel", ("a",))]), text) == []


def test_context_must_be_near() -> None:
    finder = PhraseFinder([Phrase("drill", ("a",), context=frozenset({"navy"}))])
    assert values(finder, "a navy drill") == [("drill", ("a",))]
    assert values(finder, "a drill " + "and then " * 5 + "the navy") == []
    assert values(finder, "a drill") == []


def test_a_modifier_needs_a_noun_to_modify() -> None:
    finder = PhraseFinder([Phrase("power", ("a",), head=False)])
    assert values(finder, "power trade") == [("power", ("a",))]
    assert values(finder, "power and trade") == []
    assert values(finder, "power, trade") == []
    assert values(finder, "power") == []


def test_acronyms_keep_their_capitals() -> None:
    finder = PhraseFinder([Phrase("IT sector", ("a",)), Phrase("AIDS", ("b",))])
    assert values(finder, "the IT sector, it sector") == [("IT sector", ("a",))]
    assert values(finder, "it aids") == []
    assert [f.start for f in finder.find("the it sector", any_case=True)] == [4]


def test_equal_spans_all_stay() -> None:
    finder = PhraseFinder([Phrase("seafood", ("a",)), Phrase("seafood", ("b",))])
    assert values(finder, "seafood") == [("seafood", ("a",)), ("seafood", ("b",))]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("navy", ("navies",)),
        ("highway", ("highways",)),
        ("crash", ("crashes",)),
        ("pass", ("passes",)),
        ("drills", ()),
        ("5g", ("5gs",)),
        ("covid19", ()),
    ],
)
def test_plurals(word: str, expected: tuple[str, ...]) -> None:
    assert plurals(word) == expected


def test_spelt_gives_every_mixture() -> None:
    spellings = {"defence": "defense", "cooperation": "co operation"}
    assert set(spelt("defence cooperation", spellings)) == {
        "defence cooperation",
        "defense cooperation",
        "defence co operation",
        "defense co operation",
    }
