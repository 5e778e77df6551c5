from __future__ import annotations

from api.access.rate import Rate


def test_admits_so_many_in_a_minute_and_says_when_the_next_may_come() -> None:
    now = 0.0
    rate = Rate(60, lambda: now)
    assert [rate.wait_s("a") for _ in range(61)] == [0] * 60 + [1]
    assert rate.wait_s("b") == 0
    now = 0.5
    assert rate.wait_s("a") == 1
    now = 1.0
    assert [rate.wait_s("a"), rate.wait_s("a")] == [0, 1]
    now = 1000.0
    assert [rate.wait_s("a") for _ in range(61)] == [0] * 60 + [1]


def test_a_slow_rate_waits_long() -> None:
    now = 0.0
    rate = Rate(1, lambda: now)
    assert [rate.wait_s("a"), rate.wait_s("a")] == [0, 60]


def test_what_it_remembers_is_bounded_and_who_asks_too_much_is_not_forgotten() -> None:
    now = 0.0
    rate = Rate(2, lambda: now)
    for number in range(20_000):
        rate.wait_s("greedy")
        rate.wait_s(str(number))
    assert len(rate._buckets) <= 10_000
