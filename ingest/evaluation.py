"""How well readings agree with gold readings: figures per layer, micro-averaged, with intervals by resampling."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from graph.errors import SourceError
from ingest.matching import (
    KEYS,
    Match,
    Row,
    codes,
    cooperation_key,
    event_key,
    fit_agreement,
    fit_leader,
    fit_meeting,
    paired,
    row_dicts,
    rows,
)

LAYERS = ("countries", "leaders", "cooperation", "events", "agreements", "meetings")
KEYED_LAYERS = tuple(sorted(KEYS))
_RESAMPLINGS = 1_000

QUADS: dict[str, str] = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), "verbal_cooperation"),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), "material_cooperation"),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), "verbal_conflict"),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), "material_conflict"),
}


@dataclass(frozen=True, slots=True)
class Counts:
    """Rows matched, predicted and gold; of an accuracy: rows right, compared, compared."""

    matched: int = 0
    predicted: int = 0
    gold: int = 0

    def __add__(self, other: Counts) -> Counts:
        """The counts of both."""
        return Counts(self.matched + other.matched, self.predicted + other.predicted, self.gold + other.gold)


@dataclass(frozen=True, slots=True)
class Figure:
    """Precision, recall and F1; all the same for an accuracy or a mean. `interval` holds 95 % of the resampled F1."""

    precision: float
    recall: float
    f1: float
    interval: tuple[float, float] | None = None


Comparison = Mapping[str, Counts]
"""The counts of one article by layer; finer figures are named ``layer.field``."""


def compare(gold: Row, predicted: Row) -> Comparison:
    """The counts of one article. A predicted row that repeats another, or is broken, counts as a wrong row."""
    return {
        "countries": _keyed(gold, predicted, "countries")[0],
        **_leaders(gold, predicted),
        **_cooperation(gold, predicted),
        **_events(gold, predicted),
        **_agreements(gold, predicted),
        **_meetings(gold, predicted),
    }


def _keyed(gold: Row, predicted: Row, layer: str) -> tuple[Counts, list[Match]]:
    key = KEYS[layer]
    gold_rows = {key(row): row for row in rows(gold, layer)}
    predicted_rows = {key(row): row for row in reversed(rows(predicted, layer))}  # of several, the first
    shared = [k for k in gold_rows if k is not None and k in predicted_rows]
    counts = Counts(len(shared), len(rows(predicted, layer)), len(gold_rows))
    return counts, [(gold_rows[k], predicted_rows[k]) for k in shared]


def _leaders(gold: Row, predicted: Row) -> dict[str, Counts]:
    matches = paired(row_dicts(gold, "leaders"), row_dicts(predicted, "leaders"), fit_leader)
    right = [(g, p) for g, p in matches if g.get("country") == p.get("country")]
    return {"leaders": _size(gold, predicted, "leaders", len(right)), "leaders.role": _accuracy(right, "role")}


def _cooperation(gold: Row, predicted: Row) -> dict[str, Counts]:
    counts, matches = _keyed(gold, predicted, "cooperation")
    pairs: list[Set[Hashable]] = [
        {key[:2] for key in _whole_keys(reading, "cooperation", cooperation_key)} for reading in (gold, predicted)
    ]
    return {
        "cooperation": counts,
        "cooperation.pair": _overlap(*pairs),
        "cooperation.status": _accuracy(matches, "status"),
    }


def _events(gold: Row, predicted: Row) -> dict[str, Counts]:
    counts, matches = _keyed(gold, predicted, "events")
    quads: list[Set[Hashable]] = [
        {(*sorted(key[:2]), QUADS.get(key[2])) for key in _whole_keys(reading, "events", event_key)}
        for reading in (gold, predicted)
    ]
    return {
        "events": counts,
        "events.dyad_quad": _overlap(*quads),
        "events.modality": _accuracy(matches, "modality"),
        "events.sectors": _list_overlap(matches, "sectors"),
    }


def _agreements(gold: Row, predicted: Row) -> dict[str, Counts]:
    matches = paired(row_dicts(gold, "agreements"), row_dicts(predicted, "agreements"), fit_agreement)
    same_parties = sum(codes(g.get("parties")) == codes(p.get("parties")) for g, p in matches)
    return {
        "agreements": _size(gold, predicted, "agreements", len(matches)),
        "agreements.kind": _accuracy(matches, "kind"),
        "agreements.status": _accuracy(matches, "status"),
        "agreements.parties": Counts(same_parties, len(matches), len(matches)),
        "agreements.sectors": _list_overlap(matches, "sectors"),
    }


def _meetings(gold: Row, predicted: Row) -> dict[str, Counts]:
    matches = paired(row_dicts(gold, "meetings"), row_dicts(predicted, "meetings"), fit_meeting)
    return {
        "meetings": _size(gold, predicted, "meetings", len(matches)),
        "meetings.kind": _accuracy(matches, "kind"),
        "meetings.date": _accuracy(matches, "date"),
    }


def _size(gold: Row, predicted: Row, layer: str, matched: int) -> Counts:
    return Counts(matched, len(rows(predicted, layer)), len(rows(gold, layer)))


def _accuracy(matches: Sequence[Match], field: str) -> Counts:
    return Counts(sum(g.get(field) == p.get(field) for g, p in matches), len(matches), len(matches))


def _list_overlap(matches: Sequence[Match], field: str) -> Counts:
    return sum((_overlap(codes(g.get(field)), codes(p.get(field))) for g, p in matches), Counts())


def _overlap(gold: Set[Hashable], predicted: Set[Hashable]) -> Counts:
    return Counts(len(gold & predicted), len(predicted), len(gold))


def _whole_keys(reading: Row, layer: str, key: Callable[[object], Hashable]) -> list[tuple[str, str, str]]:
    return [k for k in map(key, rows(reading, layer)) if isinstance(k, tuple)]


def figures(comparisons: Sequence[Comparison]) -> dict[str, Figure | None]:
    """Figures by layer; None where nothing was compared. ``mean`` is that of the F1 of the six layers."""
    out: dict[str, Figure | None] = {}
    for layer in compare({}, {}):
        total = sum((comparison[layer] for comparison in comparisons), Counts())
        out[layer] = _figure(total)
    heads = [figure.f1 for layer in LAYERS if (figure := out[layer])]
    mean = sum(heads) / len(heads) if heads else 0.0
    out["mean"] = Figure(mean, mean, mean)
    return out


def _figure(total: Counts) -> Figure | None:
    if not total.predicted and not total.gold:
        return None
    precision = total.matched / total.predicted if total.predicted else 0.0
    recall = total.matched / total.gold if total.gold else 0.0
    both = precision + recall
    return Figure(precision, recall, 2 * precision * recall / both if both else 0.0)


def evaluate(gold: Mapping[str, Row], predicted: Mapping[str, Row]) -> dict[str, Figure | None]:
    """Figures of `predicted` readings against `gold` ones, both by id; what was not predicted counts as read empty."""
    return figures([compare(reading, predicted.get(key, {})) for key, reading in gold.items()])


def with_intervals(gold: Mapping[str, Row], predicted: Mapping[str, Row]) -> dict[str, Figure | None]:
    """As `evaluate`, each figure with the interval that holds 95 % of its F1 in 1,000 resamplings of the articles."""
    comparisons = [compare(reading, predicted.get(key, {})) for key, reading in gold.items()]
    rng = random.Random(0)  # noqa: S311 - resampling, not secrecy: the same figures each time
    samples = [figures(rng.choices(comparisons, k=len(comparisons))) for _ in range(_RESAMPLINGS)]
    return {layer: _spread(layer, figure, samples) for layer, figure in figures(comparisons).items()}


def _spread(layer: str, figure: Figure | None, samples: Sequence[Mapping[str, Figure | None]]) -> Figure | None:
    if figure is None:
        return None
    spread = sorted(sampled.f1 for sample in samples if (sampled := sample[layer]))
    low, high = spread[int(0.025 * len(spread))], spread[int(0.975 * len(spread)) - 1]
    return Figure(figure.precision, figure.recall, figure.f1, (low, high))


@dataclass(frozen=True, slots=True)
class Difference:
    """A row that one side lacks: `sign` is ``-`` for a gold row missed, ``+`` for a predicted row that is extra."""

    article_id: str
    sign: str
    key: tuple[str, ...]


def differences(gold: Mapping[str, Row], predicted: Mapping[str, Row], layer: str) -> Iterator[Difference]:
    """The misses and extras of a layer with keyed rows, article by article; broken rows have the key ``("?",)``."""
    for article_id, reading in gold.items():
        wanted, found = (
            {KEYS[layer](row) for row in rows(side, layer)} for side in (reading, predicted.get(article_id, {}))
        )
        for sign, rest in (("-", wanted - found), ("+", found - wanted)):
            for key in sorted(rest, key=str):
                yield Difference(article_id, sign, _as_tuple(key))


def _as_tuple(key: Hashable) -> tuple[str, ...]:
    if isinstance(key, tuple):
        return tuple(str(part) for part in key)
    return ("?",) if key is None else (str(key),)


def load_readings(path: Path) -> dict[str, Row]:
    """The readings of a JSON Lines file by id; raises SourceError naming file and line of what is none."""
    out: dict[str, Row] = {}
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(str(path), "unreadable", str(error)) from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            reading = _reading(line, f"{path}:{number}")
            if reading["id"] in out:
                raise SourceError(f"{path}:{number}", "duplicate", f"id {reading['id']} a second time")
            out[reading["id"]] = reading
    if not out:
        raise SourceError(str(path), "empty", "no readings")
    return out


def _reading(line: str, where: str) -> Row:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise SourceError(where, "malformed", f"not JSON: {error}") from error
    if not isinstance(row, dict) or not isinstance(row.get("id"), str):
        raise SourceError(where, "malformed", "no reading with an id")
    return row
