"""Everything: all nodes and edges of the graph, or of some dyads, read in parts so that memory stays flat."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any, NamedTuple

from graph.cypher import everything as cypher
from graph.errors import NotFound
from graph.vocabulary.names import dyad_id

if TYPE_CHECKING:
    from graph.store import Store

PART = 500
"""Nodes that one query asks for."""

Properties = Mapping[str, Any]


class NodeRow(NamedTuple):
    """One node: its one label of the model, all its labels (sorted), and what it holds, its `id` with it."""

    label: str
    labels: tuple[str, ...]
    properties: Properties


class EdgeRow(NamedTuple):
    """One edge; `source_label` and `target_label` are labels of the model."""

    source_label: str
    source: str
    type: str
    target_label: str
    target: str
    properties: Properties


@dataclass(frozen=True, slots=True)
class Selection:
    """Ids by label of the model. Edges between two actors are in it if their dyad is."""

    ids: Mapping[str, frozenset[str]]

    def has(self, edge: EdgeRow) -> bool:
        """Whether both ends are selected, and the dyad as well where both are actors."""
        if not (self.holds(edge.source_label, edge.source) and self.holds(edge.target_label, edge.target)):
            return False
        return edge.source_label != edge.target_label or edge.source_label != "Actor" or self._dyad(edge)

    def holds(self, label: str, id_: str) -> bool:
        """Whether a node is selected."""
        return id_ in self.ids.get(label, ())

    def _dyad(self, edge: EdgeRow) -> bool:
        return edge.type == "MEMBER_OF" or dyad_id(edge.source, edge.target) in self.ids["Dyad"]


def select(store: Store, actors: Sequence[str]) -> Selection | None:
    """What concerns these actors: all dyads of one, the dyads between several; None of none, which means everything.

    With the dyads come their facts, the claims and articles behind these, those who attended, and all sectors.
    Raises `NotFound` where the graph has no such dyad.
    """
    if not actors:
        return None
    read = store.connection.read
    dyads = _dyads(store, actors)
    chosen: dict[str, set[str]] = {label: set() for label in cypher.LABELS}
    chosen["Dyad"].update(dyads)
    chosen["Actor"].update(actor for dyad in dyads for actor in dyad.split("-"))
    chosen["Sector"].update(row["id"] for row in read(cypher.ids("Sector")))
    for part in parts(dyads):
        for row in read(cypher.facts_of(part)):
            chosen[_label(row["labels"])].add(row["id"])
    for part in parts(sorted(chosen["Meeting"])):
        chosen["Leader"].update(row["id"] for row in read(cypher.attended(part)))
    for label in ("Cooperation", "Dispute", "Event", "Agreement", "Meeting", "Leader"):
        for part in parts(sorted(chosen[label])):
            for row in read(cypher.support_of(label, part)):
                chosen["Claim"].add(row["claim"])
                chosen["Article"].add(row["article"])
    return Selection({label: frozenset(ids) for label, ids in chosen.items()})


def _dyads(store: Store, actors: Sequence[str]) -> list[str]:
    own = {row["id"] for actor in actors for row in store.connection.read(cypher.dyads_of(actor))}
    if len(actors) > 1:
        own &= {dyad_id(a, b) for a, b in combinations(sorted(set(actors)), 2)}
    if not own:
        raise NotFound(f"The graph says nothing of {', '.join(actors)}.")
    return sorted(own)


def nodes(store: Store, selection: Selection | None = None, *, kept: bool = False) -> Iterator[NodeRow]:
    """All nodes, label by label, in the order of their ids; `kept` ones too that nobody browses, to write on."""
    for label in _labels(kept):
        for part in _parts_of(store, label, selection):
            for row in part:
                yield NodeRow(label, tuple(sorted(row["labels"])), row["properties"])


def nodes_of(store: Store, label: str, selection: Selection | None = None) -> Iterator[list[Properties]]:
    """What the nodes of one label hold, in parts, in the order of their ids."""
    return ([row["properties"] for row in part] for part in _parts_of(store, label, selection))


def edges(store: Store, selection: Selection | None = None, *, kept: bool = False) -> Iterator[EdgeRow]:
    """All edges between nodes of the model, by the label and id of their source; see `nodes`."""
    for label in _labels(kept):
        for part in parts(_ids(store, label, selection)):
            rows = store.connection.read(cypher.edges(label, part))
            for row in sorted(rows, key=lambda row: (row["source"], row["type"], str(row["target"]))):
                edge = EdgeRow(
                    label, row["source"], row["type"], _label(row["target_labels"]), row["target"], row["properties"]
                )
                if edge.target_label and (selection is None or selection.has(edge)):
                    yield edge


def parts(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """`ids` in parts of `PART`."""
    return (ids[start : start + PART] for start in range(0, len(ids), PART))


def _labels(kept: bool) -> tuple[str, ...]:
    return (*cypher.LABELS, *cypher.KEPT) if kept else cypher.LABELS


def _parts_of(store: Store, label: str, selection: Selection | None) -> Iterator[list[dict[str, Any]]]:
    for part in parts(_ids(store, label, selection)):
        yield sorted(store.connection.read(cypher.nodes(label, part)), key=lambda row: str(row["properties"]["id"]))


def _ids(store: Store, label: str, selection: Selection | None) -> list[str]:
    if selection is not None:
        return sorted(selection.ids.get(label, ()))
    return [row["id"] for row in store.connection.read(cypher.ids(label))]


def _label(labels: Sequence[str]) -> str:
    """The one label of the model among `labels`; empty for a node that is not ours."""
    return next((label for label in cypher.LABELS if label in labels), "")
