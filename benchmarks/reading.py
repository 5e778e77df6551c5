"""How fast the reader reads beside the bare spaCy pipeline of the same model, in one process over the same texts.

Both take turns chunk by chunk, each going first every other time, so that whatever else the machine does hits both.
"""

from __future__ import annotations

import argparse
import json
import statistics
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter, process_time

import spacy

from benchmarks.general_news import general_articles
from graph.article import Article
from ingest.reader import default_reader
from ingest.reader.reader import MODEL

DEV = Path(__file__).parents[1] / "tests" / "eval" / "dev.articles.jsonl"
_GENERAL = 9
"""So many of ten articles of the general mix hold no relation."""

Work = Callable[[Sequence[Article]], None]


@dataclass(frozen=True, slots=True)
class Lap:
    """Seconds that a chunk took, by the clock and of the processor."""

    articles: int
    wall: float
    cpu: float


def dev_articles() -> list[Article]:
    """The articles of the dev set."""
    rows = [json.loads(line) for line in DEV.read_text("utf-8").splitlines()]
    return [Article(row["id"], row["title"] or "", row["text"], row["published"]) for row in rows]


def relations() -> Iterator[Article]:
    """The dev articles, over and over."""
    return cycle(dev_articles())


def general_mix() -> Iterator[Article]:
    """One dev article, then nine of general news, and so on."""
    general = general_articles()
    for article in relations():
        yield article
        yield from islice(general, _GENERAL)


MIXES: dict[str, Callable[[], Iterator[Article]]] = {"relations": relations, "general": general_mix}


def race(articles: Sequence[Article], chunk: int, works: Mapping[str, Work]) -> dict[str, list[Lap]]:
    """The laps of each of `works` over the same chunks; the first chunk is run once before, to warm up."""
    laps: dict[str, list[Lap]] = {name: [] for name in works}
    for work in works.values():
        work(articles[:chunk])
    names = list(works)
    for start in range(0, len(articles), chunk):
        piece = articles[start : start + chunk]
        for name in names:
            wall, cpu = perf_counter(), process_time()
            works[name](piece)
            laps[name].append(Lap(len(piece), perf_counter() - wall, process_time() - cpu))
        names.reverse()
    return laps


def report(laps: dict[str, list[Lap]]) -> list[str]:
    """One line per work, then how many times as fast the reader is: over all, and the quartiles of the chunks."""
    lines = []
    for name, own in laps.items():
        articles, wall, cpu = (sum(getattr(lap, field) for lap in own) for field in ("articles", "wall", "cpu"))
        lines.append(f"{name:8} {articles / wall:8.1f} articles/s by the clock, {articles / cpu:8.1f} of the processor")
    for field in ("wall", "cpu"):
        bare, ours = ([getattr(lap, field) for lap in laps[name]] for name in ("bare", "reader"))
        ratios = [b / o for b, o in zip(bare, ours, strict=True)]
        low, middle, high = statistics.quantiles(ratios, n=4) if len(ratios) > 1 else ratios * 3
        over_all = sum(bare) / sum(ours)
        lines.append(
            f"ratio    {over_all:8.2f} ({field}); chunks: median {middle:.2f}, half within {low:.2f}–{high:.2f}"
        )
    return lines


def main() -> None:
    """Runs the benchmark and prints its report."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading", description=__doc__)
    parser.add_argument("--mix", choices=MIXES, default="relations", help="relations: dev texts; general: one in ten")
    parser.add_argument("--articles", type=int, default=1000, help="how many articles (default: 1000)")
    parser.add_argument("--chunk", type=int, default=50, help="how many in a turn (default: 50)")
    parser.add_argument("--model", default=MODEL, help="the spaCy pipeline that both use")
    options = parser.parse_args()
    bare, reader = spacy.load(options.model), default_reader(options.model)

    def run_bare(articles: Sequence[Article]) -> None:
        for _ in bare.pipe(f"{article.title}\n\n{article.text}" for article in articles):
            pass

    def run_reader(articles: Sequence[Article]) -> None:
        for _ in reader.read_many(articles):
            pass

    articles = list(islice(MIXES[options.mix](), options.articles))
    print(f"{options.mix}: {len(articles)} articles, {options.model}")
    for line in report(race(articles, options.chunk, {"bare": run_bare, "reader": run_reader})):
        print(line)


if __name__ == "__main__":
    main()
