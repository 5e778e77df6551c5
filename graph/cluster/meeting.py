"""Meetings: which mentions of meetings of the same participants, in one year, are of one.

Meetings of one day are one. What is dated by month or year is the only one of a kind in it; what has no date is the
only one of its kind within days of when it was told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from graph.cluster.group import Groups

NEAR = 3
"""Days from a meeting to an article that does not date it: news of it is out by then, and weekly talks are apart."""

_LEADERS = frozenset({"summit", "bilateral_meeting", "visit"})
"""Kinds of which an article may name any for the same: a visit has its meetings, a summit of two is one."""


class Told(NamedTuple):
    """A mention of a meeting: its kind, its date if that is known, else the day on which it was told, if that is."""

    key: str
    kind: str
    date: str | None
    told: str | None


def _told(key: str) -> Told:
    what, _, rest = key.rpartition(":")[2].partition(" ")
    kind, at, _ = what.partition("@")
    return Told(key, kind, None, rest or None) if at else Told(key, rest, what, None)


def meeting_ids(groups: Sequence[Collection[str]]) -> list[str]:
    """The id of each group: its most precise date, else the first of its mentions."""
    return [min(map(_told, keys), key=_rank).key.partition(" ")[0] for keys in groups]


def _rank(told: Told) -> tuple[int, str]:
    return -len(told.date or ""), told.key


def join_meetings(groups: Groups) -> None:
    """Joins the mentions of meetings of the same participants."""
    mentions = sorted((_told(key) for group in groups.groups for key in group), key=_rank)
    by_date: dict[str, list[Told]] = defaultdict(list)
    for told in mentions:
        if told.date:
            by_date[told.date].append(told)
    for first, *others in by_date.values():
        for told in others:
            groups.join(told.key, first.key, "date")
    for coarse, fine in _coarse(by_date):
        groups.join(coarse.key, fine.key, "precision")
    undated = [told for told in mentions if not told.date and len(told.told or "") == len("2023-09-07")]
    for told, near in _undated(undated, by_date):
        groups.join(told.key, near.key, "near")


def _coarse(by_date: Mapping[str, Sequence[Told]]) -> Iterator[tuple[Told, Told]]:
    """What is dated by month or year, with the only meeting of such a kind that is dated better within it."""
    for when, own in by_date.items():
        within = [fine for other, fine in by_date.items() if other.startswith(f"{when}-")]
        finest = [fine for fine in within if not _is_within(fine[0], within)]
        like = [fine for fine in finest if any(_alike(a.kind, b.kind) for a in own for b in fine)]
        if len(like) == 1:
            yield own[0], like[0][0]


def _is_within(coarse: Told, others: Sequence[Sequence[Told]]) -> bool:
    """Whether one of `others` dates better what may be the same."""
    return any((fine[0].date or "").startswith(f"{coarse.date}-") for fine in others)


def _alike(kind: str, other: str) -> bool:
    return kind == other or {kind, other} <= _LEADERS


def _undated(undated: Sequence[Told], by_date: Mapping[str, Sequence[Told]]) -> Iterator[tuple[Told, Told]]:
    """What has no date, with the only meeting of its kind about the day when it was told; if there is none, as one."""
    days = {when: own for when, own in by_date.items() if len(when) == len("2023-09-07")}
    alone: dict[str, list[Told]] = defaultdict(list)
    for told in undated:
        near = [
            own for when, own in days.items() if _days(when, told.told) <= NEAR and told.kind in {o.kind for o in own}
        ]
        if len(near) == 1:
            yield told, near[0][0]
        elif not near:
            alone[told.kind].append(told)
    for own in alone.values():
        for first, *others in _runs(sorted(own, key=lambda told: (told.told or "", told.key))):
            if _days(first.told or "", (others or [first])[-1].told) <= NEAR:
                yield from ((told, first) for told in others)


def _runs(ordered: Sequence[Told]) -> Iterator[list[Told]]:
    """What was told with no more than `NEAR` days between; a run that is longer may be of several meetings."""
    run: list[Told] = []
    for told in ordered:
        if run and _days(run[-1].told or "", told.told) > NEAR:
            yield run
            run = []
        run.append(told)
    if run:
        yield run


def _days(one: str, other: str | None) -> int:
    return abs((date.fromisoformat(one) - date.fromisoformat(other or one)).days)
