"""Lettering: how wide text will be, and where it breaks, before any browser has seen it."""

from __future__ import annotations

import re
import unicodedata

_NARROW = frozenset("iljtfrI.,:;'’|!()[]-/ ")
_WIDE = frozenset("mwMWQO@%&—")
_CONTROLS = re.compile(
    r"[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)
"""Control characters and those that reorder or hide text: they could make a quotation look like another one."""


def plain(text: str) -> str:
    """`text` on one line without control characters and without marks that reorder or hide text."""
    return " ".join(_CONTROLS.sub(" ", text).split())


def visible(text: str) -> str:
    """`text` as it stands but for marks that reorder or hide it; line ends and tabs become blanks."""
    return _CONTROLS.sub(lambda found: " " if found.group().isspace() else "", text)


def capital(text: str) -> str:
    """`text` with a capital to begin with, as a heading has."""
    return text[:1].upper() + text[1:]


def text_width(text: str, size: float) -> float:
    """The width of `text` in pixels in a sans-serif face of `size`, erring on the wide side."""
    return sum(_em(char) for char in text) * size


def _em(char: str) -> float:
    if unicodedata.east_asian_width(char) in {"W", "F"}:
        return 1.05
    if unicodedata.combining(char):
        return 0.0
    if char in _NARROW:
        return 0.36
    if char in _WIDE:
        return 0.95
    return 0.72 if char.isupper() else 0.6


def wrap(text: str, width: float, size: float, most: int) -> tuple[str, ...]:
    """`text` in lines of at most `width` pixels; what does not fit into `most` lines ends in an ellipsis."""
    lines: list[str] = []
    for word in _pieces(plain(text), width, size):
        joined = f"{lines[-1]}{word}" if lines else word
        if lines and text_width(joined.rstrip(), size) <= width:
            lines[-1] = joined
        else:
            lines.append(word)
    lines = [line.strip() for line in lines]
    if len(lines) <= most:
        return tuple(lines)
    return (*lines[: most - 1], _shortened(" ".join(lines[most - 1 :]), width, size))


def _pieces(text: str, width: float, size: float) -> list[str]:
    """Where a line may break: after blanks, hyphens and dashes, and within words that are wider than a line."""
    words = re.findall(r"[^\s–—-]+[–—-]*\s*|[–—-]+\s*", text)
    pieces: list[str] = []
    for word in words:
        if text_width(word.rstrip(), size) <= width:
            pieces.append(word)
        else:
            pieces += _cut(word, width, size)
    return pieces


def _cut(word: str, width: float, size: float) -> list[str]:
    """`word` in pieces that each fit into a line."""
    pieces = [""]
    for char in word:
        if pieces[-1] and text_width(pieces[-1] + char, size) > width:
            pieces.append("")
        pieces[-1] += char
    return pieces


def _shortened(text: str, width: float, size: float) -> str:
    while text and text_width(f"{text}…", size) > width:
        text = text[:-1]
    return f"{text.rstrip(' ,;–—-')}…"
