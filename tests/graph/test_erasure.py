from __future__ import annotations

from pathlib import Path

import pytest

from graph.article import Article
from graph.backup import back_up, restore
from graph.claim import Meeting, Office
from graph.dump import dump
from graph.erasure import Person, erase_person, people
from graph.errors import QuestionError
from graph.reading import Reading
from graph.store import Store
from tests.graph.samples import claim, energy, reading

FULL = Article("full", "Fumio Kishida visits", "Fumio Kishida met Joko Widodo on gas.", "2023-09-07", author="Ann Lee")
SHORT = Article("short", "", "Mr Kishida met nobody.", "2023-09-08")
OTHER = Article("other", "", "Sato spoke of energy.", "2023-09-09")


def readings() -> list[tuple[Article, Reading]]:
    kishida = Office("Fumio Kishida", "JPN", "head_of_government", "Prime Minister")
    full = [
        claim(FULL, kishida),
        claim(FULL, Office("Joko Widodo", "IDN", "head_of_state"), start=1),
        claim(FULL, Meeting("visit", ("IDN", "JPN"), ("Fumio Kishida", "Joko Widodo"))),
        claim(FULL, energy()),
    ]
    return [
        (FULL, reading(FULL, *full)),
        (SHORT, reading(SHORT, claim(SHORT, Office("Kishida", "JPN", "head_of_government")))),
        (OTHER, reading(OTHER, claim(OTHER, Office("Sato", "JPN", "minister")))),
    ]


def everything(store: Store) -> str:
    return "\n".join(line for lines in dump(store).values() for line in lines)


def closed(store: Store) -> str:
    return str(store.run_read_only("MATCH (c:ClosedClaim) RETURN c.statement AS s, c.text AS t").rows)


@pytest.fixture
def written(store: Store) -> Store:
    store.writer().write_many(readings())
    return store


def test_nothing_of_a_person_is_left(written: Store) -> None:
    [found] = people(written, "fumio kishida")
    assert (found.name, found.aliases, found.actor) == ("Fumio Kishida", ("Kishida",), "JPN")
    report = erase_person(written, "Fumio Kishida")
    assert (report.articles, report.leaders) == (2, 1)
    assert "ishida" not in everything(written) + closed(written)
    assert {leader.name for leader in written.view().leaders()} == {"Joko Widodo", "Sato"}
    [meeting] = written.view().meetings("IDN", "JPN")
    assert meeting.leaders == ("Joko Widodo",)
    [cooperation] = written.view().cooperation("IDN", "JPN")
    assert cooperation.support.evidence[0].text == "█████ ███████ met Joko Widodo on gas."
    assert written.view().article("other") == OTHER


def test_what_comes_in_later_is_screened(written: Store, tmp_path: Path) -> None:
    back_up(written, tmp_path / "before")
    erase_person(written, "Fumio Kishida")
    expected = everything(written)
    assert written.writer().write_many(readings()[:1]).unchanged == 1
    written.writer().write(*readings()[0])
    assert everything(written) == expected
    new = Article("new", "", "Said Fumio  KISHIDA.")
    written.writer().write(new, reading(new, claim(new, Office("Fumio Kishida", "JPN", "official"))))
    assert written.view().article("new").text == "Said █████  ███████."
    written.writer().forget("new")
    written.writer().forget("full")
    restore(written, tmp_path / "before", add=True)
    assert "Fumio" not in everything(written) + closed(written)


def test_decisions_go_with_a_backup(written: Store, tmp_path: Path) -> None:
    erase_person(written, "Fumio Kishida")
    back_up(written, tmp_path / "after")
    written.connection.write(lambda transaction: transaction.run("MATCH (n:Erasure) DELETE n").consume())
    for own in (FULL, SHORT, OTHER):
        written.writer().forget(own.id)
    contents, _ = restore(written, tmp_path / "after")
    assert contents.decisions == 1
    assert written.writer().write(*readings()[0]).unchanged == 1


def test_an_interrupted_erasure_is_finished_by_doing_it_again(written: Store) -> None:
    def stop(articles: int) -> None:
        raise KeyboardInterrupt

    for left in (2, 1):
        with pytest.raises(KeyboardInterrupt):
            erase_person(written, "Fumio Kishida", stop)
        told = written.run_read_only("MATCH (a:Article) WHERE a.text CONTAINS 'ishida' RETURN a.id AS id").rows
        assert len(told) == left - 1
    erase_person(written, "Fumio Kishida")
    assert "ishida" not in everything(written)
    assert erase_person(written, "Fumio Kishida").articles == 0


def test_whom_no_article_gives_an_office_goes_from_texts(written: Store) -> None:
    assert erase_person(written, "Ann Lee").articles == 1
    assert written.view().article("full").author is None


def test_a_name_of_several_people_is_asked_about(written: Store) -> None:
    third = Article("third", "", "Yuko Kishida spoke.")
    written.writer().write(third, reading(third, claim(third, Office("Yuko Kishida", "FRA", "minister"))))
    fourth = Article("fourth", "", "Kishida spoke.")
    written.writer().write(fourth, reading(fourth, claim(fourth, Office("Kishida", "FRA", "minister"))))
    before = everything(written)
    with pytest.raises(QuestionError, match="full name") as caught:
        erase_person(written, "Kishida")
    assert set(caught.value.suggestions) == {"Fumio Kishida (JPN)", "Yuko Kishida (FRA)"}
    with pytest.raises(QuestionError):
        erase_person(written, " . ")
    assert everything(written) == before
    assert [type(person) for person in people(written, "Yuko Kishida")] == [Person]
