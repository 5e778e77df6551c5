from __future__ import annotations

import pytest

from graph.article import Article
from graph.claim import Event
from ingest.reader import RuleReader
from ingest.reader.explain import Explanation, Line
from ingest.reader.who.mention import Form

TEXT = (
    "Peru and Bolivia signed a treaty on water in Lima on Monday. "
    "The rain had stopped. "
    "The president of Peru, Ana Rojas, called it a bridge. "
    "Bolivia's minister thanked her. "
    "Both countries hope to meet again."
)
ARTICLE = Article("a", "Neighbours share a lake", TEXT, "2024-05-15")


@pytest.fixture(scope="module")
def explanation(reader: RuleReader) -> Explanation:
    return reader.explain(ARTICLE)


def line(explanation: Explanation, beginning: str) -> Line:
    return next(one for one in explanation.lines if one.sentence.text.startswith(beginning))


def test_it_explains_the_reading_itself(reader: RuleReader, explanation: Explanation) -> None:
    assert explanation.reading == reader.read(ARTICLE)
    assert explanation.title == ARTICLE.title


def test_every_claim_stands_at_its_first_sentence(explanation: Explanation) -> None:
    shown = [claim for one in explanation.lines for claim in one.claims]
    assert sorted(claim.id for claim in shown) == sorted(claim.id for claim in explanation.reading.claims)


def test_names_are_shown_as_the_text_has_them(explanation: Explanation) -> None:
    found = line(explanation, "Peru and Bolivia").named
    assert [(n.text, n.actors, n.form) for n in found][:2] == [
        ("Peru", ("PER",), Form.NAME),
        ("Bolivia", ("BOL",), Form.NAME),
    ]
    for named in found:
        assert TEXT[slice(*named.span)] == named.text


def test_a_person_is_named_with_country_and_role(explanation: Explanation) -> None:
    people = [n.person for n in line(explanation, "The president").named if n.person]
    assert [(p.name, p.actor, p.role) for p in people] == [("Ana Rojas", "PER", "head_of_state")]
    assert [p.name for p in explanation.people] == ["Ana Rojas"]


def test_an_act_is_shown_with_frame_word_and_sides(explanation: Explanation) -> None:
    deed = line(explanation, "Peru and Bolivia").deeds[0]
    assert (deed.frame, deed.type, deed.word, deed.modality) == ("sign", "SUPPORT", "signed", "actual")
    assert set(deed.agents + deed.patients) == {"PER", "BOL"}
    assert deed.direct
    assert deed.told
    assert TEXT[slice(*deed.span)] == deed.word


def test_sectors_and_agreements_are_shown(explanation: Explanation) -> None:
    found = line(explanation, "Peru and Bolivia")
    assert [(m.text, m.sector) for m in found.matters] == [("water", "water")]
    [document] = found.documents
    assert (document.kind, document.parties, document.status) == ("treaty", ("BOL", "PER"), "signed")


def test_a_sentence_that_is_not_parsed_says_why(reader: RuleReader) -> None:
    text = "Peru met Chile. It rained. Trees fell. Chile thanked Peru."
    lines = reader.explain(Article("b", "", text, "2024-05-15")).lines
    assert [one.unread is None for one in lines] == [True, True, False, True]
    assert lines[2].unread == "no actor in it or just before it, no sector, no agreement, no group"
    assert lines[2].deeds == ()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Peru's president, Ana Rojas, spoke at length. She thanked Lima.", "fewer than two actors"),
        ("Kenya beat Chile by three goals to one. " * 12, "no relations between governments"),
    ],
)
def test_an_article_without_relations_is_not_parsed_and_says_why(reader: RuleReader, text: str, reason: str) -> None:
    explanation = reader.explain(Article("c", "", text, "2024-05-15"))
    assert all(one.unread and reason in one.unread for one in explanation.lines)
    assert not any(isinstance(claim.statement, Event) for claim in explanation.reading.claims)
