"""The frames as data, and that each frame's examples are read as they say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest

from graph.article import Article
from graph.claim import COOPERATION_STATUSES
from graph.errors import VocabularyError
from graph.vocabulary import plover
from ingest.reader.act.frame import SORTS, Example, Frame, _frame, frames
from ingest.reader.reader import RuleReader

SYMMETRIC = {"AGREE", "CONSULT", "COOPERATE"}
CASES = [(frame, example) for frame in frames().all for example in frame.examples]
PLACES = {"obj", "dative", "comp", "that", "subj", "purpose"}
PREPOSITIONS = {
    "about", "across", "against", "along", "among", "and", "around", "at", "before", "behind", "between", "by", "for",
    "from", "in", "inside", "into", "near", "of", "off", "on", "opposite", "outside", "over", "past", "through",
    "to", "toward", "towards", "under", "upon", "with", "within",
}  # fmt: skip


@pytest.mark.parametrize(("frame", "example"), CASES, ids=[example.sentence for _, example in CASES])
def test_an_example_gives_what_it_says(reader: RuleReader, frame: Frame, example: Example) -> None:
    rows = reader.read(Article("example", "", example.sentence, "2024-05-15")).to_guide()["events"]
    pair = (example.actor, example.recipient)
    wanted = (*(sorted(pair) if frame.type in SYMMETRIC else pair), frame.type, example.modality)
    assert wanted in [(row["actor"], row["recipient"], row["type"], row["modality"]) for row in rows]


def test_every_type_of_event_has_an_example() -> None:
    assert {frame.type for frame, _ in CASES} == {frame.type for frame in frames().all if frame.type}


def test_types_and_modes_are_those_of_plover() -> None:
    for frame in frames().all:
        assert frame.type is None or frame.type in plover()
        assert frame.mode is None or (frame.type and frame.mode in plover().by_id[frame.type].modes)


def test_statuses_are_those_of_cooperation() -> None:
    assert {frame.cooperation for frame in frames().all if frame.cooperation} <= set(COOPERATION_STATUSES)


def test_places_of_the_recipient_are_places_or_prepositions() -> None:
    assert {place for frame in frames().all for place in frame.to} <= PLACES | PREPOSITIONS


def test_ids_are_told_once() -> None:
    assert not [name for name, n in Counter(frame.id for frame in frames().all).items() if n > 1]


SHARED = {
    "sign agree": {"conclude pact", "seal pact"},
    "praise aid": {"offer support", "give support", "pledge support", "extend support", "promise support"},
    "praise agree": {"reaffirm commitment", "express commitment", "reiterate commitment"},
    "cooperate aid": {"build center", "build centre", "keep aircraft", "keep drone", "keep missile"},
    "cooperate mobilise": {
        "station soldier",
        "station troop",
        "station force",
        "station jet",
        "station fighter",
        "station warship",
        "station battalion",
        "station bomber",
        "station brigade",
        "station missile",
    },
    "cooperate concede": {"open crossing", "open flight"},
    "aid concede": {"release fund"},
    "aid mobilise": {
        "send tank",
        "dispatch tank",
        "send missile",
        "dispatch missile",
        "send vehicle",
        "dispatch vehicle",
    },
    "concede sanction": {"end visa", "scrap visa"},
}
"""Verbs with their objects that two frames claim, by the two; the first wins, and that is meant."""


def _claims() -> Iterator[tuple[str, str]]:
    """What each frame claims: its verbs, its nouns, its verbs with their objects, its verbs with a completion.

    Those of one sort of agents claim theirs for these alone.
    """
    for frame in frames().all:
        sort = f"{frame.agent} " if frame.agent in SORTS else ""
        yield from ((f"{sort}verb {verb}", frame.id) for verb in frame.verbs)
        yield from ((f"{sort}noun {noun}", frame.id) for noun in frame.nouns)
        yield from (
            (f"{sort}guarded {verb} {what}", frame.id) for verb in frame.guarded for what in frame.guarded[verb]
        )
        for verbs, objects in frame.combos:
            yield from ((f"{sort}{verb} {noun}", frame.id) for verb, noun in product(verbs, objects))


def test_no_word_is_claimed_by_two_frames_unnoticed() -> None:
    owners: dict[str, dict[str, None]] = {}
    for word, frame in _claims():
        owners.setdefault(word, {})[frame] = None
    shared: dict[str, set[str]] = {}
    for word, ids in owners.items():
        if len(ids) > 1:
            shared.setdefault(" ".join(ids), set()).add(word)
    assert shared == SHARED


@pytest.mark.parametrize(
    "row",
    [
        {"id": "deny", "type": "REJECT", "verbs": ["deny", False]},
        {"id": "deny", "type": "REJECT", "to": [True]},
        {"id": "deny", "type": "REJECT", "combos": [{"verbs": ["call"], "objects": [False]}]},
        {"id": "deny", "type": "REJECT", "guarded": {"insist": [True]}},
        {"id": "deny", "type": "REJECT", "verb": ["deny"]},
        {"id": "deny"},
    ],
)
def test_a_broken_frame_is_named(row: dict[str, Any]) -> None:
    with pytest.raises(VocabularyError, match="deny"):
        _frame(row)
