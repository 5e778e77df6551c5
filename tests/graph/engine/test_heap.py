from __future__ import annotations

from pathlib import Path

import pytest

from graph.engine.heap import LEAST, MOST, ROOM, checked_heap, heap_for, heap_of, pages_of
from graph.errors import SettingError


@pytest.mark.parametrize("heap", ["512m", "4g", "1G", "65536k"])
def test_heaps_that_java_takes(heap: str) -> None:
    assert checked_heap(heap) == heap


@pytest.mark.parametrize("heap", ["", "512", "m", "0m", "1.5g", "4gb", "-1m", "1g -Dx=y", "1g\n"])
def test_heaps_that_java_does_not_take(heap: str) -> None:
    with pytest.raises(SettingError, match="512m"):
        checked_heap(heap)


@pytest.mark.parametrize(
    ("files", "memory", "heap"),
    [
        (0, 32_000, ROOM),
        (300, 32_000, ROOM + 300),
        (0, 8_000, 1_000),  # an eighth of the machine's
        (300, 2_000, LEAST + 300),
        (30_000, 64_000, MOST),
        (3_000, 4_000, 2_000),  # half of the machine's
        (3_000, 600, LEAST),  # less is of no use
    ],
)
def test_a_larger_graph_gets_more(files: int, memory: int, heap: int) -> None:
    assert heap_of(files, memory) == heap


def test_the_size_is_that_of_the_files(tmp_path: Path) -> None:
    empty = int(heap_for(tmp_path / "none").removesuffix("m"))
    assert LEAST <= empty <= ROOM
    (tmp_path / "databases").mkdir()
    (tmp_path / "databases" / "file").write_bytes(bytes(3 * 1024 * 1024))
    assert checked_heap(heap_for(tmp_path)) == f"{empty + 3}m"


@pytest.mark.parametrize(("heap", "pages"), [("512m", 256), ("4g", 2048), ("1G", 512), ("65536k", 32)])
def test_half_of_it_is_for_pages(heap: str, pages: int) -> None:
    assert pages_of(heap) == pages
