"""The summary: all that a fact needs to know of its contributions. Summaries of parts merge into that of the whole.

They do so exactly, in any order and grouping, as long as all contributions of one source are in one part. So a fact
with many contributions is folded anew from the few that changed and from summaries of the others.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from graph.claim import COOPERATION_STATUSES
from graph.projection.contribution import Contribution, Saying, valid_date
from graph.projection.ranking import Ranked, merged_ranks, ranked
from graph.status import strongest_sure

CERTAIN = 0.99
"""No number of sources makes a fact more certain than this."""

_UNIT = 10**9
"""Doubt is kept as a whole number of so many parts of a nat: whole numbers add up to the same in any order."""

ALL = ""
"""The figures over all sayings, beside those over each `telling` of them."""


class Figures(NamedTuple):
    """Articles, sources, the doubt that all sources leave, and when the first and last article was published."""

    articles: int
    sources: int
    doubt: int
    first: str | None
    last: str | None

    @property
    def confidence(self) -> float:
        """1 − Π(1 − c) over independent sources, each with its best claim; at most `CERTAIN`."""
        return min(CERTAIN, round(1.0 - math.exp(-self.doubt / _UNIT), 6))

    def properties(self) -> dict[str, Any]:
        """Under the names the graph gives them."""
        return {
            "articles": self.articles,
            "sources": self.sources,
            "first_seen": self.first,
            "last_seen": self.last,
            "confidence": self.confidence,
        }


@dataclass(slots=True)
class Summary:
    """`figures` are over all sayings (`ALL`) and over those of each telling; `votes` count articles by field and value.

    `latest` is the date and status that hold in each group, `steps` the claim and basis of each ``date status``.
    `best` ranks the claims to quote for each telling that the fact may have, `firsts` the first to give each detail.
    """

    figures: dict[str, Figures] = field(default_factory=dict)
    votes: dict[str, dict[str, int]] = field(default_factory=dict)
    latest: dict[str, list[str]] = field(default_factory=dict)
    steps: dict[str, list[str | None]] = field(default_factory=dict)
    best: dict[str, list[Ranked]] = field(default_factory=dict)
    firsts: dict[str, dict[str, Ranked]] = field(default_factory=dict)

    def said(self, name: str) -> Mapping[str, int]:
        """The values given for a field, with the number of articles that give each."""
        return self.votes.get(name, {})

    def to_json(self) -> str:
        """As the graph stores it."""
        parts = [self.figures, self.votes, self.latest, self.steps, self.best, self.firsts]
        return json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> Summary:
        """The summary that `to_json` wrote."""
        figures, votes, latest, steps, best, firsts = json.loads(text)
        return cls(
            {telling: Figures(*values) for telling, values in figures.items()},
            votes,
            latest,
            steps,
            {telling: [*map(tuple, ranks)] for telling, ranks in best.items()},
            {telling: {d: tuple(one) for d, one in own.items()} for telling, own in firsts.items()},
        )


def summarized(contributions: Iterable[Contribution], *, part: bool = False) -> Summary | None:
    """The summary of contributions, at most one of an article, whatever their order; None of none.

    A `part` can be merged with others; a whole cannot, and takes less time.
    """
    ordered = sorted(contributions, key=lambda c: c.article)
    if not ordered:
        return None
    summary = Summary()
    doubts: dict[str, dict[str, float]] = {}
    for c in ordered:
        _count(summary, c, doubts)
        _note_standings(summary, c)
        _note_steps(summary, c)
    for telling, own in doubts.items():
        doubt = sum(_doubt(confidence) for confidence in own.values())
        summary.figures[telling] = summary.figures[telling]._replace(sources=len(own), doubt=doubt)
    summary.best, summary.firsts = ranked(ordered, part=part)
    return summary


def merged(parts: Sequence[Summary]) -> Summary | None:
    """The summary of all contributions of `parts`, no two of which share a source; None of none."""
    if len(parts) < 2:
        return parts[0] if parts else None
    whole = Summary()
    for part in parts:
        for telling, figures in part.figures.items():
            whole.figures[telling] = _added(whole.figures.get(telling), figures)
        for name, values in part.votes.items():
            own = whole.votes.setdefault(name, {})
            for value, articles in values.items():
                own[value] = own.get(value, 0) + articles
        for group, (date, status) in part.latest.items():
            _stand(whole, group, date, status)
        for step, backing in part.steps.items():
            whole.steps[step] = min(whole.steps.get(step, backing), backing, key=_claim)
    whole.best, whole.firsts = merged_ranks([(part.best, part.firsts) for part in parts])
    return whole


def _count(summary: Summary, c: Contribution, doubts: dict[str, dict[str, float]]) -> None:
    surest: dict[str, float] = {}
    votes: set[tuple[str, str]] = set()
    for saying in c.sayings:
        for telling in {ALL, saying.telling}:
            surest[telling] = max(surest.get(telling, 0.0), saying.confidence)
        votes.update((name, value) for name, value in saying.votes)
    one = Figures(1, 0, 0, c.published, c.published)
    for telling, confidence in surest.items():
        summary.figures[telling] = _added(summary.figures.get(telling), one)
        own = doubts.setdefault(telling, {})
        own[c.source] = max(own.get(c.source, 0.0), confidence)
    for name, value in votes:
        values = summary.votes.setdefault(name, {})
        values[value] = values.get(value, 0) + 1


def _note_standings(summary: Summary, c: Contribution) -> None:
    """Within one article the strongest sure status counts, as of its latest date; of articles, the latest."""
    groups: dict[str, list[Saying]] = {}
    for saying in c.sayings:
        if saying.standing:
            groups.setdefault(saying.standing[0], []).append(saying)
    for group, sayings in groups.items():
        date = max(valid_date(saying, c.published) for saying in sayings)
        said = [(s.confidence, status) for s in sayings for status in COOPERATION_STATUSES if status == _status(s)]
        _stand(summary, group, date, strongest_sure(said))


def _stand(summary: Summary, group: str, date: str, status: str) -> None:
    """Notes a status of a date; of one date the strongest counts."""
    held = summary.latest.get(group)
    if held is None or date > held[0]:
        summary.latest[group] = [date, status]
    elif date == held[0]:
        held_rank = [known for known in COOPERATION_STATUSES if known in {held[1], status}]
        summary.latest[group] = [date, held_rank[0]]


def _note_steps(summary: Summary, c: Contribution) -> None:
    for saying in c.sayings:
        if saying.step:
            date = valid_date(saying, c.published)
            basis = saying.basis if saying.date else ("publication" if date else None)
            step = f"{date or '-'} {saying.telling}"
            backing = [saying.claim, basis]
            summary.steps[step] = min(summary.steps.get(step, backing), backing, key=_claim)


def _status(saying: Saying) -> str | None:
    return saying.standing[1] if saying.standing else None


def _claim(backing: Sequence[str | None]) -> str:
    return backing[0] or ""


def _doubt(confidence: float) -> int:
    return round(-math.log1p(-min(confidence, 1 - 1e-9)) * _UNIT)


def _added(one: Figures | None, other: Figures) -> Figures:
    if one is None:
        return other
    return Figures(
        one.articles + other.articles,
        one.sources + other.sources,
        one.doubt + other.doubt,
        min(filter(None, (one.first, other.first)), default=None),
        max(filter(None, (one.last, other.last)), default=None),
    )
