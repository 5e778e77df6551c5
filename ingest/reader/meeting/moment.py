"""Moments: the date of what a word tells."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from graph.claim import Modality, When
from ingest.reader.meeting.groundwork import is_ahead, is_another
from ingest.reader.meeting.occasion import Occasion
from ingest.reader.text.date import MONTHS, WEEKDAYS, DateHit, find_dates
from ingest.reader.text.sentence import Sentence
from ingest.reader.tree.parse import Parsed
from ingest.reader.tree.syntax import Resolver
from ingest.reader.tree.tree import Token

_NEAR = 4
_ELSEWHERE = 9
"""The distance of a date that belongs to another clause."""


def days_told(
    sentences: Sequence[Sentence], starts: Sequence[int], published: str | None
) -> dict[tuple[str, int], tuple[str | None, bool]]:
    """The day told last before each sentence, by its place, and whether what it tells still belongs to that day: in the
    same paragraph, or in the lead. `starts` are where each sentence's matter begins (after a dateline).
    """
    out: dict[tuple[str, int], tuple[str | None, bool]] = {}
    day: str | None = None
    told = -1
    for sentence, start in zip(sentences, starts, strict=True):
        close = sentence.field == "text" and (sentence.paragraph == told or sentence.paragraph <= _LEAD)
        out[(sentence.field, sentence.start)] = (day, close)
        matter = sentence.text[start - sentence.start :]
        if published and _LIVE.match(matter):
            day, told, close = published, sentence.paragraph, True
            out[(sentence.field, sentence.start)] = (day, close)
        if _ONWARD.search(matter):
            day = None
        ahead = _AHEAD.search(matter) is not None
        hits = find_dates(matter, start, published, ahead, day)
        found = [d.when.date for d in hits if not _limit(d, sentence, _DEADLINE)]
        days = [d for d in found if d and len(d) == len("2000-01-01")]
        if days and sentence.field == "text":
            day, told = days[-1], sentence.paragraph
    return out


def stated_day(sentences: Sequence[Sentence]) -> str | None:
    """The first day that an article states with its year, for want of a day of publication."""
    found = (d.when.date for s in sentences for d in find_dates(s.text, s.start, None))
    return next((day for day in found if day and len(day) == len("2000-01-01")), None)


def day_of_lead(sentences: Sequence[Sentence], days: Mapping[tuple[str, int], tuple[str | None, bool]]) -> str | None:
    """The day that the first sentences of the text tell."""
    text = [s for s in sentences if s.field == "text"][: _LEAD + 1]
    return next((day for s in text if (day := days[(s.field, s.start)][0])), None)


_AHEAD = re.compile(
    r"\b(?:is to|are to|is due|are due|is expected|are expected"
    r"|(?:leaves?|fl(?:y|ies)|travels?|heads?|arrives?|departs?|begins?|starts?|opens?|meets?|visits?|resumes?|returns?|continues?"
    r"|ends?|lands?|hosts?|receives?|goes|moves?)\b[^.;]{0,50}?\bon (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_ONWARD = re.compile(r"\b(?:will|would|is to|are to|to) (?:then|next|afterwards|later) [a-z]+")
"""What is to come after what was told before, some day."""
_LIVE = re.compile(r"\d\d[:.]\d\d\b")
"""The time that opens an entry of what is told as it happens."""
_LEAD = 2
"""The paragraphs that go on telling what the first sentence dates."""


def moment(
    resolver: Resolver, occasion: Occasion, modality: Modality, published: str | None, sides: Collection[str]
) -> When:
    """The day or month of the occasion's own clause, else of one above it, else that told before; what goes on needs it
    close by, and the day of the lead is only that of its two main `sides`.
    """
    sentence, parsed, trigger = resolver.parsed.sentence, resolver.parsed, occasion.trigger
    ahead = modality == "pledged" or (sentence.field == "text" and _in_present(trigger))
    ahead = ahead or _before(trigger) or _for_a_day(trigger)
    hits = find_dates(sentence.text, sentence.start, published, ahead, resolver.discourse.day)
    hits = [d for d in hits if d.start >= parsed.spans[0][0]]
    if not hits and occasion.kind != "negotiation":
        return _told_before(resolver, trigger, modality, published, sides)
    dates = [d for d in hits if d.precise and not _limit(d, sentence)]
    if is_ahead(trigger) or _before(trigger):
        dates = [d for d in dates if d.start > parsed.spans[trigger.i][0] and _just_after(trigger, d, parsed)]
    if not dates:
        return When()
    at = parsed.spans[trigger.i][0]
    chain = [trigger, *trigger.ancestors]
    distance, _, best = min(
        ((_distance(d, chain, parsed), abs(d.start - at), d) for d in dates), key=lambda ranked: ranked[:2]
    )
    return best.when if distance < (_NEAR if occasion.kind == "negotiation" else _ELSEWHERE) else When()


def further_dates(occasion: Occasion, when: When) -> Iterator[When]:
    """The other months of rounds that were several ("two rounds of talks, in July and August")."""
    noun = occasion.trigger
    if noun.tag_ not in {"NNS", "NNPS"} or not when.date or len(when.date) != len("2000-01"):
        return
    for token in noun.doc:
        if token.lower_ in MONTHS and f"{MONTHS[token.lower_]:02}" == when.date[-2:]:
            for other in token.children:
                if other.dep_ == "conj" and other.lower_ in MONTHS:
                    yield When(f"{when.date[:4]}-{MONTHS[other.lower_]:02}", when.basis)


def _told_before(
    resolver: Resolver, trigger: Token, modality: Modality, published: str | None, sides: Collection[str]
) -> When:
    """The day that the sentences before tell, where it still holds: for what is planned only a day that is to come."""
    discourse = resolver.discourse
    day = discourse.day if discourse.same_day else None
    if modality == "pledged":
        later = any(t.lower_ in _THEN for t in resolver.parsed.doc if _clause(t) == _clause(trigger))
        return When(day, "relative") if day and day > (published or "9") and not later else When()
    if modality != "actual" or _dated(resolver.parsed, trigger):
        return When()
    if day is None and set(sides) == set(discourse.main):
        day = discourse.lead_day
    return When(day, "relative") if day else When()


def _before(trigger: Token) -> bool:
    """Whether what is dated comes before it ("arrived on Friday ahead of the talks")."""
    link = trigger.head
    if trigger.dep_ != "pobj":
        return False
    return link.lower_ in {"before"} or (link.lower_ == "of" and link.head.lower_ == "ahead")


def _for_a_day(trigger: Token) -> bool:
    """Whether somebody went for what a weekday has ("flew to Rome for Saturday's talks")."""
    on = any(c.lower_ in WEEKDAYS and c.dep_ in {"poss", "compound", "nmod"} for c in trigger.children)
    return on and trigger.dep_ == "pobj" and trigger.head.lower_ == "for"


def _in_present(trigger: Token) -> bool:
    """Whether the clause's verb is in the present: with a day, that tells of what is to come ("leaves on Friday")."""
    verb = next((t for t in (trigger, *trigger.ancestors) if t.pos_ in {"VERB", "AUX"}), None)
    if verb is None:
        return False
    helpers = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    if helpers == {"to"} and verb.head.pos_ in {"VERB", "AUX"}:
        return _in_present(verb.head)
    if helpers:
        return bool(helpers & {"is", "are"}) and verb.tag_ == "VBG"
    return verb.tag_ in {"VBZ", "VBP"} and not _LIVE.match(trigger.doc[0].text)


