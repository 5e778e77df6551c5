"""Cooperation claims: which actors cooperate, or mean to, in which sector.

Sector words lead: the acts that one belongs to say who and how far; where no act covers it, its clause does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations, islice, pairwise

from graph.claim import COOPERATION_STATUSES, AgreementStatus, Claim, Cooperation, CooperationStatus, Modality, Pair
from graph.vocabulary import sectors
from ingest.reader.act.act import Act, reality_of
from ingest.reader.act.frame import Frame
from ingest.reader.act.verbal import verb_act
from ingest.reader.agreement.agreement import AgreementFound
from ingest.reader.confidence import claimed
from ingest.reader.cooperation.pairing import pair_of, pairs_of, parties
from ingest.reader.cooperation.provision import is_provision
from ingest.reader.evidence import evidence_of
from ingest.reader.lexicon import lexicon
from ingest.reader.tree.modality import modality_of, negated
from ingest.reader.tree.polarity import Polarity, chain_of, frame_of, polarity_of
from ingest.reader.tree.syntax import Resolver, subject_of
from ingest.reader.tree.tree import Token, Tree

WIDE = frozenset({"trade", "finance", "investment", "industry"})
"""Sectors whose words often only say how another sector's things change hands."""
FOOD = frozenset({"agriculture", "fisheries"})
"""Sectors whose goods are traded without anything of the sector being done together."""
ISSUES = frozenset({"defence", "governance", "justice", "security", "culture", "finance", "nonproliferation"})
"""Sectors whose words are seldom goods or works: by themselves they tell no cooperation."""

SHUTTING = frozenset({"close", "closure", "shut", "bar", "seal", "reopen", "open"})
"""What is done to ports as ways in and out: of transport, not of works."""
LISTING = frozenset({",", "and", "or", "&", "as", "well"})
LISTED = frozenset({"DET", "ADJ", "NOUN", "PROPN", "ADV"})
"""What stands between the members of a list."""
WEAK = "clause.plain"
"""The rule of clauses that no word of cooperation governs; data/confidence.yaml keeps it unsure."""


@dataclass(frozen=True, slots=True)
class Bond:
    """Pairs that a sector word binds, how far, and the rule that says so."""

    pairs: tuple[Pair, ...]
    sector: str
    status: CooperationStatus
    trigger: Token
    rule: str
    direct: bool


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
    first_of = _lists(resolver, hits)
    for i, sector in _goods_first(resolver, acts, hits):
        token = resolver.parsed.doc[i]
        first = resolver.parsed.doc[first_of[i]]
        chain = list(chain_of(token)) if first.i == i else [token, *list(chain_of(first))[1:]]
        polarity = polarity_of(chain, acts)
        if _incidental(chain):
            continue
        if polarity.sign == "void":
            continue
        if polarity.turn is not None:
            yield from _turned(resolver, acts, chain, sector, polarity)
        elif polarity.sign == "lives":
            found = [*_by_acts(acts, chain, sector, first), *_by_agreements(agreements, acts, token, sector)]
            for bond in found or _by_clause(resolver, acts, chain, sector):
                provided = bond.status == "agreed" and is_provision(resolver, chain, bond.pairs)
                yield replace(bond, status="active") if provided else bond


def _on_topic(acts: list[Act], agreements: list[AgreementFound], doc: Tree, topic: str) -> Iterator[Bond]:
    """What a sentence that names no sector says of the article's one topic: agreements, help, works."""
    for item in agreements:
        if item.direct and item.told and not item.generic and len(item.parties) > 1:
            yield Bond(_sides(item, acts), topic, AGREED[item.status], doc[item.head], "topic.agreement", False)
    for act in acts:
        if act.direct and act.frame.id in {"aid", "cooperate"} and not negated(act.trigger):
            status = status_of(_base(act.frame), act.modality)
            if status:
                yield Bond(pairs_of(act), topic, status, act.trigger, f"topic.{act.frame.id}", False)


def _incidental(chain: list[Token]) -> bool:
    """Whether the word only names a service or an occasion ("prosecutors"), or where something took place."""
    token, words = chain[0], lexicon()
    lemma = token.lemma_.lower()
    if lemma in words.bystanders and not any(_ties(w) for w in chain[1:]):
        return True
    head = next((w for w in chain if w.dep_ == "pobj"), token)
    placed = head.dep_ == "pobj" and head.head.lower_ in {"in", "at", "near", "outside", "inside"}
    return placed and head.lemma_.lower() in words.venues and head.head.head.pos_ in {"VERB", "AUX"}


