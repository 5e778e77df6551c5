"""Serving the Neo4j Browser from its jar; the real one is in `test_neo4j_browser`."""

from __future__ import annotations

import zipfile
from pathlib import Path
from urllib.parse import urljoin

import pytest
from httpx2 import get

from api.jar import served
from graph.errors import SettingError


def jar(path: Path, **pages: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in pages.items():
            archive.writestr(f"browser/{name}.html", text)
        archive.writestr("META-INF/secret.html", "of the jar itself")
    return path


def test_its_pages_are_served_and_nothing_else(tmp_path: Path) -> None:
    with served(jar(tmp_path / "app.jar", index="<p>hello", more="<p>more")) as address:
        assert address.startswith("http://127.0.0.1:")
        page = get(f"{address}?dbms=bolt%3A%2F%2Fhere")
        assert (page.text, page.headers["content-type"]) == ("<p>hello", "text/html")
        assert get(urljoin(address, "more.html")).text == "<p>more"
        for other in ("/", "/META-INF/secret.html", "/browser/%2E%2E/META-INF/secret.html", "/browser/no.js"):
            assert get(urljoin(address, other)).status_code == 404


def test_a_jar_of_something_else(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match=r"no browser/index\.html"), served(jar(tmp_path / "other.jar", more="")):
        pass


@pytest.mark.parametrize("content", [None, b"no jar"])
def test_no_jar(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "app.jar"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(SettingError, match=r"app\.jar is no jar"), served(path):
        pass
