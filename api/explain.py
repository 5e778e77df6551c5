"""A reading shown sentence by sentence: what was found there, by which rule, how surely."""

from __future__ import annotations

from dataclasses import fields

from rich.console import Group
from rich.rule import Rule
from rich.text import Text

from graph.article import Article
from graph.claim import Claim, Evidence, Statement
from graph.reading import Reading
from graph.vocabulary.names import actor_name


def explained(article: Article, reading: Reading) -> Group:
    """The sentences that gave claims, in the order of the text, each with its claims under it."""
    by_place: dict[tuple[bool, int, int], list[Claim]] = {}
    sentences: dict[tuple[bool, int, int], Evidence] = {}
    for claim in reading.claims:
        first = claim.evidence[0]
        place = (first.field == "text", first.start, first.end)
        by_place.setdefault(place, []).append(claim)
        sentences.setdefault(place, first)
    parts: list[Rule | Text] = [Rule(Text(article.name), align="left")]
    actors = ", ".join(dict.fromkeys(actor_name(p.actor) for p in reading.presences))
    parts.append(Text(f"{reading.reader}; actors: {actors or 'none'}", style="dim"))
    for place in sorted(by_place):
        claims = by_place[place]
        parts += [Text(), _marked(sentences[place], claims), *(_line(claim) for claim in claims)]
    parts += [Text(note, style="yellow") for note in reading.notes]
    return Group(*parts)


def _marked(sentence: Evidence, claims: list[Claim]) -> Text:
    text = Text(sentence.text, style="bold" if sentence.field == "title" else "")
    for claim in claims:
        for start, end in claim.evidence[0].marks:
            text.stylize("underline", start - sentence.start, end - sentence.start)
    return text


def _line(claim: Claim) -> Text:
    line = Text("  ")
    line.append(f"{claim.kind:12}", style="bold cyan")
    line.append(described(claim.statement))
    if claim.when.date:
        line.append(f" on {claim.when.date} ({claim.when.basis})")
    line.append(f"  [{claim.frame}, {claim.confidence:.2f}]", style="dim")
    return line


def described(statement: Statement) -> str:
    """A statement's fields in one line, those that are empty left out."""
    values = ((f.name, getattr(statement, f.name)) for f in fields(statement))
    return ", ".join(f"{name} {_value(value)}" for name, value in values if value not in (None, (), ""))


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return " ".join("–".join(item) if isinstance(item, tuple) else str(item) for item in value)
    return str(value)
