"""Titles in a sentence with what stands around them: whose they are, where they serve, whom they serve."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from graph.vocabulary import TitleMention, roles
from ingest.reader.lexicon import lexicon
from ingest.reader.who.mention import Form
from ingest.reader.who.scene import POSSESSIVE, Scene

_ARTICLES = frozenset({"the", "a", "an"})
_PRONOUNS = frozenset({"its", "their", "our", "his", "her"})
MISSIONS = frozenset({"embassy", "mission", "consulate"})
FORCES = frozenset({"command", "fleet", "army", "navy", "corps", "force", "forces", "air-force", "military"})
HEADS = frozenset(
    "head chief boss director speaker secretary chair chairman chairwoman heads chiefs directors speakers".split()
)
_SOVEREIGN = frozenset({"presidential", "transitional", "sovereign", "sovereignty", "ruling"})
_ELECT = frozenset({"-elect", "-designate", "-nominate"})
_OF = frozenset({"of", "for", "from"})
_TIMES = frozenset({"day", "week", "weekend", "month", "year", "morning", "afternoon", "evening", "night", "hour"})
_AT = frozenset({"to", "in", "at", "with", "on"})


@dataclass(frozen=True, slots=True)
class TitleSpan:
    """A title's words ``[start, end)``."""

    start: int
    end: int
    needs_actor: bool = False
    counterpart: bool = False
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Office:
    """A title with its surroundings, as word indices: ``[first, last)`` with all that belongs to it.

    `title` is its text with words such as "former". `actors` are those that the words name. `owner` is what else says
    whose it is: "its", "his", or the word before a possessive ("Yunus's"). `posted`: the actors where
    it is held, "" for "there".
    `definite`: a name may follow behind a comma.
    """

    first: int
    last: int
    span: TitleSpan
    title: str
    actors: tuple[str, ...]
    owner: str
    definite: bool
    posted: tuple[str, ...]
    plural: bool


def title_spans(scene: Scene) -> list[TitleSpan]:
    """The titles of a scene in order; two joined by "and" are one ("Prime Minister and Foreign Minister")."""
    found = sorted((*_titles(scene), *_counterparts(scene), *_heads(scene)), key=lambda s: (s.start, -s.end))
    out: list[TitleSpan] = []
    for span in found:
        if out and span.start < out[-1].end:
            continue
        if out and _joined(scene, out[-1], span):
            last = out.pop()
            out.append(
                TitleSpan(last.start, span.end, last.needs_actor and span.needs_actor, False, last.of or span.of)
            )
        else:
            out.append(span)
    return out


def _titles(scene: Scene) -> Iterator[TitleSpan]:
    starts = {w.start - scene.offset: i for i, w in enumerate(scene.words)}
    for found in roles().find_titles(scene.text):
        first = starts.get(found.start)
        if first is None:
            continue
        end = first
        while end < len(scene.words) and scene.words[end].start - scene.offset < found.end:
            end += 1
        rest = scene.text[found.end : scene.words[end - 1].end - scene.offset]
        if len(rest) > 1 and rest.lower() not in _ELECT:  # only the beginning of a longer word
            continue
        if found.title.text.lower().rstrip(".") in lexicon().given_names and _is_name(scene, first - 1):
            continue
        yield TitleSpan(first, end, _needs_actor(found), False, found.title.of)


def _is_name(scene: Scene, i: int) -> bool:
    """Whether word `i`, before a title that is a given name too, is part of a name ("Abdul Amir")."""
    raw = scene.raw(i)
    return (
        i >= 0 and raw[:1].isupper() and raw.isalpha() and scene.mention(i) is None and raw not in lexicon().not_names
    )


def _needs_actor(found: TitleMention) -> bool:
    return found.title.actor or found.title.role == "military"


def _counterparts(scene: Scene) -> Iterator[TitleSpan]:
    for i in range(len(scene.words)):
        if scene.word(i) in lexicon().counterparts and scene.word(i - 1) not in {"cabinet", "party", "fellow"}:
            two = scene.word(i) == "number"
            if not two or scene.word(i - 1) == "opposite":
                yield TitleSpan(i - two, i + 1, False, True)


