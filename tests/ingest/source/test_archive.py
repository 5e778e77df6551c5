"""What comes out of an archive is bounded however it is read."""

from __future__ import annotations

import io
from typing import IO, cast

import pytest

from graph.errors import ArticleError
from ingest.source.archive import _PART, _Bounded


class Endless(io.RawIOBase):
    """Unpacks to more and more, and counts how much was asked for."""

    def __init__(self) -> None:
        self.place = 0

    def seekable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        assert size >= 0
        self.place += size
        return bytes(size)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        assert (whence, offset <= self.place) == (io.SEEK_SET, True), "it would unpack what lies between"
        self.place = offset
        return offset

    def tell(self) -> int:
        return self.place


@pytest.mark.parametrize(("offset", "whence"), [(0, io.SEEK_END), (1 << 40, io.SEEK_SET), (1 << 40, io.SEEK_CUR)])
def test_going_on_unpacks_no_more_than_reading(offset: int, whence: int) -> None:
    endless = Endless()
    bounded = io.BufferedReader(_Bounded(cast(IO[bytes], endless), 5_000_000, "a.gz"))
    with pytest.raises(ArticleError) as error:
        bounded.seek(offset, whence)
    assert error.value.reason == "too_long"
    assert endless.place <= 5_000_000 + _PART


def test_places_are_those_of_a_file() -> None:
    content = bytes(range(256)) * 20_000
    bounded, plain = io.BufferedReader(_Bounded(io.BytesIO(content), len(content), "a.gz")), io.BytesIO(content)
    for offset, whence in ((0, 2), (7, 0), (100_000, 1), (-3, 1), (-22, 2), (3_000_000, 0), (0, 0)):
        assert bounded.seek(offset, whence) == plain.seek(offset, whence)
        assert bounded.read(5) == plain.read(5)
