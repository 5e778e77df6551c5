"""Leaders: the people of an article who act for a country or a body, and every mention of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ingest.reader.lexicon import lexicon
from ingest.reader.who.cast import Cast, Person, Sighting, surname_holder
from ingest.reader.who.introduction import Introductions
from ingest.reader.who.mention import Form, Leader, Mention
from ingest.reader.who.name import name_key
from ingest.reader.who.scene import Scene
from ingest.reader.who.title import Office

_BEFORE_MR = frozenset({"mr", "mrs", "ms", "dr", "president", "premier", "sheikh", "minister", "king", "senator"})


def cast_of(
    scenes: Sequence[Scene], published: str | None, home: frozenset[str] = frozenset()
) -> tuple[Cast, list[list[Mention]]]:
    """The people of an article and, sentence by sentence, the mentions of those who are leaders.

    `home` are the actors from where the article was written, as its dateline and publisher tell.
    """
    cast = Cast(published, Counter(a for s in scenes for m in s.mentions for a in m.actors), home)
    all_introductions = []
    vacant: Office | None = None
    for scene in scenes:
        introductions = Introductions(scene, published)
        cast.add(introductions.sightings(vacant))
        vacant = introductions.vacant
        all_introductions.append(introductions)
    cast.add(list(surnames(all_introductions, cast)))
    cast.settle()
    return cast, [people_of(one, cast) for one in all_introductions]


def surnames(scenes: Iterable[Introductions], cast: Cast) -> Iterator[Sighting]:
    """Surnames alone of those in a top office, where no sentence introduces them."""
    for one in scenes:
        for i in range(len(one.scene.words)):
            if one.names.end(i) != i + 1 or one.names.is_part(i - 1) or one.taken(i):
                continue
            word = one.scene.raw(i)
            if len(word) < 3 or name_key(word) in cast.by_word:
                continue
            holder = surname_holder(word, cast.published, cast.named)
            if holder and not cast.knows(holder, word):
                places = one.scene.places(i, i + 1)
                yield Sighting(one.scene.number, word, places, places, around=one.scene.around(i))


def people_of(scene: Introductions, cast: Cast) -> list[Mention]:
    """The mentions of people in a scene: where they are introduced, and where a surname names them again."""
    out = []
    taken: list[tuple[int, int]] = []
    for person in cast.people:
        for span, core in _phrases(s for s in person.sightings if s.scene == scene.scene.number):
            taken.append(span)
            if person.leader:
                out.append(_mention(scene.scene, person.leader, span, core))
    return [*out, *_again(scene, cast, taken)]


def _phrases(sightings: Iterable[Sighting]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The whole and the name of each phrase that introduces a person; a title before and one behind are one phrase."""
    last: Sighting | None = None
    for s in sorted(sightings, key=lambda s: s.span):
        if last is not None and s.core == last.core:
            last = replace(last, span=(last.span[0], max(last.span[1], s.span[1])))
            continue
        if last is not None:
            yield last.span, last.core
        last = s
    if last is not None:
        yield last.span, last.core


def _again(one: Introductions, cast: Cast, taken: list[tuple[int, int]]) -> Iterator[Mention]:
    scene = one.scene
    i = 0
    while i < len(scene.words):
        word = scene.words[i]
        person = _named(cast, scene, i) if word.capital else None
        if (
            person is None
            or person.leader is None
            or any(a <= word.start < b for a, b in taken)
            or not one.names.is_part(i)
        ):
            i += 1
            continue
        end = i + 1
        while end < len(scene.words) and _named(cast, scene, end) is person:
            end += 1
        start = i
        while start > 0 and scene.raw(start - 1) in lexicon().particles & set(person.leader.name.split()):
            start -= 1
        start -= scene.word(start - 1) in _BEFORE_MR
        yield _mention(scene, person.leader, scene.places(start, end), scene.places(i, end))
        i = end


def _named(cast: Cast, scene: Scene, i: int) -> Person | None:
    """The person whom word `i` names: of several the last one introduced up to this sentence."""
    people = [p for p in cast.by_word.get(name_key(scene.raw(i)), ()) if p.leader]
    before = [p for p in people if p.sightings[0].scene <= scene.number]
    return before[-1] if before else next(iter(people), None)


def _mention(scene: Scene, leader: Leader, span: tuple[int, int], core: tuple[int, int]) -> Mention:
    text = scene.text[span[0] - scene.offset : span[1] - scene.offset]
    return Mention(*span, text, (leader.actor,), Form.LEADER, leader, True, core)
