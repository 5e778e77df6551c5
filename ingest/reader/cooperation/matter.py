"""Matter: which sector words of a sentence tell a sector, and which only name a place, a service or a deal."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, pairwise

from graph.vocabulary import sectors
from ingest.reader.act.act import Act
from ingest.reader.cooperation.bond import ties
from ingest.reader.lexicon import lexicon
from ingest.reader.tree.polarity import chain_of, frame_of
from ingest.reader.tree.syntax import Resolver
from ingest.reader.tree.tree import Token

WIDE = frozenset({"trade", "finance", "investment", "industry"})
"""Sectors whose words often only say how another sector's things change hands."""
FOOD = frozenset({"agriculture", "fisheries"})
"""Sectors whose goods are traded without anything of the sector being done together."""
LISTING = frozenset({",", "and", "or", "&", "as", "well"})
INTO = frozenset({"invest", "participate", "cooperate", "collaborate", "share", "help", "assist"})
"""Verbs after which "in the port" says what for, not where."""
LISTED = frozenset({"DET", "ADJ", "NOUN", "PROPN", "ADV"})
"""What stands between the members of a list."""


def incidental(chain: list[Token]) -> bool:
    """Whether the word only names a service or an occasion ("prosecutors"), or where something took place."""
    token, words = chain[0], lexicon()
    lemma = token.lemma_.lower()
    if lemma in words.bystanders and not any(ties(w) for w in chain[1:]):
        return True
    head = next((w for w in chain if w.dep_ == "pobj"), token)
    placed = head.dep_ == "pobj" and head.head.lower_ in {"in", "at", "near", "outside", "inside"}
    where = head.head.head
    within = placed and where.pos_ in {"VERB", "AUX"} and where.lemma_.lower() not in INTO
    return within and head.lemma_.lower() in words.venues


def lists_of(resolver: Resolver, hits: list[tuple[int, str]]) -> dict[int, int]:
    """For each sector word the first of the list that it stands in ("trade, higher education and tourism")."""
    doc, out = resolver.parsed.doc, {i: i for i, _ in hits}
    places = sorted(out)
    for left, right in pairwise(places):
        between = doc[left + 1 : right]
        marks = {t.lower_ for t in between if t.pos_ in {"PUNCT", "CCONJ"} or t.text == ","}
        if marks and marks <= LISTING and all(t.pos_ in LISTED or t.lower_ in LISTING for t in between):
            out[right] = out[left]
    return out


def goods_first(resolver: Resolver, acts: list[Act], hits: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
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
    while food.dep_ == "conj" and _noun(food.head):  # what stands first in a list does not govern the rest
        food = food.head
    trades = (a for a in acts if a.frame.id == "trade" and not a.trigger.lemma_.startswith("invest"))
    if any(food.i in a.scope and a.trigger.i != food.i for a in trades):
        return True
    above = list(islice(chain_of(food), 4))[1:]
    return any(w.lemma_.lower() in words.market or (_noun(w) and w.lemma_.lower() in words.barrier) for w in above)


def _noun(word: Token) -> bool:
    return word.pos_ in {"NOUN", "PROPN"}


def _beside(word: Token) -> set[int]:
    """The words that a word describes or that describe it; what only stands in a list with it does not."""
    near = {t.i for child in word.children if child.dep_ != "conj" for t in child.subtree}
    return near if word.dep_ == "conj" else near | {word.head.i}
