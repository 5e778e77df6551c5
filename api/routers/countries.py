"""Countries and bodies."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path
from pydantic import BaseModel

from api.dependencies import ActorInPath, LimitDep, ViewThenDep
from api.filters import SectorIn, known_sector
from api.formats import Tabular
from api.wire import LeaderOut, PartnerOut, Wire
from graph.errors import NotFound
from graph.vocabulary import bodies, countries

router = APIRouter(tags=["countries and bodies"], route_class=Tabular)


class CountryOut(Wire):
    """A country or territory of ISO 3166-1, or a state that was until `until`, by its code of ISO 3166-3."""

    id: str
    iso2: str | None
    name: str
    qid: str | None
    region: str
    note: str | None
    since: str | None
    until: str | None


class BodyOut(Wire):
    """An international body, with its members of today."""

    id: str
    name: str
    qid: str | None
    members: list[str]


class ActorPage(BaseModel):
    """A country or body, with whom it cooperates, and who speaks for it."""

    id: str
    name: str
    country: CountryOut | None
    body: BodyOut | None
    partners: list[PartnerOut]
    leaders: list[LeaderOut]


@router.get("/countries", response_model=list[CountryOut], summary="List countries")
def list_countries() -> Any:
    """All countries and territories that Accord knows, whatever the graph holds."""
    return list(countries())


@router.get("/countries/{actor}", response_model=ActorPage, summary="A country or body")
def country(view: ViewThenDep, actor: ActorInPath, limit: LimitDep = 50) -> Any:
    """Its partners, the best supported first, and its leaders."""
    found, body = countries().by_id.get(actor), bodies().by_id.get(actor)
    return ActorPage(
        id=actor,
        name=found.name if found else body.name if body else actor,
        country=CountryOut.model_validate(found) if found else None,
        body=_body(actor) if body else None,
        partners=[PartnerOut.model_validate(p) for p in view.partners(actor, limit=limit)],
        leaders=[LeaderOut.model_validate(p) for p in view.leaders(actor, limit=limit)],
    )


@router.get("/countries/{actor}/partners", response_model=list[PartnerOut], summary="With whom it cooperates")
def partners(view: ViewThenDep, actor: ActorInPath, limit: LimitDep = 500, sector: SectorIn = None) -> Any:
    """In one sector, or in any."""
    return view.partners(actor, known_sector(sector), limit=limit)


@router.get("/bodies", response_model=list[BodyOut], summary="List bodies")
def list_bodies() -> Any:
    """All international bodies that Accord knows."""
    return [_body(body.id) for body in bodies()]


@router.get("/bodies/{id}", response_model=BodyOut, summary="A body")
def body(id: Annotated[str, Path(examples=["ORG:ASEAN"])]) -> Any:
    """A body by its id."""
    if id not in bodies().by_id:
        raise NotFound(f"There is no body {id!r}.")
    return _body(id)


def _body(id: str) -> BodyOut:
    body = bodies().by_id[id]
    members = sorted({member.country for member in body.members if member.until is None})
    return BodyOut(id=body.id, name=body.name, qid=body.qid, members=members)
