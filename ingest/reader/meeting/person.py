"""People: words that may stand for somebody who acts for a government."""

from __future__ import annotations

from ingest.reader.meeting.words import meeting_words
from ingest.reader.tree.parse import Parsed
from ingest.reader.tree.syntax import THIRD, lemma_of
from ingest.reader.tree.tree import Token


def is_person(token: Token, parsed: Parsed) -> bool:
    """Whether the word is a named person, a pronoun for one, or a noun of office."""
    mention = parsed.mention(token)
    if mention is not None:
        return mention.leader is not None
    return token.lower_ in THIRD or lemma_of(token) in meeting_words().office
