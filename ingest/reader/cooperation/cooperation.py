"""Cooperation claims: which actors cooperate, or mean to, in which sector.

Sector words lead: the acts that one belongs to say who and how far; where no act covers it, its clause does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations

from graph.claim import Claim, Cooperation, CooperationStatus, Pair
from graph.vocabulary import sectors
from ingest.reader.act.act import Act
from ingest.reader.agreement.agreement import AgreementFound
from ingest.reader.confidence import claimed
from ingest.reader.cooperation.bond import (
    AGREED,
    ISSUES,
    SETTLING,
    Bond,
    base_of,
    is_over,
    only_offered,
    only_studied,
    past_perfect,
    proposes,
    status_of,
    ties,
)
from ingest.reader.cooperation.clause import by_clause
from ingest.reader.cooperation.heading import by_heading, by_lead
from ingest.reader.cooperation.matter import goods_first, incidental, lists_of
from ingest.reader.cooperation.pairing import pairs_of, parties
from ingest.reader.cooperation.provision import provided
from ingest.reader.cooperation.standing import standing_bonds
from ingest.reader.evidence import evidence_of
from ingest.reader.tree.modality import negated
from ingest.reader.tree.polarity import Polarity, Sign, chain_of, frame_of, polarity_of
from ingest.reader.tree.role import subject_of
from ingest.reader.tree.syntax import Resolver
from ingest.reader.tree.tree import Token, Tree

LEAVING = frozenset({"close", "closure", "shut", "evict", "withdraw", "lapse", "expire", "end", "terminate"})
"""What ends a base abroad."""
SHUTTING = frozenset({"close", "closure", "shut", "bar", "seal", "reopen", "open"})
"""What is done to ports as ways in and out: of transport, not of works."""


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
        direct = any(b.direct for b in same)
        yield claimed(article_id, Cooperation(pairs, top, subs, status), evidence, rule, direct)


def _bonds(
    resolver: Resolver, acts: list[Act], agreements: list[AgreementFound], hits: list[tuple[int, str]]
) -> Iterator[Bond]:
    topic = resolver.discourse.topic
    if topic and topic not in ISSUES and not hits:
        yield from _on_topic(acts, agreements, resolver.parsed.doc, topic)
    if not hits:
        yield from by_heading(resolver.parsed, acts, resolver.discourse)
        yield from _lent(agreements, acts, resolver.parsed.doc)
    yield from standing_bonds(resolver, hits)
    first_of = lists_of(resolver, hits)
    for i, sector in goods_first(resolver, acts, hits):
        token = resolver.parsed.doc[i]
        first = resolver.parsed.doc[first_of[i]]
        chain = list(chain_of(token)) if first.i == i else [token, *list(chain_of(first))[1:]]
        polarity = polarity_of(chain, acts)
        if incidental(chain):
            continue
        if polarity.sign == "void":
            continue
        if polarity.turn is not None:
            yield from _turned(resolver, acts, chain, sector, polarity)
        elif polarity.sign == "lives":
            found = [*_by_acts(acts, chain, sector, first), *_by_agreements(agreements, acts, token, sector)]
            found = found or list(by_lead(resolver.parsed, token, sector, resolver.discourse))
            for bond in found or by_clause(resolver, acts, chain, sector):
                yield replace(bond, status=provided(resolver, chain, bond))


def _lent(agreements: list[AgreementFound], acts: list[Act], doc: Tree) -> Iterator[Bond]:
    """What is lent for nothing in particular is finance."""
    for item in agreements:
        if item.kind == "loan" and item.direct and item.told and len(item.parties) > 1:
            yield Bond(_sides(item, acts), "finance", AGREED[item.status], doc[item.head], "loan", True)


def _on_topic(acts: list[Act], agreements: list[AgreementFound], doc: Tree, topic: str) -> Iterator[Bond]:
    """What a sentence that names no sector says of the article's one topic: agreements, help, works."""
    for item in agreements:
        if item.direct and item.told and not item.generic and len(item.parties) > 1:
            yield Bond(_sides(item, acts), topic, AGREED[item.status], doc[item.head], "topic.agreement", False)
    for act in acts:
        if act.direct and act.frame.id in {"aid", "cooperate"} and not negated(act.trigger):
            status = status_of(base_of(act.frame), act.modality)
            if status:
                yield Bond(pairs_of(act), topic, status, act.trigger, f"topic.{act.frame.id}", False)


def _turned(resolver: Resolver, acts: list[Act], chain: list[Token], sector: str, polarity: Polarity) -> Iterator[Bond]:
    """What was ended or freed: it lives on where the end is denied or only thought of."""
    modality, turn = polarity.modality, polarity.turn or chain[0]
    based = chain[0].lemma_.lower() in {"base", "basis"} and turn.lemma_.lower() in LEAVING
    if sectors().top(sector) in ISSUES - {"finance", "culture"} and not based and not any(ties(w) for w in chain):
        return
    if not _ends_it(resolver, chain, turn, polarity.sign):
        return
    status: CooperationStatus | None
    if polarity.sign == "ends":
        status = "ended" if modality in {"actual", "pledged"} else "active"
    else:
        status = status_of("active", modality)
    if sectors().top(sector) == "infrastructure" and turn.lemma_.lower() in SHUTTING:
        sector = "transport"
    act = next((a for a in acts if a.trigger.i == turn.i), None)
    pairs = pairs_of(act) if act else parties(resolver, chain[0])[0]
    if status and pairs:
        yield Bond(pairs, sector, status, turn, f"turn.{polarity.sign}", False)


