"""One writing transaction: claims replaced, and the facts that they touch folded anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from json import dumps
from typing import Any
from uuid import uuid4

from neo4j import ManagedTransaction

from graph.article import Article
from graph.change import BlockState, Change, stored
from graph.claim import Claim, Evidence, Office
from graph.cypher import article as article_cypher
from graph.cypher import claim as claim_cypher
from graph.cypher import dyad as dyad_cypher
from graph.cypher import edge as edge_cypher
from graph.cypher import fact as fact_cypher
from graph.cypher import schema as schema_cypher
from graph.errors import StoreOutdated
from graph.identity import folded
from graph.projection import Block, Contribution, Projection, blocks_of, project
from graph.projection.contribution import contributions, source_of
from graph.reading import Presence, Reading
from graph.statement import from_json, to_json
from graph.vocabulary.names import dyad_name

ROWS = 1000
"""Rows that one query carries at most."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ArticleState:
    """An article to be stored, with its reading and the claims of that by id, which takes time to make.

    `digest` tells whether all that is stored already.
    """

    article: Article
    reading: Reading
    claims: Mapping[str, Claim]
    digest: str
    read_at: str


@dataclass(frozen=True, slots=True)
class StoredState:
    """What is stored of an article, as far as a writer asks."""

    reader: str
    digest: str


@dataclass(frozen=True, slots=True)
class Counts:
    """Claims written, facts made or changed, facts removed."""

    claims: int
    facts: int
    removed: int


