"""From claims to contributions, and from all contributions of a key to its fact or edge."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from graph.article import Article
from graph.claim import Agreement, Claim, Cooperation, Dispute, Event, Meeting, Office
from graph.identity import leader_key
from graph.projection.agreement import agreement_fact, agreement_parts
from graph.projection.contribution import Contribution, Saying, source_of
from graph.projection.cooperation import (
    cooperates_with,
    cooperation_fact,
    cooperation_parts,
    dispute_fact,
    dispute_parts,
)
from graph.projection.event import event_edge, event_fact, event_parts
from graph.projection.key import label_of
from graph.projection.leader import leader_fact, leader_parts
from graph.projection.meeting import Leaders, meeting_fact, meeting_parts
from graph.projection.part import Part
from graph.projection.summary import Summary

Properties = dict[str, Any]

_FACTS: dict[str, Callable[[str, Summary], Properties]] = {
    "Cooperation": cooperation_fact,
    "Dispute": dispute_fact,
    "Event": event_fact,
    "Agreement": agreement_fact,
    "Leader": leader_fact,
}


def contributions(article: Article, claims: Mapping[str, Claim], source: str | None = None) -> dict[str, Contribution]:
    """What the claims of `article`, given by id, add to each fact and edge, by its key.

    `source` is that of its text unless given: what articles that tell one story after another have in common.
    """
    offices = {leader_key(s.actor, s.name) for c in claims.values() if isinstance(s := c.statement, Office)}
    sayings: dict[str, list[Saying]] = {}
    for id_, claim in sorted(claims.items()):
        quoted, when = claim.quoted, claim.when
        for key, part in _parts(claim, article, offices):
            said = Saying(id_, claim.confidence, quoted.field == "title", quoted.start, when.date, when.basis, *part)
            own = sayings.setdefault(key, [])
            if said not in own[-1:]:  # of two who act together, each may be named first
                own.append(said)
    origin = source or source_of(article.text)
    return {key: Contribution(article.id, article.published, origin, said) for key, said in sayings.items()}


def _parts(claim: Claim, article: Article, offices: Collection[str]) -> Iterator[tuple[str, Part]]:
    s = claim.statement
    if isinstance(s, Cooperation):
        return cooperation_parts(s)
    if isinstance(s, Dispute):
        return dispute_parts(s)
    if isinstance(s, Event):
        return event_parts(s, claim.when, claim.article_id)
    if isinstance(s, Agreement):
        return agreement_parts(s, claim.when, article)
    if isinstance(s, Meeting):
        return meeting_parts(s, claim.when, article, offices)
    return leader_parts(s)


def fact_of(key: str, summary: Summary | None, leaders: Leaders) -> Properties | None:
    """The fact with this key, as the graph stores it; the properties of the edge, where the key is of an edge.

    None where there is none: nothing says so, or it is not drawn.
    """
    if summary is None:
        return None
    label = label_of(key)
    if label is None:
        made = cooperates_with(key, summary) if key.startswith("COOPERATES_WITH") else event_edge(key, summary)
    else:
        made = meeting_fact(key, summary, leaders) if label == "Meeting" else _FACTS[label](key, summary)
    return made and {name: value for name, value in made.items() if value is not None}
