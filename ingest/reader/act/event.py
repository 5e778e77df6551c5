"""Event and cooperation claims from the acts of a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, permutations

from graph.claim import Agreement, Claim, Cooperation, Event, Pair, Statement, When
from graph.vocabulary import sectors
from ingest.reader.act.act import Act
from ingest.reader.confidence import claimed
from ingest.reader.evidence import evidence_of
from ingest.reader.text.date import DateHit
from ingest.reader.tree.parse import Parsed
from ingest.reader.tree.polarity import chain_of

SYMMETRIC = frozenset({"AGREE", "CONSULT", "COOPERATE"})


def act_claims(
    article_id: str,
    parsed: Parsed,
    act: Act,
    hits: list[tuple[int, str]],
    dates: list[DateHit],
    bonds: Iterable[Claim] = (),
) -> Iterator[Claim]:
    """The event of an act; it is about what its scope names, and what its actors cooperate in by its sentence."""
    doc = parsed.doc
    about = list(dict.fromkeys(s for i, s in hits if i in act.scope or act.trigger in chain_of(doc[i])))
    evidence = (evidence_of(parsed, act.trigger),)
    when = _act_when(act, parsed, dates)
    frame = act.frame
    if frame.type is not None:
        pairs = {(min(p), max(p)) for p in _pairs(act)}
        shared = [c.statement for c in bonds if isinstance(c.statement, Cooperation)] if frame.cooperation else []
        about += [s.sector for s in shared if pairs & set(s.pairs)]
        top = tuple(dict.fromkeys(sectors().top(s) for s in about))
        statement: Statement = Event(_pairs(act), frame.type, frame.mode, top, act.modality)
        yield claimed(article_id, statement, evidence, frame.id, act.direct, when)


def _act_when(act: Act, parsed: Parsed, dates: list[DateHit]) -> When:
    at = parsed.spans[act.trigger.i][0]
    near = sorted(dates, key=lambda d: abs(d.start - at))
    return near[0].when if near else When()


def _pairs(act: Act) -> tuple[Pair, ...]:
    """The pairs of an act: unordered ones smaller first, directed ones actor first, both where the frame says."""
    agents, patients = act.agents, act.patients
    if act.mutual:
        return tuple(permutations(agents, 2))
    if act.frame.both or act.frame.type in SYMMETRIC or act.frame.type is None:
        if agents and patients:
            pairs = [(a, b) for a in agents for b in patients if a != b]
            if len(agents) > 1 and len(act.actors) <= 3:
                pairs += list(combinations(agents, 2))
        else:
            pairs = list(combinations(act.actors, 2))
        pairs = [(min(p), max(p)) for p in pairs]
        if act.frame.both:
            pairs = [q for p in pairs for q in (p, (p[1], p[0]))]
        return tuple(dict.fromkeys(pairs))
    return tuple(dict.fromkeys((a, b) for a in agents for b in patients if a != b))


EXPLAINING = frozenset({"SUPPORT", "AID", "COOPERATE", "CONCEDE"})
"""Types that tell how an active cooperation came about: a document signed, help given, the work itself."""
SIGNED = frozenset({"signed", "ratified"})


def implied_events(claims: Iterable[Claim]) -> Iterator[Claim]:
    """The acts that other claims imply (GUIDE.md, events).

    A document signed is SUPPORT both ways, whoever the sentence has sign it; an active cooperation that no act
    explains is COOPERATE.
    """
    claims = list(claims)
    signed = list(_signings(claims))
    yield from signed
    told = _explained([*claims, *signed])
    for claim in claims:
        s = claim.statement
        if isinstance(s, Cooperation) and s.status == "active" and claim.direct and not _stands(claim):
            pairs = tuple(p for p in s.pairs if frozenset(p) not in told)
            if pairs:
                yield _implied(claim, Event(pairs, "COOPERATE", None, (s.sector,), "actual"))


def _stands(claim: Claim) -> bool:
    """Whether a claim tells of what is, not of what is done ("home to 40,000 workers")."""
    return claim.frame.startswith("standing.")


def _signings(claims: list[Claim]) -> Iterator[Claim]:
    ratified = {
        frozenset(p)
        for c in claims
        if c.frame == "ratify" and isinstance(c.statement, Event)
        for p in c.statement.pairs
    }
    for claim in claims:
        s = claim.statement
        if isinstance(s, Agreement) and s.status == "ratified" and frozenset(s.parties) in ratified:
            continue
        if isinstance(s, Agreement) and s.status in SIGNED and 2 <= len(s.parties) <= 3:
            yield _implied(claim, Event(tuple(permutations(s.parties, 2)), "SUPPORT", None, s.sectors, "actual"))


def _implied(claim: Claim, event: Event) -> Claim:
    return claimed(claim.article_id, event, claim.evidence, claim.frame + ".implied", claim.direct, claim.when)


def _explained(claims: list[Claim]) -> set[frozenset[str]]:
    """The pairs of which an act tells how they cooperate; praise tells nothing, so SUPPORT counts only both ways."""
    events = [
        (c.frame, c.statement) for c in claims if isinstance(c.statement, Event) and c.statement.type in EXPLAINING
    ]
    return {
        frozenset(p)
        for frame, e in events
        for p in e.pairs
        if e.type != "SUPPORT" or frame == "ratify" or (p[1], p[0]) in e.pairs
    }
