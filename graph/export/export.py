"""The export: the whole graph, or what some actors share, in one of the forms."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.errors import SettingError
from graph.everything import Selection, edges, nodes, select
from graph.export.admin_csv import write_csv
from graph.export.drawn import write_gexf, write_graphml
from graph.export.jsonld import write_jsonld
from graph.export.parquet import write_parquet
from graph.export.plover import write_plover
from graph.network import to_networkx
from graph.store import Store


@dataclass(frozen=True, slots=True)
class Format:
    """A form of the graph: `write` gives the number of what it wrote, which `unit` names; `folder` of files, or one."""

    name: str
    help: str
    unit: str
    folder: bool
    write: Callable[[Store, Selection | None, Path], int]


FORMATS: dict[str, Format] = {
    form.name: form
    for form in (
        Format(
            "graphml",
            "the projected graph for Gephi, yEd, Cytoscape, igraph",
            "nodes and edges",
            False,
            lambda store, selection, path: write_graphml(to_networkx(store, selection=selection), path),
        ),
        Format(
            "gexf",
            "the projected graph for Gephi",
            "nodes and edges",
            False,
            lambda store, selection, path: write_gexf(to_networkx(store, selection=selection), path),
        ),
        Format(
            "jsonld",
            "facts, claims and articles as linked data with ISO 3166-1 and Wikidata identifiers",
            "nodes",
            False,
            lambda store, selection, path: write_jsonld(nodes(store, selection), edges(store, selection), path),
        ),
        Format(
            "csv",
            "everything as files for `neo4j-admin database import full`",
            "nodes and edges",
            True,
            lambda store, selection, path: write_csv(
                nodes(store, selection, kept=True), edges(store, selection, kept=True), path
            ),
        ),
        Format(
            "parquet",
            "everything as tables for data frames",
            "rows",
            True,
            lambda store, selection, path: write_parquet(nodes(store, selection), edges(store, selection), path),
        ),
        Format("plover", "events as PLOVER JSON Lines, each with article and sentence", "events", False, write_plover),
    )
}


def export(store: Store, form: str, path: Path, actors: Sequence[str] = ()) -> int:
    """Writes the graph, or the dyads of `actors`, to `path` in one of `FORMATS`; gives the number of what was written.

    Raises `SettingError` where a folder is asked for and `path` holds something, or the other way round, and `NotFound`
    where the graph says nothing of `actors`.
    """
    wanted = FORMATS[form]
    if wanted.folder and path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise SettingError(f"{path} is no empty folder; {form} is written as files of a folder of their own.")
    if not wanted.folder and path.is_dir():
        raise SettingError(f"{path} is a folder; {form} is one file.")
    return wanted.write(store, select(store, actors), path)
