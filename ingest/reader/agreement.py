"""Agreements: documents and arrangements between actors that a sentence names or describes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

import yaml
from spacy.tokens import Token

from graph.claim import AGREEMENT_STATUSES, AgreementStatus
from graph.errors import VocabularyError
from graph.vocabulary import agreement_kinds
from ingest.reader.lexicon import lexicon
from ingest.reader.modality import modality_of
from ingest.reader.syntax import MODIFIERS, Resolver, merged, subject_of


@cache
def governors() -> dict[str, AgreementStatus]:
    """Lemmas that govern an agreement's name, with the status that they give it when they are actual."""
    rows = yaml.load(files("ingest.reader").joinpath("data/agreement_status.yaml").read_text("utf-8"), yaml.CSafeLoader)
    for status in rows.keys() - set(AGREEMENT_STATUSES):
        raise VocabularyError(f"agreement_status.yaml: {status}: unknown status")
    return {lemma: status for status, lemmas in rows.items() for lemma in lemmas}


@dataclass(frozen=True, slots=True)
class AgreementFound:
    """An agreement in a sentence. `generic` when the words only point back ("the deal"); `head` is its noun's token."""

    name: str
    kind: str
    parties: tuple[str, ...]
    status: AgreementStatus
    told: bool
    head: int
    scope: frozenset[int]
    generic: bool
    direct: bool


def find_agreements(resolver: Resolver) -> Iterator[AgreementFound]:
    """The agreements of a sentence in order; without parties for those whom nobody in the sentence is party to."""
    doc = resolver.parsed.doc
    taken: set[int] = set()
    for token in doc:
        if token.i in taken or resolver.parsed.mention(token) or token.pos_ not in {"NOUN", "PROPN"}:
            continue
        kind = agreement_kinds().kind_of(_phrase(token))
        if kind is None or not _is_document(token):
            continue
        name, inside = _name(resolver, token)
        taken |= inside
        parties, direct = _parties(resolver, token)
        status, told = _status(token, kind)
        yield AgreementFound(
            name, kind, parties, status, told, token.i, frozenset(inside), _generic(token, name), direct
        )


def _phrase(token: Token) -> str:
    """The noun with what decides its kind: its modifiers before, and "of understanding" behind."""
    before = " ".join(c.text for c in token.lefts if c.dep_ in {"amod", "compound", "nmod"})
    after = ""
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ == "of":
            after = " of " + " ".join(c.text for c in child.children if c.dep_ == "pobj")
    return f"{before} {token.text}{after}".strip()


def _is_document(token: Token) -> bool:
    """Not a modifier of another noun ("treaty obligations", "deal-maker"), nor a bare abstract ("in agreement")."""
    if token.dep_ in {"compound", "nmod", "amod", "npadvmod"}:
        return False
    return not (
        token.head.lower_ in {"in", "under"}
        and token.dep_ == "pobj"
        and not any(True for _ in token.children)
        and token.lemma_ == "agreement"
    )


def _generic(token: Token, name: str) -> bool:
    """Whether the phrase only points back: a definite noun with no words of its own."""
    words = {c.lower_ for c in token.children if c.dep_ in {"det", "poss"}}
    return len(name.split()) == 1 and bool(words & {"the", "this", "that", "its", "their", "these", "such", "any"})


