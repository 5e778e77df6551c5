"""Where people are from when only their names tell."""

from __future__ import annotations

from importlib.resources import files

import pytest
import yaml

from graph.vocabulary import countries
from ingest.reader.who.origin import Surroundings, likeliest


@pytest.mark.parametrize(
    ("names", "near", "expected"),
    [
        (("Hiroshi Tanaka",), ("BRA", "JPN"), "JPN"),
        (("Carlos Fernandes da Silva",), ("JPN", "BRA"), "BRA"),
        (("Mehmet Yılmaz",), ("ITA", "TUR"), "TUR"),
        (("Sergei Ivanov",), ("TUR", "RUS"), "RUS"),
        (("Hiroshi Tanaka", "Yuki Sato"), ("BRA", "JPN"), "JPN"),
        (("Mustafa Yildirim",), ("DZA", "TUR"), "TUR"),
        (("Lars Olsen",), ("VNM", "NOR"), "NOR"),
        (("Kwame Boateng",), ("CHN", "GHA"), "GHA"),
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


def test_families_of_names_share_no_country_and_know_only_countries() -> None:
    text = files("ingest.reader").joinpath("data/name_families.yaml").read_text("utf-8")
    families = yaml.safe_load(text).values()
    members = [country for family in families for country in family["countries"]]
    assert len(members) == len(set(members))
    assert set(members) <= set(countries().by_id)
    assert all(word == word.casefold() and word.isalpha() for family in families for word in family["names"].split())
