"""Markdown to plain text: what a reader of the rendered page would see, and its front matter."""

from __future__ import annotations

import re
from dataclasses import dataclass

_FRONT = re.compile(r"\A---\n(.*?)\n---(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"([A-Za-z_]+):[ \t]*(.+)")
_TITLE = re.compile(r"\A\s*# +(.+?)(?: +#+)?[ \t]*(?:\n|\Z)")
_FENCE = re.compile(r"^(```|~~~)[^\n]*\n.*?(?:^\1[^\n]*$|\Z)", re.DOTALL | re.MULTILINE)
_IMAGE = re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)")
_LINK = re.compile(r"\[([^\]\n]+)\]\([^)\n]*\)")
_LINE_MARK = re.compile(r"^[ \t]{0,3}(?:#{1,6} +|> ?|[-*+] +)", re.MULTILINE)
_EMPHASIS = re.compile(r"(\*\*|__|\*|(?<!\w)_)(?=\S)([^*_\n]+?)(?<=\S)\1")
_RULE = re.compile(r"^[ \t]*(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Markdown:
    """The plain text of a Markdown file, its title (front matter or first heading), and its front matter's fields."""

    text: str
    title: str
    fields: dict[str, str]


def read_markdown(source: str) -> Markdown:
    """Reads `source` (line feeds only); code blocks, images and rules are left out, links keep their words."""
    fields: dict[str, str] = {}
    if front := _FRONT.match(source):
        fields = {m[1].lower(): m[2].strip().strip("'\"") for m in _FIELD.finditer(front[1])}
        source = source[front.end() :]
    title = fields.get("title", "")
    if heading := _TITLE.match(source):
        title = title or _plain(heading[1])
        source = source[heading.end() :]
    return Markdown(_plain(source), title, fields)


def _plain(source: str) -> str:
    for pattern, replacement in (
        (_FENCE, ""),
        (_RULE, ""),
        (_IMAGE, ""),
        (_LINK, r"\1"),
        (_LINE_MARK, ""),
        (_EMPHASIS, r"\2"),
        (_EMPHASIS, r"\2"),
    ):
        source = pattern.sub(replacement, source)
    return source
