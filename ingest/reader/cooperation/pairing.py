"""Pairing: which actors an act or a clause sets against or beside each other."""

from __future__ import annotations

from itertools import combinations

from graph.claim import Pair
from ingest.reader.act.act import Act
from ingest.reader.lexicon import lexicon
from ingest.reader.tree.polarity import chain_of, within
from ingest.reader.tree.role import subject_of
from ingest.reader.tree.syntax import FIRST, PLURAL, THIRD, Resolver
from ingest.reader.tree.tree import Token
from ingest.reader.who.mention import Form

PLACING = frozenset({"in", "at", "near", "outside", "from", "to", "into", "through"})
"""Prepositions after which a capital is a place."""


ONE_WAY = frozenset({"AID", "SANCTION", "CONCEDE", "REQUEST", "SUPPORT"})
"""Types by which agents do something to another, not with each other."""


def pairs_of(act: Act) -> tuple[Pair, ...]:
    """The unordered pairs of an act; those who help or shut out another together do nothing with each other by that."""
    agents, patients = act.agents, act.patients
    if agents and patients:
        pairs = [(a, b) for a in agents for b in patients if a != b]
        if len(agents) > 1 and len(act.actors) <= 3 and act.frame.type not in ONE_WAY:
            pairs += list(combinations(agents, 2))
    else:
        pairs = list(combinations(act.actors, 2))
    return tuple(dict.fromkeys((min(p), max(p)) for p in pairs))


def parties(resolver: Resolver, token: Token) -> tuple[tuple[Pair, ...], bool]:
    """The pairs nearest to a word in the tree, against or beside each other; and whether the sentence names them."""
    groups: list[tuple[str, ...]] = []
    for node in chain_of(token):
        groups = _groups(resolver, node)
        if node.pos_ in {"VERB", "AUX"} and len(_all(groups)) < 2:
            subject = subject_of(node)[0]
            if subject is not None and (doers := resolver.actors_of(subject).actors):
                groups.insert(0, doers)
        if len(_all(groups)) >= 2:
            break
    actors = _all(groups)
    if not actors:
        return _in_focus(resolver, token), False
    if len(actors) == 1:
        return _with_another(resolver, token, actors[0])
    if len(actors) == 2 or len(groups) == 1:
        return tuple(combinations(sorted(actors), 2)), True
    if len(groups) == 2:
        return tuple(dict.fromkeys(pair_of(a, b) for a in groups[0] for b in groups[1] if a != b)), True
    return _with_own(resolver, token), True


def _in_focus(resolver: Resolver, token: Token) -> tuple[Pair, ...]:
    """The two whom the sentence names about or before a word, else those told of last."""
    told = _beside(resolver, token) or list(resolver.before(token))
    two = told if len(told) == 2 else resolver.discourse.near(2)
    return (pair_of(*two),) if len(two) == 2 else ()


def _with_another(resolver: Resolver, token: Token, actor: str) -> tuple[tuple[Pair, ...], bool]:
    """The pair of the one that the clause names: with another of the sentence, else with whom discourse sets it."""
    others = [a for a in _beside(resolver, token) if a != actor and not _only_there(resolver, a)]
    if others:
        return (pair_of(actor, others[0]),), True
    other = resolver.discourse.partner(actor, resolver.before(token))
    return ((pair_of(actor, other),) if other else ()), False


def _only_there(resolver: Resolver, actor: str) -> bool:
    """Whether the sentence has an actor only for the town where it happens, and the article is not about it."""
    if actor in resolver.discourse.main:
        return False
    named = [(resolver.parsed.doc[i], m) for i, m in resolver.parsed.mention_at.items() if actor in m.actors]
    return all(m.form is Form.SEAT and t.dep_ == "pobj" and t.head.lower_ in PLACING for t, m in named)


def _with_own(resolver: Resolver, token: Token) -> tuple[Pair, ...]:
    """The pair of the one whom a word's own phrase names ("gas from Turkmenistan"), with the nearest other."""
    own = list(dict.fromkeys(a for t in token.subtree for a in _stands_for(resolver, t)))
    others = [a for a in _beside(resolver, token) if a not in own]
    return (pair_of(own[0], others[0]),) if len(own) == 1 and others else ()


def _beside(resolver: Resolver, token: Token) -> list[str]:
    """The actors that the sentence names about a word, no semicolon between; the nearest first."""
    doc = token.doc
    marks = [t.i for t in doc if t.text == ";"]
    left = max((i for i in marks if i < token.i), default=-1)
    right = min((i for i in marks if i > token.i), default=len(doc))
    near = sorted(range(left + 1, right), key=lambda i: abs(i - token.i))
    return list(dict.fromkeys(a for i in near for a in _stands_for(resolver, doc[i], True)))


def pair_of(a: str, b: str) -> Pair:
    return (min(a, b), max(a, b))


def _all(groups: list[tuple[str, ...]]) -> list[str]:
    return list(dict.fromkeys(a for group in groups for a in group))


def _groups(resolver: Resolver, node: Token) -> list[tuple[str, ...]]:
    """The actors that phrases under `node` stand for, coordinated ones together."""
    out: list[tuple[str, ...]] = []
    for inner in within(node):
        if inner.dep_ == "conj" and inner.i != node.i and resolver.parsed.mention(inner.head):
            continue
        actors = _stands_for(resolver, inner)
        if actors and resolver.parsed.mention(inner):
            actors = tuple(dict.fromkeys((*actors, *(a for c in inner.conjuncts for a in _stands_for(resolver, c)))))
        if actors and actors not in out:
            out.append(actors)
    return out


def _stands_for(resolver: Resolver, token: Token, places: bool = False) -> tuple[str, ...]:
    if mention := resolver.parsed.mention(token):
        place = mention.form is Form.SEAT and token.dep_ == "pobj" and token.head.lower_ in PLACING
        return () if place and not places else mention.actors
    lower = token.lower_
    pointing = token.lemma_.lower() in lexicon().country_words and any(
        c.lower_ in {"the", "this"} for c in token.children
    )
    if (
        pointing
        or lower in PLURAL | THIRD | FIRST | {"it", "its"}
        or (token.pos_ in {"NOUN", "PROPN"} and token.lemma_.lower() in lexicon().group)
    ):
        return resolver.actors_of(token).actors
    return ()
