"""The search for the occasions of a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.reader.act.frame import Frames
from ingest.reader.meeting.noun import noun_occasion, two_plus_two
from ingest.reader.meeting.occasion import PLACES, Occasion, Telling
from ingest.reader.meeting.verb import verb_occasion
from ingest.reader.tree.parse import Parsed


def find_occasions(parsed: Parsed, frames: Frames) -> Iterator[Occasion]:
    """The occasions of a sentence in the order of their words."""
    for token in parsed.doc:
        if parsed.mention(token):
            continue
        if token.pos_ in {"VERB", "AUX"}:
            found = verb_occasion(token, parsed, frames)
        elif two_plus_two(token):
            found = Occasion(token, "dialogue", Telling.NOUN, PLACES)
        elif token.pos_ in {"NOUN", "PROPN"} and token.dep_ not in {"compound", "nmod"}:
            found = noun_occasion(token, frames)
        else:
            continue
        if found:
            yield found
