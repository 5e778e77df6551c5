"""By what lists of facts are narrowed and ordered: the same for two actors, one, or anybody."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import Depends, Query

from graph.claim import AgreementStatus, CooperationStatus, MeetingKind, Modality
from graph.errors import NotFound
from graph.view.view import SHOWN
from graph.view.wanted import Listed, Sort
from graph.vocabulary import plover, sectors

DATE = r"^\d{4}(-\d{2}(-\d{2})?)?$"

Since = Annotated[
    str | None, Query(pattern=DATE, description="First date, ISO 8601 of any precision.", examples=["2019"])
]
Until = Annotated[str | None, Query(pattern=DATE, description="Last date, its whole day, month or year included.")]
SectorIn = Annotated[str | None, Query(description="Id of a sector or subsector.", examples=["energy"])]
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


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What a query asks of facts, whosever they are, and in which order."""

    wanted: Listed
    sort: Sort


def _support(min_sources: MinSources = 0, min_confidence: MinConfidence = 0, sort: SortIn = "support") -> Narrowed:
    return Narrowed(Listed(sources=min_sources, confidence=min_confidence), sort)


def _dated(support: Annotated[Narrowed, Depends(_support)], since: Since = None, until: Until = None) -> Narrowed:
    return Narrowed(replace(support.wanted, since=since, until=until), support.sort)


_Dated = Annotated[Narrowed, Depends(_dated)]


def _about(dated: _Dated, sector: SectorIn = None) -> Narrowed:
    return Narrowed(replace(dated.wanted, sector=known_sector(sector)), dated.sort)


_About = Annotated[Narrowed, Depends(_about)]


def _cooperation(
    about: _About,
    status: Annotated[list[CooperationStatus] | None, Query(description="Where it stands.")] = None,
) -> Narrowed:
    return Narrowed(replace(about.wanted, statuses=status or None), about.sort)


def _agreements(
    about: _About,
    status: Annotated[list[AgreementStatus] | None, Query(description="Where it stands.")] = None,
    kind: Annotated[list[str] | None, Query(description="Kinds of agreement.", examples=[["treaty"]])] = None,
) -> Narrowed:
    return Narrowed(replace(about.wanted, statuses=status or None, kinds=kind or None), about.sort)


def _modality(
    modality: Annotated[list[Modality] | None, Query(description="Not given: `actual` and `pledged`.")] = None,
) -> list[Modality]:
    return modality or list(SHOWN)


_Modality = Annotated[list[Modality], Depends(_modality)]


def _events(
    about: _About,
    modalities: _Modality,
    types: Annotated[list[str] | None, Query(alias="type", description="PLOVER types.", examples=[["AGREE"]])] = None,
    quad: Annotated[
        list[str] | None, Query(description="Quad classes of PLOVER.", examples=[["verbal_cooperation"]])
    ] = None,
) -> Narrowed:
    wanted = replace(about.wanted, types=_known_types(types), quads=_known_quads(quad), modalities=modalities)
    return Narrowed(wanted, about.sort)


def _meetings(
    dated: _Dated,
    modalities: _Modality,
    kind: Annotated[list[MeetingKind] | None, Query(description="Kinds of meeting.", examples=[["visit"]])] = None,
) -> Narrowed:
    return Narrowed(replace(dated.wanted, kinds=kind or None, modalities=modalities), dated.sort)


def _leaders(
    support: Annotated[Narrowed, Depends(_support)],
    role: Annotated[str | None, Query(description="Role class.", examples=["head_of_state"])] = None,
) -> Narrowed:
    return Narrowed(replace(support.wanted, role=role), support.sort)


CooperationIn = Annotated[Narrowed, Depends(_cooperation)]
DisputesIn = _About
AgreementsIn = Annotated[Narrowed, Depends(_agreements)]
EventsIn = Annotated[Narrowed, Depends(_events)]
MeetingsIn = Annotated[Narrowed, Depends(_meetings)]
LeadersIn = Annotated[Narrowed, Depends(_leaders)]


def _known_types(types: list[str] | None) -> list[str] | None:
    """`types`, if all are event types; raises NotFound."""
    for unknown in (kind for kind in types or () if kind not in plover()):
        raise NotFound(f"There is no event type {unknown!r}; they are {', '.join(kind.id for kind in plover())}.")
    return types or None


def _known_quads(quads: list[str] | None) -> list[str] | None:
    """`quads`, if all are quad classes; raises NotFound."""
    known = sorted({kind.quad for kind in plover()})
    for unknown in (quad for quad in quads or () if quad not in known):
        raise NotFound(f"There is no quad class {unknown!r}; they are {', '.join(known)}.")
    return quads or None
