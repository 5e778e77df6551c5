"""An article with what was read in it marked up: its text in parts, those that say something numbered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from api.told import told
from graph.judgement import Verdict
from graph.stated import StatedClaim


@dataclass(frozen=True, slots=True)
class Note:
    """What a claim says in words, with its `status`; `verdict` is what a person decided about it."""

    id: str
    kind: str
    text: str
    status: str | None
    date: str | None
    confidence: float
    frame: str
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of text from `start` on; `number` is that of its notes below the text, None where it says nothing.

    A claim is noted once, where its main sentence stands; `backs` are the numbers of others that it bears out too.
    """

    text: str
    start: int
    number: int | None
    notes: tuple[Note, ...] = ()
    backs: tuple[int, ...] = ()


Stretch = tuple[str, int, int, list[StatedClaim]]


def marked(title: str, text: str, claims: Sequence[StatedClaim]) -> tuple[list[Part], list[Part]]:
    """The title and the text of an article in parts, its claims numbered through both."""
    stretches = [*_stretches("title", claims), *_stretches("text", claims)]
    home = {stated.claim.id: number for number, stated in reversed(list(_homes(stretches)))}
    in_title = sum(field == "title" for field, *_ in stretches)
    parts = [(start, end, _numbered(number, found, home)) for number, (_, start, end, found) in enumerate(stretches, 1)]
    return list(_parts(title, parts[:in_title])), list(_parts(text, parts[in_title:]))


def note(stated: StatedClaim) -> Note:
    """A claim in words."""
    claim = stated.claim
    text, status = told(claim.statement)
    verdict = stated.judgement.verdict if stated.judgement else None
    return Note(claim.id, claim.kind, text, status, claim.when.date, claim.confidence, claim.frame, verdict)


def _stretches(field: str, claims: Sequence[StatedClaim]) -> list[Stretch]:
    """The stretches that claims rest on, those that overlap as one."""
    spans: list[Stretch] = []
    found = [(e.start, e.end, stated) for stated in claims for e in stated.claim.evidence if e.field == field]
    for start, end, stated in sorted(found, key=lambda span: (*span[:2], span[2].claim.kind, span[2].claim.id)):
        if spans and start < spans[-1][2]:
            _, begun, stop, own = spans[-1]
            spans[-1] = (field, begun, max(stop, end), own if stated in own else [*own, stated])
        else:
            spans.append((field, start, end, [stated]))
    return spans


def _homes(stretches: Sequence[Stretch]) -> Iterator[tuple[int, StatedClaim]]:
    """Each claim with the number of the stretch in which its main sentence stands."""
    for number, (field, start, end, found) in enumerate(stretches, 1):
        for stated in found:
            main = stated.claim.quoted
            if main.field == field and start <= main.start < end:
                yield number, stated


def _numbered(number: int, found: Sequence[StatedClaim], home: dict[str, int]) -> Part:
    own = tuple(note(stated) for stated in found if home[stated.claim.id] == number)
    backs = tuple(sorted({home[stated.claim.id] for stated in found} - {number}))
    return Part("", 0, number, own, backs)


def _parts(text: str, spans: Sequence[tuple[int, int, Part]]) -> Iterator[Part]:
    place = 0
    for start, end, part in spans:
        if start > place:
            yield Part(text[place:start], place, None)
        yield Part(text[start:end], start, part.number, part.notes, part.backs)
        place = end
    if place < len(text):
        yield Part(text[place:], place, None)
