"""What an answer looks like over the wire: how a question was understood, the facts, and the Cypher behind them."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, computed_field

from api.answer.record import Answer
from api.question import INTENTS
from api.wire import (
    AgreementOut,
    CooperationOut,
    DisputeOut,
    EventOut,
    LeaderOut,
    MeetingOut,
    PartnerOut,
    SupportOut,
    Wire,
)
from graph.vocabulary.names import actor_name, dyad_name

_EXAMPLE: dict[str, Any] = {
    "question": "Who cooperates with Vietnam in energy?",
    "headline": "Vietnam cooperates in energy with 1 partner: Japan.",
    "understanding": {
        "intent": "partners",
        "actors": [{"id": "VNM", "name": "Vietnam"}],
        "people": [],
        "groups": [],
        "dyads": [],
        "sectors": ["energy"],
        "period": None,
        "latest": False,
        "also": [],
        "notes": [],
    },
    "as_of": None,
    "facts": {
        "partners": [
            {
                "actor": "JPN",
                "name": "Japan",
                "dyad": "JPN-VNM",
                "sectors": ["energy"],
                "status": "agreed",
                "support": {
                    "articles": 3,
                    "sources": 2,
                    "first_seen": "2022-05-01",
                    "last_seen": "2023-12-16",
                    "confidence": 0.91,
                    "evidence": [],
                },
            }
        ],
        "cooperation": [],
        "disputes": [],
        "agreements": [],
        "meetings": [],
        "events": [],
        "leaders": [],
        "changes": [],
        "history": [],
        "links": [],
        "members": [],
        "entity": None,
    },
    "cypher": [
        {
            "cypher": "MATCH (:Actor {id: $actor})-[:IN_DYAD]->(dyad:Dyad)<-[:OF]-(cooperation:Cooperation) …",
            "parameters": {"actor": "VNM", "sector": "energy", "limit": 50},
            "browser": ':params {actor: "VNM", sector: "energy", limit: 50}\nMATCH …',
        }
    ],
    "alternatives": [],
}


class ChangeOut(Wire):
    """A fact that is new in the period, or whose status is another at its end than before it."""

    kind: Literal["new", "changed"]
    what: str = Field(description="The kind of fact: cooperation, dispute, agreement, meeting or event.")
    fact: str = Field(description="The id of the fact.")
    name: str
    before: str | None = Field(description="The status before the period.", examples=["under_negotiation"])
    after: str | None = Field(description="The status at its end.", examples=["signed"])
    date: str | None
    support: SupportOut


class SpanOut(Wire):
    """Acts of cooperation and conflict in a year or quarter; `mean` is their mean score, from -10 to 10."""

    period: str = Field(examples=["2023", "2023-Q3"])
    cooperative: int
    conflictual: int
    mean: float = Field(description="By the scores of the PLOVER manual, after Goldstein (1992).", examples=[3.4])
    turning: bool = Field(description="Whether the mean changed its sign, or by 4 or more, against the span before.")
    weightiest: EventOut | None = Field(description="The act that tells most of the span.")


class LinkOut(Wire):
    """A body both belong to, a partner both cooperate with, or a party to agreements of each."""

    kind: Literal["body", "partner", "party"]
    actor: str
    details: str
    sources: int | None = Field(description="How well its weaker end is supported; null for reference data.")

    @computed_field  # type: ignore[prop-decorator]
    @property
    def name(self) -> str:
        """The name of the body or actor."""
        return actor_name(self.actor)


class MemberOut(Wire):
    """One pair of a group, and how many facts of each kind it shares."""

    dyad: str
    totals: dict[str, int]

    @computed_field  # type: ignore[prop-decorator]
    @property
    def name(self) -> str:
        """The name of the pair."""
        return dyad_name(self.dyad)


class EntityOut(Wire):
    """Reference data of who or what was asked about by itself."""

    kind: Literal["country", "body", "person", "sector"]
    id: str
    name: str
    region: str | None
    bodies: list[str]
    members: list[str]
    offices: list[str]
    parts: list[str]
    note: str | None


class FactsOut(Wire):
    """Facts by kind; a kind that was not asked for is empty."""

    cooperation: list[CooperationOut]
    disputes: list[DisputeOut]
    agreements: list[AgreementOut]
    meetings: list[MeetingOut]
    events: list[EventOut]
    leaders: list[LeaderOut]
    partners: list[PartnerOut]
    changes: list[ChangeOut]
    history: list[SpanOut]
    links: list[LinkOut]
    members: list[MemberOut]
    entity: EntityOut | None


class ActorOut(BaseModel):
    """An actor's id and name."""

    id: str
    name: str


class PeriodOut(Wire):
    """From the first to the last day; null is open."""

    since: str | None
    until: str | None


class GroupOut(Wire):
    """Several actors that were named at once."""

    name: str = Field(examples=["the members of ASEAN"])
    members: list[str]


class UnderstandingOut(BaseModel):
    """How a question was understood."""

    intent: str = Field(description=f"One of {', '.join(INTENTS)}.")
    actors: list[ActorOut]
    people: list[str] = Field(description="Who was named in the place of an actor.")
    groups: list[GroupOut]
    dyads: list[str]
    sectors: list[str]
    period: PeriodOut | None
    latest: bool
    also: list[str] = Field(description="Further intents, where the question asks for two things.")
    notes: list[str] = Field(description="What was read into the words, as misspelt names.")


class QueryOut(BaseModel):
    """A Cypher query with its parameters, also as it can be pasted into the Neo4j Browser."""

    cypher: str
    parameters: dict[str, Any]
    browser: str


class AnswerOut(BaseModel):
    """An answer: a sentence, how the question was understood, the facts, and the Cypher behind them."""

    model_config = ConfigDict(json_schema_extra={"examples": [_EXAMPLE]})

    question: str
    headline: str
    understanding: UnderstandingOut
    as_of: str | None = Field(description="The day of which it is the answer; not given: now.")
    facts: FactsOut
    cypher: list[QueryOut] = Field(description="None as of a day: the graph itself holds what is known now.")
    alternatives: list[str] = Field(description="Questions that may have been meant instead.")


def answer_out(answer: Answer) -> AnswerOut:
    """The wire form of an answer."""
    question = answer.question
    return AnswerOut(
        question=question.text,
        headline=answer.headline,
        understanding=UnderstandingOut(
            intent=question.intent,
            actors=[ActorOut(id=actor, name=actor_name(actor)) for actor in question.actors],
            people=list(question.people),
            groups=[GroupOut.model_validate(group) for group in question.groups],
            dyads=[f"{a}-{b}" for a, b in question.pairs],
            sectors=list(question.sectors),
            period=PeriodOut.model_validate(question.period) if question.period else None,
            latest=question.latest,
            also=list(question.also),
            notes=list(question.notes),
        ),
        as_of=answer.as_of,
        facts=FactsOut.model_validate(answer.facts),
        cypher=[
            QueryOut(cypher=q.text.strip(), parameters=dict(q.parameters), browser=q.for_browser())
            for q in answer.queries
        ],
        alternatives=list(question.alternatives),
    )
