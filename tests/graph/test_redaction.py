from __future__ import annotations

import pytest

from graph.article import Article, Removed
from graph.claim import Agreement, Claim, Evidence, Meeting, Office
from graph.reading import Presence, Reading
from graph.redaction import redacted

TEXT = "President Joko Widodo met Kishida. WIDODO said Jokowi's will is done. Its joko is no name."
ARTICLE = Article("a", "Joko  Widodo in Tokyo", TEXT, author="Ann Lee")


def erased(*names: str) -> set[str]:
    return set(names)


def read(article: Article = ARTICLE) -> Reading:
    whole = (Evidence("text", 0, 34, article.text[0:34], ((10, 14),)),)
    claims = (
        Claim("a", Office("Joko Widodo", "IDN", "head_of_state"), whole, 0.8, "r"),
        Claim("a", Office("Widodo", "IDN", "head_of_state"), whole, 0.8, "r"),
        Claim("a", Office("Ari Widodo", "IDN", "official"), whole, 0.8, "r"),
        Claim("a", Meeting("visit", ("IDN", "JPN"), ("Fumio Kishida", "Joko Widodo")), whole, 0.8, "r"),
        Claim("a", Agreement("Joko Widodo Pact", "treaty", ("IDN", "JPN")), whole, 0.8, "r"),
    )
    return Reading("a", "r/1", (Presence("IDN", whole[0]),), claims)


def test_a_name_is_blacked_out_and_offsets_stay() -> None:
    done = redacted(ARTICLE, read(), erased("joko widodo").__contains__)
    assert done is not None
    article, reading = done
    assert article.title == "████  ██████ in Tokyo"
    assert article.text == "President ████ ██████ met Kishida. ██████ said Jokowi's will is done. Its joko is no name."
    assert article.author == "Ann Lee"
    statements = [claim.statement for claim in reading.claims]
    assert [s.name for s in statements if isinstance(s, Office)] == ["Ari Widodo"]
    assert [s.leaders for s in statements if isinstance(s, Meeting)] == [("Fumio Kishida",)]
    assert [s.name for s in statements if isinstance(s, Agreement)] == ["████ ██████ Pact"]
    for evidence in (*(e for claim in reading.claims for e in claim.evidence), reading.presences[0].evidence):
        assert evidence.text == article.text[evidence.start : evidence.end]
        assert "idodo" not in evidence.text


@pytest.mark.parametrize("names", [erased(), erased("ari widodo"), erased("joko"), erased("widodo met")])
def test_others_are_left_alone(names: set[str]) -> None:
    article = Article("a", "", "President Joko-like Widodos. Widodo! Met nobody.")
    assert redacted(article, Reading("a", "r/1"), names.__contains__) is None or names == {"joko"}


@pytest.mark.parametrize(
    ("text", "name", "black"),
    [
        ("Kim Jong-un left.", "kim jong un", "███ ████-██ left."),
        ("José\nÁlvarez spoke.", "jose alvarez", "████\n███████ spoke."),
        ("J.R. Ewing", "j r ewing", "█.█. █████"),
        ("O’Brien", "o brien", "█’█████"),
        ("Joko. In the Widodo era", "joko widodo", None),
    ],
)
def test_however_it_is_written(text: str, name: str, black: str | None) -> None:
    done = redacted(Article("a", "", text), Reading("a", "r/1"), erased(name).__contains__)
    assert (done and done[0].text) == black


def test_an_author_is_a_person_too() -> None:
    done = redacted(ARTICLE, Reading("a", "r/1"), erased("ann lee").__contains__)
    assert done is not None
    assert done[0].author is None


def test_who_is_known_to_be_in_it_goes_by_any_word_of_the_name() -> None:
    article = Article("a", "", "Widodo spoke.")
    assert redacted(article, Reading("a", "r/1"), erased().__contains__) is None
    done = redacted(article, Reading("a", "r/1"), erased().__contains__, ["joko widodo"])
    assert done is not None
    assert done[0].text == "██████ spoke."


def test_what_a_text_was_called_that_is_kept_no_longer() -> None:
    removed = Removed("2024-01-01", "s", "o", "Untitled (“Joko Widodo met…”)")
    done = redacted(Article("a", "", "", removed=removed), Reading("a", "r/1"), erased("joko widodo").__contains__)
    assert done is not None
    assert done[0].name == "Untitled (“████ ██████ met…”)"
