"""`accord ask`: a question in plain words, and its answer."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

import typer

from api.answer import answer
from api.card import card
from api.commands.as_of import AsOf
from api.question import understand
from api.settings import load_settings
from api.terminal import out
from api.wire_answer import answer_out
from graph.store import open_store


def ask(
    question: Annotated[str, typer.Argument(help='As you would say it: "Japan–Indonesia cooperation areas".')],
    as_json: Annotated[bool, typer.Option("--json", help="Print the API's form.")] = False,
    as_of: AsOf = None,
    cypher: Annotated[
        bool, typer.Option("--cypher", help="Show the queries too, to paste into the Neo4j Browser.")
    ] = False,
) -> None:
    """Answer a question from the graph, with the sentence behind each answer."""
    understood = understand(question, datetime.now(UTC).date())
    with open_store(load_settings().store()) as store:
        found = answer(understood, store.view().at(as_of))
    if as_json:
        typer.echo(answer_out(found).model_dump_json(indent=2))
        return
    out().print(card(found))
    if cypher:
        for query in found.queries:
            typer.echo(f"\n{query.for_browser()}")
