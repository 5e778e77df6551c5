from __future__ import annotations

import gzip
import io
import os
import random
import subprocess
import sys
import zipfile
from contextlib import closing
from pathlib import Path
from threading import Timer

import pytest

from graph.article import Article
from graph.errors import SourceError
from ingest.source import Loaded, Skipped, load, load_all, load_stream
from ingest.source.convert import Converter
from ingest.source.convert import converter as converter_module
from tests.ingest.source.documents import FORMS, PARAGRAPHS, ROW, TITLE, html, json_lines, pdf, word, zipped

DATED = {"a.html", "a.eml", "a.csv", "a.tsv", "a.jsonl", "a.jsonl.gz", "a.zip"}


def loaded(path: Path, raw: bytes) -> list[Loaded]:
    path.write_bytes(raw)
    return list(load(str(path)))


def reason(items: list[Loaded]) -> str:
    item = items[-1]
    assert isinstance(item, Skipped), item
    return item.reason


def saying_more_than_it_holds(raw: bytes) -> bytes:
    """A zip file that gives its first member a packed length of 4 GB."""
    place = raw.index(b"PK\x01\x02") + 20
    return raw[:place] + b"\xf0\xff\xff\xff" + raw[place + 4 :]


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
        ("a.csv", b'text\n"' + b"x" * 30_000_000 + b'"\n', "too_long"),
        ("a.csv", b"text\nJapan \xff met\n", "encoding"),
        ("a.csv", "text\nJapan \N{HANDSHAKE} ".encode() + b"\xff met\n", "encoding"),
        ("a.parquet", b"PAR1 no", "malformed"),
        ("a.jsonl.gz", gzip.compress(json_lines())[:-20], "truncated"),
        ("a.jsonl.gz", b"no gzip", "malformed"),
        ("a.bin.gz", gzip.compress(b"x"), "unsupported"),
        ("a.txt.gz.gz", gzip.compress(gzip.compress(b" " * 80_000_000)), "too_long"),
        ("a.txt.gz.gz", gzip.compress(b" " * 80_000_000), "too_long"),
        ("a.zip.gz", gzip.compress(b" " * 80_000_000), "too_long"),
        ("a.parquet.gz", gzip.compress(b"PAR1" + b" " * 80_000_000), "too_long"),
        ("a.zip", zipped({"b.zip": b" " * 80_000_000}), "too_long"),
        ("a.zip", saying_more_than_it_holds(zipped({"a.jsonl": (b" " * 9_999 + b"\n") * 8_000})), "too_long"),
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


@pytest.mark.parametrize("name", ["A.TXT.GZ", "a.txt.gz.gz", "a.zip.gz", "a.txt.gz.GZ.gz"])
def test_archives_may_be_in_one_another_whatever_the_case_of_their_names(name: str, tmp_path: Path) -> None:
    raw = b"Japan met Chile."
    if ".zip" in name:
        raw = zipped({"a.txt": raw})
    for _ in range(name.lower().count(".gz")):
        raw = gzip.compress(raw)
    [article] = loaded(tmp_path / name, raw)
    assert isinstance(article, Article), article
    assert article.text == "Japan met Chile."


def test_too_many_archives_in_one_another_are_not_unpacked(tmp_path: Path) -> None:
    raw = b"Japan met Chile."
    for _ in range(4):
        raw = gzip.compress(raw)
    assert reason(loaded(tmp_path / "a.txt.gz.gz.gz.gz", raw)) == "unsupported"


def test_a_damaged_archive_costs_itself_alone() -> None:
    members = {"a.txt": b"Japan met Chile.", "b.jsonl": json_lines(), "c.zip": zipped({"d.txt": b"They met."})}
    packings = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)
    for seed in range(200):
        chance = random.Random(seed)
        raw = bytearray(zipped(members, packings[seed % len(packings)]))
        for _ in range(chance.choice((1, 2, 5, 20))):
            raw[chance.randrange(len(raw))] = chance.randrange(256)
        items = list(load_stream(io.BytesIO(bytes(raw)), "a.zip"))
        assert items, seed
        assert all(item.detail for item in items if isinstance(item, Skipped)), seed


