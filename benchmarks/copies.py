"""What is found of near-copies: articles of the evaluation sets beside what papers make of them, and beside each other.

Two texts are copies by the same test as in a graph: a key in common, and signatures that are near enough. The sets that
nobody looks at are left out.
"""

from __future__ import annotations

import argparse
import statistics
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from time import perf_counter
from typing import NamedTuple

from graph.article import Article
from graph.signature import SHARED, Signature, signature_of
from tests.eval.sets import SETS, articles_of
from tests.graph.copied_texts import COMMUNIQUES, FILLED, PRINTS

HEAD = "| what a paper does to a story | found | likeness, median | 5th percentile |\n|---|---|---|---|"

Signed = Signature | None


class Found(NamedTuple):
    """How many of some pairs of signatures are of copies, and how like each other they are, from 0 to 1."""

    copies: int
    likeness: Sequence[float]

    @classmethod
    def of(cls, pairs: Iterable[tuple[Signed, Signed]]) -> Found:
        """Of at least two pairs. A text that is too short for a signature is like no other."""
        found = [(_share_key(a, b), a.likeness(b)) if a and b else (False, 0.0) for a, b in pairs]
        return cls(sum(key and like >= SHARED for key, like in found), [like for _, like in found])

    @property
    def percentile(self) -> float:
        """The fifth."""
        return statistics.quantiles(self.likeness, n=20)[0]


def articles() -> list[Article]:
    """The articles of the evaluation sets, but for those that nobody looks at."""
    read = [own.articles for name, own in SETS.items() if not name.startswith("held-out")]
    return [article for path in read for article in articles_of(path)]


def signatures(texts: Iterable[str]) -> list[Signed]:
    """The signature of each text."""
    return list(map(signature_of, texts))


def table(texts: Sequence[str]) -> Iterator[str]:
    """A row for each change that a paper may make."""
    yield HEAD
    for what, change in PRINTS.items():
        found = Found.of(zip(signatures(texts), signatures(map(change, texts)), strict=True))
        median = statistics.median(found.likeness)
        yield f"| {what} | {found.copies} of {len(texts)} | {median:.2f} | {found.percentile:.2f} |"


def prints(texts: Iterable[str]) -> Found:
    """Pairs of what two papers make of one story."""
    return Found.of(
        pair for text in texts for pair in combinations(signatures(change(text) for change in PRINTS.values()), 2)
    )


def others(texts: Iterable[str]) -> Found:
    """Pairs of different articles."""
    return Found.of(combinations(signatures(texts), 2))


def forms() -> Found:
    """Pairs of communiqués of one form filled for other countries."""
    return Found.of(
        pair for form in COMMUNIQUES for pair in combinations(signatures(form.format(**own) for own in FILLED), 2)
    )


def forms_by_runs() -> Found:
    """The same by their runs of words, as if the forms had no names."""
    return Found.of(
        (replace(a, names=b""), replace(b, names=b""))
        for form in COMMUNIQUES
        for a, b in combinations(signatures(form.format(**own) for own in FILLED), 2)
        if a and b
    )


def _share_key(a: Signature, b: Signature) -> bool:
    return not {*enumerate(a.keys)}.isdisjoint(enumerate(b.keys))


def main() -> None:
    """Measures and prints the table."""
    argparse.ArgumentParser(prog="python -m benchmarks.copies", description=__doc__).parse_args()
    own = articles()
    started = perf_counter()
    texts = [article.text for article in own if signature_of(article.text, article.title)]
    took = (perf_counter() - started) * 1000 / len(own)
    print(f"{len(texts)} of {len(own)} articles are long enough for a signature, which takes {took:.2f} ms\n")
    for line in table(texts):
        print(line)
    for what, found in (
        ("two prints of one story", prints(texts)),
        ("two articles", others(texts)),
        ("two of one form", forms()),
        ("two of one form, names aside", forms_by_runs()),
    ):
        pairs = f"{found.copies:,} of {len(found.likeness):,} pairs are copies"
        print(f"\n{what}: {pairs}; likeness {min(found.likeness):.2f} to {max(found.likeness):.2f}")


if __name__ == "__main__":
    main()
