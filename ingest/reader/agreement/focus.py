"""Parties by focus: whose an agreement is when its own words name none, or only one side."""

from __future__ import annotations

from ingest.reader.agreement.words import agreement_words
from ingest.reader.tree.syntax import Found, Resolver
from ingest.reader.tree.tree import Token
from ingest.reader.who.mention import Form

_ABOUT = frozenset({"at", "over", "about", "against"})
_WHERE = frozenset({"in", "at", "near", "outside", "from", "to", "across", "through"})


def by_discourse(
    resolver: Resolver, head: Token, named: list[str], name: tuple[int, int]
) -> tuple[tuple[str, ...], bool]:
    """The parties to the agreement whose noun is `head`, sorted, and whether words of its own name them.

    `named`: those that its words name already, one or two; `name`: where its name begins and ends.
    """
    if len(named) > 1:
        return tuple(sorted(named)), True
    here = _here(resolver, head, name)
    if named:
        return _pair(named[0], _partner(resolver, named[0], here)), False
    if len(here) == 2:
        return tuple(sorted(here)), False
    if len(here) == 1:
        return _pair(here[0], _partner(resolver, here[0], here)), False
    return tuple(sorted(_group(resolver, here))), False


def in_focus(resolver: Resolver, noun: Token, found: Found) -> Found:
    """What a group word ("the sponsors", "they") stands for: a group told of just now, else the article's two.

    `found`: the actors that the resolver gives; what words name directly stays.
    """
    if found.direct or len(found.actors) != 2 or set(found.actors) <= set(resolver.before(noun)):
        return found
    if resolver.discourse.groups and set(resolver.discourse.groups[0]) == set(found.actors):
        return found
    group = _group(resolver, [])
    return Found(group, False) if len(group) == 2 else found


def _pair(one: str, other: str | None) -> tuple[str, ...]:
    return tuple(sorted((one, other))) if other else (one,)


def _here(resolver: Resolver, head: Token, name: tuple[int, int]) -> list[str]:
    """The actors that the sentence names, those nearest to `head` first; no places, no onlookers."""
    found: list[tuple[int, str]] = []
    for i, mention in resolver.parsed.mention_at.items():
        token = resolver.parsed.doc[i]
        if not (_place(token, mention.form) or _helper(token) or name[0] <= i <= name[1]):
            found += [(abs(i - head.i), actor) for actor in mention.actors]
    return list(dict.fromkeys(actor for _, actor in sorted(found)))


def _place(token: Token, form: Form) -> bool:
    """Whether a name only says where or what about: "in Nairobi", "at the UN", "over Kashmir"."""
    if token.dep_ != "pobj":
        return False
    return token.head.lower_ in _ABOUT or (form in {Form.SEAT, Form.METONYM} and token.head.lower_ in _WHERE)


def _helper(token: Token) -> bool:
    """Whether an actor only led or hosted ("a hearing led by a Danish diplomat")."""
    if token.dep_ == "nsubj" and token.head.dep_ == "relcl" and token.head.lemma_.lower() in agreement_words().helpers:
        return True
    above = list(token.ancestors)[:4]
    return any(t.dep_ == "agent" and t.head.lemma_.lower() in agreement_words().helpers for t in above)


def _partner(resolver: Resolver, actor: str, here: list[str]) -> str | None:
    """The other side: of the sentence if it names one only, else of a group in focus, else the nearest."""
    others = [a for a in here if a != actor]
    if len(others) == 1:
        return others[0]
    discourse = resolver.discourse
    for group in discourse.groups[:3]:
        if actor in group and len(group) == 2:
            other = next(a for a in group if a != actor)
            if not others or other in others:
                return other
    main = next((a for a in discourse.main if a != actor), None) if actor in discourse.main else None
    if main is not None and (main in others or not others):
        return main
    if others:
        return others[0]
    subject = next(iter(discourse.subjects), None)
    return subject if subject not in {None, actor} else next(iter(discourse.main), None)


def _group(resolver: Resolver, here: list[str]) -> tuple[str, ...]:
    """The group in focus if it was told of just now, else the two that the article is about."""
    discourse = resolver.discourse
    for group in discourse.groups[:3]:
        fresh = set(group) <= set(discourse.recent[: len(group)])
        if fresh if not here else set(group) <= set(here):
            return group
    if here:
        return tuple(here[:2])
    return discourse.main[:2] if len(discourse.main) > 1 else discourse.group()
