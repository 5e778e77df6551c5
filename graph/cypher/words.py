"""Indexes over words: which there are, how each engine makes them, and what is asked of them.

Both engines index words as Lucene's English analyzer sees them: in lower case, without "'s" and most endings ("agreed"
and "agreeing" are one), and without "the", "of" and the like.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_SPECIAL = re.compile(r'[-+&|!(){}\[\]^"~*?:\\/]+')
"""Letters of Lucene's query language; to the analyzer they part words, as a space does."""

_APOSTROPHES = "'’"


@dataclass(frozen=True, slots=True)
class WordIndex:
    """An index over the words in one property of the nodes with one label."""

    name: str
    label: str
    key: str

    @property
    def on_neo4j(self) -> tuple[str, ...]:
        """The commands that make it on a Neo4j server, and wait until it can be asked."""
        return (
            f"CREATE FULLTEXT INDEX {self.name} IF NOT EXISTS FOR (n:{self.label}) ON EACH [n.{self.key}] "
            "OPTIONS {indexConfig: {`fulltext.analyzer`: 'english'}}",
            f"CALL db.awaitIndex('{self.name}', 3600)",
        )

    @property
    def on_engine(self) -> tuple[str, ...]:
        """The commands, in SQL, that make it on the embedded engine, whose Cypher has none for it."""
        return (
            f"CREATE PROPERTY {self.label}.{self.key} IF NOT EXISTS STRING",
            f"CREATE INDEX {self.name} IF NOT EXISTS ON {self.label} ({self.key}) FULL_TEXT "
            'METADATA {"analyzer": "org.apache.lucene.analysis.en.EnglishAnalyzer"}',
        )


SENTENCES = WordIndex("claim_text", "Claim", "text")
TITLES = WordIndex("article_name", "Article", "name")

WORD_INDEXES = (SENTENCES, TITLES)


def with_all(words: Iterable[str]) -> str:
    """What to ask a word index for texts that have all of `words`; of several words in one, side by side.

    Empty where no word has a letter.
    """
    return " ".join(f"+({' OR '.join(forms)})" for word in words if (forms := _phrases(word)))


def _phrases(word: str) -> list[str]:
    """`word` with either apostrophe, which are two letters to the analyzer."""
    plain = " ".join(_SPECIAL.sub(" ", word).split())
    forms = dict.fromkeys(plain.translate({ord(one): other for one in _APOSTROPHES}) for other in _APOSTROPHES)
    return [f'"{form}"' for form in forms if any(map(str.isalnum, form))]
