"""The signature: what is kept of a text to know near-copies of it by, small, and without the text."""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from zlib import crc32

import numpy as np
from rensa import RMinHash

from graph.cypher.copy import KEYS
from graph.vocabulary.furniture import furniture

SCHEME = "1"
"""Of what is below and of the library's algorithm. A text of another scheme is no signature; where it changes, so does
the version of the schema, so that a graph's are made anew."""

RUN = 5
"""Words in a row that two texts have in common or not."""

LONG_RUN = 8
"""The same for keys: so long that texts with nothing else in common seldom share one."""

SLOTS = 128
"""Of a MinHash: its estimate of a Jaccard similarity of a half is off by 0.033 (standard deviation; measured)."""

FEWEST = 40
"""Runs of words that a text must have to be compared. Shorter ones are copies where they are equal."""

SHARED = 0.35
NAMES_SHARED = 0.7
"""Least shares, of the one with fewer, of the runs of words and of the names that near-copies have in common.
docs/graph.md tells what was measured."""

_SEED = 20261124
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_WITHIN = re.compile(r"(?<=[\w,;] )[^\W\d_]+")
"""A word within a sentence: that one at its start has a capital says nothing."""
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True)
class Signature:
    """MinHash slots of the runs of words of a text, their number, hashes of its names, and the keys of its index.

    Two near-copies have at least one key in common, but for few.
    """

    slots: bytes
    runs: int
    names: bytes
    keys: tuple[int, ...]

    @cached_property
    def _slots(self) -> np.ndarray[tuple[int], np.dtype[np.uint32]]:
        return np.frombuffer(self.slots, "<u4")

    @cached_property
    def _names(self) -> frozenset[int]:
        return frozenset(np.frombuffer(self.names, "<u4").tolist())

    def likeness(self, other: Signature) -> float:
        """The share of runs of words, of the text with fewer, that both have, from 0 to 1; 0 where names differ."""
        fewer = min(len(self._names), len(other._names))
        if len(self._names & other._names) < NAMES_SHARED * fewer:
            return 0.0
        jaccard = int(np.count_nonzero(self._slots == other._slots)) / SLOTS
        return min(1.0, jaccard / (1 + jaccard) * (self.runs + other.runs) / min(self.runs, other.runs))

    def __str__(self) -> str:
        parts = (self.slots, np.array(self.keys, "<u4").tobytes(), self.names)
        return ".".join([SCHEME, str(self.runs), *(b64encode(part).decode() for part in parts)])

    @classmethod
    def from_text(cls, text: str) -> Signature | None:
        """The signature that `str` wrote; None of one of another scheme, which cannot be compared."""
        scheme, runs, *parts = text.split(".")
        if scheme != SCHEME:
            return None
        slots, keys, names = map(b64decode, parts)
        return cls(slots, int(runs), names, tuple(np.frombuffer(keys, "<u4").tolist()))


def signature_of(text: str, title: str = "") -> Signature | None:
    """The signature of a text without its title; None of one that is too short to be compared."""
    story = furniture().off(text.removeprefix(title).lstrip())
    lower = [word.casefold() for word in _WORD.findall(story)]
    runs = _runs(lower, RUN)
    if len(runs) < FEWEST:
        return None
    names = {
        crc32(word.encode()) for word in {*_WITHIN.findall(story), *_NUMBER.findall(story)} if not word[0].islower()
    }
    slots = np.array(_minhash(runs, SLOTS), "<u4").tobytes()
    return Signature(slots, len(runs), np.array(sorted(names), "<u4").tobytes(), _minhash(_runs(lower, LONG_RUN), KEYS))


def _runs(words: list[str], length: int) -> set[str]:
    """All different runs of so many words."""
    return set(map(" ".join, zip(*(words[at:] for at in range(length)), strict=False)))


def _minhash(runs: Iterable[str], slots: int) -> tuple[int, ...]:
    made = RMinHash(num_perm=slots, seed=_SEED)
    made.update(list(runs))
    return tuple(made.digest())
