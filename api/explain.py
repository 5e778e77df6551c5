"""An explanation as a page of the terminal: each sentence, what was found in it by which rule, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields

from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from graph.claim import Agreement, Claim, Cooperation, Dispute, Event, Meeting, Office, Statement
from graph.vocabulary import plover
from graph.vocabulary.names import actor_name
from ingest.reader.explain import Deed, Document, Explanation, Gathering, Line

NAMED, TRIGGER, MATTER = "cyan", "bold magenta", "green"
"""How names, the words that tell an act, and the words of sectors look in a sentence."""

Row = tuple[str, Text]


def explained(explanation: Explanation) -> Group:
    """The whole article: who is in it, then every sentence with its findings under it.

    A claim after ``=`` rests on the sentence, one after ``+`` rests on it besides an earlier one. Of an act, the sides
    are named by its own words, resolved from words that point back ("they", "the bloc"), or one is supplied.
    """
    parts: list[RenderableType] = [Rule(Text(explanation.title), align="left"), _head(explanation)]
    reasons = {line.unread for line in explanation.lines}
    if len(reasons) == 1 and (reason := reasons.pop()):
        parts.append(Text(f"nothing was parsed: {reason}", style="yellow"))
        parts += [_sentence(number, line) for number, line in enumerate(explanation.lines, 1) if line.claims]
    else:
        parts += [_sentence(number, line) for number, line in enumerate(explanation.lines, 1)]
    parts += [Text(note, style="yellow") for note in explanation.reading.notes]
    return Group(*parts)


def _head(explanation: Explanation) -> Table:
    reading = explanation.reading
    unread = sum(line.unread is not None for line in explanation.lines)
    rows: list[Row] = [
        ("reader", Text(f"{reading.reader}; {len(explanation.lines)} sentences, {unread} of them not parsed")),
        ("actors", Text(", ".join(f"{actor_name(p.actor)} {p.actor}" for p in reading.presences) or "none")),
    ]
    rows += [
        ("person", Text(f"{p.name}, {p.title or 'no title'}: {p.actor} {p.role}{_sure(p.certain)}"))
        for p in explanation.people
    ]
    return _grid(rows)


def _sure(certain: bool) -> str:
    return "" if certain else " (not told by the text)"


def _sentence(number: int, line: Line) -> Group:
    head = Table.grid(padding=(0, 1))
    head.add_column(width=3, justify="right", style="dim")
    head.add_column()
    head.add_row(str(number), _marked(line))
    return Group(Text(), head, _grid(_rows(line)))


def _marked(line: Line) -> Text:
    """The sentence with its names, trigger words and sector words in their colours."""
    title = line.sentence.field == "title"
    text = Text(line.sentence.text, style="bold" if title else "dim" if line.unread else "")
    spans = [(n.span, NAMED) for n in line.named]
    spans += [(m.span, MATTER) for m in line.matters] + [(d.span, TRIGGER) for d in line.deeds]
    for (start, end), style in spans:
        text.stylize(style, start - line.sentence.start, end - line.sentence.start)
    return text


def _rows(line: Line) -> Iterator[Row]:
    if line.unread:
        yield "not parsed", Text(line.unread, style="yellow")
    if line.named:
        yield "who", _joined(_name(n.text, n.actors, n.person.role if n.person else n.form.value) for n in line.named)
    if line.matters:
        yield "sectors", _joined(_name(m.text, (m.sector,), "", MATTER) for m in line.matters)
    for deed in line.deeds:
        yield "act", _deed(deed)
    for document in line.documents:
        yield "agreement", _document(document)
    for gathering in line.gatherings:
        yield "meeting", _gathering(gathering)
    for claim in line.claims:
        yield "= " + claim.kind, _claim(claim)
    for claim in line.backed:
        yield "+ " + claim.kind, _claim(claim, "dim")


def _name(word: str, meant: Iterable[str], how: str, style: str = NAMED) -> Text:
    text = Text(word, style=style)
    text.append(f" {' '.join(meant)}", style="default")
    text.append(f" {how}" if how else "", style="dim")
    return text


def _deed(deed: Deed) -> Text:
    text = Text(deed.word, style=TRIGGER)
    text.append(f"  {_sides(deed)}  {deed.type or 'cooperation'} {deed.modality}", style="default")
    text.append(f"  frame {deed.frame}, {_standing(deed.direct, deed.supplied)}", style="dim")
    if deed.type and not deed.told:
        text.append("  no event of its own", style="yellow")
    return text


def _sides(deed: Deed) -> str:
    together = deed.type is None or plover().by_id[deed.type].symmetric
    sides = [" ".join(side) for side in (deed.agents, deed.patients) if side]
    return (" – " if together else " → ").join(sides)


def _standing(direct: bool, supplied: bool = False) -> str:
    """How the sides are known: see `explained`."""
    if supplied:
        return "one side supplied"
    return "sides named" if direct else "sides resolved"


def _document(document: Document) -> Text:
    text = Text(f"“{document.name}”" if document.name else "it")
    parties = " ".join(document.parties) or "no parties"
    text.append(f"  {document.kind or 'pointed to'}  {parties}  {document.status}")
    text.append(f"  {'points back; ' if document.pointing else ''}{_standing(document.direct)}", style="dim")
    return text


def _gathering(found: Gathering) -> Text:
    text = Text(f"{found.kind}  {' – '.join(found.participants)}  {found.modality}")
    text.append("".join(f"  {what}" for what in (found.place, found.date) if what))
    text.append(f"  {_standing(found.direct)}{'; adds to one told better' if found.weak else ''}", style="dim")
    return text


def _claim(claim: Claim, style: str = "bold") -> Text:
    text = Text(summary(claim.statement), style=style)
    if claim.when.date:
        text.append(f"  {claim.when.date} ({claim.when.basis})", style="default")
    text.append(f"  {claim.confidence:.2f} {claim.frame}", style="dim")
    return text


def _joined(parts: Iterable[Text]) -> Text:
    return Text(" · ", style="dim").join(parts)


def _grid(rows: Iterable[Row]) -> Table:
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=3)
    grid.add_column(width=13, style="dim")
    grid.add_column()
    for label, text in rows:
        grid.add_row("", Text(label, style="bold" if label[0] in "=+" else ""), text)
    return grid


def summary(statement: Statement) -> str:
    """A statement as one line that a reader of the graph would write."""
    if isinstance(statement, Cooperation):
        sectors = " ".join((statement.sector, *statement.subsectors))
        return f"{_pairs(statement.pairs, '–')}  {sectors}  {statement.status}"
    if isinstance(statement, Dispute):
        return f"{_pairs(statement.pairs, '–')}  {statement.sector or 'over nothing named'}"
    if isinstance(statement, Event):
        link = "–" if plover().by_id[statement.type].symmetric else "→"
        about = f"  about {' '.join(statement.sectors)}" if statement.sectors else ""
        return f"{_pairs(statement.pairs, link)}  {statement.type} {statement.modality}{about}"
    if isinstance(statement, Agreement):
        return (
            f"“{statement.name}”  {statement.kind}  {' '.join(statement.parties)}  "
            f"{' '.join((statement.status, *statement.sectors))}"
        )
    if isinstance(statement, Meeting):
        people = f"  {', '.join(statement.leaders)}" if statement.leaders else ""
        place = f"  in {statement.place}" if statement.place else ""
        return f"{statement.kind}  {' – '.join(statement.participants)}  {statement.modality}{people}{place}"
    return _office(statement)


def _office(office: Office) -> str:
    return f"{office.name}, {office.title or 'no title'}: {office.actor} {office.role}"


def _pairs(pairs: Iterable[tuple[str, str]], link: str) -> str:
    return " ".join(link.join(pair) for pair in pairs)


def described(statement: Statement) -> str:
    """A statement's fields in one line, those that are empty left out."""
    values = ((f.name, getattr(statement, f.name)) for f in fields(statement))
    return ", ".join(f"{name} {_value(value)}" for name, value in values if value not in (None, (), ""))


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return " ".join("–".join(item) if isinstance(item, tuple) else str(item) for item in value)
    return str(value)
