"""Rows of the graph as facts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from json import loads
from typing import Any, TypeVar

from graph.fact import (
    AgreementFact,
    ArticleSummary,
    CooperationFact,
    DisputeFact,
    EventFact,
    LeaderFact,
    MeetingFact,
    OfficeFact,
    Partner,
    Passage,
    Support,
)
from graph.projection.agreement import step_from_text

Properties = Mapping[str, Any]
Passages = Mapping[str, Passage]
F = TypeVar("F")


def best_ids(facts: Sequence[Properties], evidence: int) -> list[str]:
    """The ids of the claims to quote for these facts, at most `evidence` for each."""
    steps = {step_from_text(text).claim_id for fact in facts for text in fact.get("history", ())} if evidence else set()
    return sorted({claim for fact in facts for claim in fact["best"][:evidence]} | steps)


def passage(row: Properties) -> Passage:
    """The passage of a row with a `claim` and its `article`."""
    claim, article = row["claim"], row["article"]
    marks = claim["marks"] or []
    return Passage(
        claim_id=claim["id"],
        article_id=article["id"],
        title=article["title"],
        name=_name(article),
        url=article["url"],
        publisher=article["publisher"],
        published=article["published"],
        field=claim["field"],
        start=claim["start"],
        end=claim["end"],
        text=claim["text"],
        marks=tuple(zip(marks[::2], marks[1::2], strict=True)),
        confidence=claim["confidence"],
        frame=claim["frame"],
    )


def _name(article: Properties) -> str:
    """What to call an article; one stored before articles had names goes by its title or id."""
    return str(article["name"] or article["title"] or article["id"])


def support(fact: Properties, passages: Passages, evidence: int) -> Support:
    """The figures of a fact, and those of its best claims that `passages` has, best first."""
    quoted = [passages[claim] for claim in fact.get("best", [])[:evidence] if claim in passages]
    return Support(
        articles=fact["articles"],
        sources=fact["sources"],
        first_seen=fact.get("first_seen"),
        last_seen=fact.get("last_seen"),
        confidence=fact["confidence"],
        evidence=tuple(quoted),
    )


def cooperation(fact: Properties, own: Support, _: Passages) -> CooperationFact:
    """A Cooperation node."""
    return CooperationFact(
        fact["id"], fact["dyad"], fact["sector"], tuple(fact.get("subsectors", ())), fact["status"], own
    )


def dispute(fact: Properties, own: Support, _: Passages) -> DisputeFact:
    """A Dispute node."""
    return DisputeFact(fact["id"], fact["dyad"], fact.get("sector"), own)


def event(fact: Properties, own: Support, _: Passages) -> EventFact:
    """An Event node."""
    return EventFact(
        id=fact["id"],
        dyad=fact["dyad"],
        actor=fact["actor"],
        recipient=fact["recipient"],
        type=fact["type"],
        mode=fact.get("mode"),
        quad=fact["quad"],
        modality=fact["modality"],
        sectors=tuple(fact.get("sectors", ())),
        date=fact.get("date"),
        date_basis=fact.get("date_basis"),
        support=own,
    )


def agreement(fact: Properties, own: Support, passages: Passages) -> AgreementFact:
    """An Agreement node, with the sentence of each step that `passages` has."""
    steps = [step_from_text(text) for text in fact["history"]]
    return AgreementFact(
        id=fact["id"],
        name=fact["name"],
        kind=fact["kind"],
        parties=tuple(fact["parties"]),
        sectors=tuple(fact.get("sectors", ())),
        status=fact["status"],
        history=tuple(replace(step, evidence=passages.get(step.claim_id)) for step in steps),
        support=own,
    )


def meeting(fact: Properties, own: Support, _: Passages) -> MeetingFact:
    """A Meeting node; `attended` holds the names of the leaders who are known, `leaders` those of the others."""
    names = {*fact.get("attended", ()), *fact.get("leaders", ())}
    return MeetingFact(
        id=fact["id"],
        kind=fact["kind"],
        participants=tuple(fact["participants"]),
        leaders=tuple(sorted(names)),
        place=fact.get("place"),
        date=fact.get("date"),
        date_basis=fact.get("date_basis"),
        modality=fact["modality"],
        support=own,
    )


def leader(fact: Properties, own: Support, _: Passages) -> LeaderFact:
    """A Leader node."""
    return LeaderFact(
        id=fact["id"],
        name=fact["name"],
        aliases=tuple(fact.get("aliases", ())),
        actor=fact["actor"],
        role=fact["role"],
        title=fact.get("title", ""),
        support=own,
        offices=tuple(_office(loads(text)) for text in fact["offices"]),
    )


def _office(office: Properties) -> OfficeFact:
    since, until, first, last = (office.get(name) for name in ("since", "until", "first_seen", "last_seen"))
    return OfficeFact(office["actor"], office["role"], office["title"], since, until, first, last)


def partner(actor: str, row: Properties) -> Partner:
    """The other actor of a dyad with `actor`."""
    edge = row["edge"]
    a, _, b = row["dyad"].partition("-")
    return Partner(b if a == actor else a, row["dyad"], tuple(edge["sectors"]), edge["status"], support(edge, {}, 0))


def summary(article: Properties) -> ArticleSummary:
    """An article without its text."""
    return ArticleSummary(**{**article, "name": _name(article), "copy_of": article.get("copy_of")})


def facts(
    make: Callable[[Properties, Support, Passages], F], rows: Sequence[Properties], passages: Passages, evidence: int
) -> tuple[F, ...]:
    """Each row as `make` makes it, with its support."""
    return tuple(make(row, support(row, passages, evidence), passages) for row in rows)
