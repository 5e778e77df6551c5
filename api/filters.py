"""By what lists of facts are narrowed and ordered: parts of a query that several routes take."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query

from graph.claim import Modality
from graph.errors import NotFound
from graph.view.view import SHOWN
from graph.view.wanted import Sort
from graph.vocabulary import plover, sectors

DATE = r"^\d{4}(-\d{2}(-\d{2})?)?$"

Since = Annotated[
    str | None, Query(pattern=DATE, description="First date, ISO 8601 of any precision.", examples=["2019"])
]
Until = Annotated[str | None, Query(pattern=DATE, description="Last date, its whole day, month or year included.")]
SectorIn = Annotated[str | None, Query(description="Id of a sector or subsector.", examples=["energy"])]
Modalities = Annotated[list[Modality] | None, Query(alias="modality", description="Not given: `actual` and `pledged`.")]
Types = Annotated[list[str] | None, Query(alias="type", description="PLOVER types.", examples=[["AGREE"]])]
Quads = Annotated[
    list[str] | None, Query(alias="quad", description="Quad classes of PLOVER.", examples=[["verbal_cooperation"]])
]
MinSources = Annotated[
    int, Query(ge=0, le=1_000_000, description="At least so many independent sources.", examples=[2])
]
MinConfidence = Annotated[float, Query(ge=0, le=1, description="At least so sure, 0 to 1.", examples=[0.5])]
SortIn = Annotated[
    Sort, Query(description="By independent sources, what is planned or over last; by date; or by confidence.")
]


def known_sector(sector: str | None) -> str | None:
    """`sector`, if there is one of that id; raises NotFound."""
    if sector is not None and sector not in sectors().by_id:
        raise NotFound(f"There is no sector {sector!r}; GET /sectors lists them.")
    return sector


def known_types(types: list[str] | None) -> list[str] | None:
    """`types`, if all are event types; raises NotFound."""
    for unknown in (kind for kind in types or () if kind not in plover()):
        raise NotFound(f"There is no event type {unknown!r}; they are {', '.join(kind.id for kind in plover())}.")
    return types or None


def known_quads(quads: list[str] | None) -> list[str] | None:
    """`quads`, if all are quad classes; raises NotFound."""
    known = sorted({kind.quad for kind in plover()})
    for unknown in (quad for quad in quads or () if quad not in known):
        raise NotFound(f"There is no quad class {unknown!r}; they are {', '.join(known)}.")
    return quads or None


def shown(modalities: list[Modality] | None) -> list[Modality]:
    """The modalities asked for, or those that are shown unless others are asked for."""
    return modalities or list(SHOWN)
