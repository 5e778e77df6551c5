"""The status of a cooperation where the passages of one article differ."""

from __future__ import annotations

from collections.abc import Iterable

from graph.claim import COOPERATION_STATUSES, CooperationStatus

DOUBT = 0.12
"""A claim that is less sure by more than this than the surest beside it does not decide the status."""


def strongest(statuses: Iterable[CooperationStatus]) -> CooperationStatus:
    """The strongest of `statuses` (GUIDE.md, cooperation); ValueError if there is none."""
    return min(statuses, key=COOPERATION_STATUSES.index)


def strongest_sure(told: Iterable[tuple[float, CooperationStatus]]) -> CooperationStatus:
    """The strongest status among those of claims, each with its confidence, that are about as sure as the surest."""
    told = list(told)
    surest = max(confidence for confidence, _ in told)
    return strongest(status for confidence, status in told if confidence >= surest - DOUBT)
