"""Recognising: articles that are in the graph as they are, read by the same reader, are not read again.

So the graph itself is the journal of a run. One that was interrupted, by Ctrl-C, ``kill -9`` or a power cut, and is
started again goes through its sources and reads what is not stored; each batch was stored whole or not at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from graph.article import Article
from ingest.reading import Known
from ingest.source import Loaded, Skipped

TOGETHER = 64
"""Articles asked for in one query."""

Recognise = Callable[[Sequence[Article]], Mapping[str, int]]
"""Of some articles, the ids of those that need not be read, with how many claims each has."""


def recognised(items: Iterable[Loaded], recognise: Recognise) -> Iterator[Article | Known | Skipped]:
    """`items`, in their order, with the articles that need not be read as `Known`."""
    pending = iter(items)
    while chunk := list(islice(pending, TOGETHER)):
        found = recognise([item for item in chunk if isinstance(item, Article)])
        for item in chunk:
            if isinstance(item, Article) and item.id in found:
                yield Known(item.id, found[item.id])
            else:
                yield item
