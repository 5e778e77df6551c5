"""The graph as it was on a day: rows folded from the contributions that were known then, by what folds the graph."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from graph.cluster import resolved, rulings_of
from graph.cypher import claim, dyad, mention, past, ruling
from graph.identity import actors_of, is_mention, leader_scope, scope_of
from graph.projection import Contribution, fact_of, summarized
from graph.projection.as_of import known_at
from graph.projection.contribution import from_json, joined
from graph.projection.edges import COOPERATES_WITH, EVENT_EDGES, dyads_of_fact
from graph.projection.key import FactLabel, edge_key, edge_of, label_of, top_level
from graph.projection.mention import by_mention
from graph.view.order import edges_in_order, in_order
from graph.view.rows import Bundle, Row, Run, Standing, Strength, Wanted
from graph.view.wanted import Listed, Place, Sort, is_listed, page_of
from graph.vocabulary import plover

PART = 1000
"""Keys that one query asks for."""

_PLURALS = {"Cooperation": "cooperation", "Dispute": "disputes", "Event": "events"}
_PLURALS |= {"Agreement": "agreements", "Meeting": "meetings"}


class Past:
    """See `graph.view.rows.Rows`. It reads all contributions to what it is asked for, so it takes longer."""

    def __init__(self, run: Run, day: str) -> None:
        self._run = run
        self._day = day
        self._held: dict[str, list[Contribution]] = {}
        self._scopes: set[str] = set()
        self._places: dict[str, str] = {}
        self._leaders: dict[str, Row] = {}

    def listed(self, label: FactLabel, wanted: Listed, sort: Sort, after: Place | None, limit: int) -> list[Row]:
        found = [fact for fact in self._all(label, wanted) if is_listed(fact, wanted)]
        return [self._met(label, fact) for fact in page_of(found, sort, after, limit)]

    def fact(self, label: FactLabel, fact: str) -> Row | None:
        if label == "Leader":
            self._resolve(self._scopes_of([fact]))
            return self._leaders.get(fact)
        made = self._made([fact]).get(fact)
        return self._met(label, made) if made else None

    def cooperation(self, dyad: str, sector: str | None) -> list[Row]:
        return [fact for fact in self._of([dyad])[dyad]["Cooperation"] if _in_sector(fact, sector)]

    def disputes(self, dyad: str, sector: str | None) -> list[Row]:
        wanted = top_level(sector) if sector else None
        return [f for f in self._of([dyad])[dyad]["Dispute"] if wanted in {None, f.get("sector")}]

    def events(self, dyad: str, wanted: Wanted, skip: int, limit: int) -> list[Row]:
        return [fact for fact in self._of([dyad])[dyad]["Event"] if _is_wanted(fact, wanted)][skip : skip + limit]

    def agreements(self, dyad: str, sector: str | None, skip: int, limit: int) -> list[Row]:
        found = self._of([dyad])[dyad]["Agreement"]
        return [fact for fact in found if _about(fact, sector)][skip : skip + limit]

    def all_agreements(
        self, actor: str | None, sector: str | None, status: str | None, skip: int, limit: int
    ) -> list[Row]:
        keys = [row["key"] for row in self._run(past.agreements(actor))]
        found = [f for f in self._facts(keys) if status in {None, f["status"]} and _about(f, sector)]
        return in_order("Agreement", found)[skip : skip + limit]

    def meetings(self, dyad: str, wanted: Wanted, skip: int, limit: int) -> list[Row]:
        found = [fact for fact in self._of([dyad])[dyad]["Meeting"] if _is_wanted(fact, wanted)]
        return [{**fact, "attended": self._attended(fact)} for fact in found[skip : skip + limit]]

    def bundles(self, dyads: Sequence[str], modalities: Sequence[str], limit: int) -> Mapping[str, Bundle]:
        wanted = Wanted(modalities)
        found: dict[str, Bundle] = {}
        for id_, kinds in self._of(dyads).items():
            shown = {label: [f for f in own if _is_wanted(f, wanted)] for label, own in kinds.items()}
            found[id_] = {k: own if k in {"Cooperation", "Dispute"} else own[:limit] for k, own in shown.items()}
        return found

    def totals(self, dyads: Sequence[str], modalities: Sequence[str]) -> Mapping[str, Mapping[str, int]]:
        wanted = Wanted(modalities)
        return {
            id_: {_PLURALS[label]: sum(_is_wanted(f, wanted) for f in own) for label, own in kinds.items()}
            for id_, kinds in self._of(dyads).items()
        }

    def between(self, dyads: Sequence[str]) -> list[Row]:
        pairs = [id_.split("-") for id_ in dyads]
        ends = [(a, b) for a, b in pairs] + [(b, a) for a, b in pairs]
        keys = [edge_key(EVENT_EDGES[event.id], *pair) for pair in ends for event in plover()]
        rows = []
        for key, edge in self._made(keys).items():
            kind, actor, recipient = edge_of(key)
            rows.append({"type": kind.type, "actor": actor, "recipient": recipient, "edge": edge})
        return rows

    def areas(self) -> list[Row]:
        return [
            {"label": label, "fact": {**fact, "dyad": id_}}
            for id_, kinds in self._of(self._dyad_ids(None)).items()
            for label in ("Cooperation", "Dispute")
            for fact in kinds[label]
        ]

    def ties(self) -> list[Row]:
        ids = self._dyad_ids(None)
        made = self._made(edge_key(COOPERATES_WITH, *id_.split("-")) for id_ in ids)
        ends = [edge_of(key) for key in made]
        together = [
            {"type": kind.type, "actor": actor, "recipient": recipient, "edge": edge}
            for (kind, actor, recipient), edge in zip(ends, made.values(), strict=True)
        ]
        return together + self.between(ids)

    def leaders(self, actor: str | None, role: str | None, limit: int) -> list[Row]:
        actors = [actor] if actor else [row["actor"] for row in self._run(past.ACTORS_WITH_LEADERS)]
        self._resolve(map(leader_scope, actors))
        found = [fact for fact in self._leaders.values() if role in {None, fact["role"]}]
        return in_order("Leader", [f for f in found if actor is None or actor in f["actors"]])[:limit]

    def leaders_of(self, actors: Sequence[str], attended: Sequence[str], articles: Sequence[str]) -> list[Row]:
        self._resolve(map(leader_scope, actors))
        rows: list[Row] = []
        for key, fact in self._leaders.items():
            own = not set(actors).isdisjoint(fact["actors"])
            named = {c.article for c in self._held[key]} & set(articles) if own else set()
            if named or key in attended:
                rows.append({"fact": fact, "articles": sorted(named)})
        return rows

    def partners(self, actor: str, sector: str | None, limit: int) -> list[Row]:
        ids = [row["id"] for row in self._run(dyad.of_actor(actor))]
        if sector is None:
            made = self._made(edge_key(COOPERATES_WITH, *id_.split("-")) for id_ in ids)
            return edges_in_order([{"dyad": edge["fact"], "edge": edge} for edge in made.values()])[:limit]
        found = [f for f in self._facts(f"coop:{id_}:{top_level(sector)}" for id_ in ids) if _in_sector(f, sector)]
        ordered = in_order("Cooperation", found)[:limit]
        return [{"dyad": fact["dyad"], "edge": {**fact, "sectors": [sector]}} for fact in ordered]

    def dyads(self, actor: str | None, limit: int, after: Strength | None = None) -> list[Strength]:
        kinds = self._of(self._dyad_ids(actor))
        found = [Strength(_strength(own), id_) for id_, own in kinds.items() if any(own.values())]
        ordered = sorted(found, key=_weakness)
        return [one for one in ordered if after is None or _weakness(one) > _weakness(after)][:limit]

    def number_of_dyads(self, actor: str) -> int:
        return len(self.dyads(actor, limit=10**9))

    def passages(self, claims: Sequence[str]) -> list[Row]:
        return self._run(claim.passages(claims)) if claims else []

    def supporting(self, fact: str, limit: int, after: Standing | None = None) -> list[Row]:
        if is_mention(fact):
            self._resolve(self._scopes_of([fact]))
        else:
            self._read([fact])
        said = {Standing(s.confidence, c.published or "", s.claim) for c in self._held.get(fact, ()) for s in c.sayings}
        ordered = sorted(said, key=lambda one: one.claim)
        ordered.sort(key=lambda one: (one.confidence, one.published), reverse=True)
        claims = [one.claim for one in ordered if after is None or _stands_behind(one, after)][:limit]
        found = {row["claim"]["id"]: row for row in self.passages(claims)}
        return [found[id_] for id_ in claims]

    def _dyad_ids(self, actor: str | None) -> list[str]:
        return [row["id"] for row in self._run(dyad.of_actor(actor) if actor else past.DYADS)]

    def _all(self, label: FactLabel, wanted: Listed) -> list[Row]:
        """The facts of a label, of the dyad or actor that is wanted or of all."""
        if label == "Leader":
            return self.leaders(wanted.actor, None, limit=10**9)
        if label == "Agreement" and not wanted.dyad:
            return self._facts(row["key"] for row in self._run(past.agreements(wanted.actor)))
        ids = [wanted.dyad] if wanted.dyad else self._dyad_ids(wanted.actor)
        found = {fact["id"]: fact for kinds in self._of(ids).values() for fact in kinds[label]}
        return list(found.values())

    def _met(self, label: FactLabel, fact: Row) -> Row:
        return {**fact, "attended": self._attended(fact)} if label == "Meeting" else fact

    def _of(self, dyads: Sequence[str]) -> dict[str, dict[str, list[Row]]]:
        """All facts of dyads, by label, in order."""
        keys = {row["key"] for part in _parts(dyads) for row in self._run(past.facts_of(part))}
        found: dict[str, dict[str, list[Row]]] = {id_: {label: [] for label in _PLURALS} for id_ in dyads}
        for fact in self._facts(sorted(keys)):
            label = label_of(fact["id"]) or ""
            for id_ in dyads_of_fact(label, fact):
                if id_ in found:
                    found[id_][label].append(fact)
        return {id_: {label: in_order(label, own) for label, own in k.items()} for id_, k in found.items()}

    def _facts(self, keys: Iterable[str]) -> list[Row]:
        return list(self._made(keys).values())

    def _made(self, keys: Iterable[str]) -> dict[str, Row]:
        """The facts and edges with these keys, of those that there were; with a fact all others that may be it."""
        keys = list(keys)
        plain = [key for key in keys if not is_mention(key)]
        self._read(plain)
        scopes = self._scopes_of([key for key in keys if is_mention(key)])
        self._resolve(scopes)
        facts = {fact for key, fact in self._places.items() if scope_of(key) in scopes}
        met = {actor for fact in facts if label_of(fact) == "Meeting" for actor in actors_of(fact)}
        self._resolve(map(leader_scope, sorted(met)))
        made = {key: fact_of(key, summarized(self._held[key]), self._places) for key in (*plain, *sorted(facts))}
        return {key: fact for key, fact in made.items() if fact is not None}

    def _read(self, keys: Iterable[str]) -> None:
        """Makes the contributions known that there were by then."""
        self._held |= self._contributions(set(keys) - self._held.keys())

    def _contributions(self, keys: Iterable[str]) -> dict[str, list[Contribution]]:
        """The contributions to these facts and edges that there were by then."""
        found: dict[str, list[Contribution]] = {key: [] for key in sorted(keys)}
        for part in _parts(list(found)):
            for row in self._run(past.contributions(part)):
                known = (known_at(from_json(text), self._day) for text in row["contributions"])
                found[row["key"]] += [c for c in known if c]
        return found

    def _scopes_of(self, facts: Sequence[str]) -> set[str]:
        """The scopes of which facts are now, or may have been then."""
        rows = [row for part in _parts(facts) for row in self._run(mention.of_facts(part))]
        return {*map(scope_of, facts), *(scope_of(row["key"]) for row in rows)}

    def _resolve(self, scopes: Iterable[str]) -> None:
        """Reads the mentions of scopes, apart or one as they were known by then; leaders among them are known then.

        With a leader comes whoever the same person is with other actors. Each fact is read once, whatever scopes its
        mentions are of.
        """
        said: dict[str, list[Contribution]] = {}
        read: set[str] = set()
        resolved_before = frozenset(self._scopes)
        ahead = set(scopes) - self._scopes
        while ahead:
            self._scopes |= ahead
            rows = [row for part in _parts(sorted(ahead)) for row in self._run(mention.facts_of(part))]
            facts = {row["fact"] for row in rows} - read
            read |= facts
            for fact, found in self._contributions(facts).items():
                for c in found:
                    for key, own in by_mention(c, fact).items():
                        if scope_of(key) not in resolved_before:
                            said.setdefault(key, []).append(own)
            ahead = {scope_of(key) for key in said} - self._scopes
        if said:
            self._place(said, resolved(said, rulings_of(self._run(ruling.ALL))))

    def _place(self, said: Mapping[str, list[Contribution]], places: Mapping[str, str]) -> None:
        """Makes known what was said under mentions, by the facts that these belonged to then."""
        self._places |= places
        by_fact: dict[str, dict[str, list[Contribution]]] = {}
        for key, found in said.items():
            own = by_fact.setdefault(places[key], {c.article: [c] for c in self._held.get(places[key], ())})
            for c in found:
                own.setdefault(c.article, []).append(c)
        for fact, articles in by_fact.items():
            self._held[fact] = [joined(parts) for parts in articles.values()]
            made = fact_of(fact, summarized(self._held[fact]), {}) if label_of(fact) == "Leader" else None
            self._leaders |= {fact: made} if made else {}

    def _attended(self, fact: Row) -> list[str]:
        return [self._leaders[key]["name"] for key in fact["leader_ids"]]


def _weakness(one: Strength) -> tuple[int, str]:
    return -one.sources, one.dyad


def _stands_behind(one: Standing, other: Standing) -> bool:
    if one[:2] != other[:2]:
        return one[:2] < other[:2]
    return one.claim > other.claim


def _in_sector(fact: Row, sector: str | None) -> bool:
    return sector is None or sector == fact["sector"] or sector in fact["subsectors"]


def _about(fact: Row, sector: str | None) -> bool:
    return sector is None or any(s == sector or s.startswith(f"{sector}.") for s in fact["sectors"])


def _is_wanted(fact: Row, wanted: Wanted) -> bool:
    """Whether a fact is among those wanted; one without modality always is."""
    if "modality" not in fact:
        return True
    date = fact.get("date")
    return (
        fact["modality"] in wanted.modalities
        and (not wanted.types or fact["type"] in wanted.types)
        and (wanted.sector is None or _about(fact, wanted.sector))
        and (wanted.since is None or (date is not None and date >= wanted.since))
        and (wanted.until is None or (date is not None and date <= f"{wanted.until}~"))
    )


def _strength(kinds: Mapping[str, Collection[Row]]) -> int:
    """The sources of what a dyad shares and disputes: of what it is drawn with."""
    shared = [*kinds["Cooperation"], *kinds["Agreement"], *(f for f in kinds["Dispute"] if f.get("sector"))]
    return sum(fact["sources"] for fact in shared)


def _parts(keys: Sequence[str]) -> list[Sequence[str]]:
    return [keys[start : start + PART] for start in range(0, len(keys), PART)]
