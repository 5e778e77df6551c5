"""How much memory the engine's Java may take."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Final

from graph.errors import SettingError

LEAST: Final = 512
"""Megabytes: enough for 100,000 claims with all that follows from them (docs/graph.md has what was measured)."""

ROOM: Final = 2048
"""Megabytes for what comes in before the next start, on a machine that has eight times as much."""

MOST: Final = 8192
"""Megabytes that no graph is given unasked."""

_MEGABYTE = 1024 * 1024


def checked_heap(heap: str) -> str:
    """`heap` if Java can take it as a size, as ``512m`` or ``4g``."""
    if not re.fullmatch(r"[1-9]\d*[kmg]", heap, re.IGNORECASE):
        raise SettingError(f"The engine's heap must be a number with k, m or g, such as 512m or 4g, not {heap!r}.")
    return heap


def heap_for(root: Path) -> str:
    """The heap for a graph in the folder `root`, which may not be there yet: see `heap_of`.

    It holds from start to stop: a graph that has grown gets more when its engine starts next.
    """
    files = sum(file.stat().st_size for file in root.rglob("*") if file.is_file()) if root.exists() else 0
    return f"{heap_of(files // _MEGABYTE, _memory())}m"


def heap_of(files: int, memory: int) -> int:
    """The megabytes of heap for a graph whose files have `files`, on a machine with `memory`.

    As much as the files and room to grow (`ROOM`, or an eighth of the machine's memory where that is less); at most
    `MOST` and half of the machine's memory, at least `LEAST`.
    """
    return max(LEAST, min(max(LEAST, min(ROOM, memory // 8)) + files, MOST, memory // 2))


def pages_of(heap: str) -> int:
    """The megabytes of `heap` that hold pages of the graph's files: half, as its own quarter is read anew too often.

    A graph of 1,000,000 claims has some 3,000 megabytes of files.
    """
    units = {"k": 1 / 1024, "m": 1, "g": 1024}
    return max(1, int(int(heap[:-1]) * units[heap[-1].lower()] / 2))


def _memory() -> int:
    """The machine's memory in megabytes."""
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // _MEGABYTE