class WriteTransaction:
    """The steps of one transaction; it holds the writers' lock from its start to its end."""

    def __init__(self, transaction: ManagedTransaction) -> None:
        self._transaction = transaction
        if not self._run(schema_cypher.LOCK, turn=uuid4().hex):
            raise StoreOutdated("The graph has lost its schema: somebody emptied it. Open it again.")

    def states(self, articles: Sequence[str]) -> dict[str, StoredState]:
        """What is stored of these articles, by id."""
        rows = self._run(article_cypher.STATE, articles=list(articles))
        return {row["id"]: StoredState(row["reader"], row["digest"]) for row in rows}

    def replace(self, articles: Mapping[str, ArticleState | None]) -> Counts:
        """Stores each of `articles` in place of what is stored under its id; those with None are removed."""
        if not articles:
            return Counts(0, 0, 0)
        old_claims, touched = self._stored_claims(articles)
        claims = {id_: claim for state in articles.values() if state for id_, claim in state.claims.items()}
        gone = frozenset(old_claims - claims.keys())
        change = self._fold(touched, _Fresh.of(articles), old_claims, gone)
        self._write_articles(articles)
        self._write_claims(articles, claims, old_claims, gone)
        self._write_change(change)
        self._write_rows(article_cypher.FORGET, "articles", [id_ for id_, state in articles.items() if not state])
        return Counts(
            claims=len(claims),
            facts=sum(map(len, change.put_facts.values())),
            removed=sum(map(len, change.drop_facts.values())),
        )

    def _stored_claims(self, articles: Iterable[str]) -> tuple[set[str], set[Block]]:
        """Ids of the claims stored of these articles, and the blocks that they belong to."""
        rows = self._run(claim_cypher.OF_ARTICLES, articles=list(articles))
        blocks = {Block(row["label"], row["block"]) for row in rows if row["block"]}
        return {row["claim"] for row in rows}, blocks

    def _fold(self, touched: set[Block], new: _Fresh, old_claims: set[str], gone: frozenset[str]) -> Change:
        """What the graph lacks once the claims in `new` stand in the place of `old_claims`."""
        change = Change()
        touched = touched | new.by_block.keys()
        people = {block for block in touched if block.label == "Leader"}
        states = self._states_of(people)
        leaders: dict[tuple[str, str, str], str] = {}
        moved: set[str] = set()
        for block in sorted(people):
            projection = project(block, _merged(block, states[block], new, old_claims))
            change.replace(block, states[block], projection, gone)
            leaders |= _leader_ids(projection, states[block], new)
            moved |= _moved(states[block], projection, old_claims)
        rest = (touched - people) | self._meetings_of(moved)
        states = self._states_of(rest)
        merged = {block: _merged(block, states[block], new, old_claims) for block in rest}
        leaders = self._stored_leaders(merged, new) | leaders
        for block in sorted(rest):
            change.replace(block, states[block], project(block, merged[block], leaders), gone)
        return change

    def _states_of(self, blocks: Iterable[Block]) -> dict[Block, BlockState]:
        """What the graph holds of these blocks."""
        states = {block: BlockState() for block in blocks}
        keys: dict[Any, list[str]] = defaultdict(list)
        for block in states:
            keys[block.label].append(block.key)
        for label, own in keys.items():
            for part in _parts(own):
                for row in self._run(fact_cypher.READ[label], blocks=part):
                    _add(states[Block(label, row["block"])], row)
        return states

    def _meetings_of(self, leaders: set[str]) -> set[Block]:
        """The meetings that these leaders attended."""
        rows = self._run(fact_cypher.MEETINGS_OF_LEADERS, leaders=sorted(leaders)) if leaders else []
        return {Block("Meeting", row["block"]) for row in rows}

    def _stored_leaders(
        self, merged: Mapping[Block, Sequence[Contribution]], new: _Fresh
    ) -> dict[tuple[str, str, str], str]:
        """The leaders that stored articles name which tell of these meetings, by article, actor and folded name."""
        fresh = {c.article_id for c in new.by_id.values()}
        meetings = (cs for block, cs in merged.items() if block.label == "Meeting")
        articles = sorted({c.article_id for cs in meetings for c in cs} - fresh)
        leaders: dict[tuple[str, str, str], str] = {}
        for part in _parts(articles):
            for row in self._run(fact_cypher.LEADERS_OF_ARTICLES, articles=part):
                office = from_json("office", row["statement"])
                if isinstance(office, Office):
                    leaders[row["article"], office.actor, folded(office.name)] = row["leader"]
        return leaders

    def _write_articles(self, articles: Mapping[str, ArticleState | None]) -> None:
        self._write_rows(article_cypher.PUT, "rows", [_article_row(state) for state in articles.values() if state])

    def _write_claims(
        self,
        articles: Mapping[str, ArticleState | None],
        claims: Mapping[str, Claim],
        old_claims: set[str],
        gone: frozenset[str],
    ) -> None:
        readers = {id_: state.reading.reader for id_, state in articles.items() if state}
        rows = [(id_ in old_claims, _claim_row(id_, claim, readers[claim.article_id])) for id_, claim in claims.items()]
        self._write_rows(claim_cypher.DELETE, "claims", sorted(gone))
        self._write_rows(claim_cypher.UPDATE, "rows", [row for known, row in rows if known])
        self._write_rows(claim_cypher.CREATE, "rows", [row for known, row in rows if not known])

    def _write_change(self, change: Change) -> None:
        self._write_dyads(change.dyads)
        for label, facts in change.put_facts.items():
            self._write_rows(fact_cypher.PUT[label], "rows", facts)
        for label, rows in change.unsupport.items():
            self._write_rows(fact_cypher.UNSUPPORT[label], "rows", rows)
        for label, rows in change.support.items():
            self._write_rows(fact_cypher.SUPPORT[label], "rows", rows)
        for label, ids in change.drop_facts.items():
            self._write_rows(fact_cypher.DELETE[label], "ids", ids)
        for kind, rows in change.delete_edges.items():
            self._write_rows(edge_cypher.DELETE[kind], "rows", rows)
        for kind, rows in change.update_edges.items():
            self._write_rows(edge_cypher.UPDATE[kind], "rows", rows)
        for kind, rows in change.create_edges.items():
            self._write_rows(edge_cypher.CREATE[kind], "rows", rows)
        for kind, rows in change.put_summaries.items():
            self._write_rows(edge_cypher.PUT[kind], "rows", rows)
        self._write_rows(dyad_cypher.DELETE_BARE, "dyads", sorted(change.bare))

    def _write_dyads(self, dyads: set[str]) -> None:
        """Makes those of `dyads` that the graph lacks."""
        parts = _parts(sorted(dyads))
        known = {row["dyad"] for part in parts for row in self._run(dyad_cypher.KNOWN, dyads=part)}
        self._write_rows(dyad_cypher.CREATE, "rows", [_dyad_row(dyad) for dyad in sorted(dyads - known)])

    def _write_rows(self, text: str, name: str, rows: Sequence[Any]) -> None:
        for part in _parts(rows):
            self._transaction.run(text, {name: part}).consume()

    def _run(self, text: str, **parameters: Any) -> list[Row]:
        return self._transaction.run(text, parameters).data()


def _parts(rows: Sequence[Any]) -> list[list[Any]]:
    return [list(rows[start : start + ROWS]) for start in range(0, len(rows), ROWS)]


