"""Folding: what an article's sentences tell of one meeting becomes one row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from graph.claim import When
from ingest.reader.meeting.meeting import MeetingFound


def fold_meetings(found: Iterable[tuple[int, MeetingFound]]) -> list[tuple[MeetingFound, tuple[int, ...]]]:
    """One row per meeting: the same participants, and dates and kinds that do not contradict each other.

    What is told weakly or loosely joins a meeting that is told well, even a larger one of the same day.
    """
    rows: list[tuple[MeetingFound, tuple[int, ...]]] = []
    everything = list(found)
    items = [x for x in everything if not x[1].joins]
    for sentence, item in sorted(
        items, key=lambda x: (x[1].weak, x[1].loose, -len(x[1].participants) if x[1].loose else 0)
    ):
        target = next(
            (i for i, (old, at) in enumerate(rows) if _same(old, item) or _on_the_way(old, at, item, sentence)), None
        )
        if target is None and (item.loose or (item.modality == "actual" and not (item.direct or item.when.date))):
            target = next((i for i, (old, _) in enumerate(rows) if _within(item, old)), None)
            if target is not None:
                continue
        if target is None and item.weak:
            continue
        if target is None:
            rows.append((item, (sentence,)))
        else:
            old, sentences = rows[target]
            rows[target] = (_joined(old, item), tuple(sorted({*sentences, sentence})))
    rows = [row for row in rows if not any(_part_of(row, other) for other in rows)]
    for sentence, item in (x for x in everything if x[1].joins):
        _join(rows, sentence, item)
    return rows


def _join(rows: list[tuple[MeetingFound, tuple[int, ...]]], sentence: int, item: MeetingFound) -> None:
    """Puts those who joined into the meeting told of last, if that was just before."""
    near = [
        i for i, (m, at) in enumerate(rows) if 0 <= sentence - max(at) <= _JOINED and m.kind not in {"visit", "call"}
    ]
    target = max(near, key=lambda i: max(rows[i][1]), default=None)
    if target is None or set(item.participants) <= set(rows[target][0].participants):
        return
    old, at = rows[target]
    kind = item.kind if old.kind == "bilateral_meeting" else old.kind
    sides = tuple(sorted({*old.participants, *item.participants}))
    people = tuple(dict.fromkeys((*old.leaders, *item.leaders)))
    rows[target] = (replace(old, kind=kind, participants=sides, leaders=people), (*at, sentence))


_JOINED = 2
"""Sentences after which nobody joins any more."""


def _part_of(row: tuple[MeetingFound, tuple[int, ...]], other: tuple[MeetingFound, tuple[int, ...]]) -> bool:
    """Whether the same sentence tells that the two met among more."""
    (small, here), (large, there) = row, other
    actual = small.modality == large.modality == "actual"
    return actual and bool(set(here) & set(there)) and _within(small, large)


def _within(item: MeetingFound, old: MeetingFound) -> bool:
    """Whether two of a larger meeting do something in its course."""
    return set(item.participants) < set(old.participants) and _compatible(item.when, old.when)


def _compatible(a: When, b: When) -> bool:
    one, other = a.date or "", b.date or ""
    return one.startswith(other) or other.startswith(one)


def _same(old: MeetingFound, new: MeetingFound) -> bool:
    if set(old.participants) != set(new.participants) or (old.summons != new.summons and not new.word):
        return False
    if not _compatible(old.when, new.when) and not _within_visit(old, new):
        return False
    if new.weak:
        return True
    if _other_people(old, new):
        return False
    if old.kind != new.kind and (old.kind in _APART or new.kind in _APART):
        return new.word and not new.when.date and old.kind != "negotiation" and old.modality == new.modality
    return old.modality == new.modality or new.loose


_APART = frozenset({"negotiation", "call", "dialogue"})


def _other_people(old: MeetingFound, new: MeetingFound) -> bool:
    """Whether two on each side are named, and none in both: other people met."""
    few = min(len(old.leaders), len(new.leaders)) < len(old.participants)
    return not few and "visit" not in {old.kind, new.kind} and not set(old.leaders) & set(new.leaders)


def _on_the_way(old: MeetingFound, at: tuple[int, ...], new: MeetingFound, sentence: int) -> bool:
    """Whether one is the journey to the other, which may lie ahead yet ("left for Rome, where he is to meet")."""
    if {"visit"} != {old.kind, new.kind} & {"visit"} or old.kind == new.kind or old.summons or new.summons:
        return False
    if set(old.participants) != set(new.participants) or min(abs(sentence - i) for i in at) > 1:
        return False
    near = _compatible(old.when, new.when) or _within_visit(old, new)
    return near and {old.kind, new.kind}.isdisjoint(_APART)


def _within_visit(a: MeetingFound, b: MeetingFound) -> bool:
    """Whether one is a visit and the other a day of it."""
    if "visit" not in {a.kind, b.kind} or a.kind == b.kind:
        return False
    one, other = a.when.date or "", b.when.date or ""
    if len(one) != len("2000-01-01") or len(other) != len(one):
        return False
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) <= _VISIT_DAYS


_VISIT_DAYS = 3


_RANK: dict[str, int] = {
    "ministerial": 0,
    "summit": 1,
    "bilateral_meeting": 2,
    "dialogue": 3,
    "negotiation": 4,
    "call": 5,
    "visit": 6,
}


def _joined(a: MeetingFound, b: MeetingFound) -> MeetingFound:
    """The two as one: the more telling kind, the first day, the more precise date."""
    first, other = sorted((a, b), key=lambda m: (m.setting_out, m.when.date or "9"))
    when = max((first.when, other.when), key=lambda w: len(w.date or ""))
    return replace(
        a,
        kind=a.kind if b.word or b.weak else min(a.kind, b.kind, key=lambda k: _RANK[k]),
        leaders=tuple(dict.fromkeys((*a.leaders, *b.leaders))),
        place=a.place or b.place,
        when=when,
        direct=a.direct or b.direct,
        modality=b.modality if a.kind == "visit" != b.kind and not b.loose else a.modality,
        setting_out=a.setting_out and b.setting_out,
    )
