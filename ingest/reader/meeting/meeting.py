"""Meetings, visits and calls that a sentence tells of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.claim import MeetingKind, Modality, When
from ingest.reader.act.frame import Frames
from ingest.reader.meeting.attendance import attendance
from ingest.reader.meeting.host import hosts, joins, under_mediation
from ingest.reader.meeting.modality import meeting_modality
from ingest.reader.meeting.moment import moment
from ingest.reader.meeting.occasion import Occasion, Telling, find_occasions
from ingest.reader.meeting.side import who
from ingest.reader.meeting.words import meeting_words
from ingest.reader.text.date import find_dates
from ingest.reader.tree.modality import modality_of
from ingest.reader.tree.parse import Parsed
from ingest.reader.tree.syntax import Found, Resolver, agent_by, subject_of
from ingest.reader.tree.tree import Token
from ingest.reader.who.mention import Form

HEADS = frozenset({"head_of_state", "head_of_government", "monarch"})


@dataclass(frozen=True, slots=True)
class MeetingFound:
    """A meeting in one sentence.

    `weak` ones only add to others that are told better; `loose` ones tell what people did together, a `word` what one
    said to the other; a `summons` is no consultation.
    """

    kind: MeetingKind
    participants: tuple[str, ...]
    leaders: tuple[str, ...]
    place: str | None
    when: When
    modality: Modality
    direct: bool
    weak: bool = False
    loose: bool = False
    word: bool = False
    summons: bool = False
    joins: bool = False
    """Only tells who else took part in what was told before."""
    setting_out: bool = False
    """Told of the way there: the day may be another."""


_COMPLETED = frozenset({Telling.NOUN, Telling.VERB})
_HOSTED = frozenset({"bilateral_meeting", "summit", "ministerial", "negotiation", "dialogue"})


def find_meetings(resolver: Resolver, frames: Frames, published: str | None) -> Iterator[MeetingFound]:
    """The meetings that a sentence tells of; wished for, refused or called off ones where it names both sides."""
    if resolver.parsed.sentence.text.rstrip().endswith("?"):
        return
    found = list(_found(resolver, frames, published))
    yield from one_each(found)
    if not found:
        yield from _joining(resolver)


def _found(resolver: Resolver, frames: Frames, published: str | None) -> Iterator[tuple[Occasion, MeetingFound]]:
    """The occasions of the sentence that are meetings."""
    for occasion in find_occasions(resolver.parsed, frames):
        modality = meeting_modality(occasion)
        if (
            occasion.telling is Telling.JOINT
            and modality == "pledged"
            and not find_dates(resolver.parsed.sentence.text, 0, published)
        ):
            continue
        unreal = modality in {"possible", "negated"}
        if unreal and occasion.telling not in {Telling.NOUN, Telling.VERB}:
            continue
        found = attendance(resolver, occasion)
        if unreal and not found.direct:
            continue
        supplied = False
        if not unreal and not occasion.complete and len(found.actors) == 1 and occasion.telling in _COMPLETED:
            found, supplied = _completed(resolver, occasion, found)
        found = _with_house(resolver.parsed, occasion, found)
        if len(found.actors) < 2:
            continue
        if (
            occasion.kind in _HOSTED
            and occasion.telling in _COMPLETED | {Telling.JOINT}
            and (extra := hosts(resolver, occasion))
        ):
            found = Found(tuple(dict.fromkeys((*found.actors, *extra.actors))), found.direct)
        for actors in _split(occasion, found):
            yield occasion, _meeting(resolver, occasion, Found(actors, found.direct), modality, supplied, published)


def _joining(resolver: Resolver) -> Iterator[MeetingFound]:
    """Who took part, presided or looked on at what the sentences before told of ("Ghana's president also attended")."""
    for verb in resolver.parsed.doc:
        if verb.pos_ not in {"VERB", "AUX"} or not joins(verb):
            continue
        subject, passive = subject_of(verb)
        actors = who(resolver, agent_by(verb) if passive else subject)
        people = _people(actors.actors, verb, resolver.parsed)
        if actors.direct and actors and people and modality_of(verb) in {"actual", "pledged"}:
            kind: MeetingKind = "summit" if any(role in HEADS for _, role in people) else "ministerial"
            names = tuple(dict.fromkeys(name for name, _ in people))
            yield MeetingFound(kind, actors.actors, names, None, When(), modality_of(verb), True, joins=True)


def one_each(found: list[tuple[Occasion, MeetingFound]]) -> Iterator[MeetingFound]:
    """The meetings but for those that only a noun of the same clause specifies ("flew to Rome for consultations")."""
    for occasion, meeting in found:
        if meeting.kind not in _UNSPECIFIC:
            yield meeting
            continue
        special = next((m for o, m in found if _specifies(o, m, occasion, meeting)), None)
        if special is None:
            yield meeting
        else:
            yield replace(meeting, kind=special.kind)


_UNSPECIFIC = frozenset({"bilateral_meeting", "visit"})


def _specifies(noun: Occasion, special: MeetingFound, verb: Occasion, meeting: MeetingFound) -> bool:
    """Whether an occasion is what another, of the same sides and time, was for."""
    if special.kind not in {"dialogue", "negotiation", "call"} or verb.telling is not Telling.VERB:
        return False
    same = special.participants == meeting.participants and special.modality == meeting.modality
    return same and noun.telling is Telling.NOUN and verb.trigger in list(noun.trigger.ancestors)[:4]


def _completed(resolver: Resolver, occasion: Occasion, found: Found) -> tuple[Found, bool]:
    """With the one whose place they are at, a person of the sentence, or whom discourse supplies (then True)."""
    host = _host(resolver.parsed, occasion.trigger, _SEATS | {Form.NAME} if occasion.kind == "visit" else _SEATS)
    if host and host not in found.actors:
        return Found((*found.actors, host), found.direct), False
    trigger = occasion.trigger
    for i, mention in sorted(resolver.parsed.mention_at.items(), key=lambda m: abs(m[0] - trigger.i)):
        if mention.leader is not None and mention.leader.actor not in found.actors:
            between = trigger.doc[min(i, trigger.i + 1) : max(i, trigger.i)]
            near = not any(t.pos_ == "VERB" for t in between)
            return Found((*found.actors, mention.leader.actor), False), not near and occasion.kind != "visit"
    if occasion.telling is Telling.VERB:
        return found, True
    other = _other_side(resolver, found.actors[0], trigger)
    if other is None:
        return found, True
    main = set(resolver.discourse.main)
    known = {found.actors[0], other} == main and resolver.discourse.dominant
    return Found((*found.actors, other), False), not (known or (occasion.kind == "visit" and other in main))


def _with_house(parsed: Parsed, occasion: Occasion, found: Found) -> Found:
    """With the host in whose government's house two others meet or sign."""
    if len(found.actors) != 2 or occasion.telling is Telling.SUMMONS:
        return found
    for token in occasion.trigger.children:
        if token.dep_ == "prep" and token.lower_ in {"in", "at", "inside"}:
            for noun in token.subtree:
                mention = parsed.mention(noun)
                if mention is not None and mention.form is Form.METONYM and noun.head.dep_ in {"prep"}:
                    return Found(tuple(dict.fromkeys((*found.actors, *mention.actors))), found.direct)
    return found


