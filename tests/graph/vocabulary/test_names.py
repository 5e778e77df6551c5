from __future__ import annotations

import pytest

from graph.vocabulary.names import actor_name, dyad_id, dyad_name


@pytest.mark.parametrize(
    ("actor", "name"),
    [
        ("JPN", "Japan"),
        ("ORG:ASEAN", "ASEAN"),
        ("COD", "DR Congo"),
        ("XKX", "Kosovo"),
        ("ORG:EU", "European Union"),
        ("NOBODY", "NOBODY"),
    ],
)
def test_actor_name(actor: str, name: str) -> None:
    assert actor_name(actor) == name


def test_a_dyad_is_unordered() -> None:
    assert dyad_id("JPN", "IDN") == dyad_id("IDN", "JPN") == "IDN-JPN"
    assert dyad_id("ORG:EU", "ORG:ASEAN") == "ORG:ASEAN-ORG:EU"
    assert dyad_name("IDN-JPN") == "Indonesia–Japan"
    assert dyad_name(dyad_id("ORG:ASEAN", "JPN")) == "Japan–ASEAN"


def test_a_dyad_has_two_actors() -> None:
    with pytest.raises(ValueError, match="JPN"):
        dyad_id("JPN", "JPN")
