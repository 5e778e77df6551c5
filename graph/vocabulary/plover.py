"""PLOVER: the types of acts between actors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from graph.vocabulary.loading import Row, load_document

Quad = Literal["verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict"]
QUADS: tuple[Quad, ...] = get_args(Quad)

_FILE = "plover.yaml"
_FIELDS = ("quad", "symmetric", "weight", "edge", "label", "phrase", "modes")


@dataclass(frozen=True, slots=True)
class EventType:
    """A type of act (``CONSULT``). `weight` runs from -10 (most hostile) to +10 (most cooperative).

    `symmetric` acts are written once, the smaller actor id first. `edge` is the projected relationship from actor to
    recipient; `label` heads a list of such acts, `phrase` stands between two names ("met"). `modes` tell how it is
    done, each with what it covers.
    """

    id: str
    quad: Quad
    symmetric: bool
    weight: float
    edge: str
    label: str
    phrase: str
    modes: Mapping[str, str]

    @property
    def hostile(self) -> bool:
        """Whether the act is one of conflict, in word or deed."""
        return self.quad.endswith("conflict")


class EventTypes:
    """All event types, in PLOVER's order from agreement to assault."""

    def __init__(self, types: Iterable[EventType]) -> None:
        self.by_id: dict[str, EventType] = {event_type.id: event_type for event_type in types}

    def __iter__(self) -> Iterator[EventType]:
        return iter(self.by_id.values())

    def __len__(self) -> int:
        return len(self.by_id)

    def __contains__(self, type_id: object) -> bool:
        return type_id in self.by_id


@cache
def plover() -> EventTypes:
    """The packaged event types, read and validated once; raises VocabularyError."""
    return read_plover(load_document(_FILE))


def read_plover(document: Row) -> EventTypes:
    """Event types from a file like plover.yaml; raises VocabularyError that names file and key."""
    document.only("types")
    types = document.row("types")
    read = EventTypes(_event_type(name, types.row(name)) for name in types.fields)
    edges: dict[str, str] = {}
    for event_type in read:
        if other := edges.get(event_type.edge):
            types.row(event_type.id).fail(f"edge {event_type.edge!r} is that of {other} already")
        edges[event_type.edge] = event_type.id
    return read


def _event_type(name: str, row: Row) -> EventType:
    row.only(*_FIELDS)
    quad = row.text("quad")
    if quad not in QUADS:
        row.fail(f"quad is none of {', '.join(QUADS)}: {quad!r}")
    weight = row.fields.get("weight")
    if not isinstance(weight, float) or not -10 <= weight <= 10:
        row.fail(f"weight is no decimal number from -10 to 10: {weight!r}")
    if (weight < 0) != quad.endswith("conflict"):
        row.fail(f"weight {weight} does not go with {quad}")
    edge = row.text("edge")
    if not edge.replace("_", "").isalpha() or not edge.isupper():
        row.fail(f"edge is no relationship type: {edge!r}")
    modes = row.row("modes")
    return EventType(
        id=name,
        quad=quad,
        symmetric=row.flag("symmetric", False),
        weight=weight,
        edge=edge,
        label=row.text("label"),
        phrase=row.text("phrase"),
        modes={mode: modes.text(mode) for mode in modes.fields},
    )