def _heads(scene: Scene) -> Iterator[TitleSpan]:
    """Heads of agencies and missions: "the head of Roscosmos", "Roscosmos chief", "head of the Swedish embassy"."""
    for i in range(len(scene.words)):
        if scene.word(i) not in HEADS:
            continue
        behind = i + 3 if scene.word(i + 2) == "the" else i + 2
        if scene.word(i + 1) in _OF and scene.mention(behind) is not None:
            after = scene.after(behind)
            after += scene.word(after) in POSSESSIVE
            organ = next(
                (j for j in range(after, after + 3) if _is_organ(scene.word(j)) or scene.word(j) == "transition"), None
            )
            between = [scene.word(j) for j in range(after, organ or after)]
            if organ is not None and all(w.isalpha() and w not in _SOVEREIGN for w in between):
                yield TitleSpan(i, organ + 1)
                continue
        if scene.word(i).endswith("s") and scene.word(i + 1) in _OF and scene.word(i + 2) == "the":
            organ = next((j for j in range(i + 3, i + 6) if _is_organ(scene.word(j).removesuffix("s"))), None)
            if organ is not None:  # "the heads of the two security services"
                yield TitleSpan(i, organ + 1)
                continue
        for at in (i - 1, behind if scene.word(i + 1) in _OF else -1):
            if _is_agency(scene, at):
                yield TitleSpan(i, i + 1)
                break
        else:
            start = next((j for j in (i - 1, i - 2) if not scene.raw(j).islower() or scene.word(j) in POSSESSIVE), i)
            if start + 1 < i and scene.word(start) in POSSESSIVE and _is_agency(scene, start - 1):
                yield TitleSpan(start + 1, i + 1)


def _is_organ(word: str) -> bool:
    return word in lexicon().organs or word in lexicon().agencies or word in MISSIONS


def _is_agency(scene: Scene, i: int) -> bool:
    mention = scene.mention(i)
    return mention is not None and mention.form in {Form.METONYM, Form.INSTITUTION, Form.BODY}


def _joined(scene: Scene, a: TitleSpan, b: TitleSpan) -> bool:
    return (
        b.start == a.end + 1
        and scene.word(a.end) in {"and", "&"}
        and scene.words[a.start].capital == scene.words[b.start].capital
        and not (a.counterpart or b.counterpart)
        and not is_plural(scene.span(a.start, a.end))
    )


def is_plural(title: str) -> bool:
    """Whether a title is one of several people: by its head, not its field of office ("Minister for Cooperatives")."""
    words = _FIELD.split(title.lower())[0].split() or [""]
    return any(
        w.endswith("s") and w not in _NO_PLURAL and not w.endswith(("ss", "'s", "’s")) for w in (words[0], words[-1])
    )


_FIELD = re.compile(r"\b(?:of|for)\b")
_NO_PLURAL = frozenset({"affairs", "chargé", "relations", "works", "resources", "services", "industries", "states",
                        "arms", "d'affaires", "d’affaires", "forces", "sports", "communications", "nations",
                        "veterans", "mines", "ports"})  # fmt: skip


def find_offices(scene: Scene, spans: list[TitleSpan]) -> list[Office]:
    """The titles of a scene with what stands around them, in order."""
    ends = {s.end for s in spans}
    return [_office(scene, span, spans, ends) for span in spans]


def _office(scene: Scene, span: TitleSpan, spans: list[TitleSpan], ends: set[int]) -> Office:
    first, begin, actors, owner, definite = _before(scene, span.start, ends)
    inside = tuple(a for m in scene.inside(span.start, span.end) for a in m.actors)
    plural = is_plural(scene.span(span.start, span.end))
    if plural and actors:
        first, actors = _listed_before(scene, first, actors)
    last, named, posted = _behind(scene, span.end, spans)
    title = scene.span(begin, span.end)
    if scene.word(first) in roles().modifiers["former"] and first < begin:
        title = f"{scene.raw(first)} {title}"
    own: tuple[str, ...] = (span.of,) if span.of else ()
    if actors and roles().classify(title, actors[0]) == "ambassador":  # "Peru's UN ambassador"
        own = actors
    return Office(
        first,
        last,
        span,
        title,
        own or inside[:1] or actors or named,
        owner,
        definite or bool(actors or named or owner or posted),
        posted,
        plural,
    )


