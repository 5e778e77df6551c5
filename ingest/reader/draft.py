"""The draft: an article's sentences, actors and people, before anything is parsed; and what is worth parsing of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from graph.article import Article
from graph.vocabulary import sectors
from ingest.reader.agreement.noun import names_agreement
from ingest.reader.text.relevance import concerns_governments
from ingest.reader.text.sentence import Sentence, split_sentences
from ingest.reader.text.token import words_of
from ingest.reader.who.cast import Cast
from ingest.reader.who.former import in_its_time
from ingest.reader.who.gazetteer import gazetteer, settle
from ingest.reader.who.leader import cast_of
from ingest.reader.who.mention import Mention
from ingest.reader.who.scene import Scene

_DATELINE = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ.’'-]+(?:[ /-][A-ZÀ-Þ][A-ZÀ-Þ.’'-]+)*(?:,\s+[A-Z][\w. ]+?)?"  # BOGOR, Indonesia
    r"(?:,\s+[A-Z][a-z]+\.? \d{1,2}(?:, \d{4})?)?"  # , Oct 20
    r"\s*(?:\([^)]{2,40}\)\s*)?[-–—]{1,2}\s+"  # (Agency) -
)
_GROUP = re.compile(r"\b(?:both|two|three|they|their|them|sides|parties|ministers|presidents|leaders)\b", re.IGNORECASE)


class Unread(Enum):
    """Why a sentence is not parsed."""

    ELSEWHERE = "the article is about no relations between governments"
    ALONE = "the article names fewer than two actors, and acts have two sides"
    IDLE = "no actor in it or just before it, no sector, no agreement, no group"


@dataclass(slots=True)
class Draft:
    """An article on its way: its sentences with their mentions, and where each sentence's matter begins.

    `relevant` says whether it can be about relations between governments at all.
    """

    article: Article
    sentences: list[Sentence]
    mentions: list[list[Mention]]
    starts: list[int]
    cast: Cast
    relevant: bool = True


def prepare(article: Article) -> Draft:
    """Sentences, actors and people of an article: all that comes before the parser."""
    sentences = split_sentences(article.title, "title") + split_sentences(article.text, "text")
    starts = [s.start for s in sentences]
    written = article.publisher or ""
    for i, s in enumerate(sentences):
        if s.field == "text" and (match := _DATELINE.match(s.text)) and s.paragraph == 0 and i < 3:
            starts[i] = s.start + match.end()
            written = f"{match.group()}; {written}"
    words = [[w for w in words_of(s.text, s.start) if w.start >= b] for s, b in zip(sentences, starts, strict=True)]
    named = settle([gazetteer().find(w, s.text, s.start) for w, s in zip(words, sentences, strict=True)])
    actors = in_its_time(named, article.published)
    scenes: list[Scene] = []
    context: dict[str, None] = {}
    for i, (s, w, found) in enumerate(zip(sentences, words, actors, strict=True)):
        scenes.append(Scene(i, s.text, s.start, w, found, tuple(reversed(context))))
        for m in found:
            context.pop(m.actors[0], None)
            context[m.actors[0]] = None
    home = frozenset(a for m in gazetteer().find(words_of(written), written, 0) for a in m.actors)
    cast, people = cast_of(scenes, article.published, home)
    mentions = [_disjoint(p, found) for p, found in zip(people, actors, strict=True)]
    paired = [s.text for s, m in zip(sentences, mentions, strict=True) if len({a for one in m for a in one.actors}) > 1]
    return Draft(article, sentences, mentions, starts, cast, concerns_governments(article, cast.leaders, paired))


def _disjoint(people: list[Mention], actors: list[Mention]) -> list[Mention]:
    """All mentions in order, people before the actors that stand inside their phrases."""
    out = sorted(people, key=lambda m: (m.start, -m.end))
    kept: list[Mention] = []
    for m in out:
        if not kept or m.start >= kept[-1].end:
            kept.append(m)
    kept += [a for a in actors if not any(p.start < a.end and a.start < p.end for p in kept)]
    return sorted(kept, key=lambda m: m.start)


def unread(draft: Draft) -> list[Unread | None]:
    """Why each sentence of a draft is not parsed; None where it is."""
    if not draft.relevant:
        return [Unread.ELSEWHERE for _ in draft.sentences]
    if len({a for found in draft.mentions for m in found for a in m.actors}) < 2:
        return [Unread.ALONE for _ in draft.sentences]
    return [None if _worth_parsing(draft, i) else Unread.IDLE for i, _ in enumerate(draft.sentences)]


def _worth_parsing(draft: Draft, i: int) -> bool:
    """Whether a sentence can matter: an actor is named in it or just before it, or it names a sector, an agreement
    or a group.
    """
    if any(draft.mentions[j] for j in range(max(0, i - 1), i + 1)):
        return True
    text = draft.sentences[i].text
    return bool(_GROUP.search(text) or sectors().find(text)) or names_agreement(text)
