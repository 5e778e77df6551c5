"""However a tally came about, it holds what the same contributions would in any other way."""

import hashlib
import random

import pytest

from graph.projection import Contribution, Saying, summarized
from graph.tally import DIGITS, LEAF, Tally, crosses, depth_for, prefixes


def _contribution(number: int, source: int | None = None) -> Contribution:
    digest = hashlib.sha256(str(number if source is None else source).encode()).hexdigest()[:16]
    saying = Saying(f"c{number:05}", 0.5 + number % 40 / 100, False, number, None, None, ("a", "b")[number % 2])
    return Contribution(f"article {number}", f"20{number % 20:02}", digest, [saying])


def _tally(*contributions: Contribution) -> Tally:
    tally = Tally("key")
    for c in contributions:
        tally.put(c)
        tally.settle()
    return tally


def _held(tally: Tally) -> object:
    """All that would be stored of it."""
    leaves = {place: leaf for place, leaf in tally.leaves.items() if leaf}
    return tally.number, tally.depth, leaves, {place: s.to_json() for place, s in tally.summaries.items()}


@pytest.mark.parametrize(("number", "depth"), [(0, 0), (LEAF, 0), (LEAF + 1, 1), (16 * LEAF, 1), (16 * LEAF + 1, 2)])
def test_depth(number: int, depth: int) -> None:
    assert depth_for(number) == depth


def test_the_summaries_of_siblings_are_needed_on_all_levels() -> None:
    assert list(prefixes("3fa9", 0)) == []
    assert list(prefixes("3fa9", 2)) == [*DIGITS, *(f"3{digit}" for digit in DIGITS)]


@pytest.mark.parametrize("number", [1, LEAF, LEAF + 1, 5 * LEAF, 16 * LEAF + 9])
def test_the_way_does_not_matter(number: int) -> None:
    all_ = [_contribution(n, source=n // 2) for n in range(number)]
    straight = _tally(*all_)
    rng = random.Random(number)
    others = [_contribution(n) for n in range(number, number + LEAF + 30)]
    detour = Tally("key")
    for c in rng.sample([*all_, *others], number + len(others)):
        detour.put(c)
        if rng.random() < 0.1:
            detour.settle()
    for c in others:
        assert detour.drop(c.article, c.source) == c
    assert detour.settle() == straight.settle()
    assert _held(detour) == _held(straight)


def test_its_summary_is_that_of_all_contributions() -> None:
    all_ = [_contribution(n) for n in range(3 * LEAF)]
    settled, whole = _tally(*all_).settle(), summarized(all_)
    assert settled is not None
    assert whole is not None
    assert settled.figures == whole.figures
    assert {telling: settled.best[telling] for telling in whole.best} == whole.best


def test_what_is_put_again_counts_once() -> None:
    tally = _tally(_contribution(1), _contribution(1))
    assert tally.number == 1
    assert tally.drop("article 2", _contribution(1).source) is None


def test_places_that_no_longer_hold_anything_are_gone() -> None:
    all_ = [_contribution(n) for n in range(LEAF + 1)]
    tally = _tally(*all_)
    assert tally.depth == 1
    places = set(tally.summaries)
    tally.drop(all_[0].article, all_[0].source)
    tally.settle()
    assert (tally.depth, tally.gone) == (0, places)


def test_near_its_limit_a_tally_is_read_whole() -> None:
    assert crosses(Tally("key", number=LEAF), 1, 0)
    assert crosses(Tally("key", number=LEAF + 1, depth=1), 0, 1)
    assert not crosses(Tally("key", number=LEAF + 2, depth=1), 1, 1)
