"""The query: Cypher text and its parameters, ready to run and to show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from json import dumps
from typing import Any


@dataclass(frozen=True, slots=True)
class Query:
    """One Cypher statement; values are in `parameters`, never in `text`."""

    text: str
    parameters: Mapping[str, Any] = field(default_factory=dict)

    def for_browser(self) -> str:
        """The query as one can paste it into the Neo4j Browser: ``:params`` first, where there are any."""
        text = self.text.strip()
        if not self.parameters:
            return text
        params = ", ".join(f"{name}: {dumps(value, ensure_ascii=False)}" for name, value in self.parameters.items())
        return f":params {{{params}}}\n{text}"
