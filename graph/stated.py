"""A stored claim as a view gives it: what it says, by whom it was read, what people said of it, what it supports."""

from __future__ import annotations

from dataclasses import dataclass

from graph.claim import Claim
from graph.judgement import Judgement


@dataclass(frozen=True, slots=True)
class StatedClaim:
    """A claim of a stored article. `facts` are the ids of those it supports: none where it was rejected.

    Where somebody confirmed it the claim is certain, and `read_confidence` is what its reader gave it.
    """

    claim: Claim
    reader: str
    read_confidence: float
    judgement: Judgement | None
    facts: tuple[str, ...]
