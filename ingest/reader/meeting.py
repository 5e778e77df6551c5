"""Meetings, visits and calls: found in sentences, folded over an article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from spacy.tokens import Token

from graph.claim import MeetingKind, Modality, When
from ingest.reader.attendance import attendance
from ingest.reader.frame import Frames
from ingest.reader.lexicon import lexicon
from ingest.reader.mention import Form
from ingest.reader.modality import modality_of, weaker
from ingest.reader.moment import moment
from ingest.reader.occasion import Occasion, Telling, find_occasions, occasion_words
from ingest.reader.parse import Parsed
from ingest.reader.syntax import Found, Resolver, subject_of

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


def find_meetings(resolver: Resolver, frames: Frames, published: str | None) -> Iterator[MeetingFound]:
    """The meetings that a sentence tells of; none that are only wished for, refused or called off."""
    for occasion in find_occasions(resolver.parsed, frames):
        modality = _modality(occasion)
        if modality in {"possible", "negated"}:
            continue
        found = attendance(resolver, occasion)
        supplied = False
        if len(found.actors) == 1 and occasion.telling in {Telling.NOUN, Telling.VERB}:
            found, supplied = _completed(resolver, occasion, found)
        found = _with_house(resolver.parsed, occasion, found)
        if len(found.actors) < 2:
            continue
        for actors in _split(occasion, found):
            yield _meeting(resolver, occasion, Found(actors, found.direct), modality, supplied, published)


def _modality(occasion: Occasion) -> Modality:
    trigger = occasion.trigger
    modality = modality_of(trigger)
    if occasion.telling in {Telling.JOINT, Telling.SUMMONS} and modality != "actual":
        return "possible"
    if trigger.pos_ in {"VERB", "AUX"}:
        modality = weaker(modality, _supposed(trigger))
    else:
        modality = weaker(modality, _of_noun(trigger))
        if trigger.pos_ not in {"NOUN", "PROPN"}:
            verb = next((t for t in trigger.ancestors if t.pos_ == "VERB"), None)
            modality = weaker(modality, modality_of(verb)) if verb is not None else modality
    if modality == "possible" and _accepted(trigger):
        return "pledged"
    return "pledged" if modality == "actual" and _expected(trigger) else modality


def _of_noun(noun: Token) -> Modality:
    """What is made of the meeting by the verb that it is the subject of, and by the words over it."""
    found: Modality = "actual"
    token = noun
    for _ in range(5):
        if token.dep_ in {"nsubj", "nsubjpass"}:
            found = weaker(found, modality_of(token.head))
        head = token.head
        if head == token or (head.pos_ == "ADP" and head.lower_ not in {"of", "for", "from", "about", "out"}):
            return found
        lemma = head.lemma_.lower()
        if head.pos_ in {"NOUN", "PROPN"} and (lemma in occasion_words().thought or lemma in lexicon().document):
            found = weaker(found, "possible")
        if head.pos_ in {"VERB", "AUX"}:
            particles = [c.lower_ for c in head.children if c.dep_ in {"prt", "advmod"}]
            ended = {lemma, *(f"{lemma}+{p}" for p in particles)} & occasion_words().ending
            return "negated" if ended and token.dep_ in {"dobj", "nsubjpass", "pobj", "prep"} else found
        token = head
    return found


def _supposed(verb: Token) -> Modality:
    """What only would be: "unless it lets them meet", "was to have met", "nobody to meet with"."""
    helpers = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    if {"to", "have"} <= helpers or verb.dep_ == "csubj":
        return "possible"
    if verb.dep_ in {"relcl", "acl"} and verb.head.lower_ in {"anyone", "nobody", "nothing", "anything"}:
        return "negated"
    for above in list(verb.ancestors)[:3]:
        if any(c.dep_ == "mark" and c.lower_ in {"if", "unless", "whether"} for c in above.children):
            return "possible"
    return "actual"


def _accepted(trigger: Token) -> bool:
    """Whether the same sentence says that the invitation was accepted."""
    return any(t.lemma_.lower() == "accept" and modality_of(t) == "actual" for t in trigger.doc)


def _expected(trigger: Token) -> bool:
    """Whether somebody is due, or is expected, for it."""
    for above in [trigger, *trigger.ancestors][:4]:
        if above.pos_ in {"VERB", "ADJ"} and above.lemma_.lower() in _EXPECTED:
            return True
        if any(c.dep_ == "acomp" and c.lemma_.lower() in _EXPECTED for c in above.children):
            return True
    return False


_EXPECTED = frozenset({"due", "expect", "schedule", "slate", "await", "plan"})


def _completed(resolver: Resolver, occasion: Occasion, found: Found) -> tuple[Found, bool]:
    """With the one whose place they are at, a person of the sentence, or whom discourse supplies (then True)."""
    host = _host(resolver.parsed, occasion.trigger)
    if host and host not in found.actors:
        return Found((*found.actors, host), found.direct), False
    trigger = occasion.trigger
    for i, mention in sorted(resolver.parsed.mention_at.items(), key=lambda m: abs(m[0] - trigger.i)):
        if mention.leader is not None and mention.leader.actor not in found.actors:
            near = i < trigger.i and not any(t.pos_ == "VERB" for t in trigger.doc[i : trigger.i])
            return Found((*found.actors, mention.leader.actor), False), not near and occasion.kind != "visit"
    if occasion.telling is Telling.VERB:
        return found, True
    other = resolver.discourse.partner(found.actors[0], resolver.before(trigger))
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


def _host(parsed: Parsed, trigger: Token) -> str | None:
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
                    if mention is not None and mention.form is not Form.LEADER:
                        return mention.actors[0]
    return None


def _split(occasion: Occasion, found: Found) -> list[tuple[str, ...]]:
    """One party that calls or negotiates with several does so with each; else all meet together."""
    actors = found.actors
    if len(actors) < 3 or occasion.kind not in {"negotiation", "call"} or occasion.telling is not Telling.VERB:
        return [actors]
    if occasion.trigger.lemma_.lower() == "mediate":
        return [actors]
    return [(actors[0], other) for other in actors[1:]]


def _meeting(
    resolver: Resolver,
    occasion: Occasion,
    found: Found,
    modality: Modality,
    supplied: bool,
    published: str | None,
) -> MeetingFound:
    parsed, trigger = resolver.parsed, occasion.trigger
    people = _people(found.actors, trigger, parsed)
    loose = occasion.telling in {Telling.JOINT, Telling.WORD}
    return MeetingFound(
        _kind(resolver, occasion, found.actors, people),
        tuple(sorted(found.actors)),
        tuple(dict.fromkeys(name for name, _ in people)),
        _place(trigger, parsed),
        moment(resolver, trigger, modality, published, occasion.kind == "negotiation"),
        modality,
        found.direct,
        weak=supplied or parsed.sentence.field == "title",
        loose=loose,
        word=occasion.telling is Telling.WORD or (loose and trigger.lemma_.lower() not in occasion_words().outcome),
        summons=occasion.telling is Telling.SUMMONS,
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
    if subject is not None and subject.lemma_.lower() in occasion_words().negotiator:
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
    return set(verb.subtree) if verb.dep_ in {"relcl", "ccomp"} else set(trigger.doc)


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


def fold_meetings(found: Iterable[tuple[int, MeetingFound]]) -> list[tuple[MeetingFound, tuple[int, ...]]]:
    """One row per meeting: the same participants, and dates and kinds that do not contradict each other.

    What is told weakly or loosely joins a meeting that is told well, even a larger one of the same day.
    """
    rows: list[tuple[MeetingFound, tuple[int, ...]]] = []
    items = list(found)
    for sentence, item in sorted(
        items, key=lambda x: (x[1].weak, x[1].loose, -len(x[1].participants) if x[1].loose else 0)
    ):
        target = next((i for i, (old, _) in enumerate(rows) if _same(old, item)), None)
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
    return rows


def _within(item: MeetingFound, old: MeetingFound) -> bool:
    """Whether two of a larger meeting do something in its course."""
    return set(item.participants) < set(old.participants) and _compatible(item.when, old.when)


def _compatible(a: When, b: When) -> bool:
    one, other = a.date or "", b.date or ""
    return one.startswith(other) or other.startswith(one)


def _same(old: MeetingFound, new: MeetingFound) -> bool:
    if set(old.participants) != set(new.participants) or old.summons != new.summons:
        return False
    if not _compatible(old.when, new.when) and not _within_visit(old, new):
        return False
    if new.weak:
        return True
    if old.kind != new.kind and (old.kind in _APART or new.kind in _APART):
        return new.word and not new.when.date and old.kind != "negotiation" and old.modality == new.modality
    return old.modality == new.modality or new.loose


_APART = frozenset({"negotiation", "call", "dialogue"})


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
    first, other = sorted((a.when, b.when), key=lambda w: w.date or "9")
    when = max((first, other), key=lambda w: len(w.date or ""))
    return replace(
        a,
        kind=a.kind if b.word or b.weak else min(a.kind, b.kind, key=lambda k: _RANK[k]),
        leaders=tuple(dict.fromkeys((*a.leaders, *b.leaders))),
        place=a.place or b.place,
        when=when,
        direct=a.direct or b.direct,
    )
