from __future__ import annotations

import pytest

from viz.lettering import capital, plain, text_width, visible, wrap


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Indonesia–Japan", "Indonesia–Japan"),
        ("a\u202eb\u2066c\u200fd", "a b c d"),
        ("two\nlines\tand\u2028more", "two lines and more"),
        ("e\u0301", "e\u0301"),
        ("\x00\x1b[31m", "[31m"),
    ],
)
def test_plain_text_is_one_line_that_nothing_reorders(text: str, expected: str) -> None:
    assert plain(text) == expected


def test_visible_text_keeps_its_blanks() -> None:
    assert visible("two  blanks\nand\u202e a turn") == "two  blanks and a turn"


@pytest.mark.parametrize(
    "text", ["a strategic partnership with Indonesia", "x" * 90, "Non-proliferation", "日本国憲法" * 9]
)
def test_no_line_is_wider_than_asked(text: str) -> None:
    assert all(text_width(line, 15) <= 120 for line in wrap(text, 120, 15, 9))


def test_wrapping_keeps_every_word() -> None:
    text = "agreement to enhance cooperative efforts in defense and energy"
    assert " ".join(wrap(text, 150, 15, 9)) == text


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    lines = wrap("agreement to enhance cooperative efforts in defense and energy", 120, 15, 2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")


@pytest.mark.parametrize(("text", "lines"), [("", ()), ("   ", ()), ("Japan", ("Japan",)), ("A–B", ("A–B",))])
def test_short_text(text: str, lines: tuple[str, ...]) -> None:
    assert wrap(text, 100, 15, 2) == lines


def test_a_name_of_two_breaks_after_its_dash() -> None:
    assert wrap("Indonesia–Japan", 90, 15, 2) == ("Indonesia–", "Japan")


@pytest.mark.parametrize(("text", "expected"), [("pact", "Pact"), ("", ""), ("ASEAN", "ASEAN"), ("ß", "SS")])
def test_capital(text: str, expected: str) -> None:
    assert capital(text) == expected
