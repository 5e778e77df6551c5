"""A claim's statement as JSON text, as the graph stores it, and back."""

from __future__ import annotations

import json
from typing import Any

from graph.claim import KINDS, Kind, Statement, fields_of

_TYPES: dict[Kind, type] = {kind: record for record, kind in KINDS.items()}


def to_json(statement: Statement) -> str:
    """The fields of `statement`; equal statements give equal text."""
    return json.dumps(fields_of(statement), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_json(kind: Kind, text: str) -> Statement:
    """The statement of `kind` that `to_json` wrote."""
    fields = {name: _tuples(value) for name, value in json.loads(text).items()}
    statement: Statement = _TYPES[kind](**fields)
    return statement


def _tuples(value: Any) -> Any:
    """JSON lists as the tuples that records hold."""
    return tuple(_tuples(item) for item in value) if isinstance(value, list) else value
