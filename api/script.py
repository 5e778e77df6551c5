"""The script of the pages: one file of ours, whose address changes with what is in it."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import resources

PATH = "/assets/pages.js"


@cache
def source() -> str:
    """Its text."""
    return resources.files("api").joinpath("assets", "pages.js").read_text(encoding="utf-8")


@cache
def address() -> str:
    """Where it is served; a browser may keep for good what it got there."""
    return f"{PATH}?v={hashlib.sha256(source().encode()).hexdigest()[:12]}"
