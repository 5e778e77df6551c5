"""No word stands twice in a list of the reader's data, and each class is known."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import pytest

from graph.errors import VocabularyError
from ingest.reader import packaged as module
from ingest.reader.packaged import packaged, refuse_doubles, word_classes

DATA = sorted(file.name for file in files("ingest.reader").joinpath("data").iterdir() if file.name.endswith(".yaml"))


@dataclass(frozen=True, slots=True)
class Colours:
    warm: frozenset[str]
    mixed: dict[str, str]


@pytest.mark.parametrize("name", DATA)
def test_every_file_is_read(name: str) -> None:
    assert packaged(name)


@pytest.mark.parametrize(
    "data",
    [
        {"pledge": ["vow", "swear", "vow"]},
        [{"id": "pledge", "combos": [{"verbs": ["vow", "vow"]}]}],
        {"a": {"pledge": ["vow", "vow"]}},
    ],
)
def test_a_word_twice_is_named_with_its_list(data: Any) -> None:
    with pytest.raises(VocabularyError, match=r"a\.yaml.*pledge.*'vow' is there twice"):
        refuse_doubles(data, "a.yaml")


@pytest.mark.parametrize("data", [{"a": ["vow"], "b": ["vow"]}, {"a": [0.98, 0.98]}, {"a": ["vow", "vow to"]}])
def test_lists_may_share_words(data: Any) -> None:
    refuse_doubles(data, "a.yaml")


def test_classes_are_sets_and_mappings(monkeypatch: pytest.MonkeyPatch) -> None:
    contents = {"a.yaml": {"warm": ["red"]}, "b.yaml": {"mixed": {"red": "blue"}}, "c.yaml": {"cold": ["blue"]}}
    monkeypatch.setattr(module, "packaged", contents.__getitem__)
    assert word_classes(Colours, "a.yaml", "b.yaml") == Colours(frozenset({"red"}), {"red": "blue"})
    with pytest.raises(VocabularyError, match=r"a\.yaml: mixed: missing"):
        word_classes(Colours, "a.yaml")
    with pytest.raises(VocabularyError, match=r"a\.yaml: cold: unknown class"):
        word_classes(Colours, "a.yaml", "b.yaml", "c.yaml")
