from __future__ import annotations

import pytest

from graph.vocabulary.lookup import actor_lookup, near_names


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Japan", ("JPN",)),
        ("japan", ("JPN",)),
        (" JAPANESE ", ("JPN",)),
        ("jp", ("JPN",)),
        ("JPN", ("JPN",)),
        ("cote d’ivoire", ("CIV",)),
        ("Türkiye", ("TUR",)),
        ("turkiye", ("TUR",)),
        ("u.s.", ("USA",)),
        ("us", ("USA",)),
        ("the Netherlands", ("NLD",)),
        ("The Hague", ("NLD",)),
        ("kremlin", ("RUS",)),
        ("Brussels", ("ORG:EU",)),
        ("asean", ("ORG:ASEAN",)),
        ("ORG:ASEAN", ("ORG:ASEAN",)),
        ("European Commission", ("ORG:EU",)),
        ("Congo", ("COD", "COG")),
        ("dominican", ("DMA", "DOM")),
        ("Korea", ("KOR", "PRK")),
        ("Georgia", ("GEO",)),
        ("Filipinos", ("PHL",)),
        ("Sao Tome and Principe", ("STP",)),
        # near misses
        ("Japa", ()),
        ("Japan and China", ()),
        ("South China Sea", ()),
        ("Victoria", ()),
        ("the", ()),
        ("", ()),
        ("NAM", ("NAM",)),
        ("CAN", ("CAN",)),
    ],
)
def test_actor_lookup(text: str, actors: tuple[str, ...]) -> None:
    assert actor_lookup(text) == actors


@pytest.mark.parametrize(
    ("text", "first"),
    [("Jpan", "Japan"), ("Indonisia", "Indonesia"), ("Untied States", "United States"), ("Kazahstan", "Kazakhstan")],
)
def test_near_names(text: str, first: str) -> None:
    found = near_names(text, 2)
    assert found[0] == first
    assert len(found) <= 2


def test_nothing_is_near_a_word_that_is_no_name() -> None:
    assert near_names("qwxzy") == ()