def _other_side(resolver: Resolver, actor: str, trigger: Token) -> str | None:
    """Whom the actor meets where nothing says: the other of the article's two sides, else the last subject."""
    discourse = resolver.discourse
    focus = discourse.it()
    if focus == actor or (discourse.dominant and actor in discourse.main):
        return discourse.partner(actor, resolver.before(trigger))
    return focus


_SEATS = frozenset({Form.SEAT, Form.METONYM, Form.ADJECTIVE})
"""Mentions of a place that has its government in it; the adjective stands for "the Malian capital"."""


def _host(parsed: Parsed, trigger: Token, forms: frozenset[Form]) -> str | None:
    """The actor at whose seat it happens: "in Astana", "at the White House"."""
    verb = trigger
    while verb.pos_ not in {"VERB", "AUX"} and verb.head != verb:
        verb = verb.head
    for token in (trigger, verb):
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ in {"in", "at", "to"}:
                for noun in child.children:
                    mention = parsed.mention(noun)
                    if mention is None and noun.lemma_.lower() == "capital":
                        mention = next((m for c in noun.children if (m := parsed.mention(c))), None)
                    if mention is not None and mention.form in forms:
                        return mention.actors[0]
    return None


def _split(occasion: Occasion, found: Found) -> list[tuple[str, ...]]:
    """One party that visits, calls, negotiates with or sees several in turn does so with each; others meet together."""
    actors = found.actors
    if len(actors) < 3 or occasion.trigger.lemma_.lower() == "mediate":
        return [actors]
    verb = occasion.telling is Telling.VERB
    apart = verb and (occasion.kind in {"negotiation", "call", "visit"} or occasion.trigger.lemma_.lower() == "speak")
    if apart or (occasion.telling in _COMPLETED and _in_turn(occasion)):
        return [(actors[0], other) for other in actors[1:]]
    return [actors]


_TURNS = frozenset({"separately", "separate", "individually", "respectively"})
_THEN = frozenset({"then", "afterwards", "later", "subsequently", "next"})


