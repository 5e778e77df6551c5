from __future__ import annotations

import pytest

from graph.errors import VocabularyError
from graph.vocabulary import loading
from graph.vocabulary.bodies import Membership, bodies
from graph.vocabulary.countries import countries


def _members(body: str, date: str) -> set[str]:
    return {
        m.country
        for m in bodies().by_id[body].members
        if (m.since or "") <= date and (m.until is None or date < m.until)
    }


@pytest.mark.parametrize(
    "id_",
    [
        "ASEAN",
        "EU",
        "NATO",
        "UN",
        "AU",
        "GCC",
        "ECOWAS",
        "MERCOSUR",
        "CARICOM",
        "OSCE",
        "APEC",
        "SCO",
        "OAS",
        "G7",
        "G20",
        "BRICS",
        "QUAD",
    ],
)
def test_every_body_that_the_guide_names(id_: str) -> None:
    assert f"ORG:{id_}" in bodies()


@pytest.mark.parametrize(
    ("body", "date", "count"),
    [
        ("ORG:ASEAN", "2025-10-25", 10),
        ("ORG:ASEAN", "2025-10-26", 11),
        ("ORG:EU", "2013-06-30", 27),
        ("ORG:EU", "2013-07-01", 28),
        ("ORG:EU", "2020-02-01", 27),
        ("ORG:NATO", "2023-04-03", 30),
        ("ORG:NATO", "2023-04-04", 31),
        ("ORG:NATO", "2024-03-07", 32),
        ("ORG:ECOWAS", "2025-01-28", 15),
        ("ORG:ECOWAS", "2025-01-29", 12),
        ("ORG:BRICS", "2023-12-31", 5),
        ("ORG:BRICS", "2024-06-01", 9),
        ("ORG:BRICS", "2025-02-01", 10),
        ("ORG:OPEC", "2024-01-01", 12),
        ("ORG:UN", "2026-01-01", 193),
        ("ORG:AU", "2026-01-01", 55),
        ("ORG:OSCE", "2026-01-01", 57),
        ("ORG:COE", "2022-03-15", 47),
        ("ORG:COE", "2022-03-17", 46),
        ("ORG:APEC", "2026-01-01", 21),
        ("ORG:ARAB_LEAGUE", "2026-01-01", 22),
        ("ORG:OIC", "2026-01-01", 57),
        ("ORG:COMMONWEALTH", "2026-01-01", 56),
        ("ORG:OECD", "2026-01-01", 38),
        ("ORG:G7", "2026-01-01", 7),
    ],
)
def test_how_many_belong(body: str, date: str, count: int) -> None:
    assert len(_members(body, date)) == count


def test_a_membership_that_ended() -> None:
    assert Membership("GBR", "1973-01-01", "2020-01-31") in bodies().by_id["ORG:EU"].members
    assert [m for m in bodies().by_id["ORG:OPEC"].members if m.country == "IDN"] == [
        Membership("IDN", "1962", "2009-01"),
        Membership("IDN", "2016-01", "2016-11-30"),
    ]


@pytest.mark.parametrize(
    ("body", "field", "name"),
    [
        ("ORG:EU", "strong", "EU"),
        ("ORG:EU", "institutions", "European Commission"),
        ("ORG:EU", "seats", "Brussels"),
        ("ORG:EU", "epithets", "bloc"),
        ("ORG:UN", "institutions", "UNHCR"),
        ("ORG:UN", "weak", "Security Council"),
        ("ORG:NATO", "strong", "Nato"),
        ("ORG:NATO", "epithets", "alliance"),
        ("ORG:QUAD", "weak", "Quad"),
        ("ORG:COMMONWEALTH", "weak", "Commonwealth"),
        ("ORG:ICC", "weak", "ICC"),
        ("ORG:AES", "strong", "Alliance of Sahel States"),
        ("ORG:MERCOSUR", "strong", "Mercosul"),
    ],
)
def test_names(body: str, field: str, name: str) -> None:
    assert name in getattr(bodies().by_id[body], field)


@pytest.mark.parametrize(
    ("body", "field", "name"),
    [
        ("ORG:NATO", "seats", "Brussels"),
        ("ORG:QUAD", "strong", "Quad"),
        ("ORG:COMMONWEALTH", "strong", "Commonwealth"),
        ("ORG:COE", "institutions", "European Council"),
        ("ORG:EU", "institutions", "European Court of Human Rights"),
    ],
)
def test_names_that_are_not_there(body: str, field: str, name: str) -> None:
    assert name not in getattr(bodies().by_id[body], field)


def _load(monkeypatch: pytest.MonkeyPatch, entries: str) -> None:
    countries()
    monkeypatch.setattr(loading, "read_text", lambda file: f"bodies: {entries}")
    bodies.__wrapped__()


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        ("[{id: ASEAN, name: A}]", "ASEAN: id has not the form"),
        ("[{id: 'ORG:A', name: A}, {id: 'ORG:A', name: B}]", "ORG:A: id 'ORG:A' is given twice"),
        (
            "[{id: 'ORG:A', name: A}, {id: 'ORG:B', name: B, strong: [A]}]",
            "ORG:B: strong name 'A' also belongs to ORG:A",
        ),
        ("[{id: 'ORG:A', name: A, strong: [Japan]}]", "ORG:A: strong name 'Japan' also belongs to JPN"),
        ("[{id: 'ORG:A', name: A, seats: [Japan]}]", "ORG:A: 'Japan' is a strong name of JPN"),
        ("[{id: 'ORG:A', name: A, members: [{ids: [JAP]}]}]", "unknown country 'JAP'"),
        ("[{id: 'ORG:A', name: A, members: [{since: 2013-13, ids: [JPN]}]}]", "since is no date"),
        ("[{id: 'ORG:A', name: A, members: [{since: 2013, until: 2012, ids: [JPN]}]}]", "until 2012 is before since"),
        ("[{id: 'ORG:A', name: A, members: [{ids: [JPN]}, {since: 2020, ids: [JPN]}]}]", "memberships of JPN overlap"),
        ("[{id: 'ORG:A', name: A, members: [{since: 2020}]}]", "ids is empty"),
        ("[{id: 'ORG:A', name: A, members: JPN}]", "members is no list"),
    ],
)
def test_a_wrong_file_is_refused_by_file_and_key(monkeypatch: pytest.MonkeyPatch, entries: str, message: str) -> None:
    with pytest.raises(VocabularyError) as error:
        _load(monkeypatch, entries)
    assert "bodies.yaml" in str(error.value)
    assert message in str(error.value)
