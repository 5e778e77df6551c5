"""One writing transaction: readings replaced, and the facts that they touch folded anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from json import dumps
from typing import Any, NamedTuple
from uuid import uuid4

from neo4j import ManagedTransaction

from graph import decision
from graph.article import Article
from graph.change import Change, stored
from graph.claim import Claim, Evidence
from graph.cluster import Rulings, rulings_of
from graph.copies import Copies, Mark, Place, key_properties
from graph.cypher import article as article_cypher
from graph.cypher import claim as claim_cypher
from graph.cypher import copy as copy_cypher
from graph.cypher import dyad as dyad_cypher
from graph.cypher import edge as edge_cypher
from graph.cypher import fact as fact_cypher
from graph.cypher import judgement as judgement_cypher
from graph.cypher import mention as mention_cypher
from graph.cypher import ruling as ruling_cypher
from graph.cypher import schema as schema_cypher
from graph.cypher.claim import ClaimLabel
from graph.errors import StoreOutdated
from graph.folding import Exchange, Moved, fold
from graph.identity import is_mention
from graph.judgement import Judged, Verdict, judged
from graph.ledger import Ledger
from graph.mentions import Mentions
from graph.projection import Contribution, contributions
from graph.reading import Presence, Reading
from graph.statement import to_json
from graph.vocabulary.names import dyad_name

ROWS = 1000
"""Rows that one query carries at most."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ArticleState:
    """An article to be stored, with its reading and the claims of that by id, which takes time to make.

    `digest` tells whether all that is stored already, `mark` of what it is a copy.
    """

    article: Article
    mark: Mark
    reading: Reading
    claims: Mapping[str, Claim]
    digest: str
    read_at: str


@dataclass(frozen=True, slots=True)
class StoredState:
    """What is stored of an article, as far as a writer asks: `keys` are of what it contributes to."""

    reader: str
    digest: str
    keys: tuple[str, ...]
    mark: Mark
    place: Place


class StoredClaim(NamedTuple):
    """Of which article a stored claim is, and whether it counts."""

    article: str
    label: ClaimLabel


@dataclass(frozen=True, slots=True)
class Counts:
    """Claims written, facts made or changed, facts removed; articles written that are copies of others."""

    claims: int
    facts: int
    removed: int
    copies: int