@dataclass(frozen=True, slots=True)
class _Fresh:
    """The contributions that a write brings, by claim and by block."""

    by_id: dict[str, Contribution]
    by_block: dict[Block, list[Contribution]]

    @classmethod
    def of(cls, articles: Mapping[str, ArticleState | None]) -> _Fresh:
        """Those of all claims of `articles`."""
        by_id = {
            id_: c for state in articles.values() if state for id_, c in contributions(state.article, state.claims)
        }
        by_block: dict[Block, list[Contribution]] = defaultdict(list)
        for c in by_id.values():
            for block in blocks_of(c):
                by_block[block].append(c)
        return cls(by_id, dict(by_block))


def _merged(block: Block, state: BlockState, new: _Fresh, old_claims: set[str]) -> list[Contribution]:
    """The contributions of a block after the write."""
    kept = [c for id_, c in state.contributions.items() if id_ not in old_claims]
    return kept + new.by_block.get(block, [])


def _add(state: BlockState, row: Row) -> None:
    """Adds a row of `fact_cypher.READ` to the state of its block."""
    fact = row["fact"]
    state.facts[fact["id"]] = fact
    for claim in row["claims"]:
        if claim["id"] is None:
            continue
        state.supports.add((claim["id"], fact["id"]))
        state.contributions[claim["id"]] = Contribution(
            claim_id=claim["id"],
            article_id=claim["article"],
            published=claim["published"],
            source=claim["source"],
            kind=claim["kind"],
            statement=from_json(claim["kind"], claim["statement"]),
            field=claim["field"],
            start=claim["start"],
            confidence=claim["confidence"],
            date=claim["date"],
            date_basis=claim["date_basis"],
        )


def _leader_ids(projection: Projection, state: BlockState, new: _Fresh) -> dict[tuple[str, str, str], str]:
    """Article, actor and folded name of each mention of the projected leaders."""
    ids: dict[tuple[str, str, str], str] = {}
    for fact in projection.facts:
        for claim in fact.claims:
            c = new.by_id.get(claim) or state.contributions[claim]
            if isinstance(c.statement, Office):
                ids[c.article_id, c.statement.actor, folded(c.statement.name)] = fact.id
    return ids


def _moved(state: BlockState, projection: Projection, old_claims: set[str]) -> set[str]:
    """Leaders who lose a claim that stays: their meetings must ask again who attended."""
    after = {claim: fact.id for fact in projection.facts for claim in fact.claims}
    return {fact for claim, fact in state.supports if claim not in old_claims and after.get(claim) != fact}


def _article_row(state: ArticleState) -> Row:
    article, reading = state.article, state.reading
    return stored(
        {
            "id": article.id,
            "title": article.title,
            "name": article.name,
            "text": article.text,
            "published": article.published,
            "publisher": article.publisher,
            "author": article.author,
            "url": article.url,
            "language": article.language,
            "sha256": article.sha256,
            "source": source_of(article.text),
            "actors": sorted({presence.actor for presence in reading.presences}),
            "presences": [_presence_text(presence) for presence in reading.presences],
            "reader": reading.reader,
            "claims": len(state.claims),
            "digest": state.digest,
            "read_at": state.read_at,
        }
    )


def _claim_row(id_: str, claim: Claim, reader: str) -> Row:
    quoted = claim.quoted
    properties = {
        "id": id_,
        "kind": claim.kind,
        "statement": to_json(claim.statement),
        "field": quoted.field,
        "start": quoted.start,
        "end": quoted.end,
        "text": quoted.text,
        "marks": [offset for mark in quoted.marks for offset in mark],
        "evidence": [_evidence_text(evidence) for evidence in claim.evidence],
        "confidence": claim.confidence,
        "frame": claim.frame,
        "date": claim.when.date,
        "date_basis": claim.when.basis,
        "reader": reader,
    }
    return {"article": claim.article_id, "properties": stored(properties)}


def _evidence_text(evidence: Evidence) -> str:
    span = [evidence.field, evidence.start, evidence.end, evidence.text, evidence.marks]
    return dumps(span, ensure_ascii=False, separators=(",", ":"))


def _presence_text(presence: Presence) -> str:
    span = presence.evidence
    return dumps([presence.actor, span.field, span.start, span.end, span.text], ensure_ascii=False)


def _dyad_row(dyad: str) -> Row:
    a, _, b = dyad.partition("-")
    return {"id": dyad, "name": dyad_name(dyad), "a": a, "b": b}
