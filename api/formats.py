"""Other forms of what is served as JSON: CSV of any list, GraphML and JSON-LD of what some actors share."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Coroutine, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, get_origin

from fastapi.responses import Response
from fastapi.routing import APIRoute
from starlette.requests import Request

from api.accept import CSV, GRAPHML, JSON, JSONLD, preferred
from graph.errors import QuestionError
from graph.export import export
from graph.store import Store

_OUR_NAMES = {GRAPHML: ("graphml", "accord.graphml"), JSONLD: ("jsonld", "accord.jsonld")}

Forms = dict[int | str, dict[str, Any]]

TABLE: Forms = {200: {"content": {CSV: {"schema": {"type": "string"}}}}}
"""For the OpenAPI document: that a route also gives a table."""

SHARED_FORMS: Forms = {200: {"content": {"text/html": {}, **TABLE[200]["content"], JSONLD: {}, GRAPHML: {}}}}
"""The same of what actors share, which has other forms too."""

AS_PAGE: Forms = {200: {"content": {"text/html": {}}}}
"""That it also gives a page."""

PAGE_AND_TABLE: Forms = {200: {"content": {**AS_PAGE[200]["content"], **TABLE[200]["content"]}}}
"""That it also gives both."""

Handler = Callable[[Request], Coroutine[Any, Any, Response]]


class Tabular(APIRoute):
    """A route that gives its JSON as CSV to whoever likes that better: a list, or what its `responses` say has CSV."""

    def __init__(self, path: str, endpoint: Callable[..., Any], **options: Any) -> None:
        if get_origin(options.get("response_model")) is list:
            options["responses"] = {**TABLE, **(options.get("responses") or {})}
        super().__init__(path, endpoint, **options)

    def get_route_handler(self) -> Handler:
        """The route's handler, and the table of what it gives."""
        handler = super().get_route_handler()
        if CSV not in self.responses.get(200, {}).get("content", {}):
            return handler

        async def tabular(request: Request) -> Response:
            response = await handler(request)
            if response.media_type != JSON or preferred(request, (JSON, CSV)) != CSV:
                return response
            headers = {name: value for name, value in response.headers.items() if name == "link"}
            return Response(as_csv(json.loads(bytes(response.body))), response.status_code, headers, CSV)

        return tabular


def as_csv(body: Any) -> str:
    """The items of a list, the edges of a subgraph, or the facts of a dyad or an answer, one a line.

    A fact among others says what `fact` it is. What is within another is named by both (``support.sources``); lists of
    texts are joined by semicolons, passages left out.
    """
    rows = [dict(_flat(item)) for item in _items(body)]
    names = list(dict.fromkeys(name for row in rows for name in row))
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, names, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def _items(body: Any) -> Iterator[Any]:
    if isinstance(body, list):
        yield from body
    elif "edges" in body:
        yield from body["edges"]
    else:
        facts = {kind: found for kind, found in body.get("facts", body).items() if found and isinstance(found, list)}
        for kind, found in facts.items():
            yield from ({"fact": kind, **fact} for fact in found if isinstance(fact, dict))


def _flat(item: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in item.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{name}.")
        elif not isinstance(value, list):
            yield f"{prefix}{name}", value
        elif not any(isinstance(one, dict | list) for one in value) and name != "evidence":
            yield f"{prefix}{name}", ";".join(map(str, value))


def exported(request: Request, store: Store, actors: Sequence[str], day: str | None) -> Response | None:
    """What actors share as GraphML or JSON-LD, where the client likes that best; None where it does not.

    Raises `QuestionError` where it is asked for as of a day, and `NotFound` where the graph says nothing of them.
    """
    wanted = preferred(request, (JSON, "text/html", CSV, GRAPHML, JSONLD))
    if wanted not in _OUR_NAMES:
        return None
    if day is not None:
        raise QuestionError(f"{wanted} is of the graph as it is now: ask without as_of, or for JSON.")
    form, name = _OUR_NAMES[wanted]
    with TemporaryDirectory(prefix="accord-") as folder:
        path = Path(folder, name)
        export(store, form, path, actors)
        content = path.read_bytes()
    return Response(content, media_type=wanted, headers={"Content-Disposition": f'attachment; filename="{name}"'})
