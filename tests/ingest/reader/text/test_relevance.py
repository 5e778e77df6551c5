"""Which articles are worth parsing at all."""

from __future__ import annotations

import pytest

from graph.article import Article
from ingest.reader.text.relevance import concerns_governments
from ingest.reader.who.mention import Leader

_FILLING = " It rained on the hills, and the hens sat in the barn until the rain was over." * 5


def concerns(text: str, *leaders: Leader) -> bool:
    article = Article(id="x", title="", text=text + _FILLING, published=None, publisher=None)
    return concerns_governments(article, leaders, ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile recalled its ambassador.", True),
        ("The ferry was bought with a grant from Japan.", True),
        ("The leaders spoke of defence, security and the border.", True),
        ("Chile beat Peru; the king of the court is at peace.", False),
        ("Airtime got dearer as the price war in several countries ended.", False),
    ],
)
def test_words(text: str, expected: bool) -> None:
    assert concerns(text) is expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Fiji and Samoa signed a fisheries agreement in Suva.", True),
        ("Chile beat Peru; the king of the court is at peace.", False),
        ("Ghana and Togo share a border.", False),
    ],
)
def test_two_actors_in_a_sentence_need_fewer_words(sentence: str, expected: bool) -> None:
    assert concerns_governments(Article("x", "", sentence + _FILLING), [], [sentence]) is expected


def test_one_holder_of_an_office_will_do() -> None:
    assert concerns("She spoke.", Leader("Ana Solis", "PER", "head_of_state", "President"))
    assert not concerns("She played.", Leader("Ana Solis", "PER", "military", "Captain"))
