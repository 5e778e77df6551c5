"""Countries and bodies."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path, Request, Response
from pydantic import BaseModel

from api.accept import wants_html
from api.actor_page import actor_page, countries_page
from api.dependencies import ActorInPath, LimitDep, StoreDep, ViewThenDep
from api.filters import SectorIn, known_sector
from api.formats import AS_PAGE, PAGE_AND_TABLE, Tabular
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


@router.get("/countries", response_model=list[CountryOut], summary="List countries", responses=PAGE_AND_TABLE)
def list_countries(request: Request, store: StoreDep) -> Response | Any:
    """All countries and territories that Accord knows, whatever the graph holds."""
    return countries_page(store.view()) if wants_html(request) else list(countries())


@router.get("/countries/{actor}", response_model=ActorPage, summary="A country or body", responses=AS_PAGE)
def country(request: Request, view: ViewThenDep, actor: ActorInPath, limit: LimitDep = 50) -> Response | Any:
    """Its partners, the best supported first, and its leaders; for a browser, a page with what it does with whom."""
    if wants_html(request):
        return actor_page(view, actor)
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


@router.get("/bodies/{id}", response_model=BodyOut, summary="A body", responses=AS_PAGE)
def body(request: Request, store: StoreDep, id: Annotated[str, Path(examples=["ORG:ASEAN"])]) -> Response | Any:
    """A body by its id; for a browser, a page with what it does with whom."""
    if id not in bodies().by_id:
        raise NotFound(f"There is no body {id!r}.")
    return actor_page(store.view(), id) if wants_html(request) else _body(id)


def _body(id: str) -> BodyOut:
    body = bodies().by_id[id]
    members = sorted({member.country for member in body.members if member.until is None})
    return BodyOut(id=body.id, name=body.name, qid=body.qid, members=members)
