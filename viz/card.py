"""The card: a node's lettering and the room that it takes."""

from __future__ import annotations

from dataclasses import dataclass

from graph.subgraph import Node, NodeKind
from viz.lettering import plain, text_width, wrap
from viz.style import ACTORS, KIND

LABEL = 15.0
NOTE = 12.5
LABEL_LINE = 19
NOTE_LINE = 16
TILE = 38
"""The width of the coloured part with the icon."""

_PAD = 11
_NARROW_TEXT = 148


@dataclass(frozen=True, slots=True)
class Card:
    """What is written on a node and how large it is, in pixels at full size. `code` is the large short name, if any."""

    kind: NodeKind
    lines: tuple[str, ...]
    notes: tuple[str, ...]
    code: str
    width: float
    height: float


def card(node: Node, name: str = "", note: str = "", narrow: bool = False, small: bool = False, most: int = 3) -> Card:
    """The card of `node`, called `name` (else by its label) with `note` under that, which has at most `most` lines.

    `narrow` is for pages of two columns, `small` for actors in a crowd.
    """
    if node.kind in ACTORS:
        return _disc(node, 64.0 if small else 84.0)
    name = name or node.label
    return _dyad(name, note) if node.kind == "dyad" else _plate(node.kind, name, note, narrow, most)


def code_of(node: Node) -> str:
    """The short name that is written large: ``JPN``, ``ASEAN``."""
    return plain(node.id.rpartition(":")[2])[:9]


def _disc(node: Node, size: float) -> Card:
    lines = wrap(node.label, KIND[node.kind].text_width, LABEL + 1, 2)
    if lines == (code_of(node),):
        lines = ()
    return Card(node.kind, lines, (), code_of(node), size, size)


def _dyad(name: str, note: str) -> Card:
    lines = wrap(name, KIND["dyad"].text_width, LABEL + 3, 2)
    notes = wrap(note, KIND["dyad"].text_width, NOTE, 1) if note else ()
    width = max([text_width(line, LABEL + 3) for line in lines] + [text_width(line, NOTE) for line in notes])
    return Card("dyad", lines, notes, "", width + 44, 20 + 23 * len(lines) + NOTE_LINE * len(notes))


def _plate(kind: NodeKind, name: str, note: str, narrow: bool, most: int) -> Card:
    room = min(_NARROW_TEXT, KIND[kind].text_width) if narrow else KIND[kind].text_width
    lines = wrap(name, room, LABEL, most)
    notes = wrap(note, room, NOTE, 2) if note else ()
    text = max([text_width(line, LABEL) for line in lines] + [text_width(line, NOTE) for line in notes] + [48.0])
    height = max(44.0, 16 + LABEL_LINE * len(lines) + NOTE_LINE * len(notes))
    return Card(kind, lines, notes, "", TILE + 2 * _PAD + min(text, room), height)
