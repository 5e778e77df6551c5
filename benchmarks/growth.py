"""What a graph costs as it grows: writing beside a bare load of the same nodes and edges, reading beside bare Cypher.

The bare load is what somebody would write by hand who has all nodes and edges before him: for each kind one UNWIND with
MERGE (nodes) or CREATE (edges), a thousand rows a transaction, into an empty graph of the same schema on the same
engine. It need not know what it is that it loads; Accord's own bookkeeping (tallies, names) is not in it.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from pathlib import Path
from time import perf_counter
from typing import Any

from neo4j import ManagedTransaction

from benchmarks.made_readings import busiest_dyad, readings_with
from graph.claim import Pair
from graph.cypher import Query, claim, dyad, leader
from graph.everything import EdgeRow, NodeRow, edges, nodes
from graph.store import Store, StoreConfig, open_store
from graph.view.facts import best_ids
from graph.view.view import EVIDENCE, LIMIT, SHOWN
from graph.vocabulary.names import dyad_id

ROWS = 1000
"""Rows in one transaction of the bare load."""

ROUNDS = 40
"""So often each query is asked, both ways in turn."""


@dataclass(frozen=True, slots=True)
class Timed:
    """How long a query took, in milliseconds."""

    p50: float
    p95: float


@dataclass(frozen=True, slots=True)
class Growth:
    """One row of the table."""

    claims: int
    ours: float
    bare: float
    dyad: Timed
    bare_dyad: Timed
    median_dyad: Timed
    subgraph: Timed
    memory: int

    def __str__(self) -> str:
        return (
            f"| {self.claims:,} | {self.ours:,.0f} | {self.bare:,.0f} | {self.ours / self.bare:.2f} "
            f"| {self.dyad.p50:.1f} / {self.bare_dyad.p50:.1f} = {self.dyad.p50 / self.bare_dyad.p50:.2f} "
            f"| {self.dyad.p95:.1f} | {self.median_dyad.p95:.1f} | {self.subgraph.p50:.0f} | {self.memory} |"
        )


HEAD = (
    "| claims | stored/s | bare load/s | ratio | busiest dyad p50, ms: Accord / bare | p95 | p95 of a usual dyad "
    "| one actor's subgraph p50 | engine MB |\n|---|---|---|---|---|---|---|---|---|"
)


def measure(claims: int) -> Growth:
    """Makes a graph of `claims` claims on an embedded engine of its own, and another one by the bare load."""
    readings = list(readings_with(claims))
    number = sum(len(reading.claims) for _, reading in readings)
    for _, reading in readings:
        for one in reading.claims:
            one.id  # noqa: B018 - both ways the ids are there before
    with _engine() as store:
        started = perf_counter()
        for _ in store.writer().write_batches(readings):
            pass
        ours = number / (perf_counter() - started)
        pair = busiest_dyad(readings)
        usual = _usual_dyad(store)
        dyads = _in_turn(lambda: store.view().dyad(*pair), lambda: bare_dyad(store, pair))
        median = _timed(lambda: store.view().dyad(*usual))
        subgraph = _timed(lambda: store.view().subgraph([pair[0]]), ROUNDS // 4)
        memory = _memory_of(store)
        with _engine() as empty:
            bare = number / _bare_load(store, empty)
    return Growth(number, ours, bare, *dyads, median, subgraph, memory)


def _bare_load(source: Store, target: Store) -> float:
    """Seconds that it takes to load all nodes and edges of one graph into another, read beforehand."""
    kinds: list[tuple[str, list[dict[str, Any]]]] = []
    for label, own in groupby(nodes(source), key=lambda node: node.label):
        if label not in {"Actor", "Sector"}:
            kinds.append((f"UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) SET n = row", [_node(n) for n in own]))
    found = sorted((edge for edge in edges(source) if edge.properties.get("basis") != "reference"), key=_kind)
    for (start, edge_type, end), rows in groupby(found, key=_kind):
        text = (
            f"UNWIND $rows AS row MATCH (a:{start} {{id: row.source}}) MATCH (b:{end} {{id: row.target}}) "
            f"CREATE (a)-[e:{edge_type}]->(b) SET e = row.properties"
        )
        kinds.append((text, [_edge(edge) for edge in rows]))
    started = perf_counter()
    for text, all_rows in kinds:
        for part in _parts(all_rows):
            target.connection.write(partial(_load, text=text, rows=part))
    return perf_counter() - started


def _load(transaction: ManagedTransaction, text: str, rows: Sequence[dict[str, Any]]) -> None:
    transaction.run(text, rows=rows).consume()


def bare_dyad(store: Store, pair: Pair) -> int:
    """The rows of a dyad by the Cypher alone, in one transaction; their number."""
    id_ = dyad_id(*pair)

    def read(run: Callable[[Query], list[dict[str, Any]]]) -> int:
        rows = run(dyad.facts([id_], SHOWN, LIMIT))
        claims = run(claim.passages(best_ids([row["fact"] for row in rows], EVIDENCE)))
        attended = sorted({key for row in rows for key in row["fact"].get("leader_ids", ())})
        people = run(leader.of_dyad(pair, attended, sorted({row["article"]["id"] for row in claims})))
        told = run(claim.passages(best_ids([row["fact"] for row in people], EVIDENCE)))
        return len(rows) + len(claims) + len(people) + len(told)

    return store.connection.read_together(read)


def _usual_dyad(store: Store) -> Pair:
    """The dyad in the middle, by how much it shares."""
    ids = store.view().dyads(limit=1_000_000)
    a, _, b = ids[len(ids) // 2].partition("-")
    return a, b


def _in_turn(ours: Callable[[], Any], bare: Callable[[], Any]) -> tuple[Timed, Timed]:
    """Both ways, each first every other time, so that whatever else the machine does hits both."""
    times: tuple[list[float], list[float]] = ([], [])
    for turn in range(ROUNDS):
        order = [(ours, times[0]), (bare, times[1])]
        for work, own in order if turn % 2 else reversed(order):
            own.append(_milliseconds(work))
    return _percentiles(times[0]), _percentiles(times[1])


def _timed(work: Callable[[], Any], rounds: int = ROUNDS) -> Timed:
    return _percentiles([_milliseconds(work) for _ in range(rounds)])


def _milliseconds(work: Callable[[], Any]) -> float:
    started = perf_counter()
    work()
    return (perf_counter() - started) * 1000


def _percentiles(times: Sequence[float]) -> Timed:
    return Timed(statistics.median(times), statistics.quantiles(times, n=20)[-1])


def _node(node: NodeRow) -> dict[str, Any]:
    return dict(node.properties)


def _edge(edge: EdgeRow) -> dict[str, Any]:
    return {"source": edge.source, "target": edge.target, "properties": dict(edge.properties)}


def _kind(edge: EdgeRow) -> tuple[str, str, str]:
    return edge.source_label, edge.type, edge.target_label


def _parts(rows: Sequence[dict[str, Any]]) -> Iterator[Sequence[dict[str, Any]]]:
    return (rows[start : start + ROWS] for start in range(0, len(rows), ROWS))


@contextmanager
def _engine() -> Iterator[Store]:
    """An empty graph on an engine of its own, both gone afterwards."""
    with (
        tempfile.TemporaryDirectory(prefix="accord-growth-") as home,
        open_store(StoreConfig(home=Path(home))) as store,
    ):
        yield store


def _memory_of(store: Store) -> int:
    """Resident megabytes of the engine's process; of this one where there is no such file."""
    status = Path(f"/proc/{store.engine.pid}/status") if store.engine else Path("/nowhere")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) // 1024


def main() -> None:
    """Runs the benchmark and prints its table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.growth", description=__doc__)
    parser.add_argument("claims", nargs="*", type=int, default=[10_000, 100_000], help="sizes (10000 100000)")
    options = parser.parse_args()
    print(HEAD)
    for claims in options.claims:
        print(measure(claims), flush=True)


if __name__ == "__main__":
    main()
