"""The explanation: what each stage of the reader found in each sentence, by which rule, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.claim import AgreementStatus, Claim, Event, MeetingKind, Modality
from graph.reading import Reading
from ingest.reader.act.act import Act
from ingest.reader.agreement.agreement import AgreementFound
from ingest.reader.assembly import Told
from ingest.reader.draft import Draft, unread
from ingest.reader.text.sentence import Sentence
from ingest.reader.tree.parse import Parsed
from ingest.reader.who.mention import Form, Leader, Mention

Span = tuple[int, int]
"""Code points ``[start, end)`` of the sentence's field."""


@dataclass(frozen=True, slots=True)
class Named:
    """Words that stand for actors, and the person they name, if any."""

    text: str
    span: Span
    actors: tuple[str, ...]
    form: Form
    person: Leader | None = None


@dataclass(frozen=True, slots=True)
class Matter:
    """Words that stand for a sector."""

    text: str
    span: Span
    sector: str


@dataclass(frozen=True, slots=True)
class Deed:
    """An act: its frame, the word that triggered it, who did it to whom, and how it stands.

    `type` is None where the frame tells of cooperation only. `told` says whether an event of the reading rests on it.
    """

    frame: str
    type: str | None
    word: str
    span: Span
    agents: tuple[str, ...]
    patients: tuple[str, ...]
    modality: Modality
    direct: bool
    supplied: bool
    told: bool


@dataclass(frozen=True, slots=True)
class Document:
    """An agreement that the sentence names; `pointing` where its words only point back to one."""

    name: str
    kind: str
    parties: tuple[str, ...]
    status: AgreementStatus
    direct: bool
    pointing: bool


@dataclass(frozen=True, slots=True)
class Gathering:
    """A meeting that the sentence tells of; a `weak` one only adds to one that is told better."""

    kind: MeetingKind
    participants: tuple[str, ...]
    place: str | None
    date: str | None
    modality: Modality
    direct: bool
    weak: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with all that was found in it; `unread` says why it was not parsed.

    `claims` are those of the reading that rest on it first, `backed` those that rest on it besides another.
    """

    sentence: Sentence
    unread: str | None = None
    named: tuple[Named, ...] = ()
    matters: tuple[Matter, ...] = ()
    deeds: tuple[Deed, ...] = ()
    documents: tuple[Document, ...] = ()
    gatherings: tuple[Gathering, ...] = ()
    claims: tuple[Claim, ...] = ()
    backed: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """How a reading came about, sentence by sentence in the order of the article, its title first."""

    title: str
    people: tuple[Leader, ...]
    lines: tuple[Line, ...]
    reading: Reading


def explain(draft: Draft, told: Sequence[Told], reading: Reading) -> Explanation:
    """The explanation of `reading`, which was assembled from `told`, the parsed sentences of `draft`."""
    by_place = {_place(one.parsed.sentence): one for one in told}
    lines = tuple(
        _line(sentence, mentions, by_place.get(_place(sentence)), reason.value if reason else None, reading)
        for sentence, mentions, reason in zip(draft.sentences, draft.mentions, unread(draft), strict=True)
    )
    return Explanation(draft.article.name, tuple(draft.cast.leaders), lines, reading)


def _place(sentence: Sentence) -> tuple[str, int]:
    return sentence.field, sentence.start


def _line(
    sentence: Sentence, mentions: Sequence[Mention], told: Told | None, reason: str | None, reading: Reading
) -> Line:
    place = _place(sentence)
    claims = tuple(c for c in reading.claims if (c.evidence[0].field, c.evidence[0].start) == place)
    backed = tuple(
        c for c in reading.claims if c not in claims and any((e.field, e.start) == place for e in c.evidence)
    )
    named = tuple(Named(m.text, (m.start, m.end), m.actors, m.form, m.leader) for m in mentions)
    if told is None:
        return Line(sentence, reason, named, claims=claims, backed=backed)
    return Line(
        sentence,
        None,
        named,
        tuple(_matters(told)),
        tuple(_deed(act, told.parsed, claims) for act in told.acts),
        tuple(_document(found) for found in told.agreements),
        tuple(
            Gathering(m.kind, m.participants, m.place, m.when.date, m.modality, m.direct, m.weak) for m in told.meetings
        ),
        claims,
        backed,
    )


def _matters(told: Told) -> Iterator[Matter]:
    for token, sector in told.sectors:
        yield Matter(told.parsed.doc[token].text, told.parsed.spans[token], sector)


def _deed(act: Act, parsed: Parsed, claims: Sequence[Claim]) -> Deed:
    span = parsed.spans[act.trigger.i]
    told = any(
        isinstance(c.statement, Event) and c.frame == act.frame.id and span in c.evidence[0].marks for c in claims
    )
    word = act.trigger.text
    frame = act.frame
    return Deed(
        frame.id, frame.type, word, span, act.agents, act.patients, act.modality, act.direct, act.supplied, told
    )


def _document(found: AgreementFound) -> Document:
    return Document(found.name, found.kind, found.parties, found.status, found.direct, found.generic)
