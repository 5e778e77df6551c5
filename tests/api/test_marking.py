from __future__ import annotations

from api.marking import Part, marked
from graph.claim import Claim, Cooperation, Evidence, Office
from graph.judgement import Judgement
from graph.stated import StatedClaim

TEXT = "Before. Said one. Between. Said two. After."


def stated(*places: tuple[int, int], field: str = "text", sector: str = "trade", verdict: str = "") -> StatedClaim:
    evidence = tuple(Evidence("title" if field == "title" else "text", *place, TEXT[slice(*place)]) for place in places)
    claim = Claim("a", Cooperation((("IDN", "JPN"),), sector), evidence, 0.5, "rule")
    judgement = Judgement(claim.id, "confirmed", "2024-01-01") if verdict else None
    return StatedClaim(claim, "hand/1", 0.5, judgement, ())


def in_text(*claims: StatedClaim) -> list[Part]:
    _, found = marked("", TEXT, claims)
    assert "".join(part.text for part in found) == TEXT
    assert all(TEXT[part.start :].startswith(part.text) for part in found)
    return found


def parts(*claims: StatedClaim) -> list[tuple[str, int | None, int]]:
    return [(part.text, part.number, len(part.notes)) for part in in_text(*claims)]


def test_marks_sentences_and_numbers_them() -> None:
    assert parts(stated((27, 36)), stated((8, 17)), stated((8, 17), sector="energy")) == [
        ("Before. ", None, 0),
        ("Said one.", 1, 2),
        (" Between. ", None, 0),
        ("Said two.", 2, 1),
        (" After.", None, 0),
    ]


def test_joins_what_overlaps() -> None:
    assert parts(stated((0, 17)), stated((8, 26), sector="energy")) == [
        ("Before. Said one. Between.", 1, 2),
        (" Said two. After.", None, 0),
    ]


def test_a_claim_is_noted_once_and_its_other_sentences_point_to_it() -> None:
    marks = [part for part in in_text(stated((8, 17), (27, 36)), stated((27, 36), sector="energy")) if part.number]
    assert [(len(part.notes), part.backs) for part in marks] == [(1, ()), (1, (1,))]


def test_numbers_run_on_from_the_title_into_the_text() -> None:
    title, text = marked(TEXT, TEXT, [stated((0, 7), field="title"), stated((8, 17), sector="energy")])
    assert [part.number for part in title if part.number] == [1]
    assert [part.number for part in text if part.number] == [2]


def test_what_nothing_was_read_in_is_one_part() -> None:
    assert marked("", TEXT, [stated((0, 7), field="title")])[1] == [Part(TEXT, 0, None)]
    assert parts() == [(TEXT, None, 0)]
    assert marked("", "", []) == ([], [])


def test_a_note_tells_what_people_decided() -> None:
    [confirmed] = [part.notes[0] for part in in_text(stated((8, 17), verdict="confirmed")) if part.number]
    assert (confirmed.text, confirmed.status, confirmed.verdict) == (
        "Indonesia and Japan cooperate in trade",
        "proposed",
        "confirmed",
    )
    office = Claim("a", Office("Joko Widodo", "IDN", "head_of_state"), (Evidence("text", 0, 7, TEXT[:7]),), 0.5, "rule")
    [noted] = [part.notes[0] for part in in_text(StatedClaim(office, "hand/1", 0.5, None, ())) if part.number]
    assert (noted.text, noted.status, noted.verdict) == ("Joko Widodo, head of state of Indonesia", None, None)
