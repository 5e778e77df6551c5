"""Cooperation claims: which actors cooperate, or mean to, in which sector.

Sector words lead: the acts that one belongs to say who and how far; where no act covers it, its clause does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from spacy.tokens import Token

from graph.claim import AgreementStatus, Claim, Cooperation, CooperationStatus, Modality, Pair
from graph.vocabulary import sectors
from ingest.reader.act import Act
from ingest.reader.agreement import AgreementFound
from ingest.reader.evidence import evidence_of
from ingest.reader.frame import Frame, frames
from ingest.reader.lexicon import lexicon
from ingest.reader.modality import modality_of, negated
from ingest.reader.syntax import FIRST, PLURAL, THIRD, Resolver, subject_of

VOID = frozenset({"REJECT", "ACCUSE", "THREATEN", "ASSAULT", "COERCE", "MOBILIZE", "PROTEST"})
WIDE = frozenset({"trade", "finance", "investment", "industry"})
"""Sectors whose words often only say how another sector's things change hands."""
ISSUES = frozenset({"governance", "justice", "security", "culture", "finance", "nonproliferation"})
"""Sectors whose words are seldom goods or works: by themselves they tell no cooperation."""


@dataclass(frozen=True, slots=True)
class Bond:
    """Pairs that a sector word binds, how far, and the rule that says so."""

    pairs: tuple[Pair, ...]
    sector: str
    status: CooperationStatus
    trigger: Token
    rule: str
    confidence: float


def cooperation_claims(
    article_id: str,
    resolver: Resolver,
    acts: list[Act],
    agreements: list[AgreementFound],
    hits: list[tuple[int, str]],
) -> Iterator[Claim]:
    """The claims of one sentence."""
    bonds = list(_bonds(resolver, acts, agreements, hits))
    keys = dict.fromkeys((b.pairs, sectors().top(b.sector), b.status, b.rule) for b in bonds)
    for pairs, top, status, rule in keys:
        same = [b for b in bonds if (b.pairs, sectors().top(b.sector), b.status, b.rule) == (pairs, top, status, rule)]
        subs = tuple(dict.fromkeys(b.sector for b in same if b.sector != top))
        evidence = (evidence_of(resolver.parsed, same[0].trigger),)
        confidence = max(b.confidence for b in same)
        yield Claim(article_id, Cooperation(pairs, top, subs, status), evidence, confidence, rule)


def _bonds(
    resolver: Resolver, acts: list[Act], agreements: list[AgreementFound], hits: list[tuple[int, str]]
) -> Iterator[Bond]:
    for i, sector in _goods_first(resolver, acts, hits):
        token = resolver.parsed.doc[i]
        chain = [token, *token.ancestors]
        if _void(chain):
            continue
        found = [*_by_acts(acts, token, sector), *_by_agreements(agreements, token, sector)]
        yield from found or _by_clause(resolver, acts, chain, sector)


