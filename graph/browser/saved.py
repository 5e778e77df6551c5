"""The style sheet and the first questions that ship with Accord, as the Neo4j Browser takes them."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

GRASS = "accord.grass"
QUERIES = "queries.cypher"
FAVORITES = "favorites.zip"

_FOLDER = "Accord"
"""Under which the Browser lists the questions among its favorites."""


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """A question and the Cypher that answers it; it has no parameters."""

    question: str
    text: str

    @property
    def script(self) -> str:
        """As the Browser keeps it: the first line's comment is its title."""
        return f"// {self.question}\n{self.text};\n"


def grass() -> str:
    """The style sheet, in the Browser's own form (GraSS)."""
    return files(__package__).joinpath(GRASS).read_text("utf-8")


def saved_queries() -> tuple[SavedQuery, ...]:
    """All of `queries.cypher`, in its order: a statement ends with a semicolon, the last comment before it asks."""
    return tuple(_query(part) for part in _script().split(";\n") if part.strip())


def write_files(folder: Path) -> tuple[Path, ...]:
    """Writes style sheet, questions, and a zip of one file per question that the Browser imports as favorites."""
    folder.mkdir(parents=True, exist_ok=True)
    style, script, favorites = (folder / name for name in (GRASS, QUERIES, FAVORITES))
    style.write_text(grass(), "utf-8")
    script.write_text(_script(), "utf-8")
    with zipfile.ZipFile(favorites, "w") as archive:
        for number, query in enumerate(saved_queries(), 1):
            archive.writestr(f"{_FOLDER}/{number:02}.cypher", query.script)
    return style, script, favorites


def _script() -> str:
    return files(__package__).joinpath(QUERIES).read_text("utf-8")


def _query(statement: str) -> SavedQuery:
    lines = statement.strip().splitlines()
    begin = next(n for n, line in enumerate(lines) if not line.startswith("//") and line.strip())
    return SavedQuery(lines[begin - 1].removeprefix("//").strip(), "\n".join(lines[begin:]))
