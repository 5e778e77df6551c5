"""Polarity: whether the words above a sector word say that something of it lives, ends, or is not so at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from graph.claim import Modality
from ingest.reader.act.act import Act
from ingest.reader.act.frame import Frame, frames
from ingest.reader.lexicon import lexicon
from ingest.reader.tree.modality import modality_of, negated
from ingest.reader.tree.tree import Token

DENYING = frozenset({"REJECT", "ACCUSE"})
HOSTILE = frozenset({"THREATEN", "ASSAULT", "COERCE", "MOBILIZE", "PROTEST"})

BESIDE = frozenset(
    {"after", "before", "since", "until", "while", "although", "though", "because", "when", "as", "where"}
)

Sign = Literal["lives", "ends", "void"]


@dataclass(frozen=True, slots=True)
class Polarity:
    """What becomes of a sector word's matter; `turn` is the outermost word that ends or lifts something."""

    sign: Sign
    turn: Token | None = None

    @property
    def modality(self) -> Modality:
        """Whether the ending or lifting is real."""
        return modality_of(self.turn) if self.turn is not None else "actual"


def chain_of(token: Token) -> Iterator[Token]:
    """The word and those it depends on, nearest first.

    A coordinated verb hangs on what its first conjunct hangs on, not on that; a clause before the verb that takes it up
    ("..., officials said"), one set beside it, and one of time or reason hang on nothing; one that describes a subject
    hangs on that alone.
    """
    yield token
    while token.head != token:
        head = token.head
        if _apart(token):
            return
        if token.dep_ == "relcl" and (head.dep_ in {"nsubj", "nsubjpass"} or _tells_own(token)):
            yield head
            return
        skip = token.dep_ == "conj" and token.pos_ in {"VERB", "AUX"}
        token = head
        if not skip:
            yield token


def _tells_own(clause: Token) -> bool:
    """Whether a relative clause says what others do with or by its noun ("the road by which it brings in its food")."""
    return any(
        c.dep_ == "prep" and c.lower_ != "under" and any(g.tag_ in {"WDT", "WP"} for g in c.children)
        for c in clause.children
    )


def _apart(token: Token) -> bool:
    """Whether the clause of `token` is told beside the one that it hangs on."""
    if token.dep_ == "parataxis" or (token.dep_ == "ccomp" and token.i < token.head.i):
        return True
    if token.dep_ == "advcl":
        beside = any(c.dep_ in {"mark", "advmod"} and c.lower_ in BESIDE for c in token.children)
        telling = token.lemma_.lower() in lexicon().saying
        return beside or (token.tag_ == "VBG" and token.i > token.head.i and not telling)
    return token.dep_ == "pcomp" and token.head.lower_ in BESIDE


def within(token: Token) -> Iterator[Token]:
    """The word and those that depend on it in their order, without clauses that are told beside its own."""
    kept = [c for c in token.children if not _apart(c)]
    for child in kept:
        if child.i < token.i:
            yield from within(child)
    yield token
    for child in kept:
        if child.i > token.i and not (child.dep_ == "conj" and child.pos_ in {"VERB", "AUX"}):
            yield from within(child)


def polarity_of(chain: Iterable[Token], acts: Iterable[Act]) -> Polarity:
    """The polarity of the first word of `chain` by the words after it."""
    triggers = {a.trigger.i for a in acts}
    sign: Sign = "lives"
    turn: Token | None = None
    words = lexicon()
    below: Token | None = None
    for word in chain:
        lemma = word.lemma_.lower()
        stands = word.pos_ != "VERB" and lemma in words.barrier | words.strife
        if not stands and _turns(word, below, lemma, sign):
            sign, turn = ("ends" if sign == "lives" else "lives"), word
        elif _denies(word, triggers):
            return Polarity("void", word)
        elif stands:
            sign = "ends"
        elif below is None and lemma in words.bads:
            return Polarity("lives")
        below = word
    return Polarity(sign, turn)


def _turns(word: Token, below: Token | None, lemma: str, sign: Sign) -> bool:
    """Whether the word ends what lives, or lifts what stands in the way; who ends something is not ended."""
    if word.pos_ not in {"VERB", "NOUN", "ADV"} or lemma not in (
        lexicon().ending if sign == "lives" else lexicon().lifting
    ):
        return False
    if sign == "ends" and (below is None or below.pos_ in {"VERB", "AUX"}):
        return False
    acting = below is not None and below.dep_ == "nsubj"
    return not (acting and any(c.dep_ == "dobj" for c in word.children))


def _denies(word: Token, triggers: set[int]) -> bool:
    if negated(word):
        return True
    frame = frame_of(word)
    if frame is None or modality_of(word) == "negated":
        return False
    return frame.type in DENYING or (frame.type in HOSTILE and word.i in triggers)


def frame_of(word: Token) -> Frame | None:
    """The frame of a word by itself."""
    if word.pos_ in {"VERB", "AUX"}:
        return frames().of_verb(word)
    return frames().by_noun.get(word.lemma_.lower())
