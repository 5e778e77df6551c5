"""Regions and usual groupings of countries: what they are called and who belongs to them."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from graph.vocabulary.bodies import bodies
from graph.vocabulary.countries import countries
from graph.vocabulary.loading import Row, load_document, unique

_FILE = "regions.yaml"
_ID = re.compile(r"REGION:[A-Z][A-Z_]*")


@dataclass(frozen=True, slots=True)
class Region:
    """A grouping of countries; `id` is ``REGION:`` and a word, and no actor.

    `names` stand for it alone, `adjectives` before a noun such as "countries". `members` are sorted country ids.
    """

    id: str
    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    members: tuple[str, ...]


@cache
def regions() -> Mapping[str, Region]:
    """The packaged regions by id, validated whole; VocabularyError names file and key."""
    document = load_document(_FILE)
    document.only("states", "regions")
    states = {m.country for m in bodies().by_id["ORG:UN"].members if m.until is None} | {*_listed(document, "states")}
    return {id_: _region(row, states) for id_, row in unique(document.rows("regions", "id"))}


def _region(row: Row, states: Container[str]) -> Region:
    row.only("id", "name", "names", "adjectives", "m49", "countries", "without")
    id_ = row.text("id")
    if not _ID.fullmatch(id_):
        row.fail(f"id has not the form REGION:WORD: {id_!r}")
    members = sorted({*_of_m49(row, states), *_listed(row, "countries")} - set(_listed(row, "without")))
    if len(members) < 2:
        row.fail("has fewer than two members")
    return Region(id_, row.text("name"), row.texts("names"), row.texts("adjectives"), tuple(members))


def _of_m49(row: Row, states: Container[str]) -> Iterator[str]:
    known = {country.region for country in countries()}
    for subregion in row.texts("m49"):
        if subregion not in known:
            row.fail(f"m49: no subregion {subregion!r}")
        yield from (country.id for country in countries() if country.region == subregion and country.id in states)


def _listed(row: Row, field: str) -> tuple[str, ...]:
    listed = row.texts(field)
    for country in listed:
        if country not in countries():
            row.fail(f"{field}: unknown country {country!r}")
    return listed
