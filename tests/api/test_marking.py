from __future__ import annotations

from api.marking import marked
from graph.claim import Claim, Cooperation, Evidence
from graph.reading import Reading

TEXT = "Before. Said one. Between. Said two. After."


def claim(start: int, end: int, field: str = "text") -> Claim:
    evidence = Evidence("title" if field == "title" else "text", start, end, TEXT[start:end])
    return Claim("a", Cooperation((("IDN", "JPN"),), "trade"), (evidence,), 0.5, "rule")


def parts(*claims: Claim) -> list[tuple[str, int | None, int]]:
    found = marked(TEXT, "text", Reading("a", "hand/1", claims=claims))
    assert "".join(part.text for part in found) == TEXT
    assert all(TEXT[part.start :].startswith(part.text) for part in found)
    return [(part.text, part.number, len(part.claims)) for part in found]


def test_marks_sentences_and_numbers_them() -> None:
    assert parts(claim(27, 36), claim(8, 17), claim(8, 17)) == [
        ("Before. ", None, 0),
        ("Said one.", 1, 2),
        (" Between. ", None, 0),
        ("Said two.", 2, 1),
        (" After.", None, 0),
    ]


def test_joins_what_overlaps() -> None:
    assert parts(claim(0, 17), claim(8, 26)) == [
        ("Before. Said one. Between.", 1, 2),
        (" Said two. After.", None, 0),
    ]


def test_leaves_other_fields_alone() -> None:
    assert parts(claim(0, 7, "title")) == [(TEXT, None, 0)]
    assert parts() == [(TEXT, None, 0)]
    assert marked("", "text", Reading("a", "hand/1")) == []