class WriteTransaction:
    """The steps of one transaction; it holds the writers' lock from its start to its end."""

    def __init__(self, transaction: ManagedTransaction) -> None:
        self._transaction = transaction
        if not self._run(schema_cypher.LOCK, turn=uuid4().hex):
            raise StoreOutdated("The graph has lost its schema: somebody emptied it. Open it again.")

    def states(self, articles: Sequence[str]) -> dict[str, StoredState]:
        """What is stored of these articles, by id."""
        rows = self._rows(article_cypher.STATE, "articles", articles)
        return {row["id"]: _stored_state(row) for row in rows}

    def replace(
        self,
        articles: Mapping[str, ArticleState | None],
        states: Mapping[str, StoredState],
        now: str,
        *,
        placed_anew: bool = False,
    ) -> Counts:
        """Stores each of `articles` in place of what is stored under its id; those with None are removed.

        `states` is what is stored of them; claims that are no longer made are closed as of `now`. Of what an article is
        a copy is looked up where its text or date is another, or it is to be `placed_anew`.
        """
        if not articles:
            return Counts(0, 0, 0, 0)
        held = {id_: states[id_] for id_ in articles if id_ in states}
        old_claims = self._claims_of(held)
        claims = {id_: claim for state in articles.values() if state for id_, claim in state.claims.items()}
        now_judged = judged(claims, self.verdicts(list(claims)))
        counted = {
            id_: {claim: now_judged.counted[claim] for claim in state.claims if claim in now_judged.counted}
            for id_, state in articles.items()
            if state
        }
        gone = frozenset(
            id_ for id_, old in old_claims.items() if old.label == "Claim" and id_ not in now_judged.counted
        )
        places, moved = self._places(articles, held, placed_anew)
        new = {
            id_: contributions(state.article, counted[id_], places[id_].source)
            for id_, state in articles.items()
            if state
        }
        exchange = Exchange({id_: (state.place.source, state.keys) for id_, state in held.items()}, new, moved)
        mentions = Mentions(self._rows, _growth(held, new), self._rulings)
        ledger = Ledger(self._rows)
        change = fold(exchange, mentions, ledger, self._meetings_of, gone)
        self._write_articles(articles, counted, new, places)
        self._close_claims(articles, old_claims, claims.keys(), now)
        self._write_claims(articles, now_judged, old_claims)
        self._write_change(change)
        mentions.write()
        ledger.write(change.tallies)
        forgotten = [id_ for id_, state in articles.items() if not state]
        self._rows(article_cypher.FORGET_CLOSED, "articles", forgotten)
        self._rows(article_cypher.FORGET, "articles", forgotten)
        return _counts(change, len(claims), sum(places[id_].copy_of is not None for id_ in new))

    def settle(self, scopes: Iterable[str]) -> Counts:
        """Folds the facts of these scopes anew whose mentions are no longer, or only now, one."""
        mentions, ledger = Mentions(self._rows, {}, self._rulings, scopes), Ledger(self._rows)
        change = fold(Exchange({}, {}), mentions, ledger, self._meetings_of, frozenset())
        self._write_change(change)
        mentions.write()
        ledger.write(change.tallies)
        return _counts(change, 0, 0)

    def note_clusters(self, digest: str) -> None:
        """Notes by which rules and facts all mentions are joined."""
        self._run(schema_cypher.SET_CLUSTERS, clusters=digest)

    def scopes(self) -> list[str]:
        """All scopes of mentions."""
        return [row["scope"] for row in self._run(mention_cypher.SCOPES)]

    def rule(self, put: Sequence[Row], withdrawn: Sequence[str] = ()) -> None:
        """Stores rulings, takes others back by id, and folds anew what follows from either."""
        before = self._rulings()
        gone = decision.held(self._transaction, "Ruling", withdrawn)
        decision.put(self._transaction, "Ruling", put)
        decision.delete(self._transaction, "Ruling", withdrawn)
        keys = [row[end] for row in (*put, *gone.values()) for end in ("a", "b")]
        self.settle(before.scopes_with(keys) | self._rulings().scopes_with(keys))

    def _rulings(self) -> Rulings:
        return rulings_of(self._run(ruling_cypher.ALL.text))

    def _places(
        self, articles: Mapping[str, ArticleState | None], held: Mapping[str, StoredState], anew: bool
    ) -> tuple[dict[str, Place], dict[str, Moved]]:
        """Of what each of `articles` is a copy; and the others that count as another source from now on.

        Where others are copies of others than before, that is written.
        """
        marks = {id_: state.mark for id_, state in articles.items() if state}
        steady = {id_ for id_, mark in marks.items() if not anew and id_ in held and held[id_].mark == mark}
        copies = Copies(self._run)
        settled = copies.settle(held.keys() - steady, {id_: m for id_, m in marks.items() if id_ not in steady})
        others = {id_: p for id_, p in settled.items() if id_ not in marks and p != copies.place(id_)}
        self._rows(copy_cypher.PLACE, "rows", [{"id": id_, **place._asdict()} for id_, place in others.items()])
        moving = [id_ for id_, place in others.items() if place.source != copies.place(id_).source]
        keys = {row["id"]: row["keys"] for row in self._rows(copy_cypher.CONTRIBUTED, "ids", moving)}
        places = {id_: settled.get(id_) or held[id_].place for id_ in marks}
        return places, {id_: Moved(copies.place(id_).source, others[id_].source, keys[id_]) for id_ in moving}

    def verdicts(self, claims: Sequence[str]) -> dict[str, Verdict]:
        """What people decided about these claims, by id; nothing of those about which nobody did."""
        return {row["claim"]: row["verdict"] for row in self._rows(judgement_cypher.HELD, "claims", claims)}

    def _claims_of(self, articles: Iterable[str]) -> dict[str, StoredClaim]:
        """The claims that are stored of these articles, by id, those that were rejected too."""
        rows = self._rows(claim_cypher.OF_ARTICLES, "articles", list(articles))
        return {row["claim"]: StoredClaim(row["article"], row["label"]) for row in rows}

    def _meetings_of(self, leaders: Iterable[str]) -> list[str]:
        """The meetings that these leaders attended."""
        return [row["meeting"] for row in self._rows(fact_cypher.MEETINGS_OF_LEADERS, "leaders", sorted(leaders))]

    def _write_articles(
        self,
        articles: Mapping[str, ArticleState | None],
        counted: Mapping[str, Mapping[str, Claim]],
        new: Mapping[str, Mapping[str, Contribution]],
        places: Mapping[str, Place],
    ) -> None:
        rows = [
            _article_row(state, len(counted[id_]), sorted(new[id_]), places[id_])
            for id_, state in articles.items()
            if state
        ]
        self._rows(article_cypher.PUT, "rows", rows)

    def _close_claims(
        self,
        articles: Mapping[str, ArticleState | None],
        old: Mapping[str, StoredClaim],
        made: Collection[str],
        now: str,
    ) -> None:
        """Keeps what no reading makes any more as closed, of articles that stay."""
        readers = {id_: state.reading.reader for id_, state in articles.items() if state}
        for label in claim_cypher.LABELS:
            rows = [
                {"claim": id_, "superseded_at": now, "superseded_by": readers[claim.article]}
                for id_, claim in sorted(old.items())
                if claim.label == label and id_ not in made and claim.article in readers
            ]
            self._rows(claim_cypher.CLOSE[label], "rows", rows)

    def _write_claims(
        self, articles: Mapping[str, ArticleState | None], now: Judged, old: Mapping[str, StoredClaim]
    ) -> None:
        """Puts each claim under the label that it has from `now` on, and deletes it under the one it had."""
        readers = {id_: state.reading.reader for id_, state in articles.items() if state}
        for label, claims in zip(claim_cypher.LABELS, (now.counted, now.rejected), strict=True):
            known = {id_ for id_, claim in old.items() if claim.label == label}
            made = [
                (id_, _claim_row(id_, claim, readers[claim.article_id], now.confirmed.get(id_)))
                for id_, claim in claims.items()
            ]
            self._rows(claim_cypher.DELETE[label], "claims", sorted(known - claims.keys()))
            self._rows(claim_cypher.UPDATE[label], "rows", [row for id_, row in made if id_ in known])
            self._rows(claim_cypher.CREATE[label], "rows", [row for id_, row in made if id_ not in known])

    def _write_change(self, change: Change) -> None:
        self._write_dyads(change.dyads)
        for label, facts in change.new_facts.items():
            self._rows(fact_cypher.CREATE[label], "rows", facts)
        for label, facts in change.put_facts.items():
            self._rows(fact_cypher.PUT[label], "rows", facts)
        for label, rows in change.unsupport.items():
            self._rows(fact_cypher.UNSUPPORT[label], "rows", rows)
        for label, rows in change.support.items():
            self._rows(fact_cypher.SUPPORT[label], "rows", rows)
        for label, ids in change.drop_facts.items():
            self._rows(fact_cypher.DELETE[label], "ids", ids)
        for kind, rows in change.delete_edges.items():
            self._rows(edge_cypher.DELETE[kind], "rows", rows)
        for kind, rows in change.update_edges.items():
            self._rows(edge_cypher.UPDATE[kind], "rows", rows)
        for kind, rows in change.create_edges.items():
            self._rows(edge_cypher.CREATE[kind], "rows", rows)
        self._rows(dyad_cypher.DELETE_BARE, "dyads", sorted(change.bare))

    def _write_dyads(self, dyads: set[str]) -> None:
        """Makes those of `dyads` that the graph lacks."""
        known = {row["dyad"] for row in self._rows(dyad_cypher.KNOWN, "dyads", sorted(dyads))}
        self._rows(dyad_cypher.CREATE, "rows", [_dyad_row(dyad) for dyad in sorted(dyads - known)])

    def _rows(self, text: str, name: str, rows: Sequence[Any]) -> list[Row]:
        """What a query returns of `rows`, of which it is given no more at once than `ROWS`."""
        found: list[Row] = []
        for start in range(0, len(rows), ROWS):
            found += self._run(text, **{name: rows[start : start + ROWS]})
        return found

    def _run(self, text: str, **parameters: Any) -> list[Row]:
        return self._transaction.run(text, parameters).data()


