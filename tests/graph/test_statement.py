import pytest

from graph.claim import KINDS, Agreement, Cooperation, Dispute, Event, Meeting, Office, Statement
from graph.statement import from_json, to_json

STATEMENTS: tuple[Statement, ...] = (
    Cooperation((("IDN", "JPN"), ("AUS", "JPN")), "energy", ("energy.gas",), "agreed"),
    Dispute((("IDN", "JPN"),)),
    Event((("JPN", "IDN"),), "AID", "loan", ("infrastructure",), "pledged"),
    Agreement("Übereinkommen “A”", "treaty", ("IDN", "JPN"), (), "in_force"),
    Meeting("visit", ("IDN", "JPN"), ("岸田文雄",), "Jakarta", "actual"),
    Office("Joko Widodo", "IDN", "head_of_state", "President"),
)


@pytest.mark.parametrize("statement", STATEMENTS)
def test_comes_back_as_it_was(statement: Statement) -> None:
    assert from_json(KINDS[type(statement)], to_json(statement)) == statement


def test_there_is_a_case_for_each_kind() -> None:
    assert {type(statement) for statement in STATEMENTS} == set(KINDS)
