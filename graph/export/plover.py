"""PLOVER JSON Lines: one event a line, with the article and the sentence that say so best."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.cypher import claim as claim_cypher
from graph.everything import Properties, Selection, nodes_of
from graph.vocabulary import plover
from graph.vocabulary.names import actor_name

if TYPE_CHECKING:
    from graph.store import Store


def write_plover(store: Store, selection: Selection | None, path: Path) -> int:
    """Writes all events, negated ones too (see `modality`), in the order of their ids; gives their number.

    Field names follow the PLOVER codebook (actor, recipient, type, mode, quad, date); `intensity` is the type's score
    from -10 to 10 (`plover.yaml` names its source), `sectors` stand in the place of PLOVER's contexts.
    """
    count = 0
    with path.open("w", encoding="utf-8") as stream:
        for part in nodes_of(store, "Event", selection):
            best = {event["best"][0] for event in part}
            rows = store.connection.read(claim_cypher.passages(sorted(best)))
            passages = {row["claim"]["id"]: row for row in rows}
            for event in part:
                row = _row(event, passages[event["best"][0]])
                stream.write(json.dumps(row, ensure_ascii=False) + "\n")
                count += 1
    return count


def _row(event: Properties, passage: dict[str, Any]) -> dict[str, Any]:
    claim, article = passage["claim"], passage["article"]
    return {
        "id": event["id"],
        "date": event.get("date"),
        "date_basis": event.get("date_basis"),
        "actor": {"id": event["actor"], "name": actor_name(event["actor"])},
        "recipient": {"id": event["recipient"], "name": actor_name(event["recipient"])},
        "type": event["type"],
        "mode": event.get("mode"),
        "quad": event["quad"],
        "intensity": plover().by_id[event["type"]].weight,
        "modality": event["modality"],
        "sectors": event.get("sectors", []),
        "articles": event["articles"],
        "sources": event["sources"],
        "confidence": event["confidence"],
        "article": {name: article[name] for name in ("id", "title", "url", "publisher", "published")},
        "sentence": {name: claim[name] for name in ("text", "field", "start", "end")},
    }
