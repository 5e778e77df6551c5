"""The matrix: the partners of an actor by the sectors in which they cooperate."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.fact import CooperationFact


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One partner, with what it does in each sector of the matrix, None where nothing."""

    partner: str
    dyad: str
    cells: tuple[CooperationFact | None, ...]
    more: int
    """Sectors beyond those of the matrix."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows of partners by columns of sectors, the commonest first."""

    sectors: tuple[str, ...]
    rows: tuple[MatrixRow, ...]


MOST_SECTORS = 16


def sector_matrix(actor: str, facts: Sequence[CooperationFact], partners: Sequence[str]) -> Matrix:
    """Of `partners`, in this order, by the sectors of `facts`, which are an actor's cooperation."""
    common = Counter(fact.sector for fact in facts)
    sectors = tuple(sorted(common, key=lambda sector: (-common[sector], sector))[:MOST_SECTORS])
    by_partner: dict[str, dict[str, CooperationFact]] = {}
    for fact in facts:
        first, second = fact.dyad.split("-")
        by_partner.setdefault(second if first == actor else first, {})[fact.sector] = fact
    rows = tuple(_row(partner, by_partner[partner], sectors) for partner in partners if partner in by_partner)
    return Matrix(sectors, rows)


def _row(partner: str, own: Mapping[str, CooperationFact], sectors: Sequence[str]) -> MatrixRow:
    dyad = next(iter(own.values())).dyad
    return MatrixRow(partner, dyad, tuple(own.get(sector) for sector in sectors), len(set(own) - set(sectors)))
