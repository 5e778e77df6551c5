"""What papers put around a story and is not the story: datelines, credits, rights."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from graph.vocabulary.loading import Row, load_document

_FILE = "furniture.yaml"


@dataclass(frozen=True, slots=True)
class Furniture:
    """Takes off a text what is not its story; made by `furniture`."""

    opening: re.Pattern[str]
    lines: re.Pattern[str]
    closing: re.Pattern[str]

    def off(self, text: str) -> str:
        """`text` without dateline, credits and notices."""
        kept = [self.closing.sub("", line.strip()) for line in text.split("\n")]
        story = [line for line in kept if line and not self.lines.fullmatch(line)]
        return "\n".join([self.opening.sub("", story[0], count=1), *story[1:]]) if story else ""


@cache
def furniture() -> Furniture:
    """The packaged vocabulary; raises `VocabularyError` where a pattern is wrong."""
    row = load_document(_FILE)
    row.only("opening", "lines", "closing")
    return Furniture(
        _any(row, "opening", r"\A(?:{})\s*"), _any(row, "lines", "{}"), _any(row, "closing", r"\s*(?:{})\Z")
    )


def _any(row: Row, name: str, form: str) -> re.Pattern[str]:
    """One pattern that fits what any of the patterns of a field does, in a place."""
    try:
        return re.compile(form.format("|".join(f"(?:{part})" for part in row.texts(name))), re.IGNORECASE)
    except re.error as error:
        row.fail(f"{name} holds no regular expression: {error}")
