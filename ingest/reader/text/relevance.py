"""Whether an article can be about relations between governments: a look at its words, before anything is parsed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.article import Article
from ingest.reader.lexicon import lexicon
from ingest.reader.who.mention import Leader

_WORD = re.compile(r"[^\W\d_]+")
_OFFICES = frozenset(
    {
        "head_of_state",
        "head_of_government",
        "monarch",
        "deputy_head",
        "foreign_minister",
        "defence_minister",
        "minister",
        "ambassador",
        "envoy",
    }
)
_ENOUGH = 4
_TOGETHER = 2
_SHORT = 300
"""Code points below which a text is read without asking: too short for its words to tell, and cheap."""


def concerns_governments(article: Article, leaders: Iterable[Leader], paired: Iterable[str]) -> bool:
    """Whether the article names a holder of an office, or has one political word or four that may be political.

    Sport, business and culture have neither, however many countries they name. In a sentence that names two actors
    (`paired` are their texts) two such words do: "Fiji and Samoa signed an agreement".
    """
    if any(leader.role in _OFFICES for leader in leaders):
        return True
    if len(article.text) < _SHORT:
        return True
    words = {w.lower() for w in _WORD.findall(f"{article.title} {article.text}")}
    civic = lexicon().civic
    if words & lexicon().political or len(words & civic) >= _ENOUGH:
        return True
    return any(_deals({w.lower() for w in _WORD.findall(text)} & civic) for text in paired)


def _deals(civic: set[str]) -> bool:
    """Whether the words of a sentence with two actors tell of dealings: two of them, one a pact."""
    return len(civic) >= _TOGETHER and bool(civic & lexicon().pacts)
