"""Frames: the words that tell an act, read from data/frames.yaml."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from graph.claim import MODALITIES, CooperationStatus, MeetingKind, Modality
from graph.errors import VocabularyError
from ingest.reader.act.completion import completed_by
from ingest.reader.packaged import packaged
from ingest.reader.tree.tree import Token


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence and what its frame must give."""

    sentence: str
    actor: str
    recipient: str
    modality: Modality


@dataclass(frozen=True, slots=True)
class Frame:
    """One act and the words that tell it; the fields are explained at the top of data/frames.yaml."""

    id: str
    type: str | None
    mode: str | None
    verbs: frozenset[str]
    nouns: frozenset[str]
    combos: tuple[tuple[frozenset[str], frozenset[str]], ...]
    to: tuple[str, ...]
    cooperation: CooperationStatus | None
    both: bool
    meeting: MeetingKind | None
    modality: Modality | None
    agent: str | None
    guarded: Mapping[str, tuple[str, ...]]
    explicit: bool
    reverse: bool
    mutual: bool
    told: frozenset[Modality]
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Frames:
    """Frames that any agent, or agents of one sort alone, can have; indexed by what triggers them."""

    all: tuple[Frame, ...]
    by_verb: Mapping[str, Frame]
    by_noun: Mapping[str, Frame]
    by_combo: Mapping[tuple[str, str], Frame]
    by_guarded: Mapping[str, tuple[Frame, ...]]
    of_agent: Mapping[str, Frames]
    nominal: Mapping[str, str]

    def of_id(self, frame_id: str) -> Frame:
        """The frame of that id; KeyError if there is none."""
        return {frame.id: frame for frame in self.all}[frame_id]

    def of_verb(self, verb: Token) -> Frame | None:
        """The frame of a verb: with its particle, its object, its preposition, its complement, else alone."""
        lemma = verb.lemma_.lower()
        back = any(c.dep_ in {"prt", "advmod"} and c.lower_ == "back" for c in verb.children)
        frame = (self.by_verb.get(f"{lemma}+back") if back else None) or self._guarded(verb, f"{lemma}!")
        if frame:
            return frame
        for noun in objects_of(verb):
            frame = self._placed(verb, noun) or self._combined(lemma, noun)
            if frame and not (frame.type == "AID" and _only_means(noun)):
                return frame
        if frame := self._beside(verb):
            return frame
        for child in verb.children:
            if child.dep_ in {"prt", "prep", "advmod"} or (child.dep_ == "xcomp" and child.tag_ == "VBG"):
                words = f"{lemma}+{child.lower_}"
                if frame := self.by_verb.get(words) or self._guarded(verb, words):
                    return frame
        if frame := self._guarded(verb, lemma):
            return frame
        own = self.by_verb.get(lemma)
        return own if own is not None and own.type is not None else self._by_adverb(verb) or own

    def _guarded(self, verb: Token, words: str) -> Frame | None:
        """The frame of a verb, or a verb with its particle, that counts only with a complement of the frame's."""
        for frame in self.by_guarded.get(words, ()):
            if any(completed_by(verb, what) for what in frame.guarded[words]):
                return frame
        return None

    def _beside(self, verb: Token) -> Frame | None:
        """The frame of a verb with the adjective behind it ("set free 200 men")."""
        following = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else None
        if following is None or following.pos_ != "ADJ":
            return None
        return self.by_verb.get(f"{verb.lemma_.lower()}+{following.lower_}")

    def of_noun(self, noun: Token) -> Frame | None:
        """The frame of a noun: with its preposition ("call for"), else alone."""
        lemma = noun.lemma_.lower()
        if frame := self.nominalised(noun):
            return frame
        for child in noun.children:
            if child.dep_ in {"compound", "amod"} and (frame := self.by_noun.get(f"{child.lemma_.lower()}-{lemma}")):
                return frame
        for child in noun.children:
            if child.dep_ == "prep" and (frame := self.by_noun.get(f"{lemma}+{child.lower_}")):
                return frame
            if (
                child.dep_ in {"acl", "ccomp", "relcl"}
                and any(c.lower_ == "that" for c in child.children)
                and (frame := self.by_noun.get(f"{lemma}+that"))
            ):
                return frame
        gathered = noun.dep_ != "dobj" or noun.head.lemma_.lower() in {"stage", "hold", "organise", "spark", "draw"}
        return (gathered and self.by_noun.get(noun.lower_)) or self.by_noun.get(lemma)

    def nominalised(self, noun: Token) -> Frame | None:
        """The frame of the verb whose act a noun names, by what it was done to ("the easing of curbs")."""
        verb = self.nominal.get(noun.lemma_.lower())
        if verb is None:
            return None
        for undergone in of_objects(noun):
            frame = self._combined(verb, undergone) or next(
                (f for f in self.by_guarded.get(verb, ()) if "obj" in f.guarded[verb]), None
            )
            if frame := frame or (None if self.by_noun.get(noun.lemma_.lower()) else self.by_verb.get(verb)):
                return frame
        return None

    def _combined(self, lemma: str, noun: Token) -> Frame | None:
        """The frame of a verb with its object, or with what describes it ("called it a hostile act")."""
        own = noun.lemma_.lower()
        for child in noun.children:
            if child.dep_ in {"amod", "compound"}:
                word = child.lemma_.lower()
                if frame := self.by_combo.get((lemma, f"{word}-{own}")):
                    return frame
                if noun.dep_ in {"oprd", "attr"} and (frame := self.by_combo.get((lemma, word))):
                    return frame
        return self.by_combo.get((lemma, own))

    def _placed(self, verb: Token, noun: Token) -> Frame | None:
        """The frame of an object with where it takes place ("held drills near the border")."""
        if any(c.lower_ in {"joint", "with"} for word in (noun, verb) for c in word.children):
            return None
        own = self.by_verb.get(verb.lemma_.lower())
        if own is not None and own.type in _DONE_TO:
            return None
        links = (c for word in (noun, verb) for c in word.children if c.dep_ == "prep" and c.i > noun.i)
        places = (place for link in links for place in _places_of(link))
        found = (self.by_noun.get(f"{noun.lemma_.lower()}+{place}") for place in places)
        return next((frame for frame in found if frame), None)

    def _by_adverb(self, verb: Token) -> Frame | None:
        """The frame of any verb with that adverb ("jointly")."""
        inside = (g for c in verb.children if c.dep_ in {"dobj", "nsubjpass"} for g in (*c.children, *_described(c)))
        words = (
            *(c for c in verb.children if c.dep_ == "advmod"),
            *(g for g in inside if g.lower_ == "jointly"),
            *(w for w in verb.doc[verb.i + 1 : verb.i + 2] if w.lower_ == "jointly"),
        )
        found = (self.by_verb.get(f"any+{c.lower_}") for c in words)
        return next((frame for frame in found if frame), None)


