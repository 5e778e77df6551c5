"""Near-copies are told from reports that only resemble them, by signatures alone."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from rensa import RMinHash

from graph.article import Article
from graph.copies import mark_of
from graph.signature import SHARED, Signature, signature_of
from tests.eval.sets import SETS, articles_of
from tests.graph.copied_texts import COMMUNIQUES, FILLED, INDEPENDENT, PRINTS


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    """The articles of the evaluation sets, but for those that nobody looks at."""
    read = [own for name, own in SETS.items() if not name.startswith("held-out")]
    return [article for own in read for article in articles_of(own.articles)]


def _are_copies(one: str, other: str) -> bool:
    a, b = signature_of(one), signature_of(other)
    if a is None or b is None:
        return False
    assert a.likeness(b) == b.likeness(a)
    return bool({*enumerate(a.keys)} & {*enumerate(b.keys)}) and a.likeness(b) >= SHARED


@pytest.mark.parametrize("change", PRINTS)
def test_what_papers_make_of_a_story_is_a_copy(articles: list[Article], change: str) -> None:
    found = sum(_are_copies(article.text, PRINTS[change](article.text)) for article in articles)
    least = 0.75 if "left out, changed" in change else 0.9
    assert found >= least * len(articles)


def test_no_two_articles_of_the_evaluation_sets_are_copies(articles: list[Article]) -> None:
    pairs = combinations([signature_of(article.text, article.title) for article in articles], 2)
    assert max(a.likeness(b) for a, b in pairs if a and b) < SHARED / 2


def test_two_reports_of_one_meeting_are_no_copies() -> None:
    assert not _are_copies(*INDEPENDENT)


@pytest.mark.parametrize("form", COMMUNIQUES)
def test_one_form_filled_for_different_countries_makes_no_copies(form: str) -> None:
    texts = [form.format(**fields) for fields in FILLED]
    assert [pair for pair in combinations(texts, 2) if _are_copies(*pair)] == []
    assert all(_are_copies(text, PRINTS["words changed"](text)) for text in texts)


def test_headline_and_credits_do_not_count(articles: list[Article]) -> None:
    text, title = articles[0].text, "Tokyo and Jakarta want more gas and fewer pirates"
    plain = signature_of(text)
    assert plain == signature_of(f"{title}\n\n{text}", title)
    assert plain == signature_of(f"{text}\n\nReporting by Ana Roe; editing by Kofi Doe\n© Example Times")


def test_a_short_text_has_no_signature() -> None:
    assert signature_of("Japan and Indonesia agreed on gas. " * 3) is None


def test_a_signature_comes_back_from_its_text(articles: list[Article]) -> None:
    made = signature_of(articles[0].text)
    assert made
    back = Signature.from_text(str(made))
    assert back == made
    assert back.likeness(made) == 1.0


def test_what_another_scheme_wrote_is_compared_by_equal_texts_alone(articles: list[Article]) -> None:
    own = mark_of(articles[0])
    older = replace(own, id="older", signature=f"0{own.signature}"[:-1])
    assert own.likeness(older) == 1.0
    assert own.likeness(replace(older, origin="0123456789abcdef")) == 0.0
    assert older.keys == ((0, int(own.origin[:8], 16)),)


def test_the_library_makes_the_signatures_that_graphs_hold() -> None:
    """If this fails, graphs hold signatures that new ones do not fit: `SCHEME` and the schema's version must change."""
    made = RMinHash(num_perm=128, seed=1)
    made.update(["Japan and Indonesia", "agreed on gas", "in Jakarta"])
    assert RMinHash.ALGORITHM_VERSION == 2
    assert made.digest()[:4] == [3409933952, 3879278717, 3600633773, 3783209151]
