"""The contribution: what one article adds to one fact, small enough to be kept and read again by the thousand."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from graph.claim import DateBasis


class Saying(NamedTuple):
    """What one claim says of one fact; `title` and `start` are where the sentence stands that is quoted for it.

    `telling` is the word by which it tells the fact's state: a status, a modality, a role. `standing` is the group and
    the status in it, of which the latest counts; `step` says that its status is a step in a life. `votes` are fields
    and values of which the fact takes the one that most articles give, or all. `details` are what it adds.
    """

    claim: str
    confidence: float
    title: bool
    start: int
    date: str | None
    basis: DateBasis | None
    telling: str = ""
    standing: Sequence[str] | None = None
    step: bool = False
    votes: Sequence[Sequence[str]] = ()
    details: Sequence[str] = ()


class Contribution(NamedTuple):
    """All sayings of one article on one fact. `source` is hexadecimal, and equal for copies of one text."""

    article: str
    published: str | None
    source: str
    sayings: Sequence[Saying]

    @property
    def claims(self) -> frozenset[str]:
        """The ids of its claims."""
        return frozenset(saying.claim for saying in self.sayings)


def valid_date(saying: Saying, published: str | None) -> str:
    """When it held: the date it gives, else when its article was published, else the empty text."""
    return saying.date or published or ""


def to_json(contribution: Contribution) -> str:
    """Equal contributions give equal text."""
    return json.dumps(contribution, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> Contribution:
    """The contribution that `to_json` wrote."""
    article, published, source, sayings = json.loads(text)
    return Contribution(article, published, source, [Saying(*saying) for saying in sayings])


def joined(parts: Sequence[Contribution]) -> Contribution:
    """Contributions of one article to what turns out to be one fact, as one."""
    if len(parts) == 1:
        return parts[0]
    sayings = sorted((saying for part in parts for saying in part.sayings), key=lambda saying: saying.claim)
    return parts[0]._replace(sayings=sayings)


def source_of(text: str) -> str:
    """16 hex digits that are equal for texts that differ in nothing but case and white space."""
    return hashlib.sha256(" ".join(text.casefold().split()).encode()).hexdigest()[:16]


ByKey = Mapping[str, Contribution]
