"""The sets of articles with gold readings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from graph.article import Article
from graph.reading import Reading
from ingest.evaluation import load_readings
from ingest.matching import Row
from ingest.reader import Reader

FOLDER = Path(__file__).parent


class GoldSet(NamedTuple):
    """Where the articles of a set are, and their gold readings."""

    articles: Path
    gold: Path


SETS: dict[str, GoldSet] = {
    "dev": GoldSet(FOLDER / "dev.articles.jsonl", FOLDER / "dev.gold.jsonl"),
    "practice-p": GoldSet(FOLDER / "practice-p.articles.jsonl", FOLDER / "practice-p.gold.jsonl"),
    "practice-q": GoldSet(FOLDER / "practice-q.articles.jsonl", FOLDER / "practice-q.gold.jsonl"),
    "practice-r": GoldSet(FOLDER / "practice-r.articles.jsonl", FOLDER / "practice-r.gold.jsonl"),
    "practice-s": GoldSet(FOLDER / "practice-s.articles.jsonl", FOLDER / "practice-s.gold.jsonl"),
    "practice-t": GoldSet(FOLDER / "practice-t.articles.jsonl", FOLDER / "practice-t.gold.jsonl"),
    "practice-u": GoldSet(FOLDER / "practice-u.articles.jsonl", FOLDER / "practice-u.gold.jsonl"),
    "practice-v": GoldSet(FOLDER / "practice-v.articles.jsonl", FOLDER / "practice-v.gold.jsonl"),
    "held-out-h": GoldSet(FOLDER / "held-out-h.articles.jsonl", FOLDER / "held-out-h.gold.jsonl"),
    "held-out-w": GoldSet(FOLDER / "held-out-w.articles.jsonl", FOLDER / "held-out-w.gold.jsonl"),
    "seed": GoldSet(FOLDER / "seed.article.jsonl", FOLDER / "seed.gold.jsonl"),
}


def articles_of(path: Path) -> list[Article]:
    """The articles of a JSON Lines file, exactly as they stand there."""
    rows = load_readings(path).values()
    return [Article(row["id"], row["title"] or "", row["text"], row["published"]) for row in rows]


def read(reader: Reader, gold_set: GoldSet) -> Iterator[tuple[Row, Reading]]:
    """Each gold reading of a set with what `reader` reads in its article."""
    gold = load_readings(gold_set.gold)
    for reading in reader.read_many(articles_of(gold_set.articles)):
        yield gold[reading.article_id], reading