def _name(resolver: Resolver, token: Token) -> tuple[str, set[int]]:
    """The agreement's name as the text spells it, and its tokens."""
    doc, spans = resolver.parsed.doc, resolver.parsed.spans
    left = token.i
    for child in token.lefts:
        if child.dep_ in {"amod", "compound", "nmod", "nummod", "quantmod"} or (
            child.dep_ == "poss" and resolver.parsed.mention(child)
        ):
            first = min(t.i for t in child.subtree)
            left = min(left, first)
    while (
        left > 0
        and doc[left - 1].text[:1].isupper()
        and doc[left - 1].i not in resolver.parsed.mention_at
        and doc[left - 1].pos_ == "PROPN"
        and doc[left - 1].head.i in range(left, token.i + 1)
    ):
        left -= 1
    right = token.i
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ in {
            "on",
            "of",
            "for",
            "in",
            "against",
            "to",
            "concerning",
            "establishing",
            "about",
            "under",
        }:
            if child.lower_ in {"in", "to", "under"} and token.text[:1].islower() and child.lower_ != "to":
                continue
            right = max(right, *(t.i for t in _clipped(child)))
        elif child.dep_ == "acl" and child.tag_ in {"VB", "VBG"}:
            right = max(right, *(t.i for t in _clipped(child)))
        elif child.dep_ == "nummod" and child.i == right + 1:
            right = child.i
    if right == left == token.i:
        for child in token.rights:
            if child.dep_ in {"relcl", "acl"} and child.i - token.i < 8:
                right = max(t.i for t in _clipped(child))
    field = resolver.parsed.sentence
    text = field.text[spans[left][0] - field.start : spans[right][1] - field.start]
    return re.sub(r"^(?:[Tt]he|[Aa]n?|['’]s)\s+", "", text).strip(" ,;:"), set(range(left, right + 1))


def _clipped(token: Token) -> list[Token]:
    """The subtree up to the first comma or clause, and no longer than a name is."""
    out: list[Token] = []
    for inner in token.subtree:
        if (
            inner.i - token.i > 12
            or inner.text in {",", ";", "—", "–", "("}
            or (inner.dep_ in {"relcl", "advcl"} and inner.i > token.i)
        ):
            break
        out.append(inner)
    return out or [token]


def _parties(resolver: Resolver, token: Token) -> tuple[tuple[str, ...], bool]:
    """The actors that the phrase names, with those who act on it; `direct` when the words name two."""
    named = merged(
        resolver.actors_of(c)
        for child in token.children
        for c in (
            [child]
            if child.dep_ in MODIFIERS
            else [g for g in child.children if g.dep_ == "pobj"]
            if child.dep_ == "prep" and child.lower_ in {"between", "with", "of", "among", "to", "from", "by"}
            else []
        )
    )
    actors = list(named.actors)
    verb = _verb(token)
    if len(actors) < 2 and verb is not None:
        subject, _ = subject_of(verb)
        if subject is not None and subject.i != token.i and subject.lemma_.lower() not in lexicon().document:
            actors += resolver.actors_of(subject, True).actors
        for child in verb.children:
            if child.dep_ in {"prep", "agent", "dative"} and child.lower_ in {"with", "by", "between", "to", "from"}:
                actors += [a for g in child.children if g.dep_ == "pobj" for a in resolver.actors_of(g).actors]
            elif child.dep_ == "dative":
                actors += resolver.actors_of(child).actors
    if len(set(actors)) < 2:
        for child in token.children:
            if child.dep_ in {"acl", "relcl"}:
                for inner in child.subtree:
                    if mention := resolver.parsed.mention(inner):
                        actors += mention.actors
    distinct = tuple(dict.fromkeys(actors))
    if len(distinct) == 1:
        other = resolver.discourse.partner(distinct[0], resolver.before(token))
        return (tuple(sorted((distinct[0], other))) if other else distinct), False
    if not distinct:
        return tuple(sorted(resolver.discourse.group())), False
    return tuple(sorted(distinct)), True


def _verb(token: Token) -> Token | None:
    """The verb that governs the phrase."""
    head, hops = token, 0
    while hops < 6 and head.head != head:
        head, hops = head.head, hops + 1
        if head.pos_ in {"VERB", "AUX"}:
            return head
    return None


