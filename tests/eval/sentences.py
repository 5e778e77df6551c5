"""Coded news sentences: how well the reader codes events of single sentences, in the manner of event-coder gold sets.

`python -m tests.eval.sentences` prints the figures of each set; with ``--write`` it sets their floors anew
and prints those that fall. A denied act is left out on both sides, as in CAMEO.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from graph.article import Article
from graph.vocabulary import plover
from ingest.reader import Reader, default_reader
from tests.eval.floors import floor_of, lowered
from tests.eval.sets import FOLDER

SENTENCES: dict[str, Path] = {
    "sentences": FOLDER / "sentences.jsonl",
    "held-out-sentences": FOLDER / "held-out-sentences.jsonl",
    "held-out-sentences-x": FOLDER / "held-out-sentences-x.jsonl",
}
FLOORS = FOLDER / "sentences.floors.yaml"
_HEAD = """\
# Floors of the reader's figures on coded sentences: the figures that it reached, less 0.02.
#
# Source: `python -m tests.eval.sentences --write`.
"""
_WRITTEN = "2024-05-05"
"""The day on which every sentence counts as published."""

Key = tuple[str, str, str]


class Score(NamedTuple):
    """F1 of (actor, recipient, type) and of the pair with its quad class; how often sentences without an act stay
    silent.
    """

    events: float
    quad: float
    silent: float


def score(reader: Reader, path: Path) -> Score:
    """The figures of `reader` on one file of sentences."""
    events, quads = _Tally(), _Tally()
    silent: list[bool] = []
    for row in map(json.loads, path.read_text("utf-8").splitlines()):
        article = Article(id=row["id"], title="", text=row["text"], published=_WRITTEN)
        gold, found = _keys(row["events"]), _keys(reader.read(article).to_guide()["events"])
        events.add(gold, found)
        quads.add(_quads(gold), _quads(found))
        if not row["events"]:
            silent.append(not found)
    return Score(events.f1, quads.f1, sum(silent) / len(silent))


class _Tally:
    def __init__(self) -> None:
        self.both = self.either = 0

    def add(self, gold: set[Any], found: set[Any]) -> None:
        """Counts one sentence."""
        self.both += len(gold & found)
        self.either += len(gold) + len(found)

    @property
    def f1(self) -> float:
        return 2 * self.both / self.either if self.either else 0.0


def _keys(events: list[dict[str, Any]]) -> set[Key]:
    out = set()
    for event in events:
        if event["modality"] != "negated":
            sides = event["actor"], event["recipient"]
            a, b = sorted(sides) if plover().by_id[event["type"]].symmetric else sides
            out.add((a, b, event["type"]))
    return out


def _quads(keys: set[Key]) -> set[tuple[str, ...]]:
    return {(*sorted((a, b)), plover().by_id[kind].quad) for a, b, kind in keys}


def load_floors() -> dict[str, dict[str, float]]:
    """The floors as they stand in the file."""
    floors: dict[str, dict[str, float]] = yaml.safe_load(FLOORS.read_text("utf-8"))
    return floors


def main() -> None:
    """Prints or writes the figures."""
    parser = argparse.ArgumentParser(prog="python -m tests.eval.sentences", description=__doc__)
    parser.add_argument("--write", action="store_true", help="set the floors anew")
    options = parser.parse_args()
    reader = default_reader()
    reached = {name: score(reader, path)._asdict() for name, path in SENTENCES.items()}
    for name, figures in reached.items():
        print(f"{name:20}", "  ".join(f"{key} {value:.3f}" for key, value in figures.items()))
    if options.write:
        rows = {name: {key: floor_of(value) for key, value in figures.items()} for name, figures in reached.items()}
        for name, floors in load_floors().items():
            for line in lowered(floors, rows.get(name, {})):
                print(f"{name:20} {line}")
        FLOORS.write_text(_HEAD + yaml.safe_dump(rows, sort_keys=False), "utf-8")


if __name__ == "__main__":
    main()