def _goods_first(resolver: Resolver, acts: list[Act], hits: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """The sector words that tell a sector: of a sale the thing sold, of a loan its purpose, where the words say it."""
    doc = resolver.parsed.doc
    for i, sector in hits:
        if sectors().top(sector) in WIDE and doc[i].lemma_.lower() in lexicon().dealing:
            near = {t.i for t in doc[i].subtree} | {doc[i].head.i}
            for act in acts:
                if i in act.scope and act.frame.id in {"trade", "aid"}:
                    near |= act.scope
            if any(j in near and sectors().top(other) not in WIDE for j, other in hits):
                continue
        yield i, sector


def _void(chain: list[Token]) -> bool:
    """Whether words above a sector word say that nothing of it is so: denied, refused, alleged."""
    for word in chain:
        if negated(word):
            return True
        frame = frame_of(word)
        if frame is not None and frame.type in VOID and modality_of(word) != "negated":
            return True
    return False


def _by_acts(acts: Iterable[Act], token: Token, sector: str) -> Iterator[Bond]:
    for act in acts:
        if token.i not in act.scope:
            continue
        status = status_of(_base(act.frame), act.modality)
        if status is not None:
            yield Bond(pairs_of(act), sector, status, act.trigger, act.frame.id, 0.8 if act.direct else 0.5)


def _base(frame: Frame) -> CooperationStatus | None:
    """The status that an act of the frame gives when it is actual."""
    return frame.cooperation


AGREED: dict[AgreementStatus, CooperationStatus] = {
    "proposed": "proposed",
    "under_negotiation": "proposed",
    "agreed": "agreed",
    "signed": "active",
    "ratified": "active",
    "in_force": "active",
    "suspended": "ended",
    "terminated": "ended",
}


def _by_agreements(agreements: Iterable[AgreementFound], token: Token, sector: str) -> Iterator[Bond]:
    for item in agreements:
        if token.i in item.scope and len(item.parties) > 1:
            pairs = tuple(combinations(item.parties, 2))
            head = token.doc[item.head]
            yield Bond(pairs, sector, AGREED[item.status], head, "agreement", 0.7 if item.direct else 0.45)


def _by_clause(resolver: Resolver, acts: list[Act], chain: list[Token], sector: str) -> Iterator[Bond]:
    """What the clause says where no act or agreement has the word in its scope."""
    for word in chain:
        frame = frame_of(word)
        status = status_of(_base(frame), modality_of(word)) if frame else None
        if frame is None or status is None:
            continue
        act = next((a for a in acts if a.trigger.i == word.i), None)
        pairs = pairs_of(act) if act else parties(resolver, chain[0])
        if pairs:
            yield Bond(pairs, sector, status, word, f"clause.cue.{frame.id}", 0.4)
        return
    if sectors().top(sector) in ISSUES or resolver.parsed.sentence.field == "title":
        return
    if any(w.lemma_.lower() in lexicon().private | lexicon().servants | lexicon().strife for w in chain):
        return
    verb = next((w for w in chain if w.pos_ in {"VERB", "AUX"}), None)
    if verb is None or verb.lemma_.lower() in lexicon().saying:
        return
    status = status_of("active", modality_of(verb))
    pairs = parties(resolver, chain[0])
    if status and pairs:
        yield Bond(pairs, sector, status, verb, "clause.plain", 0.3)


def frame_of(word: Token) -> Frame | None:
    """The frame of a word by itself."""
    if word.pos_ in {"VERB", "AUX"}:
        return frames().of_verb(word)
    return frames().by_noun.get(word.lemma_.lower())


def parties(resolver: Resolver, token: Token) -> tuple[Pair, ...]:
    """The two actors nearest to a word in the tree; nobody where it names three or more at once."""
    found: list[str] = []
    for node in [token, *token.ancestors]:
        for inner in node.subtree:
            for a in _stands_for(resolver, inner):
                if a not in found:
                    found.append(a)
        if node.pos_ in {"VERB", "AUX"} and len(found) < 2:
            subject = subject_of(node)[0]
            if subject is not None:
                found += [a for a in resolver.actors_of(subject).actors if a not in found]
        if len(found) >= 2:
            break
    if len(found) == 1:
        other = resolver.discourse.partner(found[0], resolver.before(token))
        found += [other] if other else []
    elif not found:
        found = list(resolver.discourse.group(2))
    return ((min(found), max(found)),) if len(found) == 2 else ()


def _stands_for(resolver: Resolver, token: Token) -> tuple[str, ...]:
    if mention := resolver.parsed.mention(token):
        return mention.actors
    lower = token.lower_
    if lower in PLURAL | THIRD | FIRST | {"it", "its"} or (
        token.pos_ == "NOUN" and token.lemma_.lower() in lexicon().group
    ):
        return resolver.actors_of(token).actors
    return ()


def status_of(base: CooperationStatus | None, modality: Modality) -> CooperationStatus | None:
    """Its own status when actual, `agreed` when promised, `proposed` when only possible."""
    if base is None or modality == "negated":
        return None
    if modality == "actual":
        return base
    if base == "ended":
        return None
    if modality == "pledged":
        return "agreed" if base != "proposed" else "proposed"
    return "proposed"


def pairs_of(act: Act) -> tuple[Pair, ...]:
    """The unordered pairs of an act."""
    agents, patients = act.agents, act.patients
    if agents and patients:
        pairs = [(a, b) for a in agents for b in patients if a != b]
        if len(agents) > 1 and len(act.actors) <= 3:
            pairs += list(combinations(agents, 2))
    else:
        pairs = list(combinations(act.actors, 2))
    return tuple(dict.fromkeys((min(p), max(p)) for p in pairs))
