"""Any change of what the reader reads by makes another edition, and no other change."""

import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

from graph.writer import is_older
from ingest.reader import edition as module
from ingest.reader.edition import VERSION, VOCABULARIES, edition
from ingest.reader.reader import RuleReader

MODEL = "a_model-1.0"
FOLDERS = ("graph.vocabulary", "ingest.reader")


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The packages that the reader is made of, copied to where a test may change them."""
    for folder in FOLDERS:
        shutil.copytree(Path(str(files(folder))), tmp_path / folder)
    monkeypatch.setattr(module, "files", lambda folder: tmp_path / folder)
    return tmp_path


def test_the_edition_is_of_the_version_and_stays(copied: Path) -> None:
    assert edition.__wrapped__(MODEL) == edition(MODEL)
    assert edition(MODEL).startswith(f"{VERSION}+")
    assert not is_older(edition(MODEL), VERSION)


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("ingest.reader/data/words.yaml", True),
        ("ingest.reader/assembly.py", True),
        ("ingest.reader/who/cast.py", True),
        ("graph.vocabulary/data/office_holders.csv", True),
        ("graph.vocabulary/sectors.py", True),
        ("graph.vocabulary/data/romanisation.yaml", False),
        ("graph.vocabulary/data/office_holders.README.md", False),
        ("graph.vocabulary/regions.py", False),
    ],
)
def test_what_it_reads_by_makes_another_edition(copied: Path, name: str, changes: bool) -> None:
    with (copied / name).open("a") as file:
        file.write("\n# one more\n")
    assert (edition.__wrapped__(MODEL) != edition(MODEL)) == changes


def test_another_model_makes_another_edition(reader: RuleReader) -> None:
    assert edition("a_model-1.1") != edition(MODEL)
    assert reader.name_version == edition(f"{reader.nlp.meta['name']}-{reader.nlp.meta['version']}")


def test_the_vocabularies_are_those_that_the_reader_opens() -> None:
    program = """
import sys
opened = set()
sys.addaudithook(lambda event, args: opened.add(str(args[0])) if event == "open" else None)
from ingest.reader import default_reader
default_reader()
print(*sorted(name for name in opened if "/graph/vocabulary/data/" in name))
"""
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert {Path(name).stem for name in said.stdout.split()} == set(VOCABULARIES)
