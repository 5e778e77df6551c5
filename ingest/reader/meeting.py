"""Meetings, visits and calls that acts of consulting tell of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from spacy.tokens import Token

from graph.claim import MeetingKind, Modality, When
from ingest.reader.act import Act
from ingest.reader.date import DateHit
from ingest.reader.mention import Form
from ingest.reader.parse import Parsed

HEADS = frozenset({"head_of_state", "head_of_government", "monarch"})


@dataclass(frozen=True, slots=True)
class MeetingFound:
    """A meeting in one sentence."""

    kind: MeetingKind
    participants: tuple[str, ...]
    leaders: tuple[str, ...]
    place: str | None
    when: When
    modality: Modality
    direct: bool


def meeting_of(act: Act, parsed: Parsed, dates: list[DateHit]) -> MeetingFound | None:
    """The meeting that an act of consulting is; None for wishes, refusals and other acts."""
    kind = act.frame.meeting
    if kind is None or act.modality in {"possible", "negated"}:
        return None
    people = _people(act, parsed)
    if len(act.actors) > 2 and kind == "bilateral_meeting":
        kind = "summit" if any(role in HEADS for _, role in people) or not people else "ministerial"
    return MeetingFound(
        kind,
        tuple(sorted(act.actors)),
        tuple(dict.fromkeys(name for name, _ in people)),
        _place(act.trigger, parsed),
        _when(act, parsed, dates),
        act.modality,
        act.direct,
    )


def _people(act: Act, parsed: Parsed) -> list[tuple[str, str]]:
    """The named people of the participants whom the sentence puts into the act: name and role."""
    out = []
    for i, mention in sorted(parsed.mention_at.items()):
        if mention.leader and mention.leader.actor in act.actors and not _speaks(parsed.doc[i], act.trigger):
            out.append((mention.leader.name, mention.leader.role))
    return out


def _speaks(token: Token, trigger: Token) -> bool:
    """Whether the person only tells of the act ("..., Peskov said")."""
    head = token.head
    return (
        token.dep_ == "nsubj"
        and head.lemma_ in {"say", "tell", "add", "write"}
        and head.i != trigger.i
        and trigger in head.subtree
    )


def _place(trigger: Token, parsed: Parsed) -> str | None:
    """The place that "in" or "at" gives, nearest to the trigger."""
    verb = trigger if trigger.pos_ in {"VERB", "AUX"} else trigger.head
    candidates = []
    for token in parsed.doc:
        if token.dep_ == "pobj" and token.head.lower_ in {"in", "at"} and token.pos_ == "PROPN":
            top = token.head.head
            if top in {trigger, verb} or top.head in {trigger, verb}:
                candidates.append(token)
    if not candidates:
        return None
    token = min(candidates, key=lambda t: abs(t.i - trigger.i))
    mention = parsed.mention(token)
    if mention is not None and mention.form is Form.LEADER:
        return None
    left = min((c.i for c in token.lefts if c.dep_ == "compound"), default=token.i)
    start, end = parsed.spans[left][0], parsed.spans[token.i][1]
    return parsed.sentence.text[start - parsed.sentence.start : end - parsed.sentence.start]


def _when(act: Act, parsed: Parsed, dates: list[DateHit]) -> When:
    """The date nearest to the trigger, a precise one first."""
    at = parsed.spans[act.trigger.i][0]
    ranked = sorted(dates, key=lambda d: (not d.precise, abs(d.start - at)))
    return ranked[0].when if ranked and ranked[0].precise else When()


def fold_meetings(found: Iterable[tuple[int, MeetingFound]]) -> list[tuple[MeetingFound, tuple[int, ...]]]:
    """One row per meeting: the same participants, and dates and kinds that do not contradict each other."""
    rows: list[tuple[MeetingFound, tuple[int, ...]]] = []
    for sentence, item in found:
        target = next((i for i, (old, _) in enumerate(rows) if _same(old, item)), None)
        if target is None:
            rows.append((item, (sentence,)))
        else:
            old, sentences = rows[target]
            rows[target] = (_joined(old, item), tuple(dict.fromkeys((*sentences, sentence))))
    return rows


def _same(a: MeetingFound, b: MeetingFound) -> bool:
    if set(a.participants) != set(b.participants):
        return False
    apart = {"negotiation", "call", "dialogue"}
    if a.kind != b.kind and (a.kind in apart or b.kind in apart):
        return False
    if a.modality != b.modality:
        return False
    one, other = a.when.date or "", b.when.date or ""
    return one.startswith(other) or other.startswith(one)


_RANK: dict[str, int] = {
    "summit": 0,
    "ministerial": 1,
    "bilateral_meeting": 2,
    "dialogue": 3,
    "negotiation": 4,
    "call": 5,
    "visit": 6,
}


def _joined(a: MeetingFound, b: MeetingFound) -> MeetingFound:
    date = max((a.when, b.when), key=lambda w: len(w.date or ""))
    return replace(
        a,
        kind=min(a.kind, b.kind, key=lambda k: _RANK[k]),
        leaders=tuple(dict.fromkeys((*a.leaders, *b.leaders))),
        place=a.place or b.place,
        when=date,
        direct=a.direct or b.direct,
    )
