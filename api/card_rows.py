"""Answers on the terminal that are tables: relations over time, what is shared, pairs of a group, who somebody is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from api.answer.phrase import counted, counted_kinds, listed, sector_name
from api.answer.record import Entity, Link, Member, Span
from graph.vocabulary.names import actor_name, dyad_name

_BAR = 24
"""Columns of the longest bar."""

_MEMBERS = 12
_LABELS = {"body": "both in", "partner": "both with", "party": "treaties with"}


def history_rows(history: Sequence[Span]) -> list[Text]:
    """A line for each span: bars of acts of cooperation and conflict, and the mean score."""
    most = max((span.cooperative + span.conflictual for span in history), default=1)
    width = max((len(span.period) for span in history), default=0)
    return [_span(span, most, width) for span in history]


def _span(span: Span, most: int, width: int) -> Text:
    row = Text(f"  {span.period:<{width}}  ")
    row.append("█" * _cells(span.cooperative, most), style="green")
    row.append("░" * _cells(span.conflictual, most), style="red")
    row.append(" " * (_BAR + 1 - _cells(span.cooperative, most) - _cells(span.conflictual, most)))
    row.append(
        f"{span.cooperative:>3} cooperative, {span.conflictual:>3} conflictual, mean {span.mean:+.1f}", style="dim"
    )
    if span.turning:
        row.append("  turning point", style="bold")
    return row


def _cells(acts: int, most: int) -> int:
    """The length of a bar; what there is at all is seen."""
    return max(bool(acts), acts * (_BAR - 1) // most)


def link_rows(links: Sequence[Link]) -> Iterator[str]:
    """A line for each thing shared: "both with China: Serbia in trade; Hungary in transport"."""
    for link in links:
        sources = f" ({counted(link.sources, 'source')})" if link.sources else ""
        yield f"{_LABELS[link.kind]} {actor_name(link.actor)}{': ' if link.details else ''}{link.details}{sources}"


def member_rows(members: Sequence[Member]) -> list[Text]:
    """A line for each pair of a group with its numbers."""
    width = max((len(dyad_name(member.dyad)) for member in members), default=0)
    return [Text(f"  {dyad_name(m.dyad):<{width}}  {listed(counted_kinds(m.totals))}") for m in members]


def entity_lines(entity: Entity | None) -> Iterator[Text]:
    """What the vocabularies have of who or what is asked about."""
    if entity is None:
        return
    if entity.region:
        yield Text(f"{entity.id}, {entity.region}", style="dim")
    if entity.bodies:
        yield Text(f"Belongs to {_some([actor_name(body) for body in entity.bodies])}", style="dim")
    if entity.members:
        yield Text(f"Members: {_some([actor_name(member) for member in entity.members])}", style="dim")
    if entity.parts:
        yield Text(f"Takes in {listed([sector_name(part) for part in entity.parts])}", style="dim")
    yield from (Text(f"{office}", style="dim") for office in entity.offices)
    if entity.note:
        yield Text(f"{entity.note}", style="dim")


def _some(names: Sequence[str]) -> str:
    rest = f" and {len(names) - _MEMBERS} more" if len(names) > _MEMBERS else ""
    return ", ".join(names[:_MEMBERS]) + rest if rest else listed(names)
