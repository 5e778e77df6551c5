"""How fast somebody may ask: a bucket that fills again at a steady rate."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

_MOST = 10_000
"""So many buckets are kept at most; full ones go first, which is as if they had never been."""


class Rate:
    """Admits `per_minute` requests of each subject in a minute, all at once or spread."""

    def __init__(self, per_minute: int, now: Callable[[], float] = time.monotonic) -> None:
        self._most = float(per_minute)
        self._per_s = per_minute / 60
        self._now = now
        self._buckets: dict[str, tuple[float, float]] = {}

    def wait_s(self, subject: str) -> int:
        """0 if `subject` may ask now, which is counted; else after how many seconds it may."""
        now = self._now()
        left = self._left(subject, now)
        wait = 0 if left >= 1 else max(1, math.ceil((1 - left) / self._per_s))
        self._buckets.pop(subject, None)  # who asked last stands last, refused or not
        self._buckets[subject] = (left if wait else left - 1, now)
        if len(self._buckets) > _MOST:
            self._forget(now)
        return wait

    def _left(self, subject: str, now: float) -> float:
        left, then = self._buckets.get(subject, (self._most, now))
        return min(self._most, left + (now - then) * self._per_s)

    def _forget(self, now: float) -> None:
        """Drops buckets that are full again, or else the half that was used longest ago."""
        kept = {who: bucket for who, bucket in self._buckets.items() if self._left(who, now) < self._most}
        self._buckets = dict(list(kept.items())[-_MOST // 2 :]) if len(kept) > _MOST // 2 else kept
