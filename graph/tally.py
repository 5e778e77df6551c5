"""The tally: all contributions to one fact or edge, kept so that a write reads and writes but a few of them.

Contributions are spread over leaves by the first digits of their source; each leaf, and each group of sixteen, has the
summary of what is in it. How many digits is a function of how many contributions there are, so that equal contributions
give an equal tally, whatever happened before.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.projection.contribution import Contribution
from graph.projection.summary import Summary, merged, summarized

LEAF = 48
"""Contributions in one leaf on average at most."""

DIGITS = "0123456789abcdef"


def depth_for(number: int) -> int:
    """The digits by which so many contributions are spread: 0 while one leaf holds them all."""
    depth = 0
    while number > LEAF * len(DIGITS) ** depth:
        depth += 1
    return depth


def prefixes(source: str, depth: int) -> Iterator[str]:
    """The places of all summaries that are needed when contributions of `source` change: its own and its siblings'."""
    for length in range(depth):
        yield from (source[:length] + digit for digit in DIGITS)


@dataclass(slots=True)
class Tally:
    """One tally, of which those leaves are here that a write changes, and the summaries that it needs besides.

    `leaves` are contributions by article, by the digits they share; `summaries` those of leaves and groups.
    """

    key: str
    number: int = 0
    depth: int = 0
    leaves: dict[str, dict[str, Contribution]] = field(default_factory=dict)
    summaries: dict[str, Summary] = field(default_factory=dict)
    changed: set[str] = field(default_factory=set)
    gone: set[str] = field(default_factory=set)

    def of(self, article: str, source: str) -> Contribution | None:
        """The contribution of an article whose leaf is here."""
        return self._leaf(source).get(article)

    def put(self, contribution: Contribution) -> None:
        """Adds a contribution, in place of what its article had in the same leaf."""
        leaf = self._leaf(contribution.source)
        self.number += contribution.article not in leaf
        leaf[contribution.article] = contribution
        self.changed.add(contribution.source[: self.depth])

    def drop(self, article: str, source: str) -> Contribution | None:
        """Takes the contribution of an article away, and returns it if there was one."""
        dropped = self._leaf(source).pop(article, None)
        if dropped:
            self.number -= 1
            self.changed.add(source[: self.depth])
        return dropped

    def contributions(self) -> list[Contribution]:
        """Those in the leaves that are here."""
        return [c for leaf in self.leaves.values() for c in leaf.values()]

    def settle(self) -> Summary | None:
        """Brings depth and summaries up to date; the summary of all contributions. None of none.

        Where the depth changes, all leaves must be here.
        """
        if depth_for(self.number) != self.depth:
            self._spread(depth_for(self.number))
        if not self.depth:
            return summarized(self.leaves.get("", {}).values())
        stale = {place for place in self.changed if len(place) == self.depth}
        for place in stale:
            self._summarize(place, summarized(self.leaves[place].values(), part=True))
        for _ in range(self.depth - 1):
            stale = {place[:-1] for place in stale}
            for place in stale:
                self._summarize(place, merged(self._below(place)))
                self.changed.add(place)
        return merged(self._below(""))

    def _spread(self, depth: int) -> None:
        """Spreads all contributions anew."""
        everything = self.contributions()
        self.gone |= {*self.leaves, *self.summaries} - {""}
        self.depth, self.leaves, self.summaries = depth, {}, {}
        for c in everything:
            self._leaf(c.source)[c.article] = c
        self.changed = set(self.leaves) or {""}
        self.gone -= self.changed

    def _leaf(self, source: str) -> dict[str, Contribution]:
        return self.leaves.setdefault(source[: self.depth], {})

    def _below(self, place: str) -> list[Summary]:
        return [self.summaries[place + digit] for digit in DIGITS if place + digit in self.summaries]

    def _summarize(self, place: str, summary: Summary | None) -> None:
        if summary:
            self.summaries[place] = summary
            self.gone.discard(place)
        else:
            self.summaries.pop(place, None)
            self.gone.add(place)


def crosses(tally: Tally, adds: int, drops: int) -> bool:
    """Whether so many changes may change its depth."""
    return not depth_for(max(0, tally.number - drops)) == tally.depth == depth_for(tally.number + adds)
