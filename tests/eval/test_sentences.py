"""The reader stays above its floors on coded sentences."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.vocabulary import bodies, countries, plover
from ingest.reader import default_reader
from tests.eval.sentences import SENTENCES, load_floors, score


@pytest.mark.gold
@pytest.mark.parametrize("name", SENTENCES)
def test_no_figure_lies_below_its_floor(name: str) -> None:
    reached = score(default_reader(), SENTENCES[name])._asdict()
    floors = load_floors()[name]
    assert {key: reached[key] for key in floors if reached[key] < floors[key]} == {}


@pytest.mark.parametrize("path", SENTENCES.values(), ids=SENTENCES)
def test_codes_are_known(path: Path) -> None:
    events = [event for line in path.read_text("utf-8").splitlines() for event in json.loads(line)["events"]]
    assert {event["type"] for event in events} <= set(plover().by_id)
    codes = {event[side] for event in events for side in ("actor", "recipient")}
    assert codes <= {*countries().by_id, *bodies().by_id}
