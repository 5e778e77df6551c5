"""`accord merges`: which mentions are one, why, and what people ruled about it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from itertools import groupby
from typing import Annotated

import typer

from api.dependencies import actor_of
from api.settings import load_settings
from api.terminal import out
from api.wire_merge import merge_out
from graph import rulings
from graph.identity import actors_of
from graph.rulings import Merge, Ruled
from graph.store import open_store
from graph.vocabulary import actor_name


def merges(
    actor: Annotated[str | None, typer.Option("--actor", help="Only those of this country or body.")] = None,
    withdraw: Annotated[str | None, typer.Option("--withdraw", help="Take back the ruling with this id.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="Also those of the same name or the same day.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the merges and rulings as one JSON object.")] = False,
) -> None:
    """List which names are taken for one thing and why, and what people ruled."""
    with open_store(load_settings().store()) as store:
        if withdraw:
            taken = rulings.withdraw(store, withdraw)
            out().print(f"Taken back: {told(taken)}.", markup=False, soft_wrap=True)
            return
        merged = rulings.merges(store, actor_of(actor) if actor else None, plain=everything)
        ruled = rulings.rulings(store)
    if as_json:
        rows = {"merges": [merge_out(one).model_dump() for one in merged], "rulings": [asdict(one) for one in ruled]}
        typer.echo(json.dumps(rows, ensure_ascii=False))
        return
    _print(merged)
    if ruled:
        out().print("Ruled:")
    for one in ruled:
        out().print(f"  {one.id}  {told(one)}, {one.decided_at[:10]}", markup=False, soft_wrap=True)
    if not merged and not ruled:
        out().print("Nothing was merged.")


def told(ruled: Ruled) -> str:
    """A ruling in words."""
    return f"{_mention(ruled.a)} and {_mention(ruled.b)} are {'one' if ruled.one else 'not one'}"


def _print(merged: Iterable[Merge]) -> None:
    for fact, own in groupby(merged, key=lambda merge: merge.fact):
        out().print(_mention(fact), style="bold", markup=False, soft_wrap=True)
        for merge in own:
            pair = f"{_name(merge.key)} = {_name(merge.to)}"
            out().print(
                f"  {merge.id}  {pair}  ({merge.rule.strength}: {merge.rule.reason})", markup=False, soft_wrap=True
            )


def _mention(key: str) -> str:
    whose = ", ".join(actor_name(actor) for actor in actors_of(key))
    return f"{_name(key)} ({key.partition(':')[0]} of {whose})"


def _name(key: str) -> str:
    return key.rpartition(":")[2]
