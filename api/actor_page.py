"""The page of a country or body: its partners by sector, its agreements, its people."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TypeVar

from fastapi.responses import HTMLResponse

from api.answer.phrase import counted, listed, sector_name
from api.pages import page
from api.sector_matrix import sector_matrix
from api.wire import AgreementOut, DisputeOut, LeaderOut, PartnerOut, Wire
from graph.fact import CooperationFact, Partner
from graph.view import View
from graph.view.wanted import Listed
from graph.vocabulary import bodies, countries
from graph.vocabulary.names import actor_name

W = TypeVar("W", bound=Wire)

_FACTS = 500
_PARTNERS = 40
_SHOWN = 30
_LATEST = 8
_NAMED = 3


def actor_page(view: View, actor: str) -> HTMLResponse:
    """All that the graph says of an actor, and what the vocabularies do."""
    partners = view.partners(actor, limit=_PARTNERS)
    facts = view.page("Cooperation", Listed(actor=actor), evidence=0, limit=_FACTS).items
    country, body = countries().by_id.get(actor), bodies().by_id.get(actor)
    return page(
        "actor.html",
        q=actor_name(actor),
        actor=actor,
        kind="International body" if body else "Country",
        region=country.region if country else None,
        note=country.note if country else body.note if body else None,
        as_of=view.day,
        headline=_headline(actor, partners, facts),
        bodies=[] if body else _bodies_of(actor),
        members=sorted({m.country for m in body.members if m.until is None}, key=actor_name) if body else [],
        matrix=sector_matrix(actor, facts, [partner.actor for partner in partners]),
        partners=_wired(PartnerOut, partners),
        others=_others(view, actor, {partner.dyad for partner in partners}),
        disputes=_wired(DisputeOut, view.page("Dispute", Listed(actor=actor), limit=_SHOWN).items),
        agreements=_wired(AgreementOut, view.all_agreements(actor=actor, limit=_SHOWN)),
        leaders=_wired(LeaderOut, view.leaders(actor, limit=_SHOWN)),
        articles=view.articles(actor=actor, limit=_LATEST),
    )


def countries_page(view: View) -> HTMLResponse:
    """All countries by region, and all bodies; first those that the graph tells of."""
    told = {actor for dyad in view.dyads(limit=_FACTS) for actor in dyad.split("-")}
    today = [country for country in countries() if country.until is None]
    regions = sorted({country.region for country in today})
    groups = [(region, _by_name([c.id for c in today if c.region == region])) for region in regions]
    former = _by_name([country.id for country in countries() if country.until])
    groups += [("States that are no more", former), ("Bodies", _by_name([body.id for body in bodies()]))]
    return page("countries.html", told=_by_name(list(told)), groups=groups)


def _wired(kind: type[W], facts: Sequence[object]) -> list[W]:
    return [kind.model_validate(fact) for fact in facts]


def _others(view: View, actor: str, shown: Collection[str]) -> list[tuple[str, str]]:
    """The dyads of an actor that are not `shown`, each with the other side."""
    found = (dyad for dyad in view.dyads(actor, limit=_PARTNERS) if dyad not in shown)
    return [(dyad, next(one for one in dyad.split("-") if one != actor)) for dyad in found]


def _by_name(actors: Sequence[str]) -> list[str]:
    return sorted(actors, key=actor_name)


def _bodies_of(actor: str) -> list[str]:
    return [b.id for b in bodies() if any(m.country == actor and m.until is None for m in b.members)]


def _headline(actor: str, partners: Sequence[Partner], facts: Sequence[CooperationFact]) -> str:
    name = actor_name(actor)
    if not partners:
        return f"{name}: the graph holds no cooperation of theirs."
    sectors = [sector_name(sector) for sector in dict.fromkeys(fact.sector for fact in facts)]
    number = f"{len(partners)} or more partners" if len(partners) == _PARTNERS else counted(len(partners), "partner")
    named = [actor_name(partner.actor) for partner in partners[:_NAMED]]
    named += [f"{len(partners) - _NAMED} more"] if len(partners) > _NAMED else []
    return f"{name} cooperates with {number} in {counted(len(sectors), 'sector')}: {listed(named)}."