def _growth(held: Mapping[str, StoredState], new: Mapping[str, Mapping[str, Contribution]]) -> dict[str, int]:
    """By how many articles more each mention is made."""
    growth: Counter[str] = Counter(key for own in new.values() for key in own if is_mention(key))
    growth.subtract(key for state in held.values() for key in state.keys if is_mention(key))
    return dict(growth)


def _stored_state(row: Row) -> StoredState:
    mark = Mark(row["id"], row["published"], row["origin"], row["signature"])
    place = Place(row["earliest"], row["copy_of"], row["source"])
    return StoredState(row["reader"], row["digest"], tuple(row["keys"]), mark, place)


def _counts(change: Change, claims: int, copies: int) -> Counts:
    return Counts(
        claims,
        facts=sum(map(len, [*change.new_facts.values(), *change.put_facts.values()])),
        removed=sum(map(len, change.drop_facts.values())),
        copies=copies,
    )


def _article_row(state: ArticleState, claims: int, keys: list[str], place: Place) -> Row:
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
            "origin": state.mark.origin,
            "signature": state.mark.signature,
            **key_properties(state.mark),
            **place._asdict(),
            "text_removed": article.removed.on if article.removed else None,
            "actors": sorted({presence.actor for presence in reading.presences}),
            "presences": [_presence_text(presence) for presence in reading.presences],
            "keys": keys,
            "reader": reading.reader,
            "claims": claims,
            "digest": state.digest,
            "read_at": state.read_at,
        }
    )


def _claim_row(id_: str, claim: Claim, reader: str, read_confidence: float | None) -> Row:
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
        "read_confidence": read_confidence,
        "judged": None if read_confidence is None else "confirmed",
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
