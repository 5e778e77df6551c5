"""What each kind of node and line looks like: shape, colour, words, and the rules that choose them.

Colours are those of Okabe and Ito ("Color Universal Design", 2008), which people with any of the common colour vision
deficiencies can tell apart; where one has too little contrast on a light or a dark page, its shade is moved. Colour
never stands alone: kinds differ in shape and icon too, lines in dash and width.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from graph.subgraph import Edge, NodeKind

Shape = Literal["circle", "hexagon", "pill", "card", "page", "badge", "ticket"]
Line = Literal["active", "agreed", "proposed", "ended"]
Family = Literal["cooperation", "dispute", "neutral", "bond", "frame"]


@dataclass(frozen=True, slots=True)
class KindStyle:
    """How a kind of node is drawn.

    `light` and `dark` are its colour on either page, `edge` its outline on a light one, `on` what is written on it.
    """

    kind: NodeKind
    word: str
    plural: str
    shape: Shape
    light: str
    dark: str
    edge: str
    on: str
    text_width: int
    """The widest line of a label in pixels at full size, before it is wrapped."""


KINDS: tuple[KindStyle, ...] = (
    KindStyle("dyad", "Relationship", "Relationships", "pill", "#1b2430", "#f3f5f8", "#1b2430", "var(--page)", 220),
    KindStyle("country", "Country", "Countries", "circle", "#0072b2", "#1f7fbf", "#0072b2", "#ffffff", 150),
    KindStyle(
        "organization", "Organisation", "Organisations", "hexagon", "#56b4e9", "#56b4e9", "#2f86b8", "#10161d", 150
    ),
    KindStyle("sector", "Sector", "Sectors", "card", "#00835f", "#00835f", "#00835f", "#ffffff", 122),
    KindStyle("agreement", "Agreement", "Agreements", "page", "#e69f00", "#e69f00", "#b37b00", "#10161d", 172),
    KindStyle("leader", "Person", "People", "badge", "#cc79a7", "#cc79a7", "#b0568a", "#10161d", 164),
    KindStyle("meeting", "Meeting", "Meetings", "ticket", "#f0e442", "#f0e442", "#958b00", "#10161d", 164),
)
KIND: dict[NodeKind, KindStyle] = {style.kind: style for style in KINDS}
ACTORS: frozenset[NodeKind] = frozenset({"country", "organization"})


@dataclass(frozen=True, slots=True)
class LineStyle:
    """How a status is drawn: its word and the dash pattern (empty: solid), in pixels at full size."""

    line: Line
    word: str
    dash: tuple[int, ...]
    width: float


LINES: tuple[LineStyle, ...] = (
    LineStyle("active", "Active", (), 4.0),
    LineStyle("agreed", "Agreed", (), 2.0),
    LineStyle("proposed", "Proposed", (9, 6), 2.0),
    LineStyle("ended", "Ended", (2, 5), 2.0),
)
LINE: dict[Line, LineStyle] = {style.line: style for style in LINES}

_LINE_OF: dict[str, Line] = {
    **dict.fromkeys(("active", "signed", "ratified", "in_force", "actual"), "active"),
    **dict.fromkeys(("agreed", "pledged"), "agreed"),
    **dict.fromkeys(("proposed", "under_negotiation", "possible"), "proposed"),
    **dict.fromkeys(("ended", "suspended", "terminated", "negated"), "ended"),
}
"""Statuses of cooperation, lives of agreements and modalities of events, on the one scale that lines show."""

DISPUTE_DASH: tuple[int, ...] = (14, 4, 3, 4)
"""Disputes are dash-dotted whatever their status; an ended one is drawn as all that is ended."""


@dataclass(frozen=True, slots=True)
class FamilyStyle:
    """What a line is about: its word and its colour on either page."""

    family: Family
    word: str
    light: str
    dark: str


FAMILIES: tuple[FamilyStyle, ...] = (
    FamilyStyle("cooperation", "Cooperation", "#0072b2", "#56b4e9"),
    FamilyStyle("dispute", "Dispute", "#c44f00", "#ff8a4c"),
    FamilyStyle("neutral", "Request", "#4a5563", "#b4bdc9"),
    FamilyStyle("bond", "Agreement", "#a06c00", "#e69f00"),
    FamilyStyle("frame", "Belongs to", "#a3adba", "#55606e"),
)

_COOPERATION = frozenset(
    [
        "COOPERATES_IN",
        "COOPERATES_WITH",
        "AGREED_WITH",
        "CONSULTED",
        "SUPPORTED",
        "CONCEDED_TO",
        "COOPERATED_MATERIALLY_WITH",
        "AIDED",
        "RETREATED_FROM",
    ]
)
_DISPUTE = frozenset(
    [
        "DISPUTES",
        "ACCUSED",
        "REJECTED",
        "THREATENED",
        "PROTESTED_AGAINST",
        "SANCTIONED",
        "MOBILIZED_AGAINST",
        "COERCED",
        "ASSAULTED",
    ]
)
_FRAME = frozenset(
    [
        "IN_DYAD",
        "OF",
        "IN",
        "OVER",
        "REPRESENTS",
        "ATTENDED",
        "TOOK_PART_IN",
        "PARTY_TO",
        "COVERS",
        "PART_OF",
        "MEMBER_OF",
    ]
)
_MUTUAL = frozenset({"COOPERATES_WITH", "AGREED_WITH", "CONSULTED", "COOPERATED_MATERIALLY_WITH"})
"""Done together: no arrow (eval/GUIDE.md, events)."""

_DETAIL = frozenset({"COVERS", "PARTY_TO", "ATTENDED", "TOOK_PART_IN", "PART_OF", "COOPERATES_WITH"})
"""Lines that repeat or refine others: shown with what they touch, so that the picture stays readable."""


def line_of(status: str | None) -> Line | None:
    """The line that a status, an agreement's stage or a modality is drawn as; None where nothing is said."""
    return _LINE_OF.get(status) if status else None


