"""How often claims are right on articles with gold readings, by kind and confidence, and what this should be."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path

from ingest.calibration import Judged, Values, bins, judged, proposed
from ingest.reader import default_reader
from tests.eval.sets import SETS, GoldSet, read

TABLE = Path(__file__).parents[1] / "ingest" / "reader" / "data" / "confidence.yaml"


def judgements(sets: Iterable[GoldSet]) -> Iterator[Judged]:
    """The claims of the default reader on all `sets`, against their gold readings."""
    reader = default_reader()
    for gold_set in sets:
        for gold, reading in read(reader, gold_set):
            yield from judged(gold, reading)


def table(claims: Iterable[Judged]) -> Iterator[str]:
    """The calibration table, one line a bin."""
    yield f"{'kind':12} {'confidence':>11} {'claims':>7} {'mean':>6} {'right':>6}"
    kind = ""
    for one in bins(claims):
        name = "" if one.kind == kind else one.kind
        kind = one.kind
        span = f"{one.low:.1f}–{one.high:.1f}"
        yield f"{name:12} {span:>11} {one.claims:7} {one.confidence:6.2f} {one.right:6.2f}"


def as_yaml(values: Values) -> Iterator[str]:
    """The values as lines of data/confidence.yaml."""
    for kind, families in values.items():
        yield f"{kind}:"
        for family, fields in families.items():
            pairs = ", ".join(f"{field}: [{a:.2f}, {b:.2f}]" for field, (a, b) in fields.items())
            yield f"  {family}: {{{pairs}}}"


def write(values: Values) -> None:
    """Puts the values into data/confidence.yaml, under its opening comment."""
    head = [line for line in TABLE.read_text("utf-8").splitlines() if line.startswith("#")]
    TABLE.write_text("\n".join([*head, *as_yaml(values)]) + "\n", "utf-8")


def main() -> None:
    """Prints the table or the proposed values, or writes these."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.calibration", description=__doc__)
    parser.add_argument("--set", action="append", choices=SETS, dest="names", help="a set of tests/eval (default: all)")
    parser.add_argument(
        "--pair", nargs=2, action="append", type=Path, metavar=("ARTICLES", "GOLD"), help="another set, instead"
    )
    parser.add_argument("--propose", action="store_true", help="print values for data/confidence.yaml")
    parser.add_argument("--write", action="store_true", help="write them there")
    options = parser.parse_args()
    sets = [GoldSet(*pair) for pair in options.pair or ()]
    sets += [SETS[name] for name in options.names or (() if sets else SETS)]
    claims = list(judgements(sets))
    if options.write:
        write(proposed(claims))
    for line in as_yaml(proposed(claims)) if options.propose else table(claims):
        print(line)


if __name__ == "__main__":
    main()