def _ends_it(resolver: Resolver, chain: list[Token], turn: Token, lifted: Sign) -> bool:
    """Whether it is actors who end or free something, and the word's matter, not what they do it over or where."""
    if turn in chain[1:]:
        place = chain.index(turn)
        if any(f.type == "REQUEST" for w in chain[place + 1 :] if (f := frame_of(w)) is not None) and lifted != "lives":
            return False
        link = chain[place - 1]
        if link.dep_ == "prep" and link.lower_ in {"over", "at", "amid", "near", "against", "on"}:
            return False
    if turn.pos_ != "VERB":
        return True
    subject, passive = subject_of(turn)
    return subject is None or passive or subject in chain or bool(resolver.actors_of(subject, True))


def _by_acts(acts: Iterable[Act], chain: list[Token], sector: str, first: Token) -> Iterator[Bond]:
    """What acts say whose scope holds the word; a wish within an agreement ("agreed to look into") stays a wish."""
    over = [a for a in acts if chain[0].i in a.scope or first.i in a.scope or _relieves(a, chain, sector)]
    wished = any(
        base_of(a.frame, a.trigger) == "proposed" and a.frame.id == "wish" and a.trigger in chain for a in over
    )
    for act in over:
        status = status_of("active" if _thanks(act, chain) else base_of(act.frame, act.trigger), act.modality)
        if status == "proposed" and act.modality == "actual" and past_perfect(act.trigger):
            continue
        if act.frame.type == "REQUEST" and not proposes(act.trigger):
            continue
        if act.frame.type == "CONSULT" and not _on_agenda(act, chain):
            continue
        if status is not None:
            offered = status == "agreed" and only_offered(act.trigger)
            if (wished and act.frame.id in {"agree", "deepen"}) or offered or only_studied(chain, act.trigger):
                status = "proposed"
            elif status == "active" and is_over(act.trigger):
                status = "ended"
            elif status == "active" and act.trigger.lower_.startswith("initial"):
                status = "agreed"
            yield Bond(pairs_of(act), sector, status, act.trigger, act.frame.id, act.direct)


def _on_agenda(act: Act, chain: list[Token]) -> bool:
    """Whether talks are on the word's matter: no place or time of theirs, nor what they ended in an agreement on."""
    for i, word in enumerate(chain):
        if i and word == act.trigger:
            link = chain[i - 1]
            if act.frame.id == "meet" and link.dep_ == "dobj":  # "assemble tractors"
                return False
            return link.dep_ != "prep" or link.lower_ in TOPICAL
        if (frame := frame_of(word)) is not None and frame.id in SETTLING:
            return False
    return True


TOPICAL = frozenset({"on", "about", "over", "for", "regarding", "concerning", "of", "around", "towards", "to", "into"})
"""Prepositions between talks and their matter."""


def _thanks(act: Act, chain: list[Token]) -> bool:
    """Whether thanks are given for something done ("thanked Rome for the new ward", "for its help in schools")."""
    if act.frame.id != "praise" or act.trigger.lemma_.lower() not in THANKING:
        return False
    given = any(w.dep_ == "prep" and w.lower_ == "for" and w.head == act.trigger for w in chain)
    return given and not any(w.lemma_.lower() in {"commitment", "solidarity", "backing", "stance"} for w in chain)


THANKING = frozenset({"thank", "credit", "praise", "commend", "gratitude", "appreciation", "grateful"})


def _relieves(act: Act, chain: list[Token], sector: str) -> bool:
    """Whether help is told beside the disaster that it is for ("sent flour since the floods")."""
    return (
        act.frame.id == "aid"
        and sectors().top(sector) == "disaster"
        and bool({act.trigger, act.trigger.head} & set(chain))
    )


def _by_agreements(agreements: Iterable[AgreementFound], acts: list[Act], token: Token, sector: str) -> Iterator[Bond]:
    for item in agreements:
        if token.i in item.scope and len(item.parties) > 1:
            head = token.doc[item.head]
            yield Bond(_sides(item, acts), sector, AGREED[item.status], head, "agreement", item.direct)


def _sides(item: AgreementFound, acts: list[Act]) -> tuple[Pair, ...]:
    """The pairs of an agreement: as the act on it sets the parties against each other, else each with each."""
    for act in acts:
        if item.head in act.scope and len(item.parties) > 2 and set(act.actors) == set(item.parties):
            return pairs_of(act)
    return tuple(combinations(item.parties, 2))
