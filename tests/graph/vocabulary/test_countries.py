from __future__ import annotations

import pytest

from graph.errors import VocabularyError
from graph.vocabulary import loading
from graph.vocabulary.countries import countries


def test_every_id_of_iso_3166_and_kosovo() -> None:
    today = [c for c in countries() if c.until is None]
    assert len(today) == 250
    assert {"JPN", "IDN", "XKX", "TWN", "PSE", "ESH", "VAT", "ATA"} <= set(countries().by_id)
    assert [c.id for c in countries()] == sorted(countries().by_id)
    assert len({c.iso2 for c in today}) == 250
    assert len({c.qid for c in countries()}) == len(countries())


def test_states_that_are_no_more() -> None:
    former = {c.id: c for c in countries() if c.until}
    assert {"SUN", "YUG", "CSK", "DDR", "SCG", "YMD", "VDR"} <= set(former)
    assert all(c.iso2 is None and c.iso4 and c.since and c.since < (c.until or "") for c in former.values())
    assert {c.heir for c in former.values() if c.heir} <= {c.id for c in countries() if c.until is None}
    assert former["SUN"].heir == "RUS"


@pytest.mark.parametrize(
    ("id_", "field", "name"),
    [
        ("VNM", "strong", "Viet Nam"),
        ("IDN", "strong", "Republic of Indonesia"),
        ("MMR", "strong", "Burma"),
        ("SWZ", "strong", "Swaziland"),
        ("COD", "adjectives", "Zairean"),
        ("DEU", "strong", "West Germany"),
        ("YUG", "adjectives", "Yugoslav"),
        ("CZE", "strong", "Czechia"),
        ("CZE", "strong", "Czech Republic"),
        ("CIV", "strong", "Ivory Coast"),
        ("CIV", "strong", "Cote d'Ivoire"),
        ("TUR", "strong", "Türkiye"),
        ("TUR", "strong", "Turkey"),
        ("USA", "strong", "U.S."),
        ("ARE", "strong", "UAE"),
        ("KOR", "strong", "ROK"),
        ("COD", "strong", "DRC"),
        ("SAU", "strong", "KSA"),
        ("STP", "strong", "São Tomé and Príncipe"),
        ("NOR", "strong", "Norway"),
        ("GEO", "weak", "Georgia"),
        ("JOR", "weak", "Jordan"),
        ("TCD", "weak", "Chad"),
        ("COD", "weak", "Congo"),
        ("COG", "weak", "Congo"),
        ("PRK", "weak", "Korea"),
        ("USA", "weak", "America"),
        ("GBR", "adjectives", "British"),
        ("GBR", "demonyms", "Britons"),
        ("PHL", "demonyms", "Filipinos"),
        ("NER", "adjectives", "Nigerien"),
        ("NLD", "seats", "The Hague"),
        ("BOL", "seats", "La Paz"),
        ("MMR", "seats", "Naypyidaw"),
        ("BEL", "weak_seats", "Brussels"),
        ("RUS", "metonyms", "Kremlin"),
        ("FRA", "metonyms", "Elysee"),
        ("PHL", "metonyms", "Malacañang"),
        ("JOR", "epithets", "kingdom"),
        ("BTN", "epithets", "Himalayan kingdom"),
        ("QAT", "epithets", "Gulf state"),
        ("IDN", "epithets", "Southeast Asian nation"),
    ],
)
def test_names(id_: str, field: str, name: str) -> None:
    assert name in getattr(countries().by_id[id_], field)


@pytest.mark.parametrize(
    ("id_", "field", "name"),
    [
        ("GEO", "strong", "Georgia"),
        ("USA", "strong", "us"),
        ("NGA", "adjectives", "Nigerien"),
        ("CHN", "strong", "Republic of China"),
        ("PRK", "strong", "Korea"),
        ("COG", "strong", "Democratic Republic of the Congo"),
        ("CAF", "adjectives", "Central African"),
        ("BEL", "seats", "Brussels"),
        ("IDN", "epithets", "kingdom"),
        ("SYC", "seats", "Victoria"),
    ],
)
def test_names_that_are_not_there(id_: str, field: str, name: str) -> None:
    assert name not in getattr(countries().by_id[id_], field)


def test_no_name_begins_with_an_article() -> None:
    texts = [n for c in countries() for n in (*c.strong, *c.weak, *c.epithets)]
    assert [n for n in texts if n.lower().startswith("the ")] == []