def _ties(word: Token) -> bool:
    """Whether a noun names cooperation or a document ("training", "agreement")."""
    frame = frame_of(word)
    return word.pos_ in {"NOUN", "PROPN"} and (
        word.lemma_.lower() in lexicon().document or (frame is not None and frame.cooperation == "active")
    )


def _shared(chain: list[Token]) -> bool:
    """Whether words about a sector word say that it is done together ("joint patrols", "training")."""
    return any(_ties(w) or any(c.lower_ in lexicon().shared for c in w.children) for w in chain)


def _turned(resolver: Resolver, acts: list[Act], chain: list[Token], sector: str, polarity: Polarity) -> Iterator[Bond]:
    """What was ended or freed: it lives on where the end is denied or only thought of."""
    modality, turn = polarity.modality, polarity.turn or chain[0]
    if sectors().top(sector) in ISSUES - {"finance", "culture"} and not any(_ties(w) for w in chain):
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


def _lists(resolver: Resolver, hits: list[tuple[int, str]]) -> dict[int, int]:
    """For each sector word the first of the list that it stands in ("trade, higher education and tourism")."""
    doc, out = resolver.parsed.doc, {i: i for i, _ in hits}
    places = sorted(out)
    for left, right in pairwise(places):
        between = doc[left + 1 : right]
        marks = {t.lower_ for t in between if t.pos_ in {"PUNCT", "CCONJ"} or t.text == ","}
        if marks and marks <= LISTING and all(t.pos_ in LISTED or t.lower_ in LISTING for t in between):
            out[right] = out[left]
    return out


