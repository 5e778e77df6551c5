"""SQL on the embedded engine, over its HTTP interface: for the few things that its Cypher cannot say."""

from __future__ import annotations

import json
from base64 import b64encode
from http.client import HTTPConnection, HTTPException

from graph.engine.folder import DATABASE
from graph.errors import QueryRefused, StoreUnreachable

_TIMEOUT_S = 3600.0
"""An index over a large graph takes minutes."""


def run_sql(port: int, username: str, password: str, command: str) -> None:
    """Runs one command on the engine that answers at `port` on this machine.

    Raises `StoreUnreachable` if nothing answers there, `QueryRefused` if the engine refuses.
    """
    credentials = b64encode(f"{username}:{password}".encode()).decode()
    headers = {"Authorization": f"Basic {credentials}", "Content-Type": "application/json"}
    body = json.dumps({"language": "sql", "command": command})
    connection = HTTPConnection("127.0.0.1", port, timeout=_TIMEOUT_S)
    try:
        connection.request("POST", f"/api/v1/command/{DATABASE}", body, headers)
        answer = connection.getresponse()
        said = answer.read().decode("utf-8", errors="replace")
    except (OSError, HTTPException) as error:
        raise StoreUnreachable(f"The embedded engine does not answer at 127.0.0.1:{port}: {error}.") from error
    finally:
        connection.close()
    if answer.status >= 300:
        raise QueryRefused(f"The embedded engine refused {command!r}: {said}")
