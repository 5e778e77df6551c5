from __future__ import annotations

import pytest

from graph.claim import Agreement, Claim, Cooperation, Evidence, Meeting, Statement

TITLE = Evidence("title", 0, 18, "Suga visits Jakarta")
TALKS = Evidence("text", 0, 46, "Yoshihide Suga met Joko Widodo for talks in Bogor.")
LATER = Evidence("text", 60, 90, "The loan pact was sealed there.")


@pytest.mark.parametrize(
    ("statement", "quoted"),
    [
        (Meeting("bilateral_meeting", ("IDN", "JPN"), ("Joko Widodo", "Yoshihide Suga"), "Bogor"), TALKS),
        (Agreement("loan pact", "treaty", ("IDN", "JPN"), (), "signed"), LATER),
        (Cooperation((("IDN", "JPN"),), "finance", (), "agreed"), TALKS),
    ],
)
def test_the_passage_with_the_names_stands_for_a_claim(statement: Statement, quoted: Evidence) -> None:
    assert Claim("a", statement, (TITLE, TALKS, LATER), 0.7, "a-rule").quoted == quoted


def test_a_title_stands_for_a_claim_where_nothing_else_does() -> None:
    assert Claim("a", Cooperation((("IDN", "JPN"),), "finance", (), "agreed"), (TITLE,), 0.7, "a-rule").quoted == TITLE
