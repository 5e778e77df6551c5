"""The question as it was understood."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from graph.claim import Pair

Intent = Literal[
    "agreements",
    "meetings",
    "disputes",
    "changes",
    "history",
    "links",
    "events",
    "leaders",
    "partners",
    "cooperation",
    "region",
    "entity",
    "overview",
]
INTENTS: tuple[Intent, ...] = get_args(Intent)
"""What is asked for; where no turn of phrase decides, the first of these that a word of the question stands for."""


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last day, as precise as was said (``2020``, ``2020-05``); None is open."""

    since: str | None = None
    until: str | None = None

    def __str__(self) -> str:
        """As it is told to the asker."""
        if self.since == self.until:
            return f"in {self.since}"
        if self.since and self.until:
            return f"from {self.since} to {self.until}"
        return f"since {self.since}" if self.since else f"until {self.until}"

    def holds(self, date: str | None) -> bool:
        """Whether a date of any precision lies in it; one that nothing is known of does not."""
        if date is None:
            return False
        after = self.since is None or date[: len(self.since)] >= self.since[: len(date)]
        before = self.until is None or date[: len(self.until)] <= self.until[: len(date)]
        return after and before

    def overlaps(self, first: str | None, last: str | None) -> bool:
        """Whether any day from `first` to `last` lies in it; of what has no dates nothing is known."""
        if first is None or last is None:
            return False
        before_end = self.until is None or first[: len(self.until)] <= self.until[: len(first)]
        return before_end and (self.since is None or last[: len(self.since)] >= self.since[: len(last)])


@dataclass(frozen=True, slots=True)
class Group:
    """Several actors named at once: ``members of ASEAN``, ``the Sahel``."""

    name: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A question and how it was understood.

    `actors` stand in the order of the question, `pairs` (smaller id first) are the dyads it asks about: none where it
    asks about one actor alone, or about a sector alone. `sectors` are ids of sectors or subsectors. `people` are the
    names of those who were named in the place of an actor. `also` are further things that are asked for, `roles` the
    classes of the office that is. `latest` and `planned` ask for what was last, and for what is to come. `notes` say
    what was read into the words, `alternatives` are questions that may have been meant.
    """

    text: str
    intent: Intent
    actors: tuple[str, ...]
    pairs: tuple[Pair, ...]
    sectors: tuple[str, ...] = ()
    period: Period | None = None
    latest: bool = False
    notes: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    groups: tuple[Group, ...] = ()
    also: tuple[Intent, ...] = ()
    planned: bool = False
    roles: tuple[str, ...] = ()
