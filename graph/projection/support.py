"""What a fact takes from the votes of its articles, and what it says of how well it is supported."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from graph.claim import MODALITIES, DateBasis, Modality
from graph.projection.ranking import best_claims
from graph.projection.summary import ALL, Summary

DATE_BASES: tuple[DateBasis, ...] = ("stated", "relative", "publication")
"""Best first."""


def most_said(votes: Mapping[str, int]) -> str:
    """The value that most articles give; then the longest, then the first in order."""
    return min(votes, key=lambda value: (-votes[value], -len(value), value))


def best_basis(votes: Iterable[str]) -> DateBasis | None:
    """The best way in which any article knows the date."""
    said = set(votes)
    return next((basis for basis in DATE_BASES if basis in said), None)


def strongest_modality(votes: Iterable[str]) -> Modality:
    """The strongest modality that any article gives."""
    said = set(votes)
    return next(modality for modality in MODALITIES if modality in said)


def supported(summary: Summary, telling: str = ALL) -> dict[str, Any]:
    """The figures of a fact, and the claims to quote for it, where it is of this telling."""
    return {
        **summary.figures[ALL].properties(),
        "best": best_claims(summary.best, summary.firsts, telling),
    }
