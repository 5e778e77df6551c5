"""The Neo4j Browser served from its jar (Maven Central: org.neo4j.client:neo4j-browser), to this machine alone."""

from __future__ import annotations

import mimetypes
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from graph.errors import SettingError

FOLDER = "browser/"
"""Where the jar has the pages, and the address too."""


@contextmanager
def served(jar: Path) -> Iterator[str]:
    """Where the Browser is served as long as the block lasts; `SettingError` if `jar` is not the Browser's."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _handler(_pages(jar))) as server:
        Thread(target=server.serve_forever, name="browser", daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/{FOLDER}"
        finally:
            server.shutdown()


def _pages(jar: Path) -> dict[str, bytes]:
    """Each page by its path."""
    try:
        with zipfile.ZipFile(jar) as archive:
            pages = {f"/{name}": archive.read(name) for name in archive.namelist() if name.startswith(FOLDER)}
    except (OSError, zipfile.BadZipFile) as error:
        raise SettingError(f"{jar} is no jar: {error}") from error
    if f"/{FOLDER}index.html" not in pages:
        raise SettingError(f"{jar} is not the Neo4j Browser's jar: it has no {FOLDER}index.html.")
    return pages


def _handler(pages: dict[str, bytes]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            if path.endswith("/"):
                path += "index.html"
            body = pages.get(path)
            if body is None:
                self.send_error(HTTPStatus.NOT_FOUND)
                return
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", mimetypes.guess_type(path)[0] or "application/octet-stream")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Says nothing: there is no log to read."""

    return Handler
