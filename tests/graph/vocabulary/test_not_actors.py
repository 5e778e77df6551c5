from __future__ import annotations

import pytest

from graph.errors import VocabularyError
from graph.vocabulary import loading
from graph.vocabulary.bodies import bodies
from graph.vocabulary.not_actors import not_actors


def _longer(text: str, name: str) -> str | None:
    start = text.index(name)
    span = not_actors().covering(text, start, start + len(name))
    return text[span[0] : span[1]] if span else None


@pytest.mark.parametrize(
    ("text", "name", "longer"),
    [
        ("in the South China Sea on Monday", "China", "South China Sea"),
        ("the Gulf of Mexico", "Mexico", "Gulf of Mexico"),
        ("a professor at the University of Tokyo said", "Tokyo", "University of Tokyo"),
        ("at the University of the Philippines", "Philippines", "University of the Philippines"),
        ("the Washington Post's reporter", "Washington", "Washington Post"),
        ("Turkish Airlines will fly", "Turkish", "Turkish Airlines"),
        ("the Bank of China lent", "China", "Bank of China"),
        ("in New Mexico", "Mexico", "New Mexico"),
        ("golfer Jordan Spieth won", "Jordan", "Jordan Spieth"),
        ("under the Paris Agreement", "Paris", "Paris Agreement"),
        ("the Minsk agreements of 2015", "Minsk", "Minsk agreements"),
        ("after the Doha talks", "Doha", "Doha talks"),
        ("a US-based company", "US", "US-based"),
        ("a Liberian-flagged tanker", "Liberian", "Liberian-flagged"),
        ("fell against the US dollar", "US", "US dollar"),
        ("the Indian rupee fell", "Indian", "Indian rupee"),
        ("Latin American leaders", "American", "Latin American"),
        ("voters in Atlanta, Georgia, said", "Georgia", "Atlanta, Georgia"),
        ("Bosnian Serb leader", "Bosnian", "Bosnian Serb"),
        ("Made in China", "China", "Made in China"),
    ],
)
def test_a_name_inside_a_longer_name(text: str, name: str, longer: str) -> None:
    assert _longer(text, name) == longer


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("South China warned its neighbours", "China warned"),
        ("China times its exports", "China"),
        ("the Bank of Japan kept rates", "Japan"),
        ("the Export-Import Bank of China lent", "China"),
        ("the Central Bank of the Philippines", "Philippines"),
        ("Indonesian Air Force jets", "Indonesian"),
        ("the Japan-Indonesia Agreement", "Indonesia"),
        ("the Moscow-Beijing summit", "Beijing"),
        ("Japan agreements were signed", "Japan"),
        ("US-backed fighters", "US"),
        ("US-led talks", "US"),
        ("Japan won the match", "Japan"),
        ("Mexico and New Mexico", "Mexico"),
        ("Jordan and Israel", "Jordan"),
        ("Indian rupees and Indian officials", "Indian officials"),
        ("the Turkish Airlinesmen", "Turkish"),
        ("Georgia, Armenia and Azerbaijan", "Georgia"),
    ],
)
def test_a_name_that_stands_for_itself(text: str, name: str) -> None:
    assert _longer(text, name) is None


def test_a_list_that_holds_no_actor_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    bodies()
    monkeypatch.setattr(loading, "read_text", lambda file: "names: [Bay of Biscay]")
    with pytest.raises(VocabularyError, match=r"not_actors\.yaml: top level: 'Bay of Biscay' holds no actor's name"):
        not_actors.__wrapped__()