def _goods_first(resolver: Resolver, acts: list[Act], hits: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """The sector words that tell a sector: of a sale the thing sold, of a loan its purpose, where the words say it."""
    doc = resolver.parsed.doc
    relief = any(sectors().top(s) == "disaster" for _, s in hits)
    for i, sector in hits:
        if relief and sectors().top(sector) != "disaster" and _helps(doc[i], acts):
            continue
        if sectors().top(sector) in WIDE and doc[i].lemma_.lower() in lexicon().dealing:
            near = _beside(doc[i])
            for act in acts:
                if i in act.scope and act.frame.id in {"trade", "aid"}:
                    near |= act.scope
            if any(j in near and sectors().top(other) not in WIDE | FOOD for j, other in hits):
                continue
        yield i, "trade" if sectors().top(sector) in FOOD and _traded(doc[i], acts) else sector


def _helps(word: Token, acts: list[Act]) -> bool:
    """Whether a word tells what is given as help."""
    cued = any((f := frame_of(w)) is not None and f.id == "aid" for w in chain_of(word))
    return cued or any(word.i in a.scope for a in acts if a.frame.id == "aid")


def _traded(food: Token, acts: list[Act]) -> bool:
    """Whether the words only tell that food changes hands: then it is trade, not farming or fishing together."""
    words = lexicon()
    if any(a.frame.id == "trade" and food.i in a.scope and not a.trigger.lemma_.startswith("invest") for a in acts):
        return True
    above = list(islice(chain_of(food), 4))[1:]
    return any(w.lemma_.lower() in words.market or (_noun(w) and w.lemma_.lower() in words.barrier) for w in above)


def _noun(word: Token) -> bool:
    return word.pos_ in {"NOUN", "PROPN"}


def _beside(word: Token) -> set[int]:
    """The words that a word describes or that describe it; what only stands in a list with it does not."""
    near = {t.i for child in word.children if child.dep_ != "conj" for t in child.subtree}
    return near if word.dep_ == "conj" else near | {word.head.i}


def _by_acts(acts: Iterable[Act], chain: list[Token], sector: str, first: Token) -> Iterator[Bond]:
    """What acts say whose scope holds the word; a wish within an agreement ("agreed to look into") stays a wish."""
    over = [a for a in acts if chain[0].i in a.scope or first.i in a.scope or _relieves(a, chain, sector)]
    wished = any(a.frame.id == "wish" and a.trigger in chain for a in over)
    for act in over:
        status = status_of("active" if _thanks(act, chain) else _base(act.frame), act.modality)
        if status == "proposed" and act.modality == "actual" and _past_perfect(act.trigger):
            continue
        if act.frame.type == "REQUEST" and not _proposes(act.trigger):
            continue
        if act.frame.type == "CONSULT" and not _on_agenda(act, chain):
            continue
        if status is not None:
            if wished and act.frame.id in {"agree", "deepen"}:
                status = "proposed"
            elif status == "active" and _over(act.trigger):
                status = "ended"
            elif status == "active" and act.trigger.lower_.startswith("initial"):
                status = "agreed"
            yield Bond(pairs_of(act), sector, status, act.trigger, act.frame.id, act.direct)


def _on_agenda(act: Act, chain: list[Token]) -> bool:
    """Whether talks are on the word's matter: no place or time of theirs, nor what they ended in an agreement on."""
    for i, word in enumerate(chain):
        if i and word == act.trigger:
            link = chain[i - 1]
            return link.dep_ != "prep" or link.lower_ in TOPICAL
        if (frame := frame_of(word)) is not None and frame.id in SETTLING:
            return False
    return True


TOPICAL = frozenset({"on", "about", "over", "for", "regarding", "concerning", "of", "around", "towards", "to", "into"})
"""Prepositions between talks and their matter."""
SETTLING = frozenset({"agree", "sign"})
"""Frames of what talks end in, which tells more than that they were held."""


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


def _proposes(word: Token) -> bool:
    """Whether a request is for something to be done together, not a demand that another behave."""
    lemma = word.lemma_.lower()
    return lemma in lexicon().proposing or (lemma == "ask" and any(c.lower_ == "for" for c in word.children))


def _over(verb: Token) -> bool:
    """Whether a past act lasted until a year that is told."""
    return verb.tag_ in {"VBD", "VBN"} and any(
        c.lower_ == "until" and any(g.text.isdigit() for g in c.children) for c in verb.children
    )


def _past_perfect(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "had" for c in verb.children)


def _base(frame: Frame) -> CooperationStatus | None:
    """The status that an act of the frame gives when it is actual."""
    if frame.type == "SANCTION":
        return None
    return BASES.get(frame.type or "", frame.cooperation)


BASES: dict[str, CooperationStatus] = {"REQUEST": "proposed", "CONCEDE": "active"}
"""What is asked for is proposed; what is let in again is active."""


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


def _by_clause(resolver: Resolver, acts: list[Act], chain: list[Token], sector: str) -> Iterator[Bond]:
    """What the clause says where no act or agreement has the word in its scope."""
    verb = next((w for w in chain if w.pos_ in {"VERB", "AUX"}), None)
    if verb is None and not any(t.pos_ in {"VERB", "AUX"} for t in chain[0].sent):
        return
    subject = subject_of(verb)[0] if verb is not None else None
    if subject is not None and subject.lemma_.lower() in lexicon().private and not resolver.actors_of(subject, True):
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


def _settled(cues: list[tuple[Token, Frame, CooperationStatus]]) -> list[tuple[Token, Frame, CooperationStatus]]:
    """The cues up to the first that settles the matter: talks that ended in an agreement weaken nothing."""
    ends = (i for i, (_, frame, _) in enumerate(cues) if frame.id in SETTLING)
    return cues[: next(ends, len(cues)) + 1]


def _cue_status(frame: Frame, word: Token) -> CooperationStatus | None:
    if (frame.type == "REQUEST" and not _proposes(word)) or (frame.cooperation == "proposed" and _past_perfect(word)):
        return None
    return status_of(_base(frame), reality_of(frame, word))


def _along(statuses: list[CooperationStatus]) -> CooperationStatus:
    """The status of the nearest cue, weakened by those above it: exports that are discussed are proposed."""
    return max(statuses, key=COOPERATION_STATUSES.index)


def _plainly(resolver: Resolver, chain: list[Token], sector: str) -> Iterator[Bond]:
    """What a clause without a word of cooperation says: goods and works that one pair has between them."""
    words = lexicon()
    if resolver.parsed.sentence.field == "title" or (sectors().top(sector) in ISSUES and not _shared(chain)):
        return
    if any(w.lemma_.lower() in words.private | words.servants | words.strife for w in chain):
        return
    verb = next((w for w in chain if w.pos_ in {"VERB", "AUX"}), None)
    if verb is None or verb.lemma_.lower() in words.saying:
        return
    if any(f.type in {"REQUEST", "ACCUSE"} for w in chain if (f := frame_of(w))):
        return
    status = "ended" if _over(verb) else status_of("active", modality_of(verb))
    pairs, named = parties(resolver, chain[0])
    main = resolver.discourse.dominant and pairs == (pair_of(*resolver.discourse.main),)
    if status and len(pairs) == 1 and (named or (main and status != "active")):
        yield Bond(pairs, sector, status, verb, WEAK, False)


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
