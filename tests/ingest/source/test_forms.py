from __future__ import annotations

import gzip
import io
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from graph.article import Article
from graph.errors import SourceError
from ingest.source import Loaded, Skipped, load, load_all
from ingest.source.convert import Converter
from tests.ingest.source.documents import FORMS, PARAGRAPHS, ROW, TITLE, html, json_lines, pdf, zipped

DATED = {"a.html", "a.eml", "a.csv", "a.tsv", "a.jsonl", "a.jsonl.gz", "a.zip"}


def loaded(path: Path, raw: bytes) -> list[Loaded]:
    path.write_bytes(raw)
    return list(load(str(path)))


def reason(items: list[Loaded]) -> str:
    item = items[-1]
    assert isinstance(item, Skipped), item
    return item.reason


@pytest.mark.parametrize("name", FORMS)
def test_every_form_gives_the_article(name: str, tmp_path: Path) -> None:
    [article] = loaded(tmp_path / name, FORMS[name]())
    assert isinstance(article, Article), article
    assert article.title == TITLE
    assert [part for part in article.text.split("\n") if part] == list(PARAGRAPHS)
    assert article.published == ("2021-05-06" if name in DATED else None)


def test_a_parquet_file_gives_its_rows(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "a.parquet"
    parquet.write_table(pyarrow.Table.from_pylist([ROW, {**ROW, "id": "a2", "text": None}]), path)
    first, second = load(str(path))
    assert isinstance(first, Article)
    assert (first.id, first.published) == ("a1", "2021-05-06")
    assert (reason([second]), isinstance(second, Skipped) and second.where) == ("no_text", f"{path}:2")


def test_a_page_says_where_it_is_from(tmp_path: Path) -> None:
    [article] = loaded(tmp_path / "a.html", html())
    assert isinstance(article, Article)
    assert (article.publisher, article.author, article.url) == ("Paper", "Ann Writer", "https://paper.example/a1")
    assert article.id == article.url
    assert not any(word in article.text for word in ("Sport", "Privacy", "steal"))


def test_columns_may_have_the_names_that_collections_use(tmp_path: Path) -> None:
    [article] = loaded(tmp_path / "a.csv", b"Headline,Date,Outlet,Body\nTwo meet,2020-01,Paper,Japan met Chile.\n")
    assert isinstance(article, Article)
    assert (article.title, article.published, article.publisher) == ("Two meet", "2020-01", "Paper")


@pytest.mark.parametrize(
    ("name", "raw", "expected"),
    [
        ("a.html", b"", "empty"),
        ("a.html", b"<html><body><img src='a.png'></body></html>", "no_text"),
        ("a.pdf", b"not a pdf", "malformed"),
        ("a.pdf", pdf()[: len(pdf()) // 2].replace(b"obj", b"obx"), "malformed"),
        ("a.docx", b"PK\x03\x04 not a zip", "malformed"),
        ("a.docx", zipped({"hello.txt": b"x"}), "malformed"),
        ("a.docx", zipped({"word/document.xml": b" " * 120_000_000}), "too_long"),
        ("a.eml", b"\x00\x01\x02", "malformed"),
        ("a.csv", b"", "empty"),
        ("a.csv", b"id,title\n1,x\n", "no_text"),
        ("a.csv", b'text\n"' + b"x" * 30_000_000 + b'"\n', "malformed"),
        ("a.csv", b"text\nJapan \xff met\n", "encoding"),
        ("a.parquet", b"PAR1 no", "malformed"),
        ("a.jsonl.gz", gzip.compress(json_lines())[:-20], "truncated"),
        ("a.jsonl.gz", b"no gzip", "malformed"),
        ("a.bin.gz", gzip.compress(b"x"), "unsupported"),
        ("a.txt.gz", gzip.compress(b"a" * 80_000_000), "too_long"),
        ("a.jsonl.gz", gzip.compress((b" " * 9_999 + b"\n") * 8_000), "too_long"),
        ("a.zip", b"no zip", "malformed"),
        ("a.zip", zipped({}), "empty"),
        ("a.zip", zipped({"x.bin": b"x"}), "unsupported"),
        ("a.zip", zipped({"x.zip": zipped({"x.zip": zipped({"x.zip": zipped({"a.txt": b"x"})})})}), "unsupported"),
    ],
)
def test_a_broken_file_is_named_with_its_reason(name: str, raw: bytes, expected: str, tmp_path: Path) -> None:
    assert reason(loaded(tmp_path / name, raw)) == expected


def test_what_came_before_a_break_stays(tmp_path: Path) -> None:
    lines = b"".join(b'{"text": "Japan met Chile for the %d. time."}\n' % n for n in range(2000))
    packed = gzip.compress(lines)
    items = loaded(tmp_path / "a.jsonl.gz", packed[: len(packed) // 2])
    assert reason(items) == "truncated"
    assert sum(isinstance(item, Article) for item in items) > 100


def test_one_broken_member_costs_itself_alone(tmp_path: Path) -> None:
    items = loaded(
        tmp_path / "a.zip", zipped({"a.pdf": b"junk", "b.txt": b"Japan met Chile.", "c.jsonl": json_lines()})
    )
    assert [getattr(item, "reason", "article") for item in items] == ["malformed", "article", "article"]


def test_a_locked_zip_is_named(tmp_path: Path) -> None:
    raw = bytearray(zipped({"a.txt": b"Japan met Chile."}))
    with zipfile.ZipFile(io.BytesIO(bytes(raw))) as archive:
        place = archive.infolist()[0].header_offset
    for flags in (place + 6, raw.index(b"PK\x01\x02") + 8):
        raw[flags] |= 1  # the bit that says: encrypted
    assert reason(loaded(tmp_path / "a.zip", bytes(raw))) == "unreadable"


def test_a_pattern_names_many_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.md"):
        (tmp_path / name).write_text(f"Japan met Chile in {name[0]}.")
    items = list(load_all([str(tmp_path / "*.txt")]))
    assert [item.text[-2] for item in items if isinstance(item, Article)] == ["a", "b"]
    assert reason(list(load(str(tmp_path / "*.pdf")))) == "missing"


def test_a_document_that_takes_too_long_costs_itself_alone() -> None:
    with closing(Converter(seconds=20)) as converter:
        assert converter.document("html", html(), "warm").title == TITLE
        converter._seconds = 0.05  # the process is there: now nothing but the document counts
        deep = b"<html><body>" + b"<div><p>Japan met Chile. " * 60_000
        with pytest.raises(SourceError) as error:
            converter.document("html", deep, "deep.html")
        assert error.value.reason == "too_slow"
        converter._seconds = 20
        assert converter.document("html", html(), "next").title == TITLE


def test_a_process_that_dies_costs_one_document() -> None:
    with closing(Converter()) as converter:
        assert converter.document("html", html(), "a").title == TITLE
        process = converter._process
        assert process
        process.kill()
        process.wait()
        with pytest.raises(SourceError, match="broke off"):
            converter.document("html", html(), "b")
        assert converter.document("html", html(), "c").title == TITLE
