"""Redaction: a person's name blacked out of an article and its reading, in pure functions.

A name is blacked out letter by letter, so that all offsets stay right.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from graph.article import Article
from graph.claim import Agreement, Claim, Evidence, Meeting, Office, Statement
from graph.identity import folded
from graph.reading import Reading

BLACK = "█"
LONGEST = 6
"""Words that a name has at most."""

_WORD = re.compile(r"[^\W\d_]+")
_JOINT = re.compile(r"[\s'’.\-–,]{1,3}")
"""What may stand between two words of one name."""

_SHORTEST = 2

IsErased = Callable[[str], bool]
"""Whether a folded name is one that must not be kept."""


class _Found(NamedTuple):
    start: int
    end: int
    name: str


def redacted(
    article: Article, reading: Reading, is_erased: IsErased, known: Iterable[str] = ()
) -> tuple[Article, Reading] | None:
    """The article and its reading without the names that `is_erased` knows; None where they have none of these.

    Looked for are the article's title, text and author and the names in claims. In an article that has such a name, or
    of which one is `known` (folded) already, its words standing alone with a capital go too ("Widodo"). Claims that
    the person holds an office go; the person goes from meetings, and the name from agreements.
    """
    texts = (article.title, article.text, article.name)
    names = {found.name for text in texts for found in _occurrences(text, is_erased)}
    names |= {folded(name) for name in _named(article, reading) if is_erased(folded(name))}
    names |= set(known)
    words = {word for name in names for word in name.split() if len(word) >= _SHORTEST}
    if not words:
        return None

    def black(text: str) -> str:
        return _blackened(text, is_erased, words)

    new = replace(
        article,
        title=black(article.title),
        text=black(article.text),
        author=None if article.author and _is_of(article.author, words) else article.author,
        removed=replace(article.removed, name=black(article.removed.name)) if article.removed else None,
    )
    claims = tuple(kept for claim in reading.claims if (kept := _claim(claim, new, words, black)))
    presences = tuple(replace(p, evidence=_evidence(p.evidence, new)) for p in reading.presences)
    return new, replace(reading, claims=claims, presences=presences)


def _named(article: Article, reading: Reading) -> Iterator[str]:
    if article.author:
        yield article.author
    for claim in reading.claims:
        if isinstance(claim.statement, Office):
            yield claim.statement.name
        elif isinstance(claim.statement, Meeting):
            yield from claim.statement.leaders


def _claim(claim: Claim, article: Article, words: set[str], black: Callable[[str], str]) -> Claim | None:
    statement: Statement = claim.statement
    if isinstance(statement, Office):
        if _is_of(statement.name, words):
            return None
        statement = replace(statement, title=black(statement.title))
    elif isinstance(statement, Meeting):
        statement = replace(statement, leaders=tuple(n for n in statement.leaders if not _is_of(n, words)))
    elif isinstance(statement, Agreement):
        statement = replace(statement, name=black(statement.name))
    return replace(claim, statement=statement, evidence=tuple(_evidence(e, article) for e in claim.evidence))


def _evidence(evidence: Evidence, article: Article) -> Evidence:
    return replace(evidence, text=article.field(evidence.field)[evidence.start : evidence.end])


def _is_of(name: str, words: set[str]) -> bool:
    """Whether a name has no words but these."""
    return set(folded(name).split()) <= words


def _blackened(text: str, is_erased: IsErased, words: set[str]) -> str:
    spans = [(found.start, found.end) for found in _occurrences(text, is_erased)]
    spans += [match.span() for match in _WORD.finditer(text) if not match[0][0].islower() and folded(match[0]) in words]
    for start, end in spans:
        text = text[:start] + _WORD.sub(lambda match: BLACK * len(match[0]), text[start:end]) + text[end:]
    return text


def _occurrences(text: str, is_erased: IsErased) -> Iterator[_Found]:
    """Where the text has an erased name, in whatever case and with whatever accents."""
    tokens = list(_WORD.finditer(text))
    words = [folded(token[0]) for token in tokens]
    for at, first in enumerate(tokens):
        for size in range(1, LONGEST + 1):
            last = at + size - 1
            if last >= len(tokens):
                break
            if size > 1 and not _JOINT.fullmatch(text, tokens[last - 1].end(), tokens[last].start()):
                break
            name = " ".join(words[at : last + 1])
            if is_erased(name):
                yield _Found(first.start(), tokens[last].end(), name)
