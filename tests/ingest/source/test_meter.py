from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from ingest.source import Meter, load_all

LINES = b"".join(
    json.dumps({"id": n, "text": f"Japan met Chile for the {n}. time."}).encode() + b"\n" for n in range(9000)
)


def test_it_goes_from_nothing_to_all(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(LINES)
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(LINES))
    (tmp_path / "c.bin").write_bytes(bytes(500))
    meter = Meter()
    assert (meter.total, meter.done) == (None, 0)
    seen = []
    total = sum(path.stat().st_size for path in tmp_path.iterdir())
    for _ in load_all([str(tmp_path)], meter=meter):
        assert meter.total == total
        seen.append(meter.done)
    assert seen == sorted(seen)
    assert 0 < seen[100] < total / 4
    assert meter.done == total


@pytest.mark.parametrize("sources", [["https://post.example/a", "."], ["-"]])
def test_what_is_no_file_has_no_known_length(sources: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    meter = Meter()
    monkeypatch.setattr("ingest.source.source._located", lambda *_: iter(()))
    assert not list(load_all(sources, meter=meter))
    assert meter.total is None
