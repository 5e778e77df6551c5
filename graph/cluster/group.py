"""Groups of mentions that grow by joins, none of which brings together what somebody keeps apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.cluster.rule import Join
from graph.cluster.ruling import Rulings


class Groups:
    """Each of `keys` is a group of its own at first. What comes of the same joins in the same order is the same.

    `joins` are kept under the first key of the group that was joined to another: all keys of a group but one have one.
    """

    def __init__(self, keys: Iterable[str], rulings: Rulings) -> None:
        self._group: dict[str, list[str]] = {key: [key] for key in sorted(keys)}
        self._rulings = rulings
        self._kept_apart = {key: apart for key in self._group if (apart := rulings.apart(key))}
        self.joins: dict[str, Join] = {}
        for key in self._group:
            for other in sorted(rulings.one(key)):
                if other < key and other in self._group:
                    self.join(key, other, "ruled")

    @property
    def groups(self) -> list[list[str]]:
        """The keys of each group."""
        return list({id(group): group for group in self._group.values()}.values())

    def of(self, key: str) -> Sequence[str]:
        """The keys that are one with this one, itself among them."""
        return self._group[key]

    def may_join(self, key: str, to: str) -> bool:
        """Whether nobody keeps one of these groups apart from one of the other."""
        if not self._kept_apart:
            return True
        other = set(self._group[to])
        return all(self._kept_apart.get(own, frozenset()).isdisjoint(other) for own in self._group[key])

    def join(self, key: str, to: str, rule: str) -> None:
        """Makes the groups of both one, unless they are already or are kept apart."""
        own, other = self._group[key], self._group[to]
        if own is other or not self.may_join(key, to):
            return
        self.joins[own[0]] = Join(key, to, rule)
        other += own
        for moved in own:
            self._group[moved] = other
