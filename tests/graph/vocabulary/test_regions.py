from __future__ import annotations

import pytest

from graph.errors import VocabularyError
from graph.vocabulary import countries, loading, regions


@pytest.mark.parametrize(
    ("region", "member", "other"),
    [
        ("AFRICA", "KEN", "YEM"),
        ("SAHEL", "MLI", "SEN"),
        ("NORDIC", "ISL", "EST"),
        ("GULF", "QAT", "IRN"),
        ("CENTRAL_ASIA", "UZB", "AFG"),
        ("SOUTHEAST_ASIA", "TLS", "PNG"),
        ("PACIFIC_ISLANDS", "KIR", "NZL"),
        ("EUROPE", "CHE", "TUR"),
        ("LATIN_AMERICA", "MEX", "JAM"),
        ("EAST_ASIA", "TWN", "VNM"),
    ],
)
def test_who_belongs_and_who_does_not(region: str, member: str, other: str) -> None:
    members = regions()[f"REGION:{region}"].members
    assert member in members
    assert other not in members


def test_all_states_of_africa_belong_to_it_and_no_territory_does() -> None:
    africa = regions()["REGION:AFRICA"].members
    assert len(africa) == 54
    assert "REU" not in africa


def test_members_are_countries_of_today() -> None:
    for region in regions().values():
        assert all(countries().by_id[member].until is None for member in region.members)


def test_no_name_stands_for_two_regions() -> None:
    names = [name.casefold() for region in regions().values() for name in region.names]
    assert len(names) == len(set(names))


def test_an_error_names_file_and_key(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = 'regions: [{id: "REGION:NOWHERE", name: Nowhere, countries: [JPN, QQQ]}]'
    monkeypatch.setattr(loading, "read_text", lambda _: wrong)
    regions.cache_clear()
    with pytest.raises(VocabularyError, match=r"regions\.yaml.*REGION:NOWHERE.*QQQ"):
        regions()
    monkeypatch.undo()
    regions.cache_clear()
