from __future__ import annotations

import pytest

from tests.viz.sample import AGREED, LNG, passage
from viz.quotation import quotation, quotations, web_address


def test_marks_count_from_the_start_of_the_article() -> None:
    given = passage(LNG)
    assert given.start > 0
    shown = quotation(given)
    assert [text for text, marked in shown.parts if marked] == [LNG]
    assert shown.sentence == given.text.replace("\n", " ")


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ((), [("abcdef", False)]),
        (((10, 12),), [("ab", True), ("cdef", False)]),
        (((12, 14), (13, 15)), [("ab", False), ("cd", True), ("e", True), ("f", False)]),
        (((5, 11), (14, 99)), [("a", True), ("bcd", False), ("ef", True)]),
        (((20, 30), (12, 12), (3, 4)), [("abcdef", False)]),
    ],
)
def test_marks_may_overlap_and_reach_beyond(
    marks: tuple[tuple[int, int], ...], expected: list[tuple[str, bool]]
) -> None:
    assert list(quotation(passage(AGREED, text="abcdef", start=10, end=16, marks=marks)).parts) == expected


def test_one_sentence_is_shown_once_with_the_marks_of_all_its_claims() -> None:
    first, second = passage(AGREED, 0.6), passage(AGREED, 0.9, claim_id="other")
    end = second.marks[0][1]
    both = quotations((first, passage(AGREED, 0.9, claim_id="other", marks=((end + 1, end + 8),))))
    assert len(both) == 1
    assert [text for text, marked in both[0].parts if marked] == [AGREED, "sectors"]
    assert both[0].confidence == 0.9


def test_the_same_sentence_of_two_articles_is_shown_twice() -> None:
    assert len(quotations((passage(AGREED), passage(AGREED, article_id="other")))) == 2


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org/a?b=c#d", True),
        ("http://example.org", True),
        ("HTTPS://example.org", True),
        ("javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        (" https://example.org", False),
        ("https:example", False),
        ("https://[broken", False),
        ("data:text/html,x", False),
        ("file:///etc/passwd", False),
        ("//example.org", False),
        ("example.org", False),
        ("", False),
        (None, False),
    ],
)
def test_only_web_addresses_are_links(url: str | None, expected: bool) -> None:
    assert web_address(url) == (url if expected else None)
