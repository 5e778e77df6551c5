"""Where people are from when only their names tell."""

from __future__ import annotations

import pytest

from ingest.reader.who.origin import Surroundings, likeliest


@pytest.mark.parametrize(
    ("names", "near", "expected"),
    [
        (("Hiroshi Tanaka",), ("BRA", "JPN"), "JPN"),
        (("Carlos Fernandes da Silva",), ("JPN", "BRA"), "BRA"),
        (("Mehmet Yılmaz",), ("ITA", "TUR"), "TUR"),
        (("Sergei Ivanov",), ("TUR", "RUS"), "RUS"),
        (("Hiroshi Tanaka", "Yuki Sato"), ("BRA", "JPN"), "JPN"),
        (("Anybody",), ("ORG:EU",), "ORG:EU"),
        (("Anybody",), (), None),
    ],
)
def test_names_of_a_country(names: tuple[str, ...], near: tuple[str, ...], expected: str | None) -> None:
    assert likeliest(names, "minister", Surroundings(near, {}, ())) == expected


def test_a_name_that_says_nothing_leaves_it_to_the_text() -> None:
    near = ("PER", "CHL")
    assert likeliest(("Q",), "", Surroundings(near, {}, ())) == "PER"
    assert likeliest(("Q",), "", Surroundings(near, {"CHL": 9}, ())) == "CHL"
    assert likeliest(("Q",), "", Surroundings(near, {}, {"CHL"})) == "CHL"
