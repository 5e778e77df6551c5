"""Confidence: how often a claim of its kind, rule and standing is right, read from data/confidence.yaml.

A claim stands directly where its words name all whom it is about, and indirectly where discourse supplied somebody or
the nearest actors were taken. Rules ask a claim for its frame and standing, never for its confidence: that is measured
afterwards, on gold readings (`python -m benchmarks.calibration`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from graph.claim import KINDS, Claim, Evidence, Statement, When
from graph.errors import VocabularyError
from ingest.reader.packaged import packaged

DEFAULT = "default"
_FILE = "confidence.yaml"


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of a claim but for its statement: its kind and rule, whether it is direct, and its field."""

    kind: str
    frame: str
    direct: bool
    field: str


@dataclass(frozen=True, slots=True)
class Confidences:
    """Values by kind, family of rules, field, and standing: direct first."""

    by_kind: Mapping[str, Mapping[str, Mapping[str, tuple[float, float]]]]

    def of(self, standing: Standing) -> float:
        """The value of the narrowest family that the rule belongs to."""
        families = self.by_kind[standing.kind]
        family = next(name for name in families_of(standing.frame) if name in families)
        direct, indirect = families[family][standing.field]
        return direct if standing.direct else indirect


def families_of(frame: str) -> tuple[str, ...]:
    """The families of a rule, the narrowest first: ``clause.cue.aid`` is of ``clause.cue``, of ``clause``, of all."""
    parts = frame.split(".")
    own = tuple(".".join(parts[:n]) for n in range(len(parts), 0, -1))
    implied = ("implied",) if parts[-1] == "implied" else ()
    return (*own[:1], *implied, *(() if implied else own[1:]), DEFAULT)


def claimed(
    article_id: str,
    statement: Statement,
    evidence: tuple[Evidence, ...],
    frame: str,
    direct: bool,
    when: When = When(),  # noqa: B008 - frozen
) -> Claim:
    """The claim of a rule, with its confidence."""
    standing = Standing(KINDS[type(statement)], frame, direct, evidence[0].field)
    return Claim(article_id, statement, evidence, _value(standing), frame, when, direct)


@cache
def _value(standing: Standing) -> float:
    return confidences().of(standing)


@cache
def confidences() -> Confidences:
    """The packaged values, validated; VocabularyError names the kind and family that is wrong."""
    return read_confidences(packaged(_FILE))


def read_confidences(rows: dict[str, Any]) -> Confidences:
    """Values from a file like confidence.yaml; raises VocabularyError."""
    out: dict[str, dict[str, dict[str, tuple[float, float]]]] = {}
    for kind in KINDS.values():
        families = rows.get(kind, {})
        if DEFAULT not in families and kind != "dispute":
            raise VocabularyError(f"{_FILE}: {kind}: {DEFAULT} is missing")
        out[kind] = {name: _family(f"{kind}: {name}", row) for name, row in families.items()}
    if unknown := rows.keys() - out.keys():
        raise VocabularyError(f"{_FILE}: unknown kind {sorted(unknown)[0]!r}")
    return Confidences(out)


def _family(where: str, row: dict[str, Any]) -> dict[str, tuple[float, float]]:
    if row.keys() != {"text", "title"}:
        raise VocabularyError(f"{_FILE}: {where}: needs text and title")
    out: dict[str, tuple[float, float]] = {}
    for field, values in row.items():
        if len(values) != 2 or not all(0 < value <= 1 for value in values):
            raise VocabularyError(f"{_FILE}: {where}: {field}: needs two values above 0 and up to 1")
        out[field] = (float(values[0]), float(values[1]))
    return out
