"""Answers on the terminal: each fact with its status, dates, sources, confidence and quoted sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.text import Text

from api.answer import Answer
from api.answer.phrase import act_name, counted, listed, of_whom, sector_name
from api.answer.record import Change, Span
from api.card_rows import entity_lines, history_rows, link_rows, member_rows
from api.quoted import told_once
from graph.fact import (
    AgreementFact,
    CooperationFact,
    DisputeFact,
    EventFact,
    LeaderFact,
    MeetingFact,
    Partner,
    Passage,
    Support,
)
from graph.vocabulary import sectors
from graph.vocabulary.names import actor_name, dyad_name

_STATUS_STYLES = {
    "active": "bold green",
    "in_force": "bold green",
    "ratified": "bold green",
    "signed": "bold green",
    "actual": "green",
    "agreed": "bold cyan",
    "pledged": "cyan",
    "proposed": "yellow",
    "under_negotiation": "yellow",
    "ended": "red",
    "suspended": "red",
    "terminated": "red",
}
_MOST_FACTS = 12


class Indented:
    """Text with a margin of `margin` blanks, also where its lines are broken, and none at their ends."""

    def __init__(self, text: Text, margin: int) -> None:
        self._text = text
        self._margin = margin

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The lines, as wide as `options` allow."""
        for line in self._text.wrap(console, max(20, options.max_width - self._margin)):
            line.rstrip()
            yield Text(" " * self._margin) + line


def card(answer: Answer) -> Group:
    """The whole answer: how it was understood, the headline, the facts of each kind, what else was meant."""
    return Group(*_parts(answer))


def _parts(answer: Answer) -> Iterator[RenderableType]:
    yield Text(_understanding(answer), style="dim")
    for note in answer.question.notes:
        yield Text(note, style="yellow")
    yield Text(answer.headline, style="bold")
    several = len(answer.question.pairs) > 1 or not answer.question.actors
    facts = answer.facts
    yield from (Indented(line, 2) for line in entity_lines(facts.entity))
    yield from _section("Pairs", member_rows(facts.members))
    yield from _section("Over time", history_rows(facts.history), most=40)
    yield from _turns(facts.history)
    yield from _section("Changes", [_change(change) for change in facts.changes])
    yield from _section("Shared", [Indented(Text(row), 2) for row in link_rows(facts.links)], most=24)
    yield from _section("Cooperation", [_cooperation(f, several) for f in facts.cooperation])
    yield from _section("Disputes", [_dispute(f, several) for f in facts.disputes])
    yield from _section("Agreements", [_agreement(f) for f in facts.agreements])
    yield from _section("Meetings", [_meeting(f) for f in facts.meetings])
    yield from _section("Events", [_event(f) for f in facts.events])
    yield from _section("Leaders", [_leader(f) for f in facts.leaders])
    yield from _section("Partners", [_partner(f) for f in facts.partners])
    if answer.question.alternatives:
        yield Text("\nDid you mean", style="dim")
        yield from (Text(f"  {alternative}", style="dim") for alternative in answer.question.alternatives)


def _understanding(answer: Answer) -> str:
    question = answer.question
    who = [dyad_name(f"{a}-{b}") for a, b in question.pairs] or [actor_name(a) for a in question.actors]
    shown = listed(who) if len(who) <= 3 else f"{len(who)} pairs of {of_whom(question)}"
    intents = listed([question.intent, *question.also])
    parts = [intents, *filter(None, [shown]), *question.people, *(sectors().by_id[s].name for s in question.sectors)]
    times = [*([str(question.period)] if question.period else []), *([f"as of {answer.as_of}"] if answer.as_of else [])]
    return "Understood as: " + " · ".join([*parts, *times])


def _section(title: str, cards: Sequence[RenderableType], most: int = _MOST_FACTS) -> Iterator[RenderableType]:
    if not cards:
        return
    yield Text(f"\n{title}", style="bold underline")
    yield from cards[:most]
    if len(cards) > most:
        yield Text(f"  and {len(cards) - most} more (--json gives all)", style="dim")


