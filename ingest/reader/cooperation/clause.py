"""What the clause of a sector word says where no act or agreement has the word in its scope."""

from __future__ import annotations

from collections.abc import Iterator

from graph.claim import COOPERATION_STATUSES, CooperationStatus
from graph.vocabulary import sectors
from ingest.reader.act.act import Act, reality_of
from ingest.reader.act.frame import Frame
from ingest.reader.act.verbal import verb_act
from ingest.reader.cooperation.bond import (
    ISSUES,
    SETTLING,
    Bond,
    base_of,
    is_over,
    past_perfect,
    proposes,
    shared,
    status_of,
)
from ingest.reader.cooperation.pairing import pair_of, pairs_of, parties
from ingest.reader.cooperation.provision import by_document
from ingest.reader.lexicon import lexicon
from ingest.reader.tree.modality import modality_of
from ingest.reader.tree.polarity import frame_of
from ingest.reader.tree.role import is_passive, subject_of
from ingest.reader.tree.syntax import Resolver
from ingest.reader.tree.tree import Token

BROACHING = frozenset({"touch", "broach", "raise", "discuss", "review", "address", "examine", "explore"})
"""What is done to matters in talks ("questions of transport were touched upon")."""
WEAK = "clause.plain"
"""The rule of clauses that no word of cooperation governs; data/confidence.yaml keeps it unsure."""


THINGS = frozenset({"swap", "deposit", "tranche", "bailout", "museum", "drone", "submarine", "frigate", "radar"})
"""Words of issues that are things given or shared all the same."""


def by_clause(resolver: Resolver, acts: list[Act], chain: list[Token], sector: str) -> Iterator[Bond]:
    """What the clause says where no act or agreement has the word in its scope."""
    verb = next((w for w in chain if w.pos_ in {"VERB", "AUX"}), None)
    if verb is None and not any(t.pos_ in {"VERB", "AUX"} for t in chain[0].sent):
        return
    subject = subject_of(verb)[0] if verb is not None else None
    private = subject is not None and subject.lemma_.lower() in lexicon().private
    if subject is not None and private and not _flies(subject, sector) and not resolver.actors_of(subject, True):
        return
    if _on_table(chain) and (pairs := parties(resolver, chain[0])[0]):
        yield Bond(pairs, sector, "proposed", chain[0], "clause.agenda", False)
        return
    if (provided := by_document(resolver, chain, sector)) is not None:
        yield provided
        return
    cues = _settled([(w, f, st) for w in chain if (f := frame_of(w)) and (st := _cue_status(f, w))])
    if cues:
        word, frame, _ = cues[0]
        status = _along([st for _, _, st in cues])
        act = next((a for a in acts if a.trigger.i == word.i), None)
        if act is None and frame.type == "AID" and word.pos_ == "VERB":
            act = verb_act(resolver, frame, word)
        pairs = pairs_of(act) if act else parties(resolver, chain[0])[0]
        if pairs:
            yield Bond(pairs, sector, status, word, f"clause.cue.{frame.id}", False)
        return
    yield from _plainly(resolver, chain, sector)


def _flies(firm: Token, sector: str) -> bool:
    """Whether a firm is an airline and the matter its flights, which governments let it have."""
    return sector == "transport.aviation" and firm.lemma_.lower() in {"airline", "carrier"}


def _on_table(chain: list[Token]) -> bool:
    """Whether the word is what talks are about ("on the agenda are", "trade topped the talks", "talks covered")."""
    verb = next((w for w in chain if w.pos_ in {"VERB", "AUX"}), None)
    if verb is None:
        return False
    words = lexicon()
    if is_passive(verb) and verb.lemma_.lower() in BROACHING:
        return True
    nouns = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass", "dobj"} and c not in chain]
    if verb.lemma_.lower() in words.treating and any(c.lemma_.lower() in words.occasions for c in nouns):
        return True
    places = (c for c in verb.children if c.dep_ == "prep" and c.lower_ in {"on", "in", "at"})
    return any(g.lemma_.lower() in words.tables for c in places for g in c.children if g.dep_ == "pobj")


def _settled(cues: list[tuple[Token, Frame, CooperationStatus]]) -> list[tuple[Token, Frame, CooperationStatus]]:
    """The cues up to the first that settles the matter: talks that ended in an agreement weaken nothing."""
    ends = (i for i, (_, frame, _) in enumerate(cues) if frame.id in SETTLING)
    return cues[: next(ends, len(cues)) + 1]


def _cue_status(frame: Frame, word: Token) -> CooperationStatus | None:
    if (frame.type == "REQUEST" and not proposes(word)) or (frame.cooperation == "proposed" and past_perfect(word)):
        return None
    return status_of(base_of(frame, word), reality_of(frame, word))


def _along(statuses: list[CooperationStatus]) -> CooperationStatus:
    """The status of the nearest cue, weakened by those above it: exports that are discussed are proposed."""
    return max(statuses, key=COOPERATION_STATUSES.index)


def _plainly(resolver: Resolver, chain: list[Token], sector: str) -> Iterator[Bond]:
    """What a clause without a word of cooperation says: goods and works that one pair has between them."""
    words = lexicon()
    thing = chain[0].lemma_.lower() in THINGS or shared(chain)
    if resolver.parsed.sentence.field == "title" or (sectors().top(sector) in ISSUES and not thing):
        return
    if any(w.lemma_.lower() in words.private | words.servants | words.strife for w in chain):
        return
    verb = next((w for w in chain if w.pos_ in {"VERB", "AUX"}), None)
    if verb is None or verb.lemma_.lower() in words.saying:
        return
    if any(f.type in {"REQUEST", "ACCUSE"} for w in chain if (f := frame_of(w))):
        return
    status = "ended" if is_over(verb) else status_of("active", modality_of(verb))
    pairs, named = parties(resolver, chain[0])
    main = resolver.discourse.dominant and pairs == (pair_of(*resolver.discourse.main),)
    if status and len(pairs) == 1 and (named or (main and status != "active")):
        yield Bond(pairs, sector, status, verb, WEAK, False)
