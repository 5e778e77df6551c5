"""The floors: figures that the reader reached on each set, less a margin, below which no change may take it.

`python -m tests.eval.floors` prints how far the figures have moved since the floors were set; with ``--write`` it sets
them anew, which belongs into the commit that made the reader better, and prints those that fall (README.md: when they
may).
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from math import floor
from statistics import fmean

import yaml

from ingest.evaluation import Figure, evaluate
from ingest.reader import Reader, default_reader
from tests.eval.sets import FOLDER, SETS, read

FLOORS = FOLDER / "floors.yaml"
MARGIN = 0.02
_HEAD = """\
# Floors of the reader's figures (F1 or accuracy) by set and layer: the figures that it reached, less 0.02.
#
# Source: `python -m tests.eval.floors --write`. `null`: nothing of that layer is in the set.
"""

Floors = dict[str, dict[str, float | None]]


def figures_of(reader: Reader, name: str) -> dict[str, Figure | None]:
    """The figures of `reader` on the set of that name."""
    pairs = list(read(reader, SETS[name]))
    return evaluate({gold["id"]: gold for gold, _ in pairs}, {r.article_id: r.to_guide() for _, r in pairs})


def load_floors() -> Floors:
    """The floors as they stand in the file."""
    floors: Floors = yaml.safe_load(FLOORS.read_text("utf-8"))
    return floors


def floors_of(figures: dict[str, Figure | None]) -> dict[str, float | None]:
    """The figures less the margin, rounded down to three digits."""
    return {layer: floor_of(figure.f1) if figure else None for layer, figure in figures.items()}


def floor_of(reached: float) -> float:
    """A figure less the margin, rounded down to three digits."""
    return max(0.0, floor((reached - MARGIN) * 1000) / 1000)


def fallen(figures: dict[str, Figure | None], floors: dict[str, float | None]) -> dict[str, tuple[float, float]]:
    """The layers whose figure lies below its floor, with both; a figure that is gone is 0."""
    reached = {layer: figure.f1 if figure else 0.0 for layer, figure in figures.items()}
    return {
        layer: (reached.get(layer, 0.0), least)
        for layer, least in floors.items()
        if least is not None and reached.get(layer, 0.0) < least
    }


def lowered(before: Mapping[str, float | None], after: Mapping[str, float | None]) -> list[str]:
    """The floors of a set that `after` has lower than `before`, in words; the mean of the set, as a last line."""
    both = [(layer, old, after.get(layer) or 0.0) for layer, old in before.items() if old is not None]
    falls = [f"{layer} {old:.3f} -> {new:.3f}" for layer, old, new in both if new < old]
    if not falls:
        return []
    return [*falls, f"mean {fmean(old for _, old, _ in both):.3f} -> {fmean(new for *_, new in both):.3f}"]


def main() -> None:
    """Prints or writes the floors."""
    parser = argparse.ArgumentParser(prog="python -m tests.eval.floors", description=__doc__)
    parser.add_argument("--write", action="store_true", help="set the floors anew")
    options = parser.parse_args()
    reader = default_reader()
    reached = {name: figures_of(reader, name) for name in SETS}
    if options.write:
        rows = {name: floors_of(figures) for name, figures in reached.items()}
        for name, floors in load_floors().items():
            for line in lowered(floors, rows.get(name, {})):
                print(f"{name:12} {line}")
        FLOORS.write_text(_HEAD + yaml.safe_dump(rows, sort_keys=False), "utf-8")
        return
    for name, floors in load_floors().items():
        for layer, least in floors.items():
            figure = reached[name].get(layer)
            if figure and least is not None:
                print(f"{name:12} {layer:20} {figure.f1:.3f}  {figure.f1 - least - MARGIN:+.3f}")


if __name__ == "__main__":
    main()
