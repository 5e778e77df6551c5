"""What sources add up to, and which of their claims are quoted first."""

import itertools
import random
from collections.abc import Sequence

import pytest

from graph.projection import Contribution, Saying, Summary, merged, summarized
from graph.projection.contribution import from_json, source_of, to_json
from graph.projection.ranking import BEST_KEPT
from graph.projection.support import most_said, supported


def said(
    claim_id: str,
    source: str,
    confidence: float = 0.8,
    article: str | None = None,
    published: str | None = "2020",
    telling: str = "",
    details: Sequence[str] = (),
    start: int = 0,
) -> Contribution:
    saying = Saying(claim_id, confidence, False, start, None, None, telling, details=details)
    return Contribution(article or claim_id, published, source, [saying])


def summary(contributions: Sequence[Contribution]) -> Summary:
    found = summarized(contributions)
    assert found is not None
    return found


def confidence(*contributions: Contribution) -> object:
    return supported(summary(contributions))["confidence"]


def best(contributions: Sequence[Contribution], telling: str = "") -> object:
    return supported(summary(contributions), telling)["best"]


def test_sources_add_up_and_copies_do_not() -> None:
    assert confidence(said("1", "x", 0.5)) == 0.5
    assert confidence(said("1", "x", 0.5), said("2", "y", 0.5)) == 0.75
    assert confidence(said("1", "x", 0.5), said("2", "x", 0.6)) == 0.6


def test_nothing_is_certain() -> None:
    assert confidence(*(said(str(n), str(n), 0.9) for n in range(9))) == 0.99
    assert confidence(said("1", "x", 1.0)) == 0.99


def test_confidence_does_not_depend_on_order() -> None:
    all_ = [said(str(n), str(n), value) for n, value in enumerate((0.1, 0.37, 0.7, 0.123))]
    assert len({confidence(*order) for order in itertools.permutations(all_)}) == 1


def test_figures_count_articles_and_sources_apart() -> None:
    copies = [said("1", "x", article="a"), said("3", "x", article="b", published="2021-05")]
    found = supported(summary(copies))
    assert (found["articles"], found["sources"]) == (2, 1)
    assert (found["first_seen"], found["last_seen"]) == ("2020", "2021-05")


def test_what_has_no_date_was_seen_at_none() -> None:
    found = supported(summary([said("1", "x", published=None)]))
    assert found["first_seen"] is found["last_seen"] is None


def test_best_claims_are_of_many_sources() -> None:
    all_ = [said("1", "x", 0.9), said("2", "x", 0.9), said("3", "y", 0.5), said("4", "z", 0.6)]
    assert best(all_) == ["1", "4", "3", "2"]
    assert best(all_[::-1]) == ["1", "4", "3", "2"]


def test_of_equal_claims_the_newest_is_best_and_not_all_are_kept() -> None:
    all_ = [said(f"{n:02}", str(n), published=f"20{n:02}" if n else None) for n in range(12)]
    assert best(all_) == [f"{n:02}" for n in range(11, 11 - BEST_KEPT, -1)]


def test_what_tells_it_comes_before_what_is_surer() -> None:
    all_ = [said("1", "x", 0.9), said("2", "y", 0.5, telling="signed"), said("3", "y", 0.8)]
    assert best(all_, "signed") == ["2", "1", "3"]


def test_what_adds_a_detail_follows_the_first() -> None:
    all_ = [
        said("1", "x", 0.9),
        said("2", "x", 0.8, details=["oil"]),
        said("3", "x", 0.5, details=["oil"]),
        said("4", "x", 0.4, details=["gas"]),
    ]
    assert best(all_) == ["1", "2", "4", "3"]


def test_a_detail_far_down_is_quoted_too() -> None:
    all_ = [said(f"{n:02}", str(n), 0.9 - n / 100, details=["gas"] if n == 11 else []) for n in range(12)]
    assert best(all_) == ["00", "11", *(f"{n:02}" for n in range(1, BEST_KEPT - 1))]


def test_parts_merge_into_the_whole_in_any_grouping() -> None:
    rng = random.Random(4)
    tellings = ("active", "agreed", "proposed")
    for _ in range(40):
        all_ = [
            said(
                f"{n:02}",
                f"{rng.randrange(9)}",
                rng.choice((0.5, 0.7, 0.9)),
                published=rng.choice((None, "2020", "2021-01-01")),
                telling=rng.choice(tellings),
                details=rng.sample(("oil", "gas", "coal"), rng.randrange(3)),
                start=rng.randrange(3),
            )
            for n in range(24)
        ]
        whole = summary(all_)
        groups = [[c for c in all_ if int(c.source) % 3 == n] for n in rng.sample(range(3), 3)]
        parts = [Summary.from_json(part.to_json()) for group in groups if (part := summarized(group, part=True))]
        joined = merged(parts)
        assert joined is not None
        for telling in {c.sayings[0].telling for c in all_}:
            assert supported(joined, telling) == supported(whole, telling)


def test_contributions_come_back_from_json() -> None:
    one = said("1", "x", telling="signed", details=["oil"])
    assert to_json(from_json(to_json(one))) == to_json(one)
    assert from_json(to_json(one)).claims == one.claims


def test_most_said_goes_by_articles() -> None:
    assert most_said({"pact": 1, "treaty": 2}) == "treaty"
    assert most_said({"EPA": 1, "Economic Partnership": 1}) == "Economic Partnership"
    assert most_said({"b": 1, "a": 1}) == "a"


@pytest.mark.parametrize("copy", ["Japan and\n\nIndonesia  agreed.", "JAPAN and Indonesia agreed. "])
def test_source_ignores_case_and_blanks(copy: str) -> None:
    assert source_of(copy) == source_of("Japan and Indonesia agreed.")


def test_source_sees_every_word() -> None:
    assert source_of("Japan agreed.") != source_of("Japan did not agree.")
