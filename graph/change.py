"""The change: what must be written so that the graph holds a new projection of some blocks in place of the old one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.projection import Block, Contribution, Edge, EdgeKind, FactLabel, ProjectedFact, Projection, edges_of
from graph.projection.block import summary_place
from graph.projection.edges import COOPERATES_IN, DISPUTES, dyads_of_fact

Row = dict[str, Any]
Properties = Mapping[str, Any]

_DETACHED = frozenset({COOPERATES_IN, DISPUTES})
"""Edges that do not touch the node of their fact, and so outlive it."""


@dataclass(slots=True)
class BlockState:
    """What the graph holds of one block: facts by id, the claims that support them, and these as contributions."""

    facts: dict[str, Properties] = field(default_factory=dict)
    supports: set[tuple[str, str]] = field(default_factory=set)
    contributions: dict[str, Contribution] = field(default_factory=dict)


@dataclass(slots=True)
class Change:
    """Rows for each kind of write. `dyads` must exist afterwards; `bare` ones may have lost their last fact."""

    put_facts: dict[FactLabel, list[Row]] = field(default_factory=lambda: defaultdict(list))
    drop_facts: dict[FactLabel, list[str]] = field(default_factory=lambda: defaultdict(list))
    support: dict[FactLabel, list[Row]] = field(default_factory=lambda: defaultdict(list))
    unsupport: dict[FactLabel, list[Row]] = field(default_factory=lambda: defaultdict(list))
    create_edges: dict[EdgeKind, list[Row]] = field(default_factory=lambda: defaultdict(list))
    update_edges: dict[EdgeKind, list[Row]] = field(default_factory=lambda: defaultdict(list))
    delete_edges: dict[EdgeKind, list[Row]] = field(default_factory=lambda: defaultdict(list))
    put_summaries: dict[EdgeKind, list[Row]] = field(default_factory=lambda: defaultdict(list))
    dyads: set[str] = field(default_factory=set)
    bare: set[str] = field(default_factory=set)

    def replace(self, block: Block, old: BlockState, new: Projection, gone_claims: frozenset[str]) -> None:
        """Adds what turns `old` into `new`; `gone_claims` are deleted elsewhere, with their edges."""
        supports = {(claim, fact.id) for fact in new.facts for claim in fact.claims}
        lost = {pair for pair in old.supports - supports if pair[0] not in gone_claims}
        facts = {fact.id: fact for fact in new.facts}
        changed = [fact for fact in new.facts if stored(fact.properties) != old.facts.get(fact.id)]
        gone = [id_ for id_ in old.facts if id_ not in facts]
        if not changed and not gone and supports == old.supports:
            return
        for fact in changed:
            self._put(fact, old.facts.get(fact.id))
        for id_ in gone:
            self._drop(block.label, id_, old.facts[id_])
        self.support[block.label] += [{"claim": c, "fact": f} for c, f in sorted(supports - old.supports)]
        self.unsupport[block.label] += [{"claim": c, "fact": f} for c, f in sorted(lost) if f in facts]
        self._summarize(block, old, new)

    def _put(self, fact: ProjectedFact, old: Properties | None) -> None:
        """Writes a fact that is new or has changed, and the edges in which it differs."""
        new = stored(fact.properties)
        self.put_facts[fact.label].append(new)
        before = {edge.key: edge for edge in edges_of(fact.label, old)} if old else {}
        after = {edge.key: edge for edge in edges_of(fact.label, new)}
        for key, edge in after.items():
            if key not in before:
                self.create_edges[edge.kind].append(_row(edge))
            elif edge.properties != before[key].properties:
                self.update_edges[edge.kind].append(_row(edge))
        for key, edge in before.items():
            if key not in after:
                self.delete_edges[edge.kind].append(_row(edge))
        if old is None:
            self.dyads.update(dyads_of_fact(fact.label, new))

    def _drop(self, label: FactLabel, id_: str, old: Properties) -> None:
        self.drop_facts[label].append(id_)
        self.bare.update(dyads_of_fact(label, old))
        for edge in edges_of(label, old):
            if edge.kind in _DETACHED:
                self.delete_edges[edge.kind].append(_row(edge))

    def _summarize(self, block: Block, old: BlockState, new: Projection) -> None:
        if new.summary:
            self.put_summaries[new.summary.kind].append(_row(new.summary))
        elif old.facts and (place := summary_place(block)):
            kind, source, target = place
            self.delete_edges[kind].append({"source": source, "target": target})


def stored(properties: Properties) -> Row:
    """Properties as the graph holds them: without those that are None."""
    return {name: value for name, value in properties.items() if value is not None}


def _row(edge: Edge) -> Row:
    return {"source": edge.source, "target": edge.target, "properties": stored(edge.properties)}
