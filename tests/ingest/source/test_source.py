from __future__ import annotations

import io
import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from graph.article import Article
from ingest.source import Loaded, Skipped, bundled_article, load, load_all


def reasons(items: list[Loaded]) -> list[str]:
    return [item.reason if isinstance(item, Skipped) else "article" for item in items]


def only_article(items: list[Loaded]) -> Article:
    [item] = items
    assert isinstance(item, Article)
    return item


def test_the_bundled_article_is_clean() -> None:
    article = bundled_article()
    assert article.author == "Daniel Foster"
    assert article.title == ""
    assert article.published is None
    assert "#" not in article.text
    assert "LNG (liquefied natural gas) supply.\nThe agreement comes" in article.text
    assert article.text.endswith("global challenges.")


def test_loads_a_text_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeffTwo meet\r\n\r\nJapan and Côte d'Ivoire met.\r\n".encode())
    article = only_article(list(load(str(path))))
    assert (article.title, article.text) == ("Two meet", "Japan and Côte d'Ivoire met.")


def test_loads_utf16_with_its_mark(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Japan met Chile.", encoding="utf-16")
    assert only_article(list(load(str(path)))).text == "Japan met Chile."


def test_loads_markdown(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        "---\ndate: 2021-05-06\nauthor: 'A. Writer'\n---\n# Two *meet* #\n\n"
        "**Japan** and [Chile](https://x.example) met; snake_case_stays.\n\n![map](m.png)\n\n- They signed.\n\n---\n"
    )
    article = only_article(list(load(str(path))))
    assert (article.title, article.published, article.author) == ("Two meet", "2021-05-06", "A. Writer")
    assert article.text == "Japan and Chile met; snake_case_stays.\n\nThey signed."


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"\x7fELF\x00\x01\x02", "binary"),
        (b"Caf\xe9 summit.", "encoding"),
        (b"#Japan #Chile", "no_text"),
        (b"x" * 101, "too_long"),
    ],
)
def test_says_why_a_file_was_skipped(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    [item] = load(str(path), limit=100)
    assert isinstance(item, Skipped)
    assert (item.where, item.reason) == (str(path), reason)


def test_a_missing_file_is_skipped_by_name(tmp_path: Path) -> None:
    [item] = load(str(tmp_path / "none.txt"))
    assert isinstance(item, Skipped)
    assert (item.reason, item.detail) == ("missing", "no such file or folder")


def test_loads_json_lines_and_names_the_bad_ones(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    good = {"id": "A-1", "title": "T", "published": "2020-01-02", "publisher": "P", "text": "They met.", "url": "u"}
    lines = [
        json.dumps(good).encode(),
        b"",
        b'{"id": "A-2", "text": ',
        b'["no object"]',
        b'{"id": "A-3"}',
        b'{"id": "A-4", "text": 7}',
        b'{"id": "A-5", "text": "caf\xe9"}',
        b'{"id": "A-6", "text": "They met.", "published": "soon"}',
        b'{"id": 7, "text": "They met \\ud800 again."}',
        b"[" * 100_000,
        b'{"id": "A-8", "text": "' + b"x" * 2000 + b'"}',
        b'{"id": "A-9", "text": "' + b"x" * 300 + b'"}',
        b'{"id": "A-10", "text": "Last.", "published": ""}',
    ]
    path.write_bytes(b"\n".join(lines))
    items = list(load(str(path), limit=200))
    assert reasons(items) == [
        "article",
        "malformed",
        "malformed",
        "no_text",
        "malformed",
        "encoding",
        "bad_date",
        "article",
        "too_long",
        "too_long",
        "too_long",
        "article",
    ]
    skipped = [item.where for item in items if isinstance(item, Skipped)]
    assert skipped == [f"{path}:{n}" for n in (3, 4, 5, 6, 7, 8, 10, 11, 12)]
    first, number, last = (item for item in items if isinstance(item, Article))
    assert first == Article("A-1", "T", "They met.", "2020-01-02", "P", None, "u")
    assert (number.id, number.text) == ("7", "They met again.")
    assert last.id == "A-10"


def test_deep_json_is_malformed(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"[" * 200_000)
    assert reasons(list(load(str(path)))) == ["malformed"]


def test_an_empty_json_lines_file(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"\n\n")
    assert reasons(list(load(str(path)))) == ["empty"]


def test_loads_a_folder_in_name_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".hidden.txt", "deep/c.md", "photo.jpg", ".git/config"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"Japan met {name}.")
    items = list(load(str(tmp_path)))
    assert reasons(items) == ["article", "article", "unsupported", "article"]
    assert [item.text for item in items if isinstance(item, Article)] == [
        "Japan met a.txt.",
        "Japan met b.txt.",
        "Japan met deep/c.md.",
    ]


def test_the_second_of_two_with_one_id_is_skipped(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("The same story.")
    items = list(load_all([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]))
    assert reasons(items) == ["article", "duplicate"]


def test_a_second_line_with_one_id_is_named(tmp_path: Path) -> None:
    path = tmp_path / "days.jsonl"
    path.write_text('{"id": "A", "text": "They met."}\n\n{"id": "A", "text": "They met again."}\n')
    _, second = load_all([str(path)])
    assert isinstance(second, Skipped)
    assert (second.where, second.reason) == (f"{path}:3", "duplicate")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (b'\n {"id": "A", "text": "They met."}\n{"id": "B", "text": "Again."}', ["article", "article"]),
        (b"They met.\nAgain.", ["article"]),
        (b"", ["empty"]),
    ],
)
def test_reads_standard_input(monkeypatch: pytest.MonkeyPatch, given: bytes, expected: list[str]) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(given)))
    assert reasons(list(load("-"))) == expected
