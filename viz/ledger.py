"""The ledger: the facts of a picture as rows of text, for all who would rather read, and its headline figures."""

from __future__ import annotations

from dataclasses import dataclass

from graph.fact import Passage
from graph.subgraph import Edge, Node, NodeKind
from viz.detail import names_of
from viz.drawing import label_of
from viz.lettering import capital
from viz.quotation import Quotation, quotations
from viz.scene import Scene, counted
from viz.spoken import percent, rows, spoken_date, words
from viz.style import Line, family_of, has_arrow, line_of, standing_of


@dataclass(frozen=True, slots=True)
class Row:
    """One fact in words. `ref` is the id of the node or line that shows it in the picture."""

    ref: str
    what: str
    who: str
    status: str
    line: Line | None
    when: str
    sources: str
    confidence: str
    more: str
    quotes: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The rows of one kind of fact under its heading."""

    heading: str
    rows: tuple[Row, ...]


def ledger(stage: Scene) -> tuple[Section, ...]:
    """All facts of the picture by kind; kinds without any are left out."""
    names = names_of(stage)
    sections = (
        Section("Areas of cooperation", _area_rows(stage, names, "cooperation")),
        Section("Disputes", _area_rows(stage, names, "dispute")),
        Section("Between them", _act_rows(stage, names)),
        Section("Agreements", _node_rows(stage, names, "agreement")),
        Section("Meetings", _node_rows(stage, names, "meeting")),
        Section("People", _node_rows(stage, names, "leader")),
    )
    return tuple(section for section in sections if section.rows)


def headline(stage: Scene) -> tuple[str, ...]:
    """What the picture holds, in figures: areas, disputes, agreements, meetings, people, articles and their dates."""
    families = [family_of(edge.type) for edge in stage.subgraph.edges if _is_area(stage, edge)]
    dyads = len(stage.of("dyad"))
    figures = [
        (len(stage.actors) if len(stage.actors) > 2 else 0, "actor", "actors"),
        (dyads if dyads > 1 else 0, "relationship", "relationships"),
        (families.count("cooperation"), "area of cooperation", "areas of cooperation"),
        (families.count("dispute"), "dispute", "disputes"),
        (len({edge.type for _, edge in _acts(stage)} - {"COOPERATES_WITH"}), "kind of act", "kinds of acts"),
        (len(stage.of("agreement")), "agreement", "agreements"),
        (len(stage.of("meeting")), "meeting", "meetings"),
        (len(stage.of("leader")), "person", "people"),
    ]
    passages = [passage for edge in stage.subgraph.edges for passage in edge.evidence]
    articles = len({passage.article_id for passage in passages})
    read = [f"from {counted(articles, 'article')}{_period(passages)}"] if articles else []
    return tuple(counted(number, one, many) for number, one, many in figures if number) + tuple(read)


def left_out(counts: dict[str, int]) -> str:
    """``12 events and 3 meetings``: what a limit kept out of the picture; empty where it kept nothing out."""
    parts = [counted(number, *_KINDS.get(kind) or _forms(kind)) for kind, number in counts.items() if number]
    return " and ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)


def _forms(kind: str) -> tuple[str, str]:
    """A kind's word for one and for many, whichever of them it is given by."""
    word = words(kind)
    one = word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")
    return one, one[:-1] + "ies" if one.endswith("y") else one + "s"


_KINDS = {
    "dyads": ("relationship", "relationships"),
    "cooperation": ("area of cooperation", "areas of cooperation"),
    "leaders": ("person", "people"),
}


def _period(passages: list[Passage]) -> str:
    dates = sorted(passage.published for passage in passages if passage.published)
    if not dates:
        return ""
    first, last = spoken_date(dates[0]), spoken_date(dates[-1])
    return f", {first}" if first == last else f", {first} to {last}"


def _is_area(stage: Scene, edge: Edge) -> bool:
    sectors = {node.id for node in stage.of("sector")}
    dyad_only = edge.type == "DISPUTES"
    return (edge.target in sectors and family_of(edge.type) in {"cooperation", "dispute"}) or dyad_only


def _area_rows(stage: Scene, names: dict[str, str], family: str) -> tuple[Row, ...]:
    order = {node.id: number for number, node in enumerate(stage.of("sector"))}
    found = [
        (order.get(edge.target, len(order)), names[edge.source], index, edge)
        for index, edge in enumerate(stage.subgraph.edges)
        if family_of(edge.type) == family and _is_area(stage, edge)
    ]
    return tuple(_area_row(index, edge, names, edge.target in order) for _, _, index, edge in sorted(found, key=_rank))


