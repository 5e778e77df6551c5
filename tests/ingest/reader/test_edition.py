"""Any change of the words and rules makes another edition."""

import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from graph.writer import is_older
from ingest.reader import edition as module
from ingest.reader.edition import VERSION, edition
from ingest.reader.reader import RuleReader


def test_the_edition_is_of_the_version_and_stays() -> None:
    assert edition() == edition.__wrapped__()
    assert edition().startswith(f"{VERSION}+")
    assert not is_older(edition(), VERSION)
    assert RuleReader.__dataclass_fields__["name_version"].default_factory is edition


def test_a_changed_word_makes_another_edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in ("graph.vocabulary", "ingest.reader"):
        shutil.copytree(Path(str(files(folder))) / "data", tmp_path / folder / "data")
    monkeypatch.setattr(module, "files", lambda folder: tmp_path / folder)
    assert edition.__wrapped__() == edition()
    words = tmp_path / "ingest.reader" / "data" / "words.yaml"
    words.write_text(words.read_text() + "\n# one more\n")
    assert edition.__wrapped__() != edition()
