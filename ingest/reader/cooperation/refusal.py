"""Refusals: what a sentence asked for or offered gives nothing where the next one says that it was turned down."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.claim import Claim, Cooperation
from ingest.reader.act.act import Act
from ingest.reader.tree.tree import Token

_ASKED = frozenset(
    {"request", "offer", "proposal", "plea", "appeal", "bid", "plan", "idea", "overture", "suggestion", "invitation"}
)
_POINTING = frozenset({"the", "this", "that", "his", "her", "their", "its", "both"})
_BARE = frozenset({"decline", "refuse", "demur"})


def refused(acts: Iterable[Act]) -> frozenset[str]:
    """Those who turned down what was told before ("Chile rejected the offer", "Lima declined"); empty if nobody did."""
    return frozenset(
        actor
        for act in acts
        if act.frame.type == "REJECT" and act.modality == "actual" and _points_back(act.trigger)
        for actor in act.actors
    )


def without_refused(claims: Sequence[Claim], refusing: frozenset[str]) -> tuple[Claim, ...]:
    """`claims` without the cooperation that was only proposed between those who turned it down and others."""
    return tuple(c for c in claims if not _proposed_to(c, refusing))


def _proposed_to(claim: Claim, refusing: frozenset[str]) -> bool:
    wish = claim.statement
    return (
        isinstance(wish, Cooperation)
        and wish.status == "proposed"
        and all(set(pair) <= refusing for pair in wish.pairs)
    )


def _points_back(verb: Token) -> bool:
    """Whether what is refused is the request or offer told just before, or nothing is said of it."""
    objects = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    if not objects:
        clauses = any(c.dep_ in {"xcomp", "ccomp", "prep"} for c in verb.children)
        return verb.lemma_.lower() in _BARE and not clauses
    return any(
        o.lower_ in {"it", "them", "this", "that"}
        or (o.lemma_.lower() in _ASKED and any(c.lower_ in _POINTING for c in o.children) and not _own_matter(o))
        for o in objects
    )


def _own_matter(noun: Token) -> bool:
    """Whether the noun says itself what it is for, and so may be another."""
    return any(c.dep_ in {"prep", "acl", "relcl"} for c in noun.children)
