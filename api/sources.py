"""What commands take that read articles."""

from __future__ import annotations

from typing import Annotated

import typer

Sources = Annotated[list[str], typer.Argument(help="Files, folders, addresses of web pages, or - for standard input.")]
