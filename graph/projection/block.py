"""The block: all contributions that one fact, or several that depend on each other, can have."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from graph.claim import Agreement, Cooperation, Dispute, Event, Meeting
from graph.identity import agreement_block, event_block, leader_block, meeting_block
from graph.projection.agreement import project_agreement
from graph.projection.contribution import Contribution
from graph.projection.cooperation import cooperation_block, dispute_block, project_cooperations, project_dispute
from graph.projection.edges import COOPERATES_WITH, EVENT_EDGES, EdgeKind
from graph.projection.event import project_events
from graph.projection.fact import FactLabel, Projection
from graph.projection.leader import project_leaders
from graph.projection.meeting import LeaderIds, project_meeting


class Block(NamedTuple):
    """The label of its facts and its key, which each of them carries as `block`."""

    label: FactLabel
    key: str


def blocks_of(c: Contribution) -> frozenset[Block]:
    """The blocks that a contribution belongs to: one for each dyad that its statement is about."""
    s = c.statement
    if isinstance(s, Cooperation):
        return frozenset(Block("Cooperation", cooperation_block(*pair)) for pair in s.pairs)
    if isinstance(s, Dispute):
        return frozenset(Block("Dispute", dispute_block(*pair, s.sector)) for pair in s.pairs)
    if isinstance(s, Event):
        return frozenset(Block("Event", event_block(s, pair)) for pair in s.pairs)
    if isinstance(s, Agreement):
        return frozenset({Block("Agreement", agreement_block(s, c.article_id))})
    if isinstance(s, Meeting):
        return frozenset({Block("Meeting", meeting_block(s, c.date, c.article_id))})
    return frozenset({Block("Leader", leader_block(s.actor))})


def project(block: Block, contributions: Sequence[Contribution], leaders: LeaderIds | None = None) -> Projection:
    """All facts of a block from all its contributions, whatever their order; none from none."""
    if not contributions:
        return Projection(())
    ordered = sorted(contributions, key=lambda c: c.claim_id)
    if block.label == "Meeting":
        return project_meeting(block.key, ordered, leaders or {})
    return _PROJECTORS[block.label](block.key, ordered)


_PROJECTORS: dict[FactLabel, Callable[[str, Sequence[Contribution]], Projection]] = {
    "Cooperation": project_cooperations,
    "Dispute": project_dispute,
    "Event": project_events,
    "Agreement": project_agreement,
    "Leader": project_leaders,
}


def summary_place(block: Block) -> tuple[EdgeKind, str, str] | None:
    """Kind and ends of the edge between actors that sums a block up; None where no such edge can be."""
    if block.label == "Cooperation":
        a, _, b = block.key.removeprefix("coop:").partition("-")
        return COOPERATES_WITH, a, b
    if block.label == "Event":
        pair, _, event_type = block.key.removeprefix("event:").rpartition(":")
        actor, _, recipient = pair.partition(">")
        return EVENT_EDGES[event_type], actor, recipient
    return None
