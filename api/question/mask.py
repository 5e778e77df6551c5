"""The question's words with names, sectors and periods masked, which turns of phrase are looked for in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from api.question.mention import Mention, taken
from api.question.token import Token


def masked(
    tokens: Sequence[Token],
    mentions: Iterable[Mention],
    sectors: Collection[int],
    period: Collection[int],
    put_right: Mapping[int, str],
) -> str:
    """The folded words with one capital for each name (see cues.yaml); `sectors` and `period` are places of tokens."""
    marks = {m.first: _mark(m) for m in mentions if m.sense.actors}
    hidden = taken(mentions)
    out: list[str] = []
    for place, token in enumerate(tokens):
        if place in marks:
            out.append(marks[place])
        elif place in hidden:
            continue
        elif place in period or place in sectors:
            mark = "T" if place in period else "S"
            if not out or out[-1] != mark:
                out.append(mark)
        else:
            out.append(put_right.get(place, token.folded))
    return " ".join(out)


def _mark(mention: Mention) -> str:
    if mention.person:
        return "P"
    return "G" if len(mention.sense.actors) > 1 and not mention.sense.shared else "A"
