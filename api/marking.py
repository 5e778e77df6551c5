"""An article with what was read in it marked up: its text in parts, those that say something numbered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from api.explain import described
from graph.claim import Claim
from graph.reading import Reading


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of text from `start` on; `number` is that of its claims below the text, None where it has none."""

    text: str
    start: int
    number: int | None
    claims: tuple[str, ...] = ()


def marked(text: str, field: str, reading: Reading, first: int = 1) -> list[Part]:
    """`text`, which is `field` of the reading's article, in parts; numbers begin with `first`."""
    return list(_parts(text, _spans(field, reading), first))


def _spans(field: str, reading: Reading) -> list[tuple[int, int, list[Claim]]]:
    """The stretches that claims rest on, those that overlap as one."""
    spans: list[tuple[int, int, list[Claim]]] = []
    found = [(e.start, e.end, claim) for claim in reading.claims for e in claim.evidence if e.field == field]
    for start, end, claim in sorted(found, key=lambda span: span[:2]):
        if spans and start < spans[-1][1]:
            begun, stop, claims = spans[-1]
            spans[-1] = (begun, max(stop, end), [*claims, claim])
        else:
            spans.append((start, end, [claim]))
    return spans


def _parts(text: str, spans: Sequence[tuple[int, int, list[Claim]]], first: int) -> Iterator[Part]:
    place = 0
    for number, (start, end, claims) in enumerate(spans, first):
        if start > place:
            yield Part(text[place:start], place, None)
        yield Part(text[start:end], start, number, tuple(map(_told, claims)))
        place = end
    if place < len(text):
        yield Part(text[place:], place, None)


def _told(claim: Claim) -> str:
    when = f" on {claim.when.date}" if claim.when.date else ""
    return f"{claim.kind}: {described(claim.statement)}{when} ({claim.frame}, {claim.confidence:.2f})"