def _in_turn(occasion: Occasion) -> bool:
    """Whether words say that they met one after the other ("first with X and then with Y", "separate talks with")."""
    trigger = occasion.trigger
    near = [trigger, *trigger.children]
    if trigger.pos_ not in {"VERB", "AUX"}:
        near += trigger.head.children
    if any(t.lower_ in _TURNS for t in near):
        return True
    inside = [t for c in near if c.dep_ in {"prep", "dobj", "conj"} for t in c.subtree]
    return any(t.lower_ in _THEN and t.i > trigger.i and any(c.dep_ == "cc" for c in t.head.children) for t in inside)


def _meeting(
    resolver: Resolver,
    occasion: Occasion,
    found: Found,
    modality: Modality,
    supplied: bool,
    published: str | None,
) -> MeetingFound:
    parsed, trigger = resolver.parsed, occasion.trigger
    when = moment(resolver, trigger, modality, published, occasion.kind == "negotiation")
    if modality == "actual" and when.date and published and when.date > published:
        modality = "pledged"
    people = _people(found.actors, trigger, parsed)
    loose = occasion.telling in {Telling.JOINT, Telling.WORD}
    return MeetingFound(
        _kind(resolver, occasion, found.actors, people),
        tuple(sorted(found.actors)),
        tuple(dict.fromkeys(name for name, _ in people)),
        _place(trigger, parsed),
        when,
        modality,
        found.direct,
        weak=supplied or parsed.sentence.field == "title",
        loose=loose,
        word=occasion.telling is Telling.WORD or (loose and trigger.lemma_.lower() not in meeting_words().outcome),
        summons=occasion.telling is Telling.SUMMONS,
        setting_out=occasion.kind == "visit"
        and trigger.lemma_.lower() in {"leave", "depart", "set", "head", "embark", "make"},
    )


def _kind(
    resolver: Resolver, occasion: Occasion, actors: tuple[str, ...], people: list[tuple[str, str]]
) -> MeetingKind:
    bodies = any(a.startswith("ORG:") for a in actors)
    if occasion.kind == "summit" and len(actors) == 2 and not bodies:
        return "bilateral_meeting"
    if occasion.kind == "negotiation" and occasion.trigger.pos_ == "NOUN" and _heads_met(occasion, people):
        return "bilateral_meeting"
    if occasion.kind != "bilateral_meeting":
        return occasion.kind
    subject, _ = subject_of(occasion.trigger) if occasion.trigger.pos_ == "VERB" else (None, False)
    if subject is not None and subject.lemma_.lower() in meeting_words().negotiator:
        return "negotiation"
    if under_mediation(occasion) and not any(role in HEADS for _, role in people):
        return "negotiation"
    if len(actors) > 2:
        return "summit" if any(role in HEADS for _, role in people) or not people else "ministerial"
    return (bodies and _of_members(resolver)) or occasion.kind


_MEMBERS: dict[str, MeetingKind] = {"leader": "summit", "minister": "ministerial"}


def _heads_met(occasion: Occasion, people: list[tuple[str, str]]) -> bool:
    """Whether heads of two sides "held negotiations": for them that is a meeting."""
    held = occasion.trigger.dep_ == "dobj" and occasion.trigger.head.lemma_.lower() in {"hold", "have", "conduct"}
    return held and len({name for name, role in people if role in HEADS}) > 1


def _of_members(resolver: Resolver) -> MeetingKind | None:
    """What a body's side makes it: its leaders a summit, its ministers a ministerial."""
    for token in resolver.parsed.doc:
        kind = _MEMBERS.get(token.lemma_.lower()) if token.tag_ == "NNS" else None
        if kind and any(a.startswith("ORG:") for a in resolver.actors_of(token).actors):
            return kind
    return None


def _people(actors: tuple[str, ...], trigger: Token, parsed: Parsed) -> list[tuple[str, str]]:
    """The named people of the participants whom the clause puts into the act: name and role."""
    out = []
    clause = _clause(trigger)
    for i, mention in sorted(parsed.mention_at.items()):
        if parsed.doc[i] not in clause:
            continue
        if mention.leader and mention.leader.actor in actors and not _speaks(parsed.doc[i], trigger):
            out.append((mention.leader.name, mention.leader.role))
    return out


def _clause(trigger: Token) -> set[Token]:
    """The words of the trigger's clause; those of the whole sentence where it is the main one."""
    verb = trigger
    while verb.pos_ not in {"VERB", "AUX"} and verb.head != verb:
        verb = verb.head
    return {*verb.subtree, verb.head} if verb.dep_ in {"relcl", "ccomp"} else set(trigger.doc)


def _speaks(token: Token, trigger: Token) -> bool:
    """Whether the person only tells of the act ("..., Peskov said")."""
    head = token.head
    return (
        token.dep_ == "nsubj"
        and head.lemma_ in {"say", "tell", "add", "write"}
        and head.i != trigger.i
        and trigger in head.subtree
        and trigger not in token.subtree
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
