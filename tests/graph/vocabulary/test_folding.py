from __future__ import annotations

import pytest

from graph.vocabulary.folding import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Japan", "japan"),
        ("Côte d’Ivoire", "cote d ivoire"),
        ("U.S.", "us"),
        ("El-Sisi", "el sisi"),
        ("Türkiye", "turkiye"),
        ("Lars Løkke Rasmussen", "lars lokke rasmussen"),
        ("Mateusz  Morawiecki, ", "mateusz morawiecki"),
        ("Yıldırım", "yildirim"),
        ("T&T", "t&t"),
        ("", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded
