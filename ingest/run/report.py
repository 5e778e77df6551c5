"""The report of a run: what was kept, and what was skipped and why."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from ingest.source import Skipped

NAMED_SKIPS = 100
"""So many skips are named in a report; all are counted."""


@dataclass(slots=True)
class RunReport:
    """What a run did so far. Of the `articles` that are in the graph now, `empty` ones say nothing of relations between
    actors, `unchanged` ones were there before, and `copies` are of articles that were there or came with them.
    """

    articles: int = 0
    claims: int = 0
    empty: int = 0
    unchanged: int = 0
    copies: int = 0
    skipped: Counter[str] = field(default_factory=Counter)
    skips: list[Skipped] = field(default_factory=list)

    @property
    def failed(self) -> bool:
        """Whether there was input and none of it could be read."""
        return self.articles == 0 and self.skipped.total() > 0

    def keep(self, claims: int) -> None:
        """Counts one article that is in the graph, of which so many claims were made."""
        self.articles += 1
        self.claims += claims
        self.empty += not claims

    def skip(self, skipped: Skipped) -> None:
        """Counts one input that gave no article, or none that could be read."""
        self.skipped[skipped.reason] += 1
        if len(self.skips) < NAMED_SKIPS:
            self.skips.append(skipped)

    def as_json(self) -> dict[str, Any]:
        """The report as plain JSON values."""
        return {
            "articles": self.articles,
            "claims": self.claims,
            "articles_without_claims": self.empty,
            "articles_unchanged": self.unchanged,
            "articles_copied": self.copies,
            "skipped": dict(sorted(self.skipped.items())),
            "skips": [{"where": s.where, "reason": s.reason, "detail": s.detail} for s in self.skips],
        }
