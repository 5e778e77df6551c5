"""`accord demo`: the whole path on the bundled article."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from api.answer import Answer, answer
from api.card import card
from api.commands.serve import serve_until_stopped
from api.opening import opening
from api.question import understand
from api.settings import load_settings
from api.terminal import out
from graph.article import Article
from graph.reading import Reading
from graph.store import Store
from ingest.reader import default_reader
from ingest.source import bundled_article
from viz.page import render

QUESTION = "Japan–Indonesia cooperation areas"
PAGE = "accord-demo.html"


def demo(
    serve: Annotated[bool, typer.Option(help="Serve the API at the end, until Ctrl-C.")] = True,
    port: Annotated[int | None, typer.Option(min=1, max=65535, help="Port; not given: ACCORD_PORT.")] = None,
) -> None:
    """Read the bundled article, store it, ask a question, write the page, and serve."""
    settings = load_settings().for_demo()
    settings = settings.model_copy(update={"port": port or settings.port})
    with opening(settings.store()) as opened:
        with _step("Reading the bundled article"):
            article, reading = _read(settings.spacy_model)
        with _step("Waiting for the graph engine"):
            store = opened()
        with _step(f"Storing {len(reading.claims)} claims, each with its sentence"):
            store.writer().write(article, reading)
        with _step(f"Asking: {QUESTION}"):
            found = _ask(store)
        with _step("Drawing the page"):
            page = _draw(store, found)
        out().print()
        out().print(card(found))
        out().print(f"\nThe interactive page: [bold]{page}[/]", soft_wrap=True)
        if serve:
            serve_until_stopped(settings, store)


def _read(model: str | None) -> tuple[Article, Reading]:
    article = bundled_article()
    return article, default_reader(model).read(article)


def _ask(store: Store) -> Answer:
    return answer(understand(QUESTION), store.view())


def _draw(store: Store, found: Answer) -> Path:
    path = Path(PAGE).resolve()
    path.write_text(render(store.view().subgraph(found.question.actors)), encoding="utf-8")
    return path


@contextmanager
def _step(name: str) -> Iterator[None]:
    """Prints a step with the time it took."""
    begun = time.perf_counter()
    yield
    out().print(f"[green]✓[/] {name}  [dim]{time.perf_counter() - begun:.1f} s[/]")
