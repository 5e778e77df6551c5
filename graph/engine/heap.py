"""How much memory the engine's Java may take."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Final

from graph.errors import SettingError

LEAST: Final = 512
"""Megabytes: enough for 100,000 claims with all that follows from them (docs/graph.md has what was measured)."""

MOST: Final = 8192
"""Megabytes that no graph is given unasked."""

_MEGABYTE = 1024 * 1024


def checked_heap(heap: str) -> str:
    """`heap` if Java can take it as a size, as ``512m`` or ``4g``."""
    if not re.fullmatch(r"[1-9]\d*[kmg]", heap, re.IGNORECASE):
        raise SettingError(f"The engine's heap must be a number with k, m or g, such as 512m or 4g, not {heap!r}.")
    return heap


def heap_for(root: Path) -> str:
    """The heap for a graph in the folder `root`, which may not be there yet: as much as its files, within bounds.

    At least `LEAST`, at most `MOST` and half of the machine's memory. It holds from start to stop: a graph that has
    grown gets more when its engine starts next.
    """
    files = sum(file.stat().st_size for file in root.rglob("*") if file.is_file()) if root.exists() else 0
    return f"{heap_of(files // _MEGABYTE, _memory())}m"


def heap_of(files: int, memory: int) -> int:
    """The megabytes of heap for a graph whose files have `files`, on a machine with `memory`."""
    return max(LEAST, min(LEAST + files, MOST, memory // 2))


def _memory() -> int:
    """The machine's memory in megabytes."""
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // _MEGABYTE
