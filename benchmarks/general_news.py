"""General news: articles in which no government deals with another, of the sentences in general_news.yaml."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from graph.article import Article

_SENTENCES = range(17, 29)
"""How long an article may be: 300 words on average, as in the dev texts."""
_SLOT = re.compile(r"\{(\w+)\}")


@cache
def _material() -> dict[str, Any]:
    rows: dict[str, Any] = yaml.safe_load(files("benchmarks").joinpath("general_news.yaml").read_text("utf-8"))
    return rows


def general_articles(seed: int = 0) -> Iterator[Article]:
    """Endless articles without a relation, each of one topic; the same ones for the same seed."""
    rng = random.Random(seed)  # noqa: S311 - texts, not secrets
    topics = list(_material()["topics"].values())
    number = 0
    while True:
        number += 1
        topic = rng.choice(topics)
        sentences = [_filled(rng.choice(topic), rng) for _ in range(rng.choice(_SENTENCES))]
        paragraphs = [" ".join(sentences[i : i + 3]) for i in range(1, len(sentences), 3)]
        yield Article(f"general-{number}", sentences[0].rstrip("."), "\n\n".join(paragraphs), "2024-06-03")


def _filled(sentence: str, rng: random.Random) -> str:
    """The sentence with its slots filled, each time with another word."""
    slots: dict[str, list[str]] = {name: rng.sample(words, len(words)) for name, words in _material()["slots"].items()}
    return _SLOT.sub(lambda slot: slots[slot[1]].pop(), sentence)