def _fact(name: str, status: str | None, details: Iterable[str], support: Support, quoted: int = 1) -> RenderableType:
    head = Text(name, style="bold")
    if status:
        head.append(f"  {status.replace('_', ' ')}", style=f"not bold {_STATUS_STYLES.get(status, '')}")
    figures = Text(" · ".join([*filter(None, details), *_figures(support)]), style="dim")
    passages = told_once(support.evidence)[:quoted]
    return Group(Indented(head, 2), Indented(figures, 4), *(_quote(passage) for passage in passages))


def _figures(support: Support) -> Iterator[str]:
    if support.first_seen:
        yield _span(support.first_seen, support.last_seen)
    yield counted(support.sources, "source")
    if support.articles != support.sources:
        yield counted(support.articles, "article")
    yield f"confidence {support.confidence:.2f}"


def _span(first: str, last: str | None) -> str:
    return f"told of {first}" if last in {None, first} else f"told of {first} to {last}"


def _quote(passage: Passage) -> RenderableType:
    text = Text("“", style="italic")
    begin = len(text)
    text.append(" ".join(passage.text.split()) if "\n" in passage.text else passage.text)
    for start, end in passage.marks:
        text.stylize("underline", begin + start - passage.start, begin + end - passage.start)
    text.append("”")
    origin = ", ".join(filter(None, [passage.name, passage.publisher, passage.published]))
    text.append(f"\n— {origin}", style="dim not italic")
    return Indented(text, 4)


def _change(change: Change) -> RenderableType:
    status = change.after if change.before is None else f"{change.before} → {change.after}"
    return _fact(change.name, status, [change.kind, change.what, change.date or ""], change.support)


def _turns(history: Sequence[Span]) -> Iterator[RenderableType]:
    """The act that tells most of each turning point, with its sentence."""
    acts = [span.weightiest for span in history if span.turning and span.weightiest]
    yield from _section("Turning points", [_event(act) for act in acts])


def _cooperation(fact: CooperationFact, several: bool) -> RenderableType:
    below = [sectors().by_id[s].name for s in fact.subsectors]
    pair = f"{dyad_name(fact.dyad)}: " if several else ""
    name = pair + sectors().by_id[fact.sector].name
    quoted = 2 if below else 1  # the second sentence tells of what lies below
    return _fact(name, fact.status, [", ".join(below)], fact.support, quoted)


def _dispute(fact: DisputeFact, several: bool) -> RenderableType:
    pair = f"{dyad_name(fact.dyad)}: " if several else ""
    over = sectors().by_id[fact.sector].name if fact.sector else "At odds"
    return _fact(pair + over, None, [], fact.support)


def _agreement(fact: AgreementFact) -> RenderableType:
    about = ", ".join(sector_name(s) for s in fact.sectors)
    steps = ", ".join(f"{step.status.replace('_', ' ')} {step.date}" for step in fact.history if step.date)
    parties = listed([actor_name(party) for party in fact.parties])
    return _fact(fact.name, fact.status, [fact.kind.replace("_", " "), parties, about, steps], fact.support)


def _meeting(fact: MeetingFact) -> RenderableType:
    name = f"{fact.kind.replace('_', ' ')} of {listed([actor_name(a) for a in fact.participants])}"
    details = [fact.date or "no date given", fact.place or "", ", ".join(fact.leaders)]
    return _fact(name, None if fact.modality == "actual" else fact.modality, details, fact.support)


def _event(fact: EventFact) -> RenderableType:
    name = act_name(fact.type, fact.actor, fact.recipient)
    return _fact(name, fact.modality, [fact.date or "", ", ".join(map(sector_name, fact.sectors))], fact.support)


def _leader(fact: LeaderFact) -> RenderableType:
    title = fact.title or fact.role.replace("_", " ")
    return _fact(fact.name, None, [f"{title} of {actor_name(fact.actor)}"], fact.support)


def _partner(fact: Partner) -> RenderableType:
    names = ", ".join(sectors().by_id[s].name for s in fact.sectors)
    return _fact(actor_name(fact.actor), fact.status, [names], fact.support)