def _area_row(index: int, edge: Edge, names: dict[str, str], named: bool) -> Row:
    """A row of what an edge leads to; of actors at odds over nothing named, both of them."""
    if named:
        return _edge_row(index, edge, names[edge.target], names[edge.source])
    return _edge_row(index, edge, "Nothing named", f"{names[edge.source]} and {names[edge.target]}")


def _rank(item: tuple[int, str, int, Edge]) -> tuple[int, str, int]:
    return item[:3]


def _act_rows(stage: Scene, names: dict[str, str]) -> tuple[Row, ...]:
    found = []
    for index, edge in _acts(stage):
        joint = " → " if has_arrow(edge) else " and "
        who = f"{names[edge.source]}{joint}{names[edge.target]}"
        found.append(_edge_row(index, edge, capital(label_of(edge)), who))
    return tuple(found)


def _acts(stage: Scene) -> list[tuple[int, Edge]]:
    """The lines between actors that say something, by index."""
    actors = {node.id for node in stage.actors}
    return [
        (index, edge)
        for index, edge in enumerate(stage.subgraph.edges)
        if {edge.source, edge.target} <= actors
        and not (edge.type == "COOPERATES_WITH" and index in stage.details)
        and edge.type != "DISPUTES"
        and family_of(edge.type) != "frame"
    ]


def _edge_row(index: int, edge: Edge, what: str, who: str) -> Row:
    shown = dict(rows({"subsectors": edge.attributes.get("subsectors")}))
    confidence = edge.attributes.get("confidence")
    return Row(
        f"e{index}",
        what,
        who,
        words(standing_of(edge) or ""),
        line_of(standing_of(edge)),
        _when(edge.attributes),
        str(edge.weight),
        percent(confidence) if isinstance(confidence, int | float) else _best(edge.evidence),
        shown.get("In particular", ""),
        quotations(edge.evidence),
    )


def _node_rows(stage: Scene, names: dict[str, str], kind: NodeKind) -> tuple[Row, ...]:
    return tuple(_node_row(stage, names, node) for node in stage.of(kind))


def _node_row(stage: Scene, names: dict[str, str], node: Node) -> Row:
    edges = stage.edges_of[node.id]
    passages = tuple(dict.fromkeys(passage for edge in edges for passage in edge.evidence))
    status = node.attributes.get("status") or node.attributes.get("modality") or _planned(edges)
    kind = node.attributes.get("kind") or node.attributes.get("title") or node.attributes.get("role")
    return Row(
        node.id,
        names[node.id],
        _company(stage, names, node),
        words(status) if isinstance(status, str) else "",
        line_of(status) if isinstance(status, str) else None,
        _when(node.attributes) or _reported(passages),
        str(max((edge.weight for edge in edges), default=0)) if passages else "",
        _confidence(node, passages),
        words(kind) if isinstance(kind, str) else "",
        quotations(passages),
    )


def _planned(edges: tuple[Edge, ...]) -> str | None:
    return next((standing_of(edge) for edge in edges if edge.type == "OF"), None)


def _company(stage: Scene, names: dict[str, str], node: Node) -> str:
    """Who a thing belongs to: its actors, else its relationship."""
    near = stage.neighbours(node.id)
    for kinds in (("country", "organization"), ("dyad",)):
        found = [names[n.id] for n in stage.subgraph.nodes if n.id in near and n.kind in kinds]
        if found:
            return ", ".join(found)
    return ""


def _confidence(node: Node, passages: tuple[Passage, ...]) -> str:
    value = node.attributes.get("confidence")
    return percent(value) if isinstance(value, int | float) else _best(passages)


def _best(passages: tuple[Passage, ...]) -> str:
    return percent(max(passage.confidence for passage in passages)) if passages else ""


def _when(attributes: dict[str, object]) -> str:
    """The date of the thing itself, else when it was first and last reported."""
    date = attributes.get("date")
    if isinstance(date, str):
        return spoken_date(date)
    seen = [
        spoken_date(value) for name in ("first_seen", "last_seen") if isinstance(value := attributes.get(name), str)
    ]
    return "reported " + " to ".join(dict.fromkeys(seen)) if seen else ""


def _reported(passages: tuple[Passage, ...]) -> str:
    """When the articles of `passages` were published."""
    dates = sorted(passage.published for passage in passages if passage.published)
    return _when({"first_seen": dates[0], "last_seen": dates[-1]}) if dates else ""
