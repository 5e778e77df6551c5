"""Readers for tests, that other processes load."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.article import Article
from graph.claim import Claim, Cooperation, Evidence
from graph.reading import Reading


@dataclass
class Obedient:
    """Makes one claim of an article that names Japan, and does what the text of another says."""

    name_version: str = "obedient/1"

    def read(self, article: Article) -> Reading:
        if article.text == "break":
            raise ZeroDivisionError("broken")
        if article.text == "hang":
            time.sleep(600)
        if article.text == "die":
            os._exit(1)
        claims: tuple[Claim, ...] = ()
        if "Japan" in article.text:
            evidence = Evidence("text", 0, len(article.text), article.text)
            claims = (Claim(article.id, Cooperation((("IDN", "JPN"),), "trade"), (evidence,), 0.9, "made"),)
        return Reading(article.id, self.name_version, claims=claims)

    def read_many(self, articles: Iterable[Article]) -> Iterator[Reading]:
        return map(self.read, articles)


def unloadable() -> Obedient:
    raise OSError("no such model")


def dying() -> Obedient:
    os._exit(1)
