"""The facts of dyads with their sentences, of any number of dyads in a few queries."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from graph.fact import DyadFact, LeaderFact, Passage, Support
from graph.view import facts as as_facts
from graph.view.order import in_order
from graph.view.rows import Bundle, Row, Rows
from graph.vocabulary.names import dyad_name

F = TypeVar("F")
Make = Callable[[as_facts.Properties, Support, as_facts.Passages], F]

_OF_ACTS = ("Cooperation", "Dispute", "Event", "Agreement", "Meeting")


def quoted(rows: Rows, make: Make[F], found: Sequence[Row], evidence: int) -> tuple[F, ...]:
    """Rows as facts, with their passages read at once."""
    return as_facts.facts(make, found, passages_of(rows, found, evidence), evidence)


def passages_of(rows: Rows, found: Sequence[Row], evidence: int) -> dict[str, Passage]:
    """The passages to quote for these facts."""
    read = rows.passages(as_facts.best_ids(found, evidence))
    return {row["claim"]["id"]: as_facts.passage(row) for row in read}


def dyad_facts(
    rows: Rows, dyads: Sequence[str], modalities: Sequence[str], evidence: int, limit: int
) -> list[DyadFact]:
    """All facts of each of `dyads`, in their order."""
    bundles = rows.bundles(dyads, modalities, limit)
    passages = passages_of(
        rows, [fact for own in bundles.values() for facts in own.values() for fact in facts], evidence
    )
    people = _people(rows, bundles, passages)
    names = {row["fact"]["id"]: row["fact"]["name"] for row in people}
    own_people = {id_: _leaders_of(id_, bundles.get(id_, {}), people, passages, evidence)[:limit] for id_ in dyads}
    told = passages_of(rows, [fact for own in own_people.values() for fact in own], evidence)
    return [
        _dyad(
            id_,
            bundles.get(id_, {}),
            names,
            passages,
            as_facts.facts(as_facts.leader, own_people[id_], told, evidence),
            evidence,
        )
        for id_ in dyads
    ]


def _dyad(
    id_: str,
    bundle: Bundle,
    names: Mapping[str, str],
    passages: Mapping[str, Passage],
    leaders: tuple[LeaderFact, ...],
    evidence: int,
) -> DyadFact:
    a, _, b = id_.partition("-")

    def made(make: Make[F], label: str) -> tuple[F, ...]:
        return as_facts.facts(make, bundle.get(label, ()), passages, evidence)

    meetings = [{**m, "attended": [names[key] for key in m["leader_ids"]]} for m in bundle.get("Meeting", ())]
    return DyadFact(
        id=id_,
        name=dyad_name(id_),
        actors=(a, b),
        cooperation=made(as_facts.cooperation, "Cooperation"),
        disputes=made(as_facts.dispute, "Dispute"),
        events=made(as_facts.event, "Event"),
        agreements=made(as_facts.agreement, "Agreement"),
        meetings=as_facts.facts(as_facts.meeting, meetings, passages, evidence),
        leaders=leaders,
    )


def _people(rows: Rows, bundles: Mapping[str, Bundle], passages: Mapping[str, Passage]) -> list[Row]:
    """The leaders who attended, and those of the dyads' actors whom the quoted articles name."""
    actors = sorted({actor for id_ in bundles for actor in id_.split("-")})
    attended = {key for own in bundles.values() for meeting in own.get("Meeting", ()) for key in meeting["leader_ids"]}
    articles = {passage.article_id for passage in passages.values()}
    return rows.leaders_of(actors, sorted(attended), sorted(articles))


def _leaders_of(
    dyad: str, bundle: Bundle, people: Sequence[Row], passages: Mapping[str, Passage], evidence: int
) -> list[Row]:
    """Those of the dyad's actors who attended its meetings, or whom the articles name that are quoted for its facts."""
    attended = {key for meeting in bundle.get("Meeting", ()) for key in meeting["leader_ids"]}
    claims = as_facts.best_ids([fact for label in _OF_ACTS for fact in bundle.get(label, ())], evidence)
    articles = {passages[claim].article_id for claim in claims if claim in passages}
    found = {
        row["fact"]["id"]: row["fact"]
        for row in people
        if not set(dyad.split("-")).isdisjoint(row["fact"]["actors"])
        and (row["fact"]["id"] in attended or not articles.isdisjoint(row["articles"]))
    }
    return in_order("Leader", list(found.values()))
