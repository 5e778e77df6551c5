"""`accord copies`: which articles are taken for copies, of what, and what people decided about it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from itertools import groupby
from typing import Annotated

import typer

from api.settings import load_settings
from api.terminal import out
from graph import original
from graph.original import Copy, Original, Print
from graph.store import Store, open_store


def copies(
    article: Annotated[
        str | None, typer.Argument(metavar="ARTICLE", help="Only the copies of this article, and itself as a copy.")
    ] = None,
    no_copy: Annotated[
        str | None, typer.Option("--not", metavar="ARTICLE", help="Decide that this article is a source of its own.")
    ] = None,
    withdraw: Annotated[
        str | None, typer.Option("--withdraw", metavar="ARTICLE", help="Take such a decision back.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print copies and decisions as one JSON object.")] = False,
) -> None:
    """List which articles are taken for copies and of what, and decide that one is none."""
    with open_store(load_settings().store()) as store:
        if no_copy:
            _say(f"{_told(original.tell_apart(store, no_copy))}.")
        if withdraw:
            original.withdraw(store, withdraw)
            _say(f"Taken back: {withdraw} is a copy again of what it is like.")
        if not no_copy and not withdraw:
            _list(store, article, as_json)


def _list(store: Store, article: str | None, as_json: bool) -> None:
    found, decided = original.copies(store, article), original.originals(store)
    if as_json:
        rows = {"copies": [asdict(copy) for copy in found], "originals": [asdict(one) for one in decided]}
        typer.echo(json.dumps(rows, ensure_ascii=False))
        return
    _print(found)
    if not found:
        _say(
            "No article is taken for a copy." if article is None else f"{article} is no copy, and there is none of it."
        )
    if decided:
        _say("Decided:")
    for one in decided:
        _say(f"  {_told(one)}, {one.decided_at[:10]}")


def _print(found: Iterable[Copy]) -> None:
    for first, own in groupby(found, key=lambda copy: copy.first):
        out().print(_described(first), style="bold", markup=False, soft_wrap=True)
        for copy in own:
            near = "" if copy.near == first else f" with {copy.near.id}, which is a copy itself"
            _say(f"  {_described(copy.article)}: {copy.likeness:.0%} in common{near}")


def _described(one: Print) -> str:
    """Name, id, date and publisher of an article."""
    return ", ".join(filter(None, (f"{one.name} ({one.id})", one.published, one.publisher)))


def _told(decided: Original) -> str:
    return f"{decided.id} is a source of its own"


def _say(text: str) -> None:
    out().print(text, markup=False, soft_wrap=True)