def _dated(parsed: Parsed, trigger: Token) -> bool:
    """Whether the sentence puts it into another time than the day told before, if only vaguely."""
    for t in (t for t in parsed.doc if _clause(t) == _clause(trigger)):
        hours = t.lower_ == "ago" and t.i and parsed.doc[t.i - 1].lower_ in {"hour", "hours", "minutes"}
        if t.lower_ in _VAGUE and not hours:
            return True
    return trigger.lemma_.lower() not in {"hold", "sign"} and any(
        c.dep_ == "aux" and c.lower_ == "had" for c in trigger.children
    )


_THEN = frozenset({"then", "next", "afterwards", "later", "conclude", "finally", "subsequently"})
"""Words by which what is planned comes after what was told before."""
_VAGUE = frozenset("week weeks ago month months year years spring summer autumn winter".split())
"""Words that put a clause into another time than the day told before."""


def _clause(token: Token) -> Token:
    """The verb of the word's clause."""
    return next((t for t in (token, *token.ancestors) if t.pos_ == "VERB"), token)


def _limit(date: DateHit, sentence: Sentence, words: frozenset[str] | None = None) -> bool:
    """Whether the date only says from when or till when, or stands behind one of `words`."""
    before = (
        sentence.text[: date.start - sentence.start].split()[-1:]
        + sentence.text[date.start - sentence.start : date.end - sentence.start].split()[:1]
    )
    return any(word.lower() in (words or _DEADLINE | {"since"}) for word in before)


_DEADLINE = frozenset({"until", "till", "by"})


def _distance(date: DateHit, chain: list[Token], parsed: Parsed) -> int:
    """How many words up from the trigger the date hangs, clauses about the trigger itself included."""
    pairs = list(zip(parsed.doc, parsed.spans, strict=True))
    token = next((t for t, (a, b) in pairs if a < date.end and date.start < b), None)
    if token is None:  # it stood between subject and verb
        token = next((t for t, (a, _) in pairs if a >= date.end and t.pos_ in {"VERB", "AUX"}), None)
    if token is None:
        return _ELSEWHERE
    if token.head != chain[0] and (_for_a_day(token.head) or _before(token.head)):
        return _ELSEWHERE
    if any(is_another(t, chain[0]) and _just_after(t, date, parsed) for t in token.doc[: token.i]):
        return _ELSEWHERE
    for word in (token, *token.ancestors):
        if is_another(word, chain[0]):
            return _ELSEWHERE
        if word in chain:
            return min(chain.index(word), _ELSEWHERE - 1)
        if word.pos_ in {"VERB", "AUX"} and word.dep_ not in {"amod", "xcomp"} and not _of_trigger(word, chain[0]):
            return _ELSEWHERE
    return _ELSEWHERE


def _just_after(noun: Token, date: DateHit, parsed: Parsed) -> bool:
    """Whether no verb stands between a noun and a date behind it, which so is the noun's."""
    between = (t for t in noun.doc[noun.i :] if parsed.spans[t.i][0] < date.start)
    return not any(t.pos_ in {"VERB", "AUX"} for t in between)


def _of_trigger(verb: Token, trigger: Token) -> bool:
    """Whether a clause is about the trigger: "talks held on", "when he was there, the president told"."""
    if verb.head != trigger:
        return False
    if verb.dep_ in {"acl", "relcl"}:
        return trigger.pos_ != "VERB"
    return verb.dep_ == "advcl" and any(c.lower_ in {"when", "as", "while"} for c in verb.children)