def of_objects(noun: Token) -> list[Token]:
    """What "of" says that the noun's act was done to, also behind who did it ("by Fiji of its curbs")."""
    doers = [o for c in noun.children if c.dep_ in {"prep", "agent"} and c.lower_ == "by" for o in c.children]
    links = [c for word in (noun, *doers) for c in word.children if c.dep_ == "prep" and c.lower_ == "of"]
    return [o for c in links for o in c.children if o.dep_ == "pobj"]


def _described(noun: Token) -> Iterator[Token]:
    return (g for c in noun.children if c.dep_ == "amod" for g in c.children)


def _places_of(link: Token) -> Iterator[str]:
    """Where something is before somebody's door: by the preposition, or as at a "border" or at "sea"."""
    if link.lower_ in NEAR:
        yield link.lower_
    for place in link.children:
        if place.dep_ == "pobj" and (kind := _BRINKS.get(place.lemma_.lower())):
            yield kind


NEAR = frozenset({"near", "off", "along", "around", "opposite", "over"})
"""Prepositions of what is done before somebody's door."""
_BRINKS = {
    "border": "border",
    "frontier": "border",
    "sea": "sea",
    "water": "sea",
    "waters": "sea",
    "ocean": "sea",
    "strait": "sea",
}
_DONE_TO = frozenset({"ASSAULT", "COERCE", "RETREAT", "ACCUSE", "SANCTION"})
"""Types of verbs whose objects are who suffers, wherever these stand."""

_BESIDE = frozenset("with by after before during under since as at".split())
"""Prepositions whose object is beside the act, not what it is done to."""


def objects_of(verb: Token) -> Iterable[Token]:
    """Objects of a verb, coordinated ones and objects of its particles' prepositions ("pull out of talks") included."""
    for child in verb.children:
        if child.dep_ in {"dobj", "nsubjpass", "attr", "oprd"}:
            yield child
            yield from child.conjuncts
            yield from _inner(child)
        elif child.dep_ in {"prep", "prt", "agent"} and child.lower_ not in _BESIDE:
            yield from (o for o in _inner(child) if o.lemma_.lower() not in _WISHES)
        elif child.dep_ in {"acomp", "ccomp", "xcomp", "advcl"} and child.pos_ in {"ADJ", "NOUN"}:
            yield child
        elif child.dep_ == "ccomp" and verb.lemma_.lower() in _LETTING:
            yield from (c for c in child.children if c.dep_ == "nsubj")
    if verb.dep_ in {"acl", "relcl"} and verb.tag_ in {"VBN", "VBD"}:
        yield verb.head


