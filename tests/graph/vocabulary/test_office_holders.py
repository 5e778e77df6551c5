from __future__ import annotations

import pytest

from graph.errors import VocabularyError
from graph.vocabulary import loading
from graph.vocabulary.bodies import bodies
from graph.vocabulary.countries import countries
from graph.vocabulary.office_holders import holders_named, office_holders
from graph.vocabulary.roles import roles


@pytest.mark.parametrize(
    ("name", "date", "first"),
    [
        ("Joko Widodo", "2023-09-07", ("IDN", "head_of_state")),
        ("Widodo", "2023-09-07", ("IDN", "head_of_state")),
        ("Jokowi", "2020", ("IDN", "head_of_state")),
        ("Fumio Kishida", "2023-09", ("JPN", "head_of_government")),
        ("Xi", "2024-05-01", ("CHN", "head_of_state")),
        ("Recep Tayyip Erdogan", "2024", ("TUR", "head_of_state")),
        ("Recep Erdoğan", "2024", ("TUR", "head_of_state")),
        ("López Obrador", "2020-03", ("MEX", "head_of_state")),
        ("Ferdinand Marcos", "2023-01-01", ("PHL", "head_of_state")),
        ("Mohammed bin Salman", "2023-01-01", ("SAU", "head_of_government")),
        ("von der Leyen", "2023-01-01", ("ORG:EU", "official")),
        ("Yoon Suk Yeol", "2023-06-01", ("KOR", "head_of_state")),
        ("King Charles", "2024-01-01", ("GBR", "monarch")),
        ("Felipe VI", "2024-01-01", ("ESP", "monarch")),
    ],
)
def test_who_held_it_then(name: str, date: str, first: tuple[str, str]) -> None:
    found = holders_named(name, date)
    assert (found[0].country, found[0].role) == first
    assert all(holder.in_office(date) for holder in found)


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("Joko Widodo", "2025-01-01"),  # no longer
        ("Fumio Kishida", "2016"),  # another office then, and this one not yet
        ("John Kishida", "2023-09-07"),
        ("Fumio", "2023-09-07"),
        ("Donald Trump", "2023-01-01"),
        ("", "2023-01-01"),
    ],
)
def test_near_misses(name: str, date: str) -> None:
    assert [h for h in holders_named(name, date) if h.role in {"head_of_state", "head_of_government"}] == []


def test_without_a_date_the_latest_comes_first() -> None:
    found = holders_named("Donald Trump")
    assert [h.since[:4] for h in found if h.role == "head_of_state"] == ["2025", "2017"]


def test_every_row_names_a_known_actor_and_role() -> None:
    assert len(office_holders()) > 3000
    assert {h.role for h in office_holders()} <= set(roles().ids)
    assert {h.country for h in office_holders()} <= {*countries().by_id, *bodies().by_id}


HEADER = "country,role,title,name,aliases,qid,since,until,source,confidence\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("country,role\n", "line 1: the columns are not"),
        (HEADER + "JPN,official,T,N,,,2020,,editor", "line 2: 9 columns, not 10"),
        (HEADER + "JAP,official,T,N,,,2020,,editor,high", "line 2: unknown country 'JAP'"),
        (HEADER + "JPN,official,T,N,,,2020-13,,editor,high", "line 2: malformed date"),
        (HEADER + "JPN,official,T,N,,,2020,2019-05,editor,high", "line 2: until 2019-05 is before since 2020"),
        (HEADER + "JPN,official,T,N,,,2020,,editor,sure", "line 2: confidence is 'sure'"),
        (HEADER + "JPN,official,T,,,,2020,,editor,high", "line 2: name or role is missing"),
    ],
)
def test_a_wrong_file_is_refused_by_file_and_line(monkeypatch: pytest.MonkeyPatch, text: str, message: str) -> None:
    bodies()
    monkeypatch.setattr(loading, "read_text", lambda file: text)
    with pytest.raises(VocabularyError) as error:
        office_holders.__wrapped__()
    assert str(error.value).startswith("office_holders.csv: line ")
    assert message in str(error.value)
