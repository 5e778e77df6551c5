"""Meetings, visits and calls that a sentence tells of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graph.claim import MeetingKind, Modality, When
from ingest.reader.act.frame import Frames
from ingest.reader.meeting.attendance import attendance, people_together
from ingest.reader.meeting.completion import completed, with_house
from ingest.reader.meeting.found import MeetingFound
from ingest.reader.meeting.groundwork import is_ahead
from ingest.reader.meeting.host import hosts, joins
from ingest.reader.meeting.kind import kind_of
from ingest.reader.meeting.modality import meeting_modality, ongoing
from ingest.reader.meeting.moment import further_dates, moment
from ingest.reader.meeting.occasion import TOLD, Occasion, Telling
from ingest.reader.meeting.people import HEADS, of_heads, people_of
from ingest.reader.meeting.place import place_of
from ingest.reader.meeting.search import find_occasions
from ingest.reader.meeting.side import who
from ingest.reader.meeting.turn import in_turn
from ingest.reader.meeting.words import meeting_words
from ingest.reader.text.date import find_dates
from ingest.reader.tree.modality import modality_of
from ingest.reader.tree.role import agent_by, subject_of
from ingest.reader.tree.syntax import NOBODY, Found, Resolver
from ingest.reader.tree.tree import Token

_HOSTED = frozenset({"bilateral_meeting", "summit", "ministerial", "negotiation", "dialogue"})
_TWO = 2
_SETTING_OUT = frozenset({"leave", "depart", "set", "head", "embark", "make"})


def find_meetings(resolver: Resolver, frames: Frames, published: str | None) -> Iterator[MeetingFound]:
    """The meetings that a sentence tells of; wished for, refused or called off ones where it names both sides."""
    if resolver.parsed.sentence.text.rstrip().endswith("?"):
        return
    joining = [v for v in resolver.parsed.doc if v.pos_ in {"VERB", "AUX"} and joins(v, resolver.parsed)]
    found = [
        (occasion, meeting)
        for occasion in find_occasions(resolver.parsed, frames)
        if not any(v in {occasion.trigger, *occasion.trigger.ancestors} for v in joining)
        for meeting in _meetings(resolver, occasion, published)
    ]
    yield from _one_each(found)
    if not found:
        yield from _joined(resolver, joining)


def _meetings(resolver: Resolver, occasion: Occasion, published: str | None) -> Iterator[MeetingFound]:
    """What an occasion tells: nothing, a meeting, or one with each of several."""
    modality = meeting_modality(occasion)
    if not _tells(resolver, occasion, modality, published):
        return
    ahead = is_ahead(occasion.trigger)
    modality = "pledged" if ahead and modality != "negated" else modality
    unreal = modality in {"possible", "negated"}
    found = attendance(resolver, occasion)
    if (unreal or ahead) and not found.direct:
        return
    supplied = False
    if not unreal and _leaves_out(occasion, found) and len(found.actors) == 1:
        found, supplied = completed(resolver, occasion, found)
    found = with_house(resolver.parsed, occasion, found)
    if len(found.actors) < 2:
        return
    rows = in_turn(resolver, occasion, found)
    beside = hosts(resolver, occasion) if len(rows) == 1 and occasion.kind in _HOSTED else NOBODY
    for actors in rows:
        sides = Found(tuple(dict.fromkeys((*actors, *beside.actors))), found.direct)
        meeting = _meeting(resolver, occasion, sides, modality, supplied, published, beside.actors)
        yield meeting
        yield from (replace(meeting, when=when) for when in further_dates(occasion, meeting.when))


def _leaves_out(occasion: Occasion, found: Found) -> bool:
    """Whether a side that the words do not name may be supplied: not of a summit that a country goes to."""
    trigger = occasion.trigger
    gone_to = occasion.kind == "summit" and trigger.dep_ == "pobj" and trigger.head.lower_ in {"for", "at", "to"}
    if occasion.kind == "negotiation" and any(c.dep_ == "prep" and c.lower_ == "between" for c in trigger.children):
        return False
    body = any(a.startswith("ORG:") for a in found.actors)
    return occasion.telling in TOLD and not occasion.complete and (body or not gone_to)


def _tells(resolver: Resolver, occasion: Occasion, modality: Modality, published: str | None) -> bool:
    """Whether an occasion of that modality can count: what people do together must happen, or be planned for a day."""
    if (
        occasion.telling in TOLD
        or modality == "actual"
        or (occasion.telling is Telling.TOUCH and modality == "pledged")
    ):
        return True
    dated = find_dates(resolver.parsed.sentence.text, 0, published)
    return occasion.telling is Telling.JOINT and modality == "pledged" and bool(dated)


def _joined(resolver: Resolver, verbs: list[Token]) -> Iterator[MeetingFound]:
    """Who took part, presided or looked on at what the sentences before told of ("Ghana's president also attended")."""
    for verb in verbs:
        subject, passive = subject_of(verb)
        behind = next((c for c in verb.children if c.dep_ == "attr"), None)
        actors = who(resolver, agent_by(verb) if passive else subject or behind)
        people = people_of(actors.actors, verb, resolver.parsed)
        if actors.direct and actors and people and modality_of(verb) in {"actual", "pledged"}:
            kind: MeetingKind = "summit" if any(role in HEADS for _, role in people) else "ministerial"
            names = tuple(dict.fromkeys(name for name, _ in people))
            yield MeetingFound(
                kind, actors.actors, names, None, When(), modality_of(verb), True, heads=kind == "summit", joins=True
            )


def _one_each(found: list[tuple[Occasion, MeetingFound]]) -> Iterator[MeetingFound]:
    """The meetings but for those that only a noun of the same clause specifies ("flew to Rome for consultations")."""
    for occasion, meeting in found:
        if any(_part_of(meeting, o, m) or _only_does(occasion, meeting, o, m) for o, m in found):
            continue
        if meeting.kind not in _UNSPECIFIC:
            yield meeting
            continue
        special = next((m for o, m in found if _specifies(o, m, occasion, meeting)), None)
        if special is None:
            yield meeting
        else:
            yield replace(meeting, kind=special.kind)


_UNSPECIFIC = frozenset({"bilateral_meeting", "visit"})


def _part_of(small: MeetingFound, occasion: Occasion, large: MeetingFound) -> bool:
    """Whether the sentence tells that the two met among more, and not just before or after that."""
    if not set(small.participants) < set(large.participants) or {small.modality, large.modality} != {"actual"}:
        return False
    setting = occasion.trigger.dep_ == "pobj" and occasion.trigger.head.lower_ in _ASIDE
    one, other = small.when.date or "", large.when.date or ""
    return not setting and (one.startswith(other) or other.startswith(one))


def _only_does(occasion: Occasion, meeting: MeetingFound, noun: Occasion, other: MeetingFound) -> bool:
    """Whether a deed done together is but what its object tells of ("co-chaired the committee")."""
    done = occasion.telling is Telling.JOINT and noun.telling is Telling.NOUN and noun.trigger.head == occasion.trigger
    return done and set(meeting.participants) == set(other.participants)


_ASIDE = frozenset({"before", "after", "to", "of", "following", "ahead", "at", "during", "outside", "around"})


def _specifies(noun: Occasion, special: MeetingFound, verb: Occasion, meeting: MeetingFound) -> bool:
    """Whether an occasion is what another, of the same sides and time, was for."""
    if special.kind not in {"dialogue", "negotiation", "call"} or verb.telling is not Telling.VERB:
        return False
    same = special.participants == meeting.participants and special.modality == meeting.modality
    return same and noun.telling is Telling.NOUN and verb.trigger in list(noun.trigger.ancestors)[:4]


def _meeting(
    resolver: Resolver,
    occasion: Occasion,
    found: Found,
    modality: Modality,
    supplied: bool,
    published: str | None,
    beside: tuple[str, ...],
) -> MeetingFound:
    parsed, trigger = resolver.parsed, occasion.trigger
    when = moment(resolver, occasion, modality, published, set(found.actors) - set(beside))
    if modality == "actual" and when.date and published and when.date > published:
        modality = "pledged"
    people = people_of(found.actors, trigger, parsed)
    mediated = trigger.lemma_.lower() in {"mediate", "mediation", "mediating"}
    if mediated and not beside and len(found.actors) > _TWO:
        beside = found.actors[:1] if trigger.pos_ == "VERB" else ()
    touch = occasion.telling is Telling.TOUCH
    talked = occasion.telling is Telling.VERB and trigger.lemma_.lower() in meeting_words().discussing
    talked = talked and occasion.kind == "bilateral_meeting" and when.basis != "stated"
    loose = occasion.loose or talked or occasion.telling in {Telling.JOINT, Telling.WORD}
    return MeetingFound(
        kind_of(resolver, occasion, found.actors, people),
        tuple(sorted(found.actors)),
        tuple(dict.fromkeys(name for name, _ in people)),
        place_of(trigger, parsed),
        when,
        modality,
        found.direct,
        weak=supplied or touch or parsed.sentence.field == "title",
        talk=talked,
        paper=occasion.telling is Telling.JOINT and not people_together(resolver, trigger),
        touch=touch or occasion.telling is Telling.WORD,
        stay=occasion.kind == "visit",
        loose=loose,
        word=talked
        or occasion.telling is Telling.WORD
        or (loose and trigger.lemma_.lower() not in meeting_words().outcome),
        summons=occasion.telling is Telling.SUMMONS,
        hosts=tuple(sorted(beside)),
        convener=_convener(resolver, occasion, found.actors),
        heads=any(role in HEADS for _, role in people) or of_heads(trigger),
        ongoing=occasion.kind == "negotiation" and ongoing(trigger),
        mediated=mediated,
        setting_out=occasion.kind == "visit" and trigger.lemma_.lower() in _SETTING_OUT,
    )


def _convener(resolver: Resolver, occasion: Occasion, actors: tuple[str, ...]) -> str | None:
    """The one of three who is by himself the subject of a verb of meeting."""
    if occasion.trigger.pos_ != "VERB" or len(actors) != _TWO + 1:
        return None
    subject = who(resolver, subject_of(occasion.trigger)[0])
    return subject.actors[0] if len(subject.actors) == 1 else None