def _status(token: Token, kind: str) -> tuple[AgreementStatus, bool]:
    """Where the agreement stands by the words around it, and whether they say so at all."""
    for governor, depth in _governors(token):
        status = governors().get(governor.lemma_.lower())
        if governor.lemma_.lower() == "put" and any(c.lemma_ == "hold" for t in governor.subtree for c in [t]):
            status = "suspended" if any(t.lemma_ in {"hold", "ice"} for t in governor.subtree) else "signed"
        if status is None or depth > 3:
            continue
        if governor.pos_ in {"VERB", "AUX"}:
            status = _weakened(status, modality_of(governor))
        return status, True
    if any(c.dep_ == "nummod" or c.like_num for c in token.children):
        return "in_force", False
    return ("agreed" if kind in {"joint_statement", "loan"} else "in_force" if _definite(token) else "agreed"), False


def _definite(token: Token) -> bool:
    return (
        any(c.dep_ in {"det", "poss"} and c.lower_ in {"the", "their", "its"} for c in token.children)
        or token.pos_ == "PROPN"
    )


def _governors(token: Token) -> Iterator[tuple[Token, int]]:
    """The words that say what became of the agreement, nearest first: participles on it, then what it depends on."""
    for child in token.children:
        if child.dep_ in {"acl", "relcl", "amod"} and child.pos_ in {"VERB", "ADJ"}:
            yield child, 0
    head, depth = token, 0
    while head.head != head and depth < 4:
        head, depth = head.head, depth + 1
        if head.pos_ != "ADP":
            yield head, depth
        if head.dep_ in {"relcl", "advcl", "ccomp", "parataxis"}:
            return


def _weakened(status: AgreementStatus, modality: str) -> AgreementStatus:
    """What a status comes to when its verb is only promised, possible or denied."""
    if modality == "actual" or status in {"proposed", "under_negotiation"}:
        return status
    if status in {"suspended", "terminated"}:
        return "in_force"
    return "agreed" if modality == "pledged" else "proposed"


def later_status(a: AgreementStatus, b: AgreementStatus) -> AgreementStatus:
    """The one that comes later in an agreement's life."""
    return max(a, b, key=AGREEMENT_STATUSES.index)


def fold_agreements(found: list[tuple[int, AgreementFound]]) -> list[tuple[AgreementFound, tuple[int, ...]]]:
    """One row per agreement: those that only point back update the last that fits; the numbers are their sentences'."""
    rows: list[tuple[AgreementFound, tuple[int, ...]]] = []
    for sentence, item in found:
        target = next((i for i in range(len(rows) - 1, -1, -1) if _same(rows[i][0], item)), None)
        if target is None:
            if not item.generic:
                rows.append((item, (sentence,)))
            continue
        old, sentences = rows[target]
        rows[target] = (_joined(old, item), tuple(dict.fromkeys((*sentences, sentence))))
    return rows


def _same(old: AgreementFound, new: AgreementFound) -> bool:
    """Whether `new` is `old` told again: it points back to one of its kind, or shares its name's words and parties."""
    if new.generic:
        return _kin(old.kind, new.kind)
    a, b = ({w.strip("’'s").lower() for w in re.findall(r"[\w’'-]+", n.name)} - _EMPTY for n in (old, new))
    short = min(a, b, key=len)
    return (
        bool(short)
        and (a <= b or b <= a)
        and len(short) >= min(2, len(a | b))
        and (not new.direct or not old.direct or bool(set(old.parties) & set(new.parties)))
    )


_EMPTY = frozenset(["the", "a", "an", "of", "on", "in", "for", "and", "to", "with", "between", "new"])


def _kin(a: str, b: str) -> bool:
    general = {"agreement", "treaty", "arrangement", "contract"}
    return a == b or {a, b} <= general


def _joined(old: AgreementFound, new: AgreementFound) -> AgreementFound:
    status = (
        new.status
        if new.told and (not old.told or AGREEMENT_STATUSES.index(new.status) > AGREEMENT_STATUSES.index(old.status))
        else old.status
    )
    better = new if len(new.name) > len(old.name) and not new.generic else old
    parties = old.parties if old.direct or not new.direct else new.parties
    return replace(
        old,
        name=better.name,
        kind=better.kind,
        status=status,
        told=old.told or new.told,
        parties=parties,
        direct=old.direct or new.direct,
    )
