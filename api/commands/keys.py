"""`accord keys`: who may use the API from elsewhere."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from api.access import Keyring, Scope
from api.settings import load_settings
from api.terminal import err, out

keys = typer.Typer(
    help="Make, list and revoke keys of the API.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@keys.command()
def add(
    name: Annotated[str, typer.Argument(help="Whose key it is, or what it is for.")],
    scope: Annotated[Scope, typer.Option(help="What it may do; each scope may do what those before it may.")] = "read",
) -> None:
    """Make a key and print it. It is shown this once."""
    token, key = _keyring().add(name, scope)
    typer.echo(token)
    err().print(
        f"[dim]The key {key.id} of {escape(key.name)}, scope {key.scope}. It is kept nowhere: copy it now, and send it "
        f"as[/] Authorization: Bearer …"
    )


@keys.command("list")
def list_() -> None:
    """List keys: id, name, scope, when they were made and last used."""
    found = _keyring().all()
    if not found:
        err().print("There are no keys: `accord keys add NAME` makes one.")
        return
    table = Table(box=None, pad_edge=False)
    for column in ("id", "name", "scope", "made", "last used"):
        table.add_column(column, no_wrap=column != "name")
    for key in found:
        table.add_row(key.id, escape(key.name), key.scope, key.created[:10], (key.used or "never")[:16])
    out().print(table)


@keys.command()
def revoke(ids: Annotated[list[str], typer.Argument(metavar="ID…", help="Ids, as `accord keys list` shows.")]) -> None:
    """Revoke keys, at once in servers that run too."""
    keyring = _keyring()
    for id_ in ids:
        key = keyring.revoke(id_)
        out().print(f"revoked {key.id}, {escape(key.name)}")


def _keyring() -> Keyring:
    return Keyring(load_settings().keys)