def _only_means(noun: Token) -> bool:
    """Whether the object of a preposition is that by which something is done ("fly home on an aircraft")."""
    return noun.dep_ == "pobj" and noun.head.lower_ in {"on", "aboard", "in", "through"}


_LETTING = frozenset({"let", "allow", "permit"})

_WISHES = frozenset({"urging", "request", "behest", "invitation", "insistence"})
"""What somebody does something at, not to."""


def _inner(token: Token) -> Iterable[Token]:
    for child in token.children:
        if child.dep_ == "pobj":
            yield child
            yield from child.conjuncts
        elif child.dep_ == "prep" and child.lower_ not in {"near", "outside"}:
            yield from _inner(child)


@cache
def frames() -> Frames:
    """The packaged frames, validated; VocabularyError names the frame and key that is wrong."""
    rows = packaged("frames.yaml")
    return _indexed([_frame(row) for row in rows])


def _frame(row: dict[str, Any]) -> Frame:
    known = {
        "id",
        "type",
        "mode",
        "verbs",
        "nouns",
        "combos",
        "to",
        "cooperation",
        "both",
        "meeting",
        "modality",
        "agent",
        "guarded",
        "explicit",
        "told",
        "reverse",
        "mutual",
        "examples",
    }
    if extra := row.keys() - known:
        raise VocabularyError(f"frames.yaml: {row.get('id')}: unknown key {sorted(extra)[0]!r}")
    if "id" not in row or "type" not in row:
        raise VocabularyError(f"frames.yaml: {row}: needs id and type")
    for word in _words_of(row):
        if not isinstance(word, str):
            raise VocabularyError(f"frames.yaml: {row['id']}: {word!r} is no word; quote it")
    none = {"none": None}
    return Frame(
        id=row["id"],
        type=none.get(row["type"], row["type"]),
        mode=row.get("mode"),
        verbs=frozenset(row.get("verbs", ())),
        nouns=frozenset(row.get("nouns", ())),
        combos=tuple((frozenset(c["verbs"]), frozenset(c["objects"])) for c in row.get("combos", ())),
        to=tuple(row.get("to", ())),
        cooperation=none.get(row.get("cooperation", "none"), row.get("cooperation")),
        both=row.get("both", False),
        meeting=row.get("meeting"),
        modality=row.get("modality"),
        agent=row.get("agent"),
        guarded={verb: tuple(what) for verb, what in row.get("guarded", {}).items()},
        explicit=row.get("explicit", False),
        reverse=row.get("reverse", False),
        mutual=row.get("mutual", False),
        told=frozenset(row.get("told", MODALITIES)),
        examples=tuple(Example(*e) for e in row.get("examples", ())),
    )


def _words_of(row: dict[str, Any]) -> Iterator[object]:
    """All words of a frame as YAML gave them: an unquoted ``no`` or ``on`` is none."""
    for key in ("verbs", "nouns", "to"):
        yield from row.get(key, ())
    for combo in row.get("combos", ()):
        yield from (*combo["verbs"], *combo["objects"])
    for verb, what in row.get("guarded", {}).items():
        yield from (verb, *what)


def _indexed(rows: list[Frame]) -> Frames:
    """Earlier frames win where two claim the same word; those of one sort of agents stand apart."""
    sorts = {row.agent for row in rows if row.agent in SORTS}
    apart = {sort: _index([row for row in rows if row.agent == sort], {}) for sort in sorted(filter(None, sorts))}
    return _index(rows, apart)


def _index(rows: list[Frame], apart: Mapping[str, Frames]) -> Frames:
    by_verb: dict[str, Frame] = {}
    by_noun: dict[str, Frame] = {}
    by_combo: dict[tuple[str, str], Frame] = {}
    by_guarded: dict[str, tuple[Frame, ...]] = {}
    for frame in rows:
        if frame.agent in apart:
            continue
        for verb in frame.guarded:
            by_guarded[verb] = (*by_guarded.get(verb, ()), frame)
        for verb in frame.verbs:
            by_verb.setdefault(verb, frame)
        for noun in frame.nouns:
            by_noun.setdefault(noun, frame)
        for verbs, objects in frame.combos:
            for verb in verbs:
                for noun in objects:
                    by_combo.setdefault((verb, noun), frame)
    return Frames(tuple(rows), by_verb, by_noun, by_combo, by_guarded, apart, _nominal())


def _nominal() -> dict[str, str]:
    """Verbs by the nouns that name their acts."""
    rows = packaged("nominal.yaml")
    return {noun: verb for verb, nouns in rows.items() for noun in nouns}


SORTS = frozenset({"crowd", "troops", "forces", "helpers"})
"""Sorts of agents that have frames of their own: who rallies against an embassy, what crosses a border."""
