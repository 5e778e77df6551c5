import itertools

import pytest

from graph.claim import Dispute
from graph.projection.contribution import Contribution, source_of
from graph.projection.support import BEST_KEPT, best_claims, confidence, figures, most_said


def said(
    claim_id: str, source: str, confidence_: float = 0.8, article: str | None = None, published: str | None = "2020"
) -> Contribution:
    statement = Dispute((("IDN", "JPN"),))
    return Contribution(
        claim_id, article or claim_id, published, source, "dispute", statement, "text", 0, confidence_, None, None
    )


def test_sources_add_up_and_copies_do_not() -> None:
    assert confidence([said("1", "x", 0.5)]) == 0.5
    assert confidence([said("1", "x", 0.5), said("2", "y", 0.5)]) == 0.75
    assert confidence([said("1", "x", 0.5), said("2", "x", 0.6)]) == 0.6


def test_nothing_is_certain() -> None:
    assert confidence([said(str(n), str(n), 0.9) for n in range(9)]) == 0.99
    assert confidence([said("1", "x", 1.0)]) == 0.99


def test_confidence_does_not_depend_on_order() -> None:
    all_ = [said(str(n), str(n), value) for n, value in enumerate((0.1, 0.37, 0.7, 0.123))]
    assert len({confidence(order) for order in itertools.permutations(all_)}) == 1


def test_figures_count_articles_and_sources_apart() -> None:
    copies = [
        said("1", "x", article="a"),
        said("2", "x", article="a"),
        said("3", "x", article="b", published="2021-05"),
    ]
    found = figures(copies)
    assert (found["articles"], found["sources"]) == (2, 1)
    assert (found["first_seen"], found["last_seen"]) == ("2020", "2021-05")


def test_what_has_no_date_was_seen_at_none() -> None:
    found = figures([said("1", "x", published=None)])
    assert found["first_seen"] is found["last_seen"] is None


def test_best_claims_are_of_many_sources() -> None:
    all_ = [said("1", "x", 0.9), said("2", "x", 0.9), said("3", "y", 0.5), said("4", "z", 0.6)]
    assert best_claims(all_) == ["1", "4", "3", "2"]
    assert best_claims(reversed(all_)) == ["1", "4", "3", "2"]


def test_of_equal_claims_the_newest_is_best_and_not_all_are_kept() -> None:
    all_ = [said(f"{n:02}", str(n), published=f"20{n:02}" if n else None) for n in range(12)]
    assert best_claims(all_) == [f"{n:02}" for n in range(11, 11 - BEST_KEPT, -1)]


def test_what_tells_it_comes_before_what_is_surer() -> None:
    all_ = [said("1", "x", 0.9), said("2", "y", 0.5), said("3", "y", 0.8)]
    assert best_claims(all_, lambda c: c.claim_id == "2") == ["2", "1", "3"]


def test_what_adds_a_detail_follows_the_first() -> None:
    all_ = [said("1", "x", 0.9), said("2", "x", 0.8), said("3", "x", 0.5), said("4", "x", 0.4)]
    details = {"2": ["oil"], "3": ["oil"], "4": ["gas"]}
    assert best_claims(all_, adding=lambda c: details.get(c.claim_id, ())) == ["1", "2", "4", "3"]


def test_most_said_goes_by_articles() -> None:
    assert most_said([("pact", "a"), ("pact", "a"), ("treaty", "b"), ("treaty", "c")]) == "treaty"
    assert most_said([("EPA", "a"), ("Economic Partnership", "b")]) == "Economic Partnership"
    assert most_said([("b", "1"), ("a", "2")]) == "a"


@pytest.mark.parametrize("copy", ["Japan and\n\nIndonesia  agreed.", "JAPAN and Indonesia agreed. "])
def test_source_ignores_case_and_blanks(copy: str) -> None:
    assert source_of(copy) == source_of("Japan and Indonesia agreed.")


def test_source_sees_every_word() -> None:
    assert source_of("Japan agreed.") != source_of("Japan did not agree.")
