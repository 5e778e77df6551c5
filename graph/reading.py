"""The reading: the claims of one article by one reader version."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from graph.claim import (
    MODALITIES,
    Agreement,
    Claim,
    Cooperation,
    Event,
    Evidence,
    Meeting,
    Office,
)
from graph.status import strongest_sure

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Presence:
    """An actor that the article says something about, with the passage that names it."""

    actor: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class ClosedClaim:
    """A claim that `reader` made and that the reading which took its place (`superseded_by`, at UTC) does not make."""

    claim: Claim
    reader: str
    superseded_by: str
    superseded_at: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What one reader version found in one article. `reader` is its name and version, as ``rules/0.1.0+1f0c9a3b``."""

    article_id: str
    reader: str
    presences: tuple[Presence, ...] = ()
    claims: tuple[Claim, ...] = ()
    notes: tuple[str, ...] = field(default=())

    def to_guide(self) -> dict[str, Any]:
        """The rows of eval/GUIDE.md: one per key, the strongest modality or status, with evidence and confidence."""
        return {
            "id": self.article_id,
            "reader": self.reader,
            "countries": sorted({p.actor for p in self.presences if not p.actor.startswith("ORG:")}),
            "leaders": self._leaders(),
            "cooperation": self._cooperation(),
            "events": self._events(),
            "agreements": self._agreements(),
            "meetings": self._meetings(),
        }

    def _leaders(self) -> list[dict[str, Any]]:
        rows: dict[tuple[str, str], dict[str, Any]] = {}
        for claim in self.claims:
            s = claim.statement
            if isinstance(s, Office):
                row = {"name": s.name, "country": s.actor, "role": s.role, "title": s.title}
                _fold(rows, (s.name, s.actor), row, claim)
        return list(rows.values())

    def _cooperation(self) -> list[dict[str, Any]]:
        rows: dict[tuple[str, str, str], dict[str, Any]] = {}
        for claim in self.claims:
            s = claim.statement
            if not isinstance(s, Cooperation):
                continue
            for a, b in s.pairs:
                row = {"a": a, "b": b, "sector": s.sector, "subsectors": [], "status": s.status}
                row = _fold(rows, (a, b, s.sector), row, claim)
                row["subsectors"] = sorted({*row["subsectors"], *s.subsectors})
        for (a, b, sector), row in rows.items():
            row["status"] = strongest_sure((c.confidence, s.status) for c, s in self._told(a, b, sector))
        return list(rows.values())

    def _told(self, a: str, b: str, sector: str) -> list[tuple[Claim, Cooperation]]:
        return [
            (c, s)
            for c in self.claims
            if isinstance(s := c.statement, Cooperation) and (a, b) in s.pairs and s.sector == sector
        ]

    def _events(self) -> list[dict[str, Any]]:
        rows: dict[tuple[str, str, str], dict[str, Any]] = {}
        for claim in self.claims:
            s = claim.statement
            if not isinstance(s, Event):
                continue
            for actor, recipient in s.pairs:
                row = {"actor": actor, "recipient": recipient, "type": s.type, "sectors": [], "modality": s.modality}
                row = _fold(rows, (actor, recipient, s.type), row, claim)
                row["sectors"] = sorted({*row["sectors"], *s.sectors})
                row["modality"] = min(row["modality"], s.modality, key=MODALITIES.index)
        return list(rows.values())

    def _agreements(self) -> list[dict[str, Any]]:
        return [
            {
                "name": s.name,
                "kind": s.kind,
                "parties": list(s.parties),
                "sectors": list(s.sectors),
                "status": s.status,
                **_backing([claim]),
            }
            for claim in self.claims
            if isinstance(s := claim.statement, Agreement)
        ]

    def _meetings(self) -> list[dict[str, Any]]:
        return [
            {
                "kind": s.kind,
                "countries": list(s.participants),
                "leaders": list(s.leaders),
                "place": s.place,
                "date": claim.when.date if claim.when.basis in {"stated", "relative"} else None,
                **_backing([claim]),
            }
            for claim in self.claims
            if isinstance(s := claim.statement, Meeting)
        ]


def _backing(claims: Iterable[Claim]) -> dict[str, Any]:
    """The evidence of `claims` and the confidence that at least the best of them is right."""
    claims = list(claims)
    spans = [
        {"field": e.field, "start": e.start, "end": e.end, "text": e.text} for claim in claims for e in claim.evidence
    ]
    return {"evidence": spans, "confidence": max(claim.confidence for claim in claims)}


def _fold(rows: dict[K, dict[str, Any]], key: K, row: dict[str, Any], claim: Claim) -> dict[str, Any]:
    """Adds `claim` to the row of `key`, which starts as `row`, and returns that row."""
    kept = rows.setdefault(key, {**row, "evidence": [], "confidence": 0.0})
    backing = _backing([claim])
    kept["evidence"] += [span for span in backing["evidence"] if span not in kept["evidence"]]
    kept["confidence"] = max(kept["confidence"], backing["confidence"])
    return kept
