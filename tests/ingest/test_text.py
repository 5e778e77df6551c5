from __future__ import annotations

import unicodedata

import pytest

from graph.errors import ArticleError
from ingest.published import published_date
from ingest.text import body, clean, make_article, split_headline


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("a\r\nb\rc\u2028d\x85e", "a\nb\nc\nd\ne"),
        ("Joko  Widodo\u00a0met\tKishida ", "Joko Widodo met Kishida"),
        ("Co\u0302te d'Ivoire", "Côte d'Ivoire"),
        ("Ja\u00adpan\u200b and\x00 \x1b[31mIndonesia", "Japan and[31mIndonesia".replace("and[", "and [")),
        ("\u202eevil\u202c text", "evil text"),
        ("broken \ud800 surrogate", "broken surrogate"),
        ("one\n\n\n\n\ntwo", "one\n\ntwo"),
        ("LNG supply\n.The agreement", "LNG supply.\nThe agreement"),
        ("LNG supply\n\n. The agreement", "LNG supply.\nThe agreement"),
        ("see\n.profile for more", "see\n.profile for more"),
        ("It ended.\n...And began", "It ended.\n...And began"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        (" \n\t ", ""),
    ],
)
def test_cleans(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned
    assert clean(cleaned) == cleaned
    assert unicodedata.is_normalized("NFC", clean(raw))


@pytest.mark.parametrize(
    ("text", "story", "author"),
    [
        ("They met.\n#Japan #DefenseCooperation\nAuthor: Daniel Foster", "They met.", "Daniel Foster"),
        ("They met.\nBy Ana de la Cruz\n\n#Chile", "They met.", "Ana de la Cruz"),
        ("By Mary O'Neill\nThey met.", "They met.", "Mary O'Neill"),
        ("They met.\nReporting by Jean-Luc Aké", "They met.", "Jean-Luc Aké"),
        ("They met.", "They met.", None),
        ("They met.\nThe #1 issue was trade.", "They met.\nThe #1 issue was trade.", None),
        ("They met.\n#1", "They met.\n#1", None),
        ("They met.\nBy then it was over.", "They met.\nBy then it was over.", None),
        ("#Japan #Indonesia\nThey met.", "#Japan #Indonesia\nThey met.", None),
    ],
)
def test_takes_hashtags_and_bylines_off_the_ends(text: str, story: str, author: str | None) -> None:
    found = body(text)
    assert (found.text, found.author) == (story, author)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Japan lends Indonesia money\n\nJakarta was glad.", "Japan lends Indonesia money"),
        ("Jakarta was glad.\n\nTokyo too.", ""),
        ("Jakarta was glad", ""),
        ("First line\nsecond line\n\nThird.", ""),
        ("word " * 60 + "end\n\nThird.", ""),
        ("Contents\n\n1 2 3", ""),
    ],
)
def test_splits_off_a_headline(text: str, title: str) -> None:
    assert split_headline(text)[0] == title


def test_makes_an_article() -> None:
    made = make_article("They  met.\n#Japan", where="x", title=" Two\nmeet ", published="2021-03-04T10:00:00+09:00")
    assert (made.title, made.text, made.published, made.author) == ("Two meet", "They met.", "2021-03-04", None)


def test_an_id_is_the_sources_own_else_the_url_else_the_content() -> None:
    assert make_article("They met.", where="x", id=" A-1 ", url="https://a.example/1").id == "A-1"
    assert make_article("They met.", where="x", url="https://a.example/1").id == "https://a.example/1"
    plain = make_article("They met.", where="x").id
    assert plain.startswith("sha256:")
    assert plain == make_article("They  met.\r\n", where="y").id
    assert plain != make_article("They met.", where="x", title="T").id


@pytest.mark.parametrize(
    ("raw", "published", "reason"),
    [("", None, "no_text"), ("...", None, "no_text"), ("#Japan", None, "no_text"), ("They met.", "soon", "bad_date")],
)
def test_says_why_it_is_no_article(raw: str, published: str | None, reason: str) -> None:
    with pytest.raises(ArticleError) as caught:
        make_article(raw, where="a.txt", published=published)
    assert (caught.value.where, caught.value.reason) == ("a.txt", reason)


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2020", "2020"),
        ("2020-10", "2020-10"),
        ("2020-10-20", "2020-10-20"),
        ("20201020", "2020-10-20"),
        ("2020-10-20T23:59:00Z", "2020-10-20"),
        ("Tue, 20 Oct 2020 10:00:00 GMT", "2020-10-20"),
        ("2020-13", None),
        ("2020-02-30", None),
        ("0000", None),
        ("20 Oct", None),
        ("yesterday", None),
    ],
)
def test_reads_publication_dates(value: str, date: str | None) -> None:
    assert published_date(value) == date
