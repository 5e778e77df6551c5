"""Frames: the words that tell an act, read from data/frames.yaml."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from graph.claim import MODALITIES, CooperationStatus, MeetingKind, Modality
from graph.errors import VocabularyError
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
    person: bool
    guarded: Mapping[str, tuple[str, ...]]
    explicit: bool
    told: frozenset[Modality]
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Frames:
    """All frames, indexed by what triggers them."""

    all: tuple[Frame, ...]
    by_verb: Mapping[str, Frame]
    by_noun: Mapping[str, Frame]
    by_combo: Mapping[tuple[str, str], Frame]
    by_guarded: Mapping[str, Frame]

    def of_id(self, frame_id: str) -> Frame:
        """The frame of that id; KeyError if there is none."""
        return {frame.id: frame for frame in self.all}[frame_id]

    def of_verb(self, verb: Token) -> Frame | None:
        """The frame of a verb: with its object, else with its particle or preposition, else alone."""
        lemma = verb.lemma_.lower()
        for noun in objects_of(verb):
            frame = self.by_combo.get((lemma, noun.lemma_.lower()))
            if frame:
                return frame
        for child in verb.children:
            if child.dep_ in {"prt", "prep", "advmod"} and (frame := self.by_verb.get(f"{lemma}+{child.lower_}")):
                return frame
        frame = self.by_guarded.get(lemma)
        if frame is not None and any(_completed_by(verb, what) for what in frame.guarded[lemma]):
            return frame
        return self.by_verb.get(lemma) or self._by_adverb(verb)

    def _by_adverb(self, verb: Token) -> Frame | None:
        """The frame of any verb with that adverb ("jointly")."""
        found = (self.by_verb.get(f"any+{c.lower_}") for c in verb.children if c.dep_ == "advmod")
        return next((frame for frame in found if frame), None)


def _completed_by(verb: Token, what: str) -> bool:
    """Whether the verb has the completion that a guarded frame asks for."""
    if what == "to":
        return any(
            c.dep_ in _CLAUSES and any(g.dep_ == "aux" and g.lower_ == "to" for g in c.children) for c in verb.children
        )
    if what == "that":
        return any(
            c.dep_ == "ccomp" and not any(g.lower_ in {"whether", "if", "how", "why", "what"} for g in c.children)
            for c in verb.children
        )
    if what == "base":
        return any(c.dep_ == "ccomp" and c.tag_ == "VB" for c in verb.children)
    if what == "comp":
        return any(c.dep_ == "ccomp" for c in verb.children)
    if what == "obj":
        return any(c.dep_ in {"dobj", "nsubjpass"} for c in verb.children)
    return any(c.dep_ in {"prep", "prt"} and c.lower_ == what for c in verb.children) or any(
        c.dep_ in _CLAUSES and any(g.dep_ == "mark" and g.lower_ == what for g in c.children) for c in verb.children
    )


def _infinitive(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


_CLAUSES = frozenset({"xcomp", "ccomp", "advcl", "acl"})


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
            yield from _inner(child)
        elif child.dep_ in {"acomp", "ccomp", "xcomp"} and child.pos_ in {"ADJ", "NOUN"}:
            yield child
    if verb.dep_ in {"acl", "relcl"} and verb.tag_ in {"VBN", "VBD"}:
        yield verb.head


def _inner(token: Token) -> Iterable[Token]:
    for child in token.children:
        if child.dep_ == "pobj":
            yield child
            yield from child.conjuncts
        elif child.dep_ == "prep":
            yield from _inner(child)


@cache
def frames() -> Frames:
    """The packaged frames, validated; VocabularyError names the frame and key that is wrong."""
    rows = yaml.load(files("ingest.reader").joinpath("data/frames.yaml").read_text("utf-8"), yaml.CSafeLoader)
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
        person=row.get("agent") == "person",
        guarded={verb: tuple(what) for verb, what in row.get("guarded", {}).items()},
        explicit=row.get("explicit", False),
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
    """Earlier frames win where two claim the same word; a combo's earlier frame likewise."""
    by_verb: dict[str, Frame] = {}
    by_noun: dict[str, Frame] = {}
    by_combo: dict[tuple[str, str], Frame] = {}
    by_guarded: dict[str, Frame] = {}
    for frame in rows:
        for verb in frame.guarded:
            by_guarded.setdefault(verb, frame)
        for verb in frame.verbs:
            by_verb.setdefault(verb, frame)
        for noun in frame.nouns:
            by_noun.setdefault(noun, frame)
        for verbs, objects in frame.combos:
            for verb in verbs:
                for noun in objects:
                    by_combo.setdefault((verb, noun), frame)
    return Frames(tuple(rows), by_verb, by_noun, by_combo, by_guarded)
