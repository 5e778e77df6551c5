"""The clusters of a scope: a pure function of its mentions and of what people decided, in whatever order they came."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from graph.cluster.agreement import agreement_ids, join_agreements
from graph.cluster.group import Groups
from graph.cluster.leader import join_leaders, leader_ids
from graph.cluster.meeting import join_meetings, meeting_ids
from graph.cluster.rule import Join
from graph.cluster.ruling import NO_RULINGS, Rulings
from graph.identity import scope_of
from graph.vocabulary.loading import read_text

_VERSION = 2
"""Of the rules in this package, where they change what is one."""

_FILES = (
    *("office_holders.csv", "romanisation.yaml", "agreement_names.yaml"),
    *("countries.yaml", "former_countries.yaml", "bodies.yaml"),
)
"""Packaged facts that the rules go by."""


class Place(NamedTuple):
    """The fact to which a mention belongs, and why it is there; None: nothing had to be joined."""

    fact: str
    join: Join | None


class _Kind(NamedTuple):
    """How mentions of one kind are joined, and which ids groups of them have."""

    join: Callable[[Groups], None]
    ids: Callable[[Sequence[Collection[str]]], list[str]]


_KINDS = {
    "leader": _Kind(join_leaders, leader_ids),
    "agreement": _Kind(join_agreements, agreement_ids),
    "meeting": _Kind(join_meetings, meeting_ids),
}


def resolve(scope: str, keys: Iterable[str], rulings: Rulings = NO_RULINGS) -> Mapping[str, Place]:
    """The place of each of the mentions of one scope."""
    kind = _KINDS[scope.partition(":")[0]]
    groups = Groups(keys, rulings)
    kind.join(groups)
    found = groups.groups
    places: dict[str, Place] = {}
    for group, own in zip(found, kind.ids(found), strict=True):
        fact, across = _fact(scope, group, own, rulings)
        places |= {key: Place(fact, groups.joins.get(key, across)) for key in group}
    return places


def resolved(keys: Iterable[str], rulings: Rulings = NO_RULINGS) -> dict[str, str]:
    """The fact of each mention, of any number of scopes; of a key that is no mention, the key."""
    by_scope: dict[str, list[str]] = {}
    for key in keys:
        by_scope.setdefault(scope_of(key), []).append(key)
    places = [resolve(scope, own, rulings) for scope, own in by_scope.items()]
    return {key: place.fact for found in places for key, place in found.items()}


def _fact(scope: str, group: Sequence[str], own: str, rulings: Rulings) -> tuple[str, Join | None]:
    """The fact of a group whose id by the rules is `own`; and, where it is of another scope, why.

    By the rules alone only a leader's is: somebody who held offices of several actors goes by the name at home.
    """
    ruled = {key: id_ for key in group if (id_ := rulings.id_of(key))}
    if ruled:
        fact = min(ruled.values())
        pairs = [(other, key) for key in ruled for other in rulings.one(key) if scope_of(other) != scope]
        to, key = min(pairs, default=(fact, group[0]))
        return fact, Join(key, to, "ruled") if scope_of(fact) != scope else None
    if not scope.startswith("leader:") or scope_of(own) == scope:
        return own, None
    if _is_kept_from(own, scope, group, rulings):
        return max(sorted(group), key=len), None
    return own, Join(group[0], own, "known")


def _is_kept_from(own: str, scope: str, group: Iterable[str], rulings: Rulings) -> bool:
    """Whether one of these leaders is kept apart from somebody of the scope of `own`.

    Of two elsewhere who are kept apart, and both of whom the facts know as `own`, the one with the smaller key stays.
    """
    return any(
        scope_of(other) == scope_of(own)
        or (scope_of(other) != scope and other < key and leader_ids([[other]]) == [own])
        for key in group
        for other in rulings.apart(key)
    )


@cache
def digest() -> str:
    """Equal as long as rules and packaged facts are, by which mentions are joined."""
    files = "\0".join(read_text(file) for file in _FILES)
    return hashlib.sha256(f"{_VERSION}\0{files}".encode()).hexdigest()[:16]
