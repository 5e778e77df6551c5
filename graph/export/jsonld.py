"""JSON-LD: facts with the sentences behind them as linked data, tied to ISO 3166-1 codes and Wikidata items.

What a fact is about hangs on the fact; the edges that sum facts up for browsing are left out, as are articles' texts.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any
from urllib.parse import quote

from graph.everything import EdgeRow, NodeRow, Properties
from graph.projection.edges import SUMMARY_EDGES

CONTEXT: dict[str, Any] = {
    "@vocab": "urn:accord:term:",
    "schema": "https://schema.org/",
    "wdt": "http://www.wikidata.org/prop/direct/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "@id",
    "type": "@type",
    "name": "schema:name",
    "aliases": "schema:alternateName",
    "sameAs": {"@id": "schema:sameAs", "@type": "@id"},
    "iso3166Alpha3": "wdt:P298",
    "iso3166Alpha2": "wdt:P297",
    "Country": "schema:Country",
    "Organization": "schema:Organization",
    "Leader": "schema:Person",
    "Article": "schema:NewsArticle",
    "title": "schema:headline",
    "publisher": "schema:publisher",
    "author": "schema:author",
    "published": "schema:datePublished",
    "language": "schema:inLanguage",
    "url": {"@id": "schema:url", "@type": "@id"},
    "MEMBER_OF": {"@id": "schema:memberOf", "@type": "@id"},
    "PART_OF": {"@id": "schema:isPartOf", "@type": "@id"},
}
"""Terms of schema.org and Wikidata (P297 and P298 are ISO 3166-1's two and three letters); all others are Accord's."""

WIKIDATA = "http://www.wikidata.org/entity/"
_OURS = "urn:accord:"
_SUMS = frozenset({kind.type for kind in SUMMARY_EDGES} | {"COOPERATES_IN", "DISPUTES"})
_INNER = frozenset(
    {"id", "keys", "best", "text", "statement", "evidence", "marks", "presences", "digest", "sha256", "source"}
    | {"qid", "iso2", "basis", "read_at", "leader_ids", "field", "start", "end"}
)
"""Properties that are said in another way here, or that say how the graph is kept."""


def write_jsonld(nodes: Iterable[NodeRow], edges: Iterable[EdgeRow], path: Path) -> int:
    """Writes one JSON-LD document; gives the number of nodes. Each is there once with what it holds, and once more with
    where its edges lead: JSON-LD takes the two for one.
    """
    count = 0
    with path.open("w", encoding="utf-8") as stream:
        stream.write(f'{{"@context": {json.dumps(_context())}, "@graph": [')
        for node in nodes:
            stream.write(("," if count else "") + "\n" + json.dumps(_row(node), ensure_ascii=False))
            count += 1
        for (label, id_), links in groupby(edges, key=lambda edge: (edge.source_label, edge.source)):
            if found := _links(links):
                stream.write(",\n" + json.dumps({"id": node_id(label, id_), **found}, ensure_ascii=False))
        stream.write("\n]}\n")
    return count


def _context() -> dict[str, Any]:
    """`CONTEXT` with all types of edges, whose values are ids of nodes."""
    linked = ("SUPPORTS", "STATED_IN", "OF", "IN", "OVER", "BY", "TOWARDS", "ABOUT", "IN_DYAD", "PARTY_TO", "COVERS")
    more = ("BOUND_BY", "TOOK_PART_IN", "ATTENDED", "REPRESENTS")
    return {**CONTEXT, **{name: {"@id": _OURS + "term:" + name, "@type": "@id"} for name in (*linked, *more)}}


def node_id(label: str, id_: str) -> str:
    """``urn:accord:actor:JPN``: the IRI of a node."""
    return f"{_OURS}{label.lower()}:{quote(id_, safe=':')}"


def _row(node: NodeRow) -> dict[str, Any]:
    held = node.properties
    kind = next((label for label in node.labels if label != node.label), node.label)
    row: dict[str, Any] = {"id": node_id(node.label, held["id"]), "type": kind}
    row |= {name: value for name, value in held.items() if name not in _INNER and _said(value)}
    return row | _known(kind, held)


def _said(value: Any) -> bool:
    return value is not None and value not in ([], "")


def _known(kind: str, held: Properties) -> dict[str, Any]:
    """Identifiers that others use too, and the words of a claim."""
    known: dict[str, Any] = {}
    if held.get("qid"):
        known["sameAs"] = WIKIDATA + held["qid"]
    if kind == "Country":
        known["iso3166Alpha3"] = held["id"]
        if held.get("iso2"):
            known["iso3166Alpha2"] = held["iso2"]
    if kind == "Claim":
        known["schema:text"] = held["text"]
    return known


def _links(edges: Iterator[EdgeRow]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for edge in edges:
        if edge.type not in _SUMS:
            found.setdefault(edge.type, []).append(node_id(edge.target_label, edge.target))
    return found
