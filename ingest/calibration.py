"""How far confidence can be trusted: for claims of each kind, how often they agree with gold readings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.claim import COOPERATION_STATUSES, KINDS, MODALITIES, Agreement, Claim, Cooperation, Event, Meeting, Office
from graph.reading import Reading
from ingest.matching import (
    Fit,
    Row,
    cooperation_key,
    event_key,
    fit_agreement,
    fit_leader,
    fit_meeting,
    paired,
    row_dicts,
)
from ingest.reader.confidence import DEFAULT, Standing, families_of

FEW = 8
"""Families of fewer judged claims get no values of their own."""
WEIGHT = 8
"""So many claims the wider family counts for, when a family's share of right ones is smoothed."""
_HIGHEST, _LOWEST = 0.98, 0.05


@dataclass(frozen=True, slots=True)
class Judged:
    """What a claim says of one pair, or as a whole, with whether the gold reading says so too."""

    standing: Standing
    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """The judged claims of a kind whose confidence lies in ``[low, high)``."""

    kind: str
    low: float
    high: float
    claims: int
    confidence: float
    right: float


def judged(gold: Row, reading: Reading) -> Iterator[Judged]:
    """The claims of a reading, each pair of one by itself, against the gold reading of the article.

    A cooperation or an event is right if gold has its row with at least its status or modality: it may say less.
    """
    cooperation = {cooperation_key(row): row["status"] for row in row_dicts(gold, "cooperation")}
    events = {event_key(row): row["modality"] for row in row_dicts(gold, "events")}
    for claim in reading.claims:
        s = claim.statement
        if isinstance(s, Cooperation):
            for a, b in s.pairs:
                told = cooperation.get(cooperation_key({"a": a, "b": b, "sector": s.sector}))
                yield _judged(claim, _no_more(s.status, told, COOPERATION_STATUSES))
        elif isinstance(s, Event):
            for actor, recipient in s.pairs:
                key = event_key({"actor": actor, "recipient": recipient, "type": s.type})
                yield _judged(claim, _no_more(s.modality, events.get(key), MODALITIES))
    yield from _whole(gold, reading, "agreements", Agreement, fit_agreement)
    yield from _whole(gold, reading, "meetings", Meeting, fit_meeting)
    yield from _whole(gold, reading, "leaders", Office, _fit_office)


def _no_more(claimed: str, told: str | None, strongest_first: Sequence[str]) -> bool:
    """Whether what is claimed is no stronger than what gold tells."""
    return told is not None and strongest_first.index(claimed) >= strongest_first.index(told)


def _judged(claim: Claim, right: bool) -> Judged:
    return Judged(Standing(claim.kind, claim.frame, claim.direct, claim.evidence[0].field), claim.confidence, right)


def _whole(gold: Row, reading: Reading, layer: str, kind: type, fit: Fit) -> Iterator[Judged]:
    """The claims that are one row each, matched one to one."""
    claims = [claim for claim in reading.claims if isinstance(claim.statement, kind)]
    found = [_row(claim) for claim in claims]
    right = {id(row) for _, row in paired(row_dicts(gold, layer), found, fit)}
    for claim, row in zip(claims, found, strict=True):
        yield _judged(claim, id(row) in right)


def _row(claim: Claim) -> Row:
    s = claim.statement
    if isinstance(s, Agreement):
        return {"name": s.name, "kind": s.kind, "parties": list(s.parties)}
    if isinstance(s, Meeting):
        return {"countries": list(s.participants), "kind": s.kind, "date": claim.when.date}
    assert isinstance(s, Office)  # noqa: S101 - the kinds of `judged`
    return {"name": s.name, "country": s.actor}


def _fit_office(gold: Row, predicted: Row) -> float:
    return fit_leader(gold, predicted) if gold.get("country") == predicted.get("country") else 0


def bins(claims: Iterable[Judged], step: float = 0.1) -> list[Bin]:
    """The table: per kind, and over all kinds as ``all``, the bins that hold claims, the surest first."""
    grouped: dict[tuple[str, int], list[Judged]] = defaultdict(list)
    for claim in claims:
        place = min(int(claim.confidence / step + 1e-9), round(1 / step) - 1)
        for kind in (claim.standing.kind, "all"):
            grouped[kind, place].append(claim)
    order = [*KINDS.values(), "all"]
    out = []
    for (kind, place), own in sorted(grouped.items(), key=lambda group: (order.index(group[0][0]), -group[0][1])):
        mean = sum(claim.confidence for claim in own) / len(own)
        out.append(Bin(kind, place * step, (place + 1) * step, len(own), mean, share(own)))
    return out


def share(claims: Sequence[Judged]) -> float:
    """The share of right ones; ZeroDivisionError if there are none."""
    return sum(claim.right for claim in claims) / len(claims)


Values = dict[str, dict[str, dict[str, list[float]]]]


def proposed(claims: Iterable[Judged]) -> Values:
    """Values for data/confidence.yaml: by kind, family and field, direct and indirect.

    Each is the share of right claims, smoothed towards the wider family's: what few claims say counts little.
    """
    by_kind: dict[str, list[Judged]] = defaultdict(list)
    for claim in claims:
        by_kind[claim.standing.kind].append(claim)
    return {kind: _of_kind(by_kind[kind]) for kind in KINDS.values() if kind in by_kind}


def _of_kind(claims: Sequence[Judged]) -> dict[str, dict[str, list[float]]]:
    members: dict[str, list[Judged]] = defaultdict(list)
    wider: dict[str, str] = {}
    for claim in claims:
        families = families_of(claim.standing.frame)
        for family, above in zip(families, (*families[1:], ""), strict=True):
            members[family].append(claim)
            wider[family] = above
    values: dict[str, dict[tuple[str, bool], float]] = {}
    for family in _widest_first(members, wider):
        above = wider[family]
        while above and above not in values:
            above = wider[above]
        values[family] = _smoothed(members[family], values.get(above))
    return {family: _rounded(own) for family, own in values.items()}


def _widest_first(members: Mapping[str, Sequence[Judged]], wider: Mapping[str, str]) -> list[str]:
    def depth(family: str) -> int:
        return 1 + depth(wider[family]) if wider[family] else 0

    kept = [
        family for family, own in members.items() if family == DEFAULT or FEW <= len(own) < len(members[wider[family]])
    ]
    return sorted(kept, key=lambda family: (depth(family), family))


def _smoothed(
    claims: Sequence[Judged], above: Mapping[tuple[str, bool], float] | None
) -> dict[tuple[str, bool], float]:
    """The values of a family by field and standing; those of `default` start from the kind as a whole."""
    whole = (sum(claim.right for claim in claims) + 1) / (len(claims) + 2)
    out = {}
    for direct in (True, False):
        stands = [claim for claim in claims if claim.standing.direct is direct]
        for field in ("text", "title"):
            own = [claim for claim in stands if claim.standing.field == field]
            start = above[field, direct] if above else _towards(stands, whole)
            out[field, direct] = _towards(own, start)
    return out


def _towards(claims: Sequence[Judged], start: float) -> float:
    return (sum(claim.right for claim in claims) + WEIGHT * start) / (len(claims) + WEIGHT)


def _rounded(values: Mapping[tuple[str, bool], float]) -> dict[str, list[float]]:
    def value(field: str, direct: bool) -> float:
        return round(min(_HIGHEST, max(_LOWEST, values[field, direct])), 2)

    return {field: [value(field, True), value(field, False)] for field in ("text", "title")}
