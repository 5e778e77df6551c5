"""Search over names, titles and sentences: what holds all words that were asked for, ranked.

A name is found by parts of its words too, a title or a sentence by words, in whatever form ("agreeing" for "agreed").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeVar, get_args

from rapidfuzz import fuzz

from graph.cypher import Query
from graph.cypher import search as cypher
from graph.cypher.words import with_all
from graph.errors import QuestionError
from graph.fact import Passage
from graph.identity import folded
from graph.view import facts as as_facts
from graph.vocabulary import bodies, countries
from graph.vocabulary.names import actor_name

HitKind = Literal["country", "body", "leader", "agreement", "article", "sentence"]
HIT_KINDS: tuple[HitKind, ...] = get_args(HitKind)

MOST_WORDS = 12
CANDIDATES = 300
"""Of each kind so many are ranked."""

LEAST_LIKE = 80.0
"""Of 100: a name spelt less like the words, by rapidfuzz's ratio, is not what was meant."""

_INFLECTED, _CONTAINED, _BEGUN, _WHOLE, _EXACT = 0.5, 0.6, 0.75, 0.9, 1.0
_SENTENCE = 0.5
"""How much a sentence counts beside a name in which the same is found."""

_SHORTEST = 4
"""Letters that a word must have to stand for one spelt like it."""

_START = 2
"""So many letters at the start of a misspelt name are taken to be right."""

_WORD = re.compile(r"\"([^\"]+)\"|([^\s\"]+)")
_EDGE = ".,;:!?()[]{}'’“”„«»"

T = TypeVar("T")
Run = Callable[[Query], list[dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found. `name` is what holds the words, `about` what tells it apart, `score` in 0..1 how well it fits.

    Of a sentence `id` is the claim's, and `passage` the sentence in its article.
    """

    kind: HitKind
    id: str
    name: str
    about: str
    score: float
    passage: Passage | None = None


def words_of(text: str) -> list[str]:
    """The words of a search, in lower case; what stands in double quotes is one. Raises `QuestionError` for none."""
    found = (quoted or plain.strip(_EDGE) for quoted, plain in _WORD.findall(text.lower()))
    words = list(dict.fromkeys(" ".join(word.split()) for word in found if word.strip()))
    if not words:
        raise QuestionError("Give at least one word to look for.")
    if len(words) > MOST_WORDS:
        raise QuestionError(f"Give at most {MOST_WORDS} words to look for; what stands in double quotes is one.")
    return words


def search(run: Run, text: str, kinds: Sequence[HitKind]) -> list[Hit]:
    """What of these kinds holds all words of `text`, the best first; where no name does, names spelt like it."""
    words = words_of(text)
    hits = [hit for kind in kinds for hit in _FINDERS[kind](run, words)]
    return sorted(hits, key=lambda hit: (-hit.score, HIT_KINDS.index(hit.kind), hit.id))


def _countries(_: Run, words: Sequence[str]) -> Iterator[Hit]:
    named = [(c, (c.id, c.name, *c.strong)) for c in countries()]
    for country, score in _scored(words, named):
        yield Hit("country", country.id, country.name, country.region, score)


def _bodies(_: Run, words: Sequence[str]) -> Iterator[Hit]:
    named = [(b, (b.id.removeprefix("ORG:"), b.name, *b.strong)) for b in bodies()]
    for body, score in _scored(words, named):
        yield Hit("body", body.id, body.name, "International body", score)


def _leaders(run: Run, words: Sequence[str]) -> Iterator[Hit]:
    plain = [folded(word) for word in words if folded(word)]
    if not plain:
        return
    rows = run(cypher.leaders(plain, CANDIDATES))
    rows = rows or run(cypher.leaders_like([word[:_START] for word in plain], CANDIDATES * 10))
    for row, score in _scored(plain, [(row, (row["name"], *(row["aliases"] or ()))) for row in rows]):
        yield Hit("leader", row["id"], row["name"], actor_name(row["actor"]), score)


def _agreements(run: Run, words: Sequence[str]) -> Iterator[Hit]:
    for row in run(cypher.agreements(words, CANDIDATES)):
        about = ", ".join(map(actor_name, row["parties"]))
        yield Hit("agreement", row["id"], row["name"], about, score_of(words, row["name"]) or _CONTAINED)


def _articles(run: Run, words: Sequence[str]) -> Iterator[Hit]:
    if not with_all(words):
        return
    for row in run(cypher.articles(words, CANDIDATES)):
        score = _score_of_found(words, row["name"])
        if score:
            about = ", ".join(filter(None, (row["publisher"], row["published"])))
            yield Hit("article", row["id"], row["name"], about, score)


def _sentences(run: Run, words: Sequence[str]) -> Iterator[Hit]:
    """One hit for each sentence, with the surest of its claims."""
    if not with_all(words):
        return
    seen: set[tuple[str, str, int]] = set()
    passages = map(as_facts.passage, run(cypher.sentences(words, CANDIDATES)))
    for passage in sorted(passages, key=lambda passage: (-passage.confidence, passage.claim_id)):
        place = (passage.article_id, passage.field, passage.start)
        score = _SENTENCE * _score_of_found(words, passage.text)
        if score and place not in seen:
            seen.add(place)
            yield Hit("sentence", passage.claim_id, passage.text, passage.name, round(score, 4), passage)


_FINDERS: dict[HitKind, Callable[[Run, Sequence[str]], Iterable[Hit]]] = {
    "country": _countries,
    "body": _bodies,
    "leader": _leaders,
    "agreement": _agreements,
    "article": _articles,
    "sentence": _sentences,
}


def score_of(words: Sequence[str], text: str) -> float:
    """How well `text` holds all the words: as a whole, as words, as beginnings of words, within words; 0 where not."""
    lowered = text.lower()
    if " ".join(words) == lowered:
        return _EXACT
    return round(min((_score_of_word(word, lowered) for word in words), default=0.0), 4)


def _score_of_found(words: Sequence[str], text: str) -> float:
    """The same for what an index over words gave: a word may be in `text` with another ending, a phrase may not."""
    lowered = text.lower().replace("’", "'")
    scores = [_score_of_word(word.replace("’", "'"), lowered) or (0.0 if " " in word else _INFLECTED) for word in words]
    return round(min(scores), 4)


def _score_of_word(word: str, text: str) -> float:
    if word not in text:
        return 0.0
    if re.search(rf"\b{re.escape(word)}\b", text):
        return _WHOLE
    return _BEGUN if re.search(rf"\b{re.escape(word)}", text) else _CONTAINED


def _scored(words: Sequence[str], named: Sequence[tuple[T, Iterable[str]]]) -> list[tuple[T, float]]:
    """Those with a name that holds all words, accents or not; where there is none, those with one spelt like them."""
    plain = [folded(word) for word in words]
    known = [(thing, [folded(name) for name in names]) for thing, names in named]
    best = [(thing, max(score_of(plain, name) for name in names)) for thing, names in known]
    found = [(thing, score) for thing, score in best if score]
    if found:
        return found
    asked = " ".join(plain)
    like = [(thing, max(_likeness(asked, name) for name in names)) for thing, names in known]
    return [(thing, round(_CONTAINED * score / 100, 4)) for thing, score in like if score >= LEAST_LIKE]


def _likeness(asked: str, name: str) -> float:
    """In 0..100: of the whole name, or of its last word, since people are asked for by surname."""
    if len(asked) < _SHORTEST:
        return 0.0
    return max(fuzz.ratio(asked, name), fuzz.ratio(asked, name.rpartition(" ")[2]))
