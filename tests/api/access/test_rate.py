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


def test_who_asks_too_much_is_not_forgotten_among_many_others() -> None:
    rate = Rate(2, lambda: 0.0)
    greedy = []
    for number in range(20_000):
        greedy.append(rate.wait_s("greedy"))
        assert rate.wait_s(str(number)) == 0
    assert greedy.count(0) == 2


def test_who_asked_longest_ago_is_forgotten_first() -> None:
    """What is remembered is bounded, so of very many that spent all they had, the first may ask again."""
    rate = Rate(1, lambda: 0.0)
    for number in range(20_000):
        rate.wait_s(str(number))
    assert [rate.wait_s(str(number)) for number in (19_999, 0)] == [60, 0]