def standing_of(edge: Edge) -> str | None:
    """What an edge says of how things stand: its status, else the modality that its attributes tell."""
    modality = edge.attributes.get("modality")
    return edge.status or (modality if isinstance(modality, str) else None)


def family_of(edge_type: str) -> Family:
    """What a relationship type is about. A request is neither cooperation nor dispute; so is what is unknown here."""
    if edge_type in _COOPERATION:
        return "cooperation"
    if edge_type in _DISPUTE:
        return "dispute"
    if edge_type == "BOUND_BY":
        return "bond"
    return "frame" if edge_type in _FRAME else "neutral"


def dash_of(family: Family, line: Line | None) -> tuple[int, ...]:
    """The dash pattern of a line, empty for solid."""
    if line == "ended":
        return LINE["ended"].dash
    if family == "dispute":
        return DISPUTE_DASH
    return LINE[line].dash if line else ()


def width_of(line: Line | None, family: Family, sources: int, act: bool = False) -> float:
    """A line's width in pixels: by its status, and one more for each doubling of independent sources, up to 16.

    One source adds nothing, so that a line never looks better supported than it is. An `act` of one actor towards
    another is drawn thinner than a standing relation.
    """
    base = LINE[line].width if line else (1.2 if family == "frame" else 2.0)
    return (base + min(4.0, float(max(sources, 1).bit_length() - 1))) * (0.65 if act else 1.0)


def has_arrow(edge: Edge) -> bool:
    """Whether the line runs from one actor to another, rather than being done together."""
    return family_of(edge.type) in {"cooperation", "dispute", "neutral"} and not (
        edge.type in _MUTUAL or edge.type in {"COOPERATES_IN", "DISPUTES"}
    )


def is_detail(edge_type: str) -> bool:
    """Whether lines of this type only repeat or refine others."""
    return edge_type in _DETAIL
