"""What a search finds, on each engine."""

from __future__ import annotations

import pytest

from graph.article import Article
from graph.claim import Agreement, Dispute, Office
from graph.errors import QuestionError
from graph.store import Store
from graph.view.search import CANDIDATES, MOST_WORDS, score_of, words_of
from tests.graph.samples import claim, energy, reading

GAS = Article("gas", "Kishida visits Jakarta", "Japan and Indonesia agreed on São Tomé gas.", "2023-09-07")
FISH = Article("fish", "Fishing grounds", 'Tirana was not Iran, an "Iran deal" it was.', "2023-09-08")


@pytest.fixture
def written(store: Store) -> Store:
    gas = [
        claim(GAS, Office("Fumio Kishida", "JPN", "head_of_government")),
        claim(GAS, Office("Retno Marsudi", "IDN", "foreign_minister")),
        claim(GAS, Office("Recep Tayyip Erdoğan", "TUR", "head_of_state")),
        claim(GAS, energy()),
        claim(GAS, Agreement("Blue Lantern Treaty", "treaty", ("IDN", "JPN"))),
    ]
    store.writer().write(GAS, reading(GAS, *gas))
    store.writer().write(FISH, reading(FISH, claim(FISH, Dispute((("IRN", "JPN"),), None))))
    return store


def found(store: Store, text: str) -> list[tuple[str, str]]:
    return [(hit.kind, hit.name) for hit in store.view().search(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kishida", [("leader", "Fumio Kishida"), ("article", "Kishida visits Jakarta")]),
        ("Kishda", [("leader", "Fumio Kishida")]),
        ("fumio kishdia", [("leader", "Fumio Kishida")]),
        ("erdogan", [("leader", "Recep Tayyip Erdoğan")]),
        ("Marsudi, Retno", [("leader", "Retno Marsudi")]),
        ("blue treaty", [("agreement", "Blue Lantern Treaty")]),
        ("fishing", [("article", "Fishing grounds")]),
        ("são TOMÉ gas", [("sentence", GAS.text)]),
        ("agreeing on gas", [("sentence", GAS.text)]),
        ("visiting Jakarta", [("article", "Kishida visits Jakarta")]),
        ("indonesi japan", []),
        ("agreed gas fish", []),
        ("deal of Iran", [("sentence", FISH.text)]),
        ("tirana's", [("sentence", FISH.text)]),
        ("the", []),
        ("gas AND OR NOT", [("sentence", GAS.text)]),
        ("+gas -japan (", [("sentence", GAS.text)]),
        ("japa*", []),
        ("jap?n", []),
        ("gas~2^3 && || text:gas", []),
        ("'{}`$ \\", []),
    ],
)
def test_names_and_sentences(written: Store, text: str, expected: list[tuple[str, str]]) -> None:
    assert [hit for hit in found(written, text) if hit[0] not in {"country", "body"}] == expected


def test_countries_and_bodies_in_slips_of_the_pen(written: Store) -> None:
    assert ("country", "Indonesia") in found(written, "Indonisia")
    assert ("country", "Côte d'Ivoire") in [(k, n.replace("’", "'")) for k, n in found(written, "cote ivoire")]
    assert [hit.id for hit in written.view().search("association of southeast asian nations")] == ["ORG:ASEAN"]


def test_whole_words_come_before_parts_and_names_before_sentences(written: Store) -> None:
    hits = written.view().search("iran")
    assert hits[0].id == "IRN"
    [sentence] = [hit for hit in hits if hit.kind == "sentence"]
    assert sentence.passage is not None
    assert (sentence.passage.article_id, sentence.about) == ("fish", "Fishing grounds")
    assert found(written, '"iran deal"')[0][0] == "sentence"
    assert found(written, '"deal iran"') == []


def test_one_sentence_is_one_hit_and_rejected_ones_are_none(written: Store) -> None:
    sentences = [hit for hit in written.view().search("indonesia") if hit.kind == "sentence"]
    assert len({hit.name for hit in sentences}) == len(sentences)
    assert written.view().search("indonesia", kinds=["body"]) == []


def test_a_sentence_is_quoted_by_the_surest_of_its_claims(store: Store) -> None:
    said = [claim(GAS, energy(), confidence=0.5), claim(GAS, Dispute((("IDN", "JPN"),), None), confidence=0.9)]
    said += [claim(GAS, Agreement("Blue Lantern Treaty", "treaty", ("IDN", "JPN")), confidence=0.7)]
    store.writer().write(GAS, reading(GAS, *said))
    (hit,) = store.view().search("tomé", kinds=["sentence"])
    assert hit.passage is not None
    assert (hit.id, hit.passage.confidence) == (said[1].id, 0.9)


@pytest.mark.parametrize("text", ["", "  ", "...", '""', " ".join(map(str, range(MOST_WORDS + 1)))])
def test_no_words_or_too_many(text: str) -> None:
    with pytest.raises(QuestionError):
        words_of(text)


def test_scores() -> None:
    scores = [score_of(["sea"], text) for text in ("Sea", "the sea", "Seas of", "overseas", "land")]
    assert scores == sorted(scores, reverse=True)
    assert scores[-1] == 0.0
    assert CANDIDATES > 100
