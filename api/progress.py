"""How a run shows how far it has come: live on a terminal, else a line now and then."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

from rich.markup import escape
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from api.answer.phrase import counted
from api.terminal import err
from ingest.run import RunReport
from ingest.source import Meter

LINE_S = 10.0
"""How often there is a line where there is no terminal."""

Tell = Callable[[RunReport], None]


@contextmanager
def progress(meter: Meter) -> Iterator[Tell]:
    """What the block gets shows a report; time left is known where `meter` knows what there is in all."""
    if err().is_terminal:
        with _live(meter) as tell:
            yield tell
    else:
        yield _lines(meter)


@contextmanager
def _live(meter: Meter) -> Iterator[Tell]:
    columns = (
        SpinnerColumn(),
        BarColumn(bar_width=20),
        TextColumn("{task.description}"),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    start = monotonic()
    with Progress(*columns, console=err(), transient=True) as shown:
        task = shown.add_task("loading", total=None)

        def tell(report: RunReport) -> None:
            text = escape(told(report, monotonic() - start))
            shown.update(task, description=text, total=meter.total, completed=meter.done)

        yield tell


def _lines(meter: Meter) -> Tell:
    start = last = monotonic()

    def tell(report: RunReport) -> None:
        nonlocal last
        now = monotonic()
        if now - last >= LINE_S:
            last = now
            far = f"{100 * meter.done / meter.total:.0f}%: " if meter.total else ""
            err().print(escape(far + told(report, now - start)))

    return tell


def told(report: RunReport, seconds: float) -> str:
    """What a run did in so many seconds, in one line."""
    articles, claims = (
        f"{counted(number, noun)} ({number / max(seconds, 0.001):,.0f}/s)"
        for number, noun in ((report.articles, "article"), (report.claims, "claim"))
    )
    reasons = ", ".join(f"{reason} {number:,}" for reason, number in report.skipped.most_common(4))
    skipped = f"{report.skipped.total():,} skipped" + (f" ({reasons})" if reasons else "")
    unchanged = f" ({report.unchanged:,} unchanged)" if report.unchanged else ""
    return f"{articles}{unchanged}, {claims}, {skipped}"
