"""Heads: people whom a sentence introduces by what they lead or speak for, with a title or without."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.vocabulary import roles
from ingest.reader.lexicon import lexicon
from ingest.reader.who.cast import Sighting
from ingest.reader.who.mention import Form
from ingest.reader.who.name import Names
from ingest.reader.who.scene import OPENING, POSSESSIVE, Scene
from ingest.reader.who.title import MISSIONS

_PARTIES = frozenset({"delegation", "side", "team", "delegations"})
_LED = frozenset({"led", "headed", "chaired", "represented"})
_SPEAKING = frozenset({"speaks", "spoke", "represents", "represented", "representing"})
_RULED = frozenset({"ruled", "led", "governed", "rules", "leads", "governs", "runs"})
_PAST = frozenset({"ruled", "led", "headed", "governed", "chaired", "ran"})
_BETWEEN = frozenset({"who", "has", "had", "now", "currently", "left", "in", "also", "long", "once"})
_DETERMINERS = frozenset({"the", "of", "for", "its", "his", "her", "their"})


def headed(scene: Scene, names: Names, found: Sequence[Sighting]) -> list[Sighting]:
    """`found` with people told of by what they lead: "N, who heads the embassy", "the diplomat who speaks for it"."""
    out = list(found)
    for i in range(len(scene.words)):
        if scene.word(i) not in lexicon().heading:
            continue
        at = i + 1
        while scene.word(at) in _DETERMINERS:
            at += 1
        mission = _is_mission(scene, at)
        land = scene.word(at) in lexicon().country_words and scene.word(i) in _RULED
        known = _described(scene, names, out, i) if mission or land or scene.mention(at) else None
        if known is None:
            continue
        role = "ambassador" if mission else "head_of_state" if land else _role_of_head(scene, i, at)
        if isinstance(known, tuple):
            out.append(_head(scene, known, i, at, role))
        elif not known.actors or (scene.word(i) in _SPEAKING and _is_vague(known)):
            mention = scene.mention(at)
            actors = mention.actors if mention else known.actors
            out[out.index(known)] = replace(known, actors=actors, role=role, needs_actor=False)
    return out


def delegates(scene: Scene, names: Names) -> Iterator[Sighting]:
    """Who leads a delegation: "the Thai side was led by N and the Lao side by N"."""
    for i in range(len(scene.words)):
        if scene.word(i) not in _PARTIES:
            continue
        by = next((j for j in range(i + 1, i + 7) if scene.word(j) == "by"), 0)
        led = by == i + 1 or any(scene.word(j) in _LED for j in range(i, by))
        at = names.past_honorifics(by + 1)
        end = names.end(at)
        if by and led and end - at > 1:
            places = scene.places(at, end)
            around = scene.around(i)
            yield Sighting(
                scene.number, scene.span(at, end), places, places, owner="its", around=around, role="official"
            )


def _is_mission(scene: Scene, i: int) -> bool:
    """Whether "the embassy" or "the Swedish embassy" begins at word `i`."""
    return (scene.word_behind(i) if scene.mention(i) else scene.word(i)) in MISSIONS


def _is_vague(sighting: Sighting) -> bool:
    return roles().classify(sighting.title, None) in {None, "official"}


def _head(scene: Scene, name: tuple[int, int], verb: int, at: int, role: str | None) -> Sighting:
    """The sighting of a name without a title, of the country that owns it ("Malta's N, who chairs the OSCE")."""
    start, end = name
    owner = scene.mention(start - 2) if scene.word(start - 1) in POSSESSIVE else None
    mention = owner or scene.mention(at)
    posted = next((m for j in range(at, at + 4) if scene.word(j) == "in" and (m := scene.mention(j + 1))), None)
    places = scene.places(start, end)
    return Sighting(
        scene.number,
        scene.span(start, end),
        places,
        places,
        scene.span(verb, at + 1),
        mention.actors if mention else (),
        "" if mention else "its",
        scene.around(start),
        role,
        barred=posted.actors if posted and not mention else (),
    )


def _described(scene: Scene, names: Names, found: Sequence[Sighting], i: int) -> Sighting | tuple[int, int] | None:
    """Whom the clause at word `i` is about: the person just before, by sighting or by words."""
    at = i - 1
    while scene.word(at) in _BETWEEN:
        at -= 1
    if at in {i - 1, -1}:
        return None
    ends = {s.span[1]: s for s in found}
    if sighting := ends.get(scene.words[at].end):
        return sighting
    comma = next((j for j in range(at, max(at - 5, 0), -1) if scene.raw(j) in OPENING), None)
    if comma is None:
        return None
    if sighting := ends.get(scene.words[comma - 1].end):
        return sighting
    start = names.start(comma)
    bare = comma == at or scene.word(comma + 1) not in {"the", "a", "an"}
    return None if start is None or (bare and comma - start < 2) else (start, comma)


def _role_of_head(scene: Scene, verb: int, at: int) -> str | None:
    """The role of somebody who "heads", "ruled" or "speaks for" the actor at word `at`."""
    word, mention = scene.word(verb), scene.mention(at)
    if word in _SPEAKING:
        return "envoy"
    if mention is None or mention.form in {Form.BODY, Form.INSTITUTION, Form.METONYM}:
        return "official"
    behind = scene.word_behind(at)
    if behind in lexicon().organs and behind != "government":
        return "official"
    if word in _PAST and scene.word(verb - 1) not in {"has", "have"}:
        return "former"
    return roles().classify("leader", mention.actors[0])
