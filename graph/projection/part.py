"""The part: what a statement adds to one fact, without its claim."""

from __future__ import annotations

from typing import NamedTuple


class Part(NamedTuple):
    """See `graph.projection.contribution.Saying`."""

    telling: str = ""
    standing: tuple[str, str] | None = None
    step: bool = False
    votes: tuple[tuple[str, str], ...] = ()
    details: tuple[str, ...] = ()