@pytest.mark.parametrize("packing", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_damaged_member_is_malformed(packing: int, tmp_path: Path) -> None:
    raw = bytearray(zipped({"a.txt": b"Japan met Chile in Santiago.", "b.txt": b"Japan met Chile."}, packing))
    start = raw.index(b"a.txt") + len("a.txt")
    raw[start + 9 : start + 14] = b"\xff" * 5  # behind what LZMA says of itself
    items = loaded(tmp_path / "a.zip", bytes(raw))
    assert [getattr(item, "reason", "article") for item in items] == ["malformed", "article"]


def test_a_parquet_file_with_a_text_that_is_none_is_malformed(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "a.parquet"
    parquet.write_table(pyarrow.table({"text": pyarrow.array(["Japan met Zimbabwe."])}), path, use_dictionary=False)
    path.write_bytes(path.read_bytes().replace(b"Zimbabwe", b"Zimb\xffbwe"))
    assert reason(list(load(str(path)))) == "malformed"


@pytest.mark.parametrize(
    "row",
    [
        b"x" * 5_000,
        b"a," * 2_500,
        b'"a\n",' * 1_000,
        b'"' + b"a\n" * 2_500 + b'"',
    ],
)
def test_a_row_is_never_held_whole_when_it_is_too_long(row: bytes) -> None:
    stream = io.BytesIO(b"text\nThey met.\n" + row + b"\n" + b"They met again.\n" * 100_000)
    first, last = load_stream(stream, "a.csv", limit=1_000)
    assert isinstance(first, Article)
    assert (reason([first, last]), stream.tell() < 50_000) == ("too_long", True)


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r", b"\n\n"])
def test_rows_are_counted_one_by_one_whatever_ends_their_lines(end: bytes, tmp_path: Path) -> None:
    rows = [b"\xef\xbb\xbftitle,text", *[b'Two meet,"Japan met\n\nChile for the %d. time."' % n for n in range(90)]]
    items = loaded(tmp_path / "a.csv", end.join(rows))
    assert [item.title for item in items if isinstance(item, Article)] == ["Two meet"] * 90


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


@pytest.mark.parametrize(("pattern", "expected"), [("**", "abc"), ("**/*.txt", "abc"), ("*", "abc"), ("**/d/", "bc")])
def test_a_pattern_names_no_file_twice(pattern: str, expected: str, tmp_path: Path) -> None:
    for name in ("a.txt", "d/b.txt", "d/d/c.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"Japan met Chile in {path.stem}.")
    items = list(load(str(tmp_path / pattern)))
    assert sorted(item.text[-2] for item in items if isinstance(item, Article)) == list(expected)
    assert len(items) == len(expected)


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
        killed = Timer(0.2, process.kill)
        killed.start()
        with pytest.raises(SourceError, match="broke off"):
            converter.document("html", b"<html><body>" + b"<div><p>Japan met Chile. " * 60_000, "b")
        killed.join()
        assert converter.document("html", html(), "c").title == TITLE


def test_a_process_that_died_between_two_documents_costs_none() -> None:
    with closing(Converter()) as converter:
        assert converter.document("html", html(), "a").title == TITLE
        process = converter._process
        assert process
        process.kill()
        process.wait()
        assert converter.document("html", html(), "b").title == TITLE


def test_a_process_that_is_ended_late_costs_no_other_document(monkeypatch: pytest.MonkeyPatch) -> None:
    """The time is over when the answer is there already: it counts, and the process does not."""

    class Due(Timer):
        def cancel(self) -> None:
            self.function(*self.args)
            super().cancel()

    monkeypatch.setattr(converter_module, "Timer", Due)
    with closing(Converter()) as converter:
        for where in "ab":
            assert converter.document("html", html(), where).title == TITLE
            assert converter._process is None


@pytest.mark.parametrize("planted", ["docx.py", "email.py", "json.py", "ingest.py"])
def test_no_file_of_the_working_directory_is_run(planted: str, tmp_path: Path) -> None:
    (tmp_path / planted).write_text(f"import pathlib\npathlib.Path({str(tmp_path / 'ran')!r}).touch()\n")
    (tmp_path / "a.docx").write_bytes(word())
    source = Path(__file__).parents[3]
    program = f"import sys; sys.path.insert(0, {str(source)!r}); from ingest.source import load; print(*load('a.docx'))"
    said = subprocess.run(
        [sys.executable, "-P", "-c", program],
        cwd=tmp_path,
        env={name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert TITLE in said.stdout
    assert not (tmp_path / "ran").exists()