def _before(scene: Scene, start: int, ends: set[int]) -> tuple[int, int, tuple[str, ...], str, bool]:
    """What leads up to a title: where its phrase and its modifiers begin, its actors or owner, whether an article."""
    i = start - 1
    while scene.word(i) in _modifiers() or scene.word(i) in {"-", "‑"}:
        i -= 1
    begin = i + 1 if scene.word(i + 1) not in {"-", "‑"} else i + 2
    if scene.word(i) in _PRONOUNS:
        return i, begin, (), scene.word(i), True
    if scene.word(i) in _ARTICLES:
        return i, begin, (), "", True
    for at in range(i, max(i - 3, -1), -1):
        possessive = scene.word(at) in POSSESSIVE
        place = at - 1 if possessive else at
        mention = scene.mention(place)
        if mention is not None and (possessive or at == i or mention.form is Form.ADJECTIVE):
            first = scene.first(place)
            while scene.word(first - 1) in _modifiers() and not possessive:
                first -= 1
            first -= scene.word(first - 1) in _ARTICLES | _PRONOUNS | roles().modifiers["former"]
            return first, begin, mention.actors, "", True
        if possessive:
            return _owned(scene, place, begin, ends)
        if scene.word(at) in _PRONOUNS and at < i:
            return at, begin, (), scene.word(at), True
        if scene.word(at) in _ARTICLES and at < i:
            return at, begin, (), "", True
        if at < i and (at + 1 in ends or scene.word(at) in lexicon().organs):  # "Niger's junta expelled Ambassador N"
            break
        if not scene.raw(at).islower() or not scene.raw(at).isalpha() or scene.word(at) in lexicon().function | _TIMES:
            break
    return begin, begin, (), "", False


def _owned(scene: Scene, at: int, begin: int, ends: set[int]) -> tuple[int, int, tuple[str, ...], str, bool]:
    """A title behind a possessive that is no actor's: a person's, an office's ("prime minister's"), an organ's."""
    if at + 1 in ends or not scene.raw(at)[:1].isupper():
        first = at
        while scene.raw(first - 1).islower() and scene.word(first - 1) not in lexicon().function:
            first -= 1
        before = scene.mention(first - 1)
        if before is not None:
            return scene.first(first - 1), begin, before.actors, "", True
        return first - (scene.word(first - 1) in _ARTICLES), begin, (), "its", True
    return at, begin, (), scene.raw(at), True


def _listed_before(scene: Scene, first: int, actors: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    """The actors of a list that leads up to a plural title ("the Japanese and Indian" before "ministers")."""
    while scene.word(first - 1) in {"and", ","}:
        before = scene.mention(first - 2)
        if before is None:
            break
        first, actors = scene.first(first - 2), (*before.actors, *actors)
    return first, actors


def _behind(scene: Scene, end: int, spans: list[TitleSpan]) -> tuple[int, tuple[str, ...], tuple[str, ...]]:
    """Where what belongs to a title ends behind it, the actors named there, and whether a place of service is."""
    actors: tuple[str, ...] = ()
    posted: tuple[str, ...] = ()
    i = end
    for _ in range(3):
        word = scene.word(i)
        if word in {"there", "here"}:
            i, posted = i + 1, ("",)
            continue
        if word == "at" and (scene.word(i + 1), scene.word(i + 2)) == ("the", "time"):
            i += 3
            continue
        if word not in _OF and word not in _AT:
            break
        at = i + 2 if scene.word(i + 1) in _ARTICLES else i + 1
        mention = scene.mention(at)
        if mention is None:
            i = _past_words(scene, i + 1, i)
            break
        under = next((s for s in spans if s.start == scene.after(at)), None)
        if under is not None:
            return under.end, actors or mention.actors, posted
        listed, further = scene.list_of_actors(at)
        if word in _OF or scene.word(further) in POSSESSIVE:
            actors = actors or listed
        else:
            posted = listed
        i = _past_words(scene, further + 1, further) if scene.word(further) in POSSESSIVE else further
    return i, actors, posted


def _past_words(scene: Scene, start: int, otherwise: int) -> int:
    """The comma behind up to four words from `start` ("for water,", "'s foreign ministry,"), or `otherwise`."""
    i = start
    small = lexicon().function - {"and"}
    while i - start < 4 and scene.raw(i).islower() and scene.word(i) not in small:
        i += 1
    return i if i > start and scene.word(i) == "," else otherwise


@cache
def _modifiers() -> frozenset[str]:
    known = roles().modifiers
    words = (w for kind in known.values() for phrase in kind for w in phrase.split())
    return frozenset(words) | {"appointed", "elected", "named", "own", "then", "ex"}
