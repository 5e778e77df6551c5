"""Folding: what an article's sentences tell of one meeting becomes one row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from graph.claim import MeetingKind, When
from ingest.reader.meeting.found import MeetingFound

_TWO = 2
_NEAR = 2
"""Sentences within which what is told of a meeting, its host and its journey belongs together."""
_VISIT_DAYS = 3
_APART = frozenset({"negotiation", "call", "dialogue"})
_FACE_TO_FACE = frozenset({"bilateral_meeting", "ministerial", "summit"})
_RANK: dict[str, int] = {
    "ministerial": 0,
    "summit": 1,
    "bilateral_meeting": 2,
    "dialogue": 3,
    "negotiation": 4,
    "call": 5,
    "visit": 6,
}


@dataclass(slots=True)
class _Row:
    """A meeting and the sentences that tell of it."""

    meeting: MeetingFound
    at: tuple[int, ...]

    def near(self, sentence: int) -> bool:
        """Whether a sentence is close by one that tells of it."""
        return min(abs(sentence - i) for i in self.at) <= _NEAR


def fold_meetings(found: Iterable[tuple[int, MeetingFound]]) -> list[tuple[MeetingFound, tuple[int, ...]]]:
    """One row per meeting: the same participants, and dates and kinds that do not contradict each other.

    What is told weakly or loosely joins a meeting that is told well, even a larger one of the same day.
    """
    rows: list[_Row] = []
    items = list(found)
    for sentence, item in sorted((x for x in items if not x[1].joins), key=lambda x: _order(x[1])):
        row = next((r for r in rows if _same(r, item, sentence)), None)
        if row is not None:
            row.meeting = _joined(row.meeting, item)
            row.at = tuple(sorted({*row.at, sentence}))
        elif not item.weak and not (_adds_little(item) and any(_within(item, r.meeting) for r in rows)):
            rows.append(_Row(item, (sentence,)))
    for sentence, item in (x for x in items if x[1].joins):
        _join(rows, sentence, item)
    return [(row.meeting, row.at) for row in rows]


def _order(item: MeetingFound) -> tuple[bool, bool, int]:
    """What is told well comes first, of what is told loosely the largest."""
    return item.weak, item.loose, -len(item.participants) if item.loose else 0


def _adds_little(item: MeetingFound) -> bool:
    """Whether it may be but a moment of a larger meeting."""
    return item.loose or (item.modality == "actual" and not (item.direct or item.when.date))


def _join(rows: list[_Row], sentence: int, item: MeetingFound) -> None:
    """Puts those who joined into the meeting told of last, if that was just before."""
    near = [r for r in rows if 0 <= sentence - max(r.at) <= _NEAR and r.meeting.kind not in {"visit", "call"}]
    row = max(near, key=lambda r: max(r.at), default=None)
    if row is not None and not set(item.participants) <= set(row.meeting.participants):
        row.meeting = replace(_united(row.meeting, item), kind=row.meeting.kind)
        row.meeting = replace(row.meeting, kind=_enlarged(row.meeting))
        row.at = (*row.at, sentence)


def _within(item: MeetingFound, old: MeetingFound) -> bool:
    """Whether two of a larger meeting do something in its course."""
    return set(item.participants) < set(old.participants) and _compatible(item.when, old.when)


def _compatible(a: When, b: When) -> bool:
    one, other = a.date or "", b.date or ""
    return one.startswith(other) or other.startswith(one)


def _same(row: _Row, new: MeetingFound, sentence: int) -> bool:
    old, near = row.meeting, row.near(sentence)
    if not _same_sides(old, new, near) or (old.summons != new.summons and not new.word):
        return False
    if not _compatible(old.when, new.when) and not _within_visit(old, new):
        return False
    if new.weak:
        return True
    if _other_people(old, new):
        return False
    if near and _on_the_way(old, new, sentence in row.at):
        return True
    if _in_its_course(old, new):
        return True
    if old.kind != new.kind and (old.kind in _APART or new.kind in _APART):
        told = new.word and old.kind != "negotiation" and (not new.when.date or _one_day(old, new))
        return old.modality == new.modality and (told or _rounds(old, new, near))
    return old.modality == new.modality or (new.loose and old.modality == "actual")


def _one_day(a: MeetingFound, b: MeetingFound) -> bool:
    """Whether both are told of one day; who called on a day may have signed something else that day."""
    same = a.when.date == b.when.date and len(a.when.date or "") == len("2000-01-01")
    return same and (b.talk or a.kind != "call" != b.kind)


def _same_sides(old: MeetingFound, new: MeetingFound, near: bool) -> bool:
    """Whether the same met, those aside who only host or mediate and of whom one of two neighbours does not tell."""
    if set(old.participants) == set(new.participants):
        return True
    if not near or old.modality != new.modality or "visit" in {old.kind, new.kind}:
        return False
    if old.convener or new.convener:
        return {*old.participants, *new.participants} in (set(old.participants), set(new.participants)) and _apart(
            old, new
        )
    return bool(old.hosts or new.hosts) and _core(old) == _core(new)


def _apart(old: MeetingFound, new: MeetingFound) -> bool:
    """Whether one has but the two whom a third sat down with in the other."""
    large, small = (old, new) if old.convener else (new, old)
    return set(large.participants) - {large.convener} == set(small.participants)


def _core(item: MeetingFound) -> set[str]:
    return set(item.participants) - set(item.hosts)


def _rounds(old: MeetingFound, new: MeetingFound, near: bool) -> bool:
    """Whether one tells of negotiations that were over, and the other of how those who negotiated met."""
    kinds = {old.kind, new.kind}
    return near and "negotiation" in kinds and bool(kinds & _FACE_TO_FACE) and not (old.ongoing or new.ongoing)


def _other_people(old: MeetingFound, new: MeetingFound) -> bool:
    """Whether two on each side are named, and none in both: other people met."""
    few = min(len(old.leaders), len(new.leaders)) < min(len(old.participants), len(new.participants))
    return not few and "visit" not in {old.kind, new.kind} and not set(old.leaders) & set(new.leaders)


def _on_the_way(old: MeetingFound, new: MeetingFound, here: bool) -> bool:
    """Whether one is the journey to the other, which may lie ahead yet ("left for Rome, where he is to meet")."""
    if old.kind == new.kind or "visit" not in {old.kind, new.kind} or {old.kind, new.kind} & _APART:
        return False
    visit, talks = (old, new) if old.kind == "visit" else (new, old)
    return talks.modality == visit.modality or (here and talks.modality == "pledged")


def _in_its_course(old: MeetingFound, new: MeetingFound) -> bool:
    """Whether what is still to come is part of a visit that is told, or was due on the very day that they met."""
    if new.kind != "bilateral_meeting" or {old.modality, new.modality} != {"actual", "pledged"} or old.kind in _APART:
        return False
    if old.modality == "pledged":
        old, new = new, old
    if old.when.date and old.when.date == new.when.date and len(old.when.date) == len("2000-01-01"):
        return True
    here = new.place is None or new.place == old.place
    return old.stay and here and (not new.when.date or _within_visit(old, new))


def _within_visit(a: MeetingFound, b: MeetingFound) -> bool:
    """Whether one is a visit and the other a day of it."""
    if not (a.stay or b.stay) or {a.kind, b.kind} & _APART or (a.kind == b.kind == "visit"):
        return False
    one, other = a.when.date or "", b.when.date or ""
    if len(one) != len("2000-01-01") or len(other) != len(one):
        return False
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) <= _VISIT_DAYS


def _joined(a: MeetingFound, b: MeetingFound) -> MeetingFound:
    """The two as one: the more telling kind, the first day, the more precise date."""
    first, other = sorted((a, b), key=lambda m: (m.setting_out, m.when.date or "9"))
    one = replace(
        _united(a, b),
        place=a.place or b.place,
        when=max((first.when, other.when), key=lambda w: len(w.date or "")),
        direct=a.direct or b.direct,
        modality=b.modality if a.kind == "visit" != b.kind and not b.loose else a.modality,
        stay=a.stay or b.stay,
        setting_out=a.setting_out and b.setting_out,
        mediated=a.mediated and b.mediated,
        kind=_kind(a, b),
    )
    return replace(one, kind=_enlarged(one))


def _united(a: MeetingFound, b: MeetingFound) -> MeetingFound:
    """The first with the sides, hosts and people of both."""
    return replace(
        a,
        participants=tuple(sorted({*a.participants, *b.participants})),
        hosts=tuple(sorted({*a.hosts, *b.hosts})),
        leaders=tuple(dict.fromkeys((*a.leaders, *b.leaders))),
        heads=a.heads or b.heads,
        paper=a.paper and b.paper,
    )


def _kind(a: MeetingFound, b: MeetingFound) -> MeetingKind:
    """The more telling kind; negotiations that were held are more than a meeting, mediation alone is less."""
    if a.kind == "visit" and b.kind in _FACE_TO_FACE and b.touch:
        return b.kind
    if b.word or b.weak:
        return b.kind if a.word and b.leaders and not a.leaders else a.kind
    for one, other in ((a, b), (b, a)):
        if one.kind == "negotiation" and other.kind in _FACE_TO_FACE:
            return other.kind if one.mediated or (other.heads and not (a.hosts or b.hosts)) else "negotiation"
    return min(a.kind, b.kind, key=lambda k: _RANK[k])


def _enlarged(item: MeetingFound) -> MeetingKind:
    """The kind of what is bilateral no more."""
    if item.kind != "bilateral_meeting" or len(item.participants) <= _TWO:
        return item.kind
    return "summit" if item.heads or not item.leaders else "ministerial"
