"""Progress of what goes through all articles."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from api.answer.phrase import counted
from api.terminal import err
from graph.backup import Contents


@contextmanager
def counting(doing: str) -> Iterator[Callable[[int], None]]:
    """A line on the terminal that says how many articles are done, as it is told, as long as the block lasts."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=err(), transient=True) as progress:
        task = progress.add_task(doing)
        yield lambda articles: progress.update(task, description=f"{doing}: {counted(articles, 'article')}")


def told(contents: Contents) -> str:
    """``12 articles, 340 claims, 2 decisions``."""
    kinds = (("article", contents.articles), ("claim", contents.claims), ("decision", contents.decisions))
    return ", ".join(counted(number, kind) for kind, number in kinds)
