"""Where a Neo4j Browser for a graph is, and the link that opens it there with the connection filled in."""

from __future__ import annotations

from urllib.parse import quote, urlencode, urlsplit

from graph.connection import Connection
from graph.cypher.setting import HTTP
from graph.errors import StoreError

AURA = "https://console.neo4j.io"
"""Aura has no pages of its own for each database: its console has the query window."""

_AURA_HOST = ".databases.neo4j.io"
_USUAL_PORT = 7474


def pages(connection: Connection) -> str:
    """Where the server of `connection` serves its Browser: as its settings say, else the usual port of its host."""
    host = urlsplit(connection.address).hostname or "localhost"
    if host.endswith(_AURA_HOST):
        return AURA
    try:
        settings = {row["name"]: row["value"] for row in connection.read(HTTP)}
    except StoreError:  # not everybody may ask
        settings = {}
    for scheme in ("http", "https"):
        if settings.get(f"server.{scheme}.enabled") == "true":
            return f"{scheme}://{settings[f'server.{scheme}.advertised_address']}/browser/"
    return f"http://{f'[{host}]' if ':' in host else host}:{_USUAL_PORT}/browser/"


def link(pages: str, uri: str, username: str, database: str) -> str:
    """The Browser at `pages` with all filled in but the password; only the console of Aura takes no such link."""
    if pages == AURA:
        return pages
    parts = urlsplit(uri)
    dbms = f"{parts.scheme}://{quote(username, safe='')}@{parts.netloc}"
    return f"{pages}?{urlencode({'dbms': dbms, 'db': database})}"