def test_every_sovereign_capital_stands_for_its_government() -> None:
    seats = {seat for c in countries() for seat in c.seats}
    assert {"Tokyo", "Jakarta", "Abuja", "Dodoma", "Dar es Salaam", "Pretoria", "Sucre", "Tel Aviv"} <= seats


def _load(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    _load_both(monkeypatch, text, "ended: []")


def _load_both(monkeypatch: pytest.MonkeyPatch, today: str, former: str) -> None:
    monkeypatch.setattr(loading, "read_text", lambda file: today if file == "countries.yaml" else former)
    countries.__wrapped__()


@pytest.mark.parametrize(
    ("former", "message"),
    [
        ("{ended: [{id: SUN, name: S, region: x, since: '1922', until: '1991'}]}", "SUN: iso4 is missing"),
        ("{ended: [{id: SUN, iso4: SU, name: S, region: x, since: '1922', until: '1991'}]}", "SUN: id or iso4"),
        ("{ended: [{id: SUN, iso4: SUHH, name: S, region: x, since: '1999', until: '1991'}]}", "no period"),
        ("{ended: [{id: SUN, iso2: SU, iso4: SUHH, name: S, region: x, since: a, until: b}]}", "field 'iso2'"),
        ("{renamed: [{id: JPN, strong: [Japan]}]}", "strong holds 'Japan', which countries.yaml has"),
        ("{renamed: [{id: JPN, seat: [Edo]}]}", "unknown field 'seat'"),
    ],
)
def test_a_wrong_file_of_former_countries_is_refused(
    monkeypatch: pytest.MonkeyPatch, former: str, message: str
) -> None:
    with pytest.raises(VocabularyError, match="former_countries") as error:
        _load_both(monkeypatch, f"countries: [{JAPAN}]", former)
    assert message in str(error.value)


JAPAN = "{id: JPN, iso2: JP, name: Japan, region: Eastern Asia}"


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        (f"[{JAPAN}, {JAPAN}]", "JPN: id 'JPN' is given twice"),
        ("[{id: JP, iso2: JP, name: Japan, region: x}]", "countries: JP: id or iso2 has not the form"),
        ("[{id: JPN, iso2: JP, region: x}]", "JPN: name is missing"),
        ("[{id: JPN, iso2: JP, name: Japan, region: x, stron: [y]}]", "JPN: unknown field 'stron'"),
        ("[{id: JPN, iso2: JP, name: Japan, region: x, strong: Nippon}]", "JPN: strong is no list"),
        ("[{id: NOR, iso2: NO, name: Norway, region: x}]", "NOR: iso2 is no text: False"),
        ("[{id: JPN, iso2: JP, name: Japan, region: x, qid: 17}]", "JPN: qid is no text"),
        ("[{id: JPN, iso2: JP, name: Japan, region: x, qid: P17}]", "JPN: qid is malformed"),
        ("[{id: JPN, iso2: JP, name: Japan, region: x, strong: [Nippon, Nippon]}]", "'Nippon' twice"),
        ("[{id: JPN, iso2: JP, name: Japan, region: x, strong: [N], weak: [N]}]", "'N' is strong and weak"),
        (f"[{JAPAN}, {{id: KOR, iso2: KR, name: K, region: x, strong: [Japan]}}]", "KOR: strong name 'Japan' also"),
        (
            f"[{JAPAN}, {{id: KOR, iso2: KR, name: K, region: x, weak: [Japan]}}]",
            "'Japan' is a strong name of JPN",
        ),
        ("[{id: JPN, id: JPX}]", "'id' is given twice"),
        ("[Japan]", "item 0 is no mapping"),
        ("[", "countries.yaml"),
    ],
)
def test_a_wrong_file_is_refused_by_file_and_key(monkeypatch: pytest.MonkeyPatch, entries: str, message: str) -> None:
    with pytest.raises(VocabularyError) as error:
        _load(monkeypatch, f"countries: {entries}")
    assert "countries.yaml" in str(error.value)
    assert message in str(error.value)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("2015", True),
        ("2015-01", True),
        ("2015-01-20", True),
        ("2024-02-29", True),
        ("2023-02-29", False),
        ("2015-13", False),
        ("2015-1", False),
        ("15-01-2020", False),
        ("", False),
        ("2015-01-20T00:00", False),
    ],
)
def test_dates(text: str, right: bool) -> None:
    assert loading.is_date(text) is right
