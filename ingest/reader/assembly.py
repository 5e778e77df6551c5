"""The assembly: from trees to the reading, sentence by sentence, then folded over the whole article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.article import Article
from graph.claim import Agreement, Claim, Event, Evidence, Meeting, Office
from graph.reading import Reading
from graph.vocabulary import sectors
from ingest.reader.act.act import Act
from ingest.reader.act.event import act_claims, implied_events
from ingest.reader.act.finder import find_acts
from ingest.reader.act.frame import frames
from ingest.reader.agreement.agreement import AgreementFound, find_agreements, leads
from ingest.reader.agreement.fold import fold_agreements
from ingest.reader.agreement.latent import latent_agreements
from ingest.reader.agreement.lead import Lead, lead_after
from ingest.reader.confidence import claimed
from ingest.reader.cooperation.cooperation import cooperation_claims
from ingest.reader.cooperation.heading import note_lines
from ingest.reader.cooperation.provision import note_document, note_signing, note_subject
from ingest.reader.cooperation.refusal import refused, without_refused
from ingest.reader.draft import Draft
from ingest.reader.meeting.consultation import consulting
from ingest.reader.meeting.fold import fold_meetings
from ingest.reader.meeting.found import MeetingFound
from ingest.reader.meeting.meeting import find_meetings
from ingest.reader.meeting.moment import day_of_lead, days_told, stated_day
from ingest.reader.text.date import find_dates
from ingest.reader.text.sentence import Sentence
from ingest.reader.tree.discourse import Discourse
from ingest.reader.tree.parse import Parsed
from ingest.reader.tree.sector import sector_tokens, topic_of
from ingest.reader.tree.syntax import Resolver
from ingest.reader.tree.tree import Token
from ingest.reader.who.mention import Leader
from ingest.reader.who.presence import presences


@dataclass(frozen=True, slots=True)
class Told:
    """What one sentence tells by itself; `sectors` are its sector words by token, `claims` those on acts."""

    parsed: Parsed
    sectors: tuple[tuple[int, str], ...]
    acts: tuple[Act, ...]
    meetings: tuple[MeetingFound, ...]
    agreements: tuple[AgreementFound, ...]
    claims: tuple[Claim, ...]


def tell(draft: Draft, parsed: Sequence[Parsed]) -> list[Told]:
    """What each sentence tells, in the discourse that those before it make."""
    main, dominant = _main_actors(draft)
    discourse = Discourse(main=main, dominant=dominant, topic=topic_of(list(parsed)))
    discourse.written = draft.article.published or stated_day(draft.sentences)
    days = days_told(draft.sentences, draft.starts, discourse.written)
    discourse.lead_day = day_of_lead(draft.sentences, days)
    out: list[Told] = []
    paragraph = 0
    lead: Lead | None = None
    for item in parsed:
        if item.sentence.paragraph != paragraph:
            discourse.here.clear()
            paragraph = item.sentence.paragraph
        discourse.day, discourse.same_day = days[(item.sentence.field, item.sentence.start)]
        out.append(_read_sentence(draft.article, item, discourse, lead))
        if len(out) > 1 and (refusing := refused(out[-1].acts)):
            out[-2] = replace(out[-2], claims=without_refused(out[-2].claims, refusing))
        lead = lead_after(Resolver(item, discourse), leads(out[-1].agreements), lead)
        _advance(item, out[-1].acts, discourse)
        for meeting in out[-1].meetings:
            if meeting.direct and not meeting.weak and not meeting.joins:
                discourse.met.insert(0, meeting.participants)
    return out


def assemble(draft: Draft, told: Sequence[Told], version: str) -> Reading:
    """The reading: the claims of all sentences, with agreements and meetings folded over the whole article."""
    if not draft.relevant:
        return Reading(draft.article.id, version)
    meetings = list(_meeting_claims(draft, told))
    own = [claim for one in told for claim in one.claims]
    claims = list(_offices(draft)) + consulting(own + list(_unreal_meetings(draft, told)), meetings)
    claims += list(_agreement_claims(draft, told))
    claims += list(implied_events(claims))
    claims += meetings
    present = tuple(presences([one.parsed for one in told], claims))
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


def _read_sentence(article: Article, parsed: Parsed, discourse: Discourse, lead: Lead | None) -> Told:
    resolver = Resolver(parsed, discourse)
    sentence = parsed.sentence
    hits = sector_tokens(parsed)
    acts = find_acts(resolver, frames())
    dates = find_dates(sentence.text, sentence.start, discourse.written, told=discourse.day)
    meetings = tuple(find_meetings(resolver, frames(), discourse.written))
    agreements = list(find_agreements(resolver, _year(article), lead))
    about = tuple(_about(a, hits) for a in (*agreements, *latent_agreements(parsed, acts)))
    note_signing(acts, discourse)
    note_subject(parsed, agreements, discourse)
    bonds = list(cooperation_claims(article.id, resolver, acts, agreements, hits))
    note_document(parsed, acts, agreements, discourse)
    note_lines(parsed, acts, hits, discourse)
    claims = [claim for act in acts for claim in act_claims(article.id, parsed, act, hits, dates, bonds)]
    return Told(parsed, tuple(hits), tuple(acts), meetings, about, (*claims, *bonds))


def _about(agreement: AgreementFound, hits: list[tuple[int, str]]) -> AgreementFound:
    """The agreement with the sectors of its name and of the clauses on it, else of what is done by it."""
    found = _sectors_in(hits, agreement.scope | agreement.matter) or _sectors_in(hits, agreement.around)
    return replace(agreement, sectors=found)


def _sectors_in(hits: list[tuple[int, str]], tokens: frozenset[int]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(sectors().top(s) for t, s in hits if t in tokens))


def _year(article: Article) -> int | None:
    return int(article.published[:4]) if article.published else None


def _whole(sentence: Sentence, marks: tuple[tuple[int, int], ...] = ()) -> Evidence:
    return Evidence(sentence.field, sentence.start, sentence.end, sentence.text, marks)


def _advance(parsed: Parsed, acts: Sequence[Act], discourse: Discourse) -> None:
    """Moves the focus on: those mentioned, the subjects among them, the people, and who acted with or on whom."""
    people = list(_pronouns(parsed, discourse))
    for i, mention in sorted(parsed.mention_at.items()):
        token = parsed.doc[i]
        subject = token.dep_ in {"nsubj", "nsubjpass"} or (
            token.dep_ in {"poss", "amod", "compound"} and token.head.dep_ in {"nsubj", "nsubjpass"}
        )
        discourse.note(mention.actors, subject)
        if mention.leader:
            people.append((_prominence(token), mention.leader))
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
        if act.direct or len(act.agents) > 2:
            discourse.note_group(sorted(act.actors))
        if act.direct or len(act.patients) > 1:
            discourse.note_sides(act.agents, act.patients)


def _pronouns(parsed: Parsed, discourse: Discourse) -> Iterator[tuple[int, Leader]]:
    """The people whom "he" and "she" mean as subjects, with their prominence."""
    resolver = Resolver(parsed, discourse)
    for token in parsed.doc:
        if token.lower_ in {"he", "she"} and token.dep_ in {"nsubj", "nsubjpass"} and (who := resolver.person(token)):
            yield _prominence(token), who


def _prominence(token: Token) -> int:
    """How much a person is spoken of: as the subject of the main clause, of another, or not as a subject."""
    if token.dep_ not in {"nsubj", "nsubjpass"}:
        return 0
    verb = token.head
    return 2 if verb.dep_ == "ROOT" or (verb.dep_ == "conj" and verb.head.dep_ == "ROOT") else 1


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


def _agreement_claims(draft: Draft, told: Sequence[Told]) -> Iterator[Claim]:
    for item, numbers in fold_agreements([(i, a) for i, one in enumerate(told) for a in one.agreements]):
        if len(item.parties) < 2:
            continue
        evidence = tuple(_whole(told[n].parsed.sentence) for n in numbers)
        about = item.sectors or (("finance",) if item.kind == "loan" else ())
        statement = Agreement(item.name, item.kind, item.parties, about, item.status)
        yield claimed(draft.article.id, statement, evidence, "agreement", item.direct)


def _meetings(told: Sequence[Told]) -> Iterator[tuple[int, MeetingFound]]:
    return ((number, meeting) for number, one in enumerate(told) for meeting in one.meetings)


def _unreal_meetings(draft: Draft, told: Sequence[Told]) -> Iterator[Claim]:
    """Meetings that were only wished for, refused or called off: consultations that may be, or will not."""
    for number, item in _meetings(told):
        if item.modality in {"possible", "negated"} and len(item.participants) == 2:
            pair = (item.participants[0], item.participants[1])
            event = Event((pair,), "CONSULT", None, (), item.modality)
            evidence = (_whole(told[number].parsed.sentence),)
            yield claimed(draft.article.id, event, evidence, "meeting.unreal", item.direct, item.when)


def _meeting_claims(draft: Draft, told: Sequence[Told]) -> Iterator[Claim]:
    real = [(number, m) for number, m in _meetings(told) if m.modality in {"actual", "pledged"}]
    for item, numbers in fold_meetings(real):
        evidence = tuple(_whole(told[n].parsed.sentence) for n in numbers)
        statement = Meeting(item.kind, item.participants, item.leaders, item.place, item.modality)
        frame = "summons" if item.summons else "meeting.signing" if item.paper else "meeting"
        yield claimed(draft.article.id, statement, evidence, frame, item.direct, item.when)
