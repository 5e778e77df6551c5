from __future__ import annotations

import re
from datetime import date
from importlib import resources

import pytest

from api.question import EXAMPLES, INTENTS, Period, Question, understand
from api.question.token import tokens_of
from api.question.words import words_of
from benchmarks import questions
from graph.errors import QuestionError, UnknownName, VocabularyError
from graph.vocabulary import bodies, countries
from tests.api.refusals import REFUSED
from tests.api.spellings import UNDERSTOOD as SPELLINGS

TODAY = date(2026, 11, 24)

# question, intent, actors, sectors
UNDERSTOOD = [
    ("Japan–Indonesia cooperation areas", "cooperation", "JPN IDN", ""),
    ("japan-indonesia cooperation areas", "cooperation", "JPN IDN", ""),
    ("JAPAN AND INDONESIA COOPERATION", "cooperation", "JPN IDN", ""),
    ("Japan/Indonesia", "overview", "JPN IDN", ""),
    ("Japan — Indonesia", "overview", "JPN IDN", ""),
    ("Japan & Indonesia", "overview", "JPN IDN", ""),
    ("Indonesia with Japan", "overview", "IDN JPN", ""),
    ("cooperation between Japan and Indonesia", "cooperation", "JPN IDN", ""),
    ("Where do Japan and Indonesia cooperate?", "cooperation", "JPN IDN", ""),
    ("What does Japan work on with Indonesia?", "cooperation", "JPN IDN", ""),
    ("In which fields do Japan and Indonesia work together?", "cooperation", "JPN IDN", ""),
    ("Japanese-Indonesian ties", "overview", "JPN IDN", ""),
    ("Japan’s and Indonesia’s joint projects", "cooperation", "JPN IDN", ""),
    ("tell us about japan and indonesia", "overview", "JPN IDN", ""),
    ("JPN IDN", "overview", "JPN IDN", ""),
    ("jpn idn", "overview", "JPN IDN", ""),
    ("jp/id", "overview", "JPN IDN", ""),
    ("jp id", "overview", "JPN IDN", ""),
    ("JPN-IDN energy", "overview", "JPN IDN", "energy"),
    ("IN and PK", "overview", "IND PAK", ""),
    ("in-pk", "overview", "IND PAK", ""),
    ("AND and FRA", "overview", "AND FRA", ""),
    ("Tokyo–Jakarta", "overview", "JPN IDN", ""),
    ("tokyo jakarta cooperation", "cooperation", "JPN IDN", ""),
    ("Beijing's relations with Moscow", "overview", "CHN RUS", ""),
    ("Sino-Japanese disputes", "disputes", "CHN JPN", ""),
    ("Franco-German defence cooperation", "cooperation", "FRA DEU", "defence"),
    ("Indo-Japanese cooperation", "cooperation", "IND JPN", ""),
    ("Indonisia and Japn cooperation", "cooperation", "IDN JPN", ""),
    ("Phillipines and Malasia", "overview", "PHL MYS", ""),
    ("Untied Kingdom and France", "overview", "GBR FRA", ""),
    ("Sout Korea and Japan", "overview", "KOR JPN", ""),
    ("coperation between japan and indonesia", "cooperation", "JPN IDN", ""),
    ("energy cooperation between Japan and Indonesia", "cooperation", "JPN IDN", "energy"),
    ("defense cooperation of India and France", "cooperation", "IND FRA", "defence"),
    ("AI cooperation between India and Japan", "cooperation", "IND JPN", "technology.ai"),
    ("Do Australia and Timor-Leste work on fisheries?", "cooperation", "AUS TLS", "fisheries"),
    ("us-china trade", "overview", "USA CHN", "trade"),
    ("US and China", "overview", "USA CHN", ""),
    ("us and china tensions", "disputes", "USA CHN", ""),
    ("U.S.–U.K. relations", "overview", "USA GBR", ""),
    ("UK-UAE", "overview", "GBR ARE", ""),
    ("America and Britain", "overview", "USA GBR", ""),
    ("Japan and ASEAN", "overview", "JPN ORG:ASEAN", ""),
    ("EU-Japan trade agreements", "agreements", "ORG:EU JPN", "trade"),
    ("Sanctions of the EU against Russia", "disputes", "ORG:EU RUS", ""),
    ("World Health Organization and Kenya", "overview", "ORG:WHO KEN", ""),
    ("WHO LEADS JAPAN", "leaders", "JPN", ""),
    ("who leads Japan?", "leaders", "JPN", ""),
    ("Who is the president of Indonesia?", "leaders", "IDN", ""),
    ("Who cooperates with Vietnam in energy?", "partners", "VNM", "energy"),
    ("When did Turkey and Greece last meet?", "meetings", "TUR GRC", ""),
    ("Who leads Indonesia and whom did they meet?", "meetings", "IDN", ""),
    ("What did India and Pakistan say in talks?", "meetings", "IND PAK", ""),
    ("What have France and Germany agreed on defence since 2019?", "agreements", "FRA DEU", "defence"),
    ("agreements signed by Japan and Indonesia in May 2020", "agreements", "JPN IDN", ""),
    ("what happened between Serbia and Kosovo", "events", "SRB XKX", ""),
    ("South China Sea dispute between Vietnam and China", "disputes", "VNM CHN", ""),
    ("japan, indonesia and vietnam", "overview", "JPN IDN VNM", ""),
    ("indonesia", "entity", "IDN", ""),
    ("us estonia", "overview", "USA EST", ""),
    ("Lao PDR / Viet Nam railway", "overview", "LAO VNM", "transport.rail"),
    ("Guyana Venezuela dispute over Essequibo", "disputes", "GUY VEN", ""),
    ("US–Mexico migration", "overview", "USA MEX", "migration"),
    ("Nordic countries and Russia", "region", "DNK FIN ISL NOR SWE RUS", ""),
    ("Biden Xi meeting", "meetings", "USA CHN", ""),
    ("What did Macron and Merkel agree?", "agreements", "FRA DEU", ""),
    ("Joko Widodo and Fumio Kishida", "overview", "IDN JPN", ""),
    ("Kim Jong-un Putin summit", "meetings", "PRK RUS", ""),
    # near misses
    ("Is Turkey in NATO?", "overview", "TUR ORG:NATO", ""),
    ("is Japan in talks with India", "meetings", "JPN IND", ""),
    ("Is it in Israel", "entity", "ISR", ""),
    ("Friends of Japan", "partners", "JPN", ""),
    ("Guinea-Bissau", "entity", "GNB", ""),
    ("Guinea and Guinea-Bissau", "overview", "GIN GNB", ""),
    ("Papua New Guinea–Australia", "overview", "PNG AUS", ""),
    ("Equatorial Guinea/Guinea", "overview", "GNQ GIN", ""),
    ("Niger and Nigeria", "overview", "NER NGA", ""),
    ("Nigerien–Nigerian ties", "overview", "NER NGA", ""),
    ("the Congos", "overview", "COD COG", ""),
    ("Congo and Rwanda", "overview", "COD RWA", ""),
    ("Congo and DR Congo", "overview", "COG COD", ""),
    ("Georgia and Jordan", "overview", "GEO JOR", ""),
    ("South Korea–North Korea", "overview", "KOR PRK", ""),
    ("the Koreas", "overview", "PRK KOR", ""),
    ("DPRK ROK", "overview", "PRK KOR", ""),
    ("Korea and Japan", "overview", "KOR JPN", ""),
    ("North Korea and Korea", "overview", "PRK KOR", ""),
    ("Sudan South Sudan", "overview", "SDN SSD", ""),
    ("Austria and Australia", "overview", "AUT AUS", ""),
    ("Iran and Iraq", "overview", "IRN IRQ", ""),
    ("Slovakia–Slovenia", "overview", "SVK SVN", ""),
    ("Mali & Malawi", "overview", "MLI MWI", ""),
    ("Dominica and the Dominican Republic", "overview", "DMA DOM", ""),
    ("Dominican–Haitian relations", "overview", "DOM HTI", ""),
    ("Serbia, Bosnia and Herzegovina", "overview", "SRB BIH", ""),
    ("Trinidad and Tobago–Venezuela", "overview", "TTO VEN", ""),
    ("Côte d'Ivoire and Ghana", "overview", "CIV GHA", ""),
    ("Ivory Coast Ghana", "overview", "CIV GHA", ""),
    ("cote divoire ghana", "overview", "CIV GHA", ""),
    ("PRC and Taiwan", "overview", "CHN TWN", ""),
    ("The Netherlands and Belgium", "overview", "NLD BEL", ""),
    ("Czech Republic and Slovakia", "overview", "CZE SVK", ""),
    ("Swaziland and South Africa", "overview", "SWZ ZAF", ""),
    ("Burma Thailand", "overview", "MMR THA", ""),
    ("Macedonia and Greece", "overview", "MKD GRC", ""),
    ("Holy See and Italy", "overview", "VAT ITA", ""),
    ("Türkiye and Turkmenistan", "overview", "TUR TKM", ""),
    ("St. Kitts and Nevis – Saint Lucia", "overview", "KNA LCA", ""),
]


@pytest.mark.parametrize(("text", "intent", "actors", "sectors"), UNDERSTOOD)
def test_understands(text: str, intent: str, actors: str, sectors: str) -> None:
    question = understand(text)
    assert (question.intent, " ".join(question.actors), " ".join(question.sectors)) == (intent, actors, sectors)


@pytest.mark.parametrize("intent", INTENTS)
def test_understands_what_is_asked_in_many_ways(intent: str) -> None:
    for text, actors, sectors, period in SPELLINGS[intent]:
        question = understand(text, TODAY)
        when = f"{question.period.since or ''}..{question.period.until or ''}" if question.period else ""
        named = str(len(question.actors)) if actors.isdigit() else " ".join(question.actors)
        assert (question.intent, named, " ".join(question.sectors), when) == (intent, actors, sectors, period), text


@pytest.mark.parametrize("text", REFUSED)
def test_refuses_what_it_cannot_answer_and_offers_what_it_can(text: str) -> None:
    with pytest.raises(QuestionError) as caught:
        understand(text, TODAY)
    assert caught.value.suggestions or isinstance(caught.value, UnknownName)


@pytest.mark.parametrize("country", [c.id for c in countries()])
def test_every_country_is_understood_by_its_name_and_code(country: str) -> None:
    other = "JPN" if country != "JPN" else "IDN"
    for name in (countries().by_id[country].name, country):
        assert understand(f"{name} and {other}").actors == (country, other)


@pytest.mark.parametrize("body", [b.id for b in bodies()])
def test_every_body_is_understood_by_its_name_and_id(body: str) -> None:
    for name in (bodies().by_id[body].name, body):
        assert understand(f"{name} and Japan").actors == (body, "JPN")


@pytest.mark.parametrize(
    ("text", "name", "offered"),
    [
        ("Wakanda and Japan", "Wakanda", "Rwanda"),
        ("Japan and Wakanda cooperation", "Wakanda", "Rwanda"),
        ("japan–elbonia", "elbonia", "Estonia"),
        ("wakanda", "wakanda", "Rwanda"),
        ("Nigera and Ghana", "Nigera", "Niger"),
    ],
)
def test_says_which_name_it_does_not_know(text: str, name: str, offered: str) -> None:
    with pytest.raises(UnknownName) as caught:
        understand(text)
    assert caught.value.name == name
    assert offered in caught.value.suggestions


@pytest.mark.parametrize("text", ["", "?!", "what is the meaning of life", "how are you today", "x" * 501])
def test_says_what_would_work(text: str) -> None:
    with pytest.raises(QuestionError) as caught:
        understand(text)
    assert caught.value.suggestions


@pytest.mark.parametrize("example", EXAMPLES)
def test_its_examples_work(example: str) -> None:
    question = understand(example)
    assert question.intent in INTENTS
    assert not question.notes


def test_tells_what_it_read_into_the_words() -> None:
    assert understand("Indonisia and Japan").notes == ("Read 'Indonisia' as Indonesia.",)
    assert understand("coperation of Japan and Chile").notes == ("Read 'coperation' as 'cooperation'.",)
    assert understand("women in ties of Japan and Peru").notes == ("Not used: 'women'.",)
    assert understand("Japan and Indonesia").notes == ()
    told = "'Widodo' was taken for Indonesia (President Joko Widodo)."
    assert understand("under Abe: Japan and Peru").period == Period("2012-12-26", "2020-09-16")
    assert understand("Widodo and Japan").notes == (told,)


def test_offers_what_else_a_shared_name_may_mean() -> None:
    question = understand("Congo and Rwanda")
    assert question.notes == ("'Congo' was taken for DR Congo.",)
    assert question.alternatives == ("Republic of the Congo and Rwanda",)
    assert understand("Indo-Japanese ties").alternatives == ("Indonesian-Japanese ties",)


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Japan and Indonesia", [("IDN", "JPN")]),
        ("Indonesia and Japan", [("IDN", "JPN")]),
        ("Japan, Indonesia and Vietnam", [("IDN", "JPN"), ("JPN", "VNM"), ("IDN", "VNM")]),
        ("the Koreas", [("KOR", "PRK")]),
        ("Japan and the Koreas", [("JPN", "PRK"), ("JPN", "KOR")]),
        ("Japan", []),
        ("Japan and Tokyo", []),
    ],
)
def test_knows_which_pairs_are_asked_about(text: str, pairs: list[tuple[str, str]]) -> None:
    assert list(understand(text).pairs) == pairs


def test_members_of_a_body_stand_for_it() -> None:
    question = understand("ASEAN members and Japan")
    assert ("IDN", "JPN") in question.pairs
    assert ("IDN", "VNM") not in question.pairs
    assert "ORG:ASEAN" not in question.actors


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Japan and Chile in 2020", Period("2020", "2020")),
        ("Japan and Chile since 2019", Period("2019", None)),
        ("Japan and Chile between 2018 and 2020", Period("2018", "2020")),
        ("Japan and Chile, 2018-2020", Period("2018", "2020")),
        ("Japan and Chile from May 2018 to June 2019", Period("2018-05", "2019-06")),
        ("Japan and Chile until 2020-05-01", Period(None, "2020-05-01")),
        ("Japan and Chile in May 2020", Period("2020-05", "2020-05")),
        ("Japan and Chile last year", Period("2025", "2025")),
        ("Japan and Chile over the past five years", Period("2021", None)),
        ("Japan and Chile in the 2010s", Period("2010", "2019")),
        ("Japan and Chile in Q3 2022", Period("2022-07", "2022-09")),
        ("Japan and Chile between March 2020 and May 2021", Period("2020-03", "2021-05")),
        ("Japan and Chile on 3 May 2020", Period("2020-05-03", "2020-05-03")),
        ("Japan and Chile on May 3rd, 2020", Period("2020-05-03", "2020-05-03")),
        ("Japan and Chile after 2019", Period("2020", None)),
        ("Japan and Chile before May 2020", Period(None, "2020-04")),
        ("Japan and Chile in 2019 and 2020", Period("2019", "2020")),
        ("Japan and Chile from 2018 onwards", Period("2018", None)),
        ("Japan and Chile since last month", Period("2026-10", None)),
        ("Japan and Chile two years ago", Period("2024", "2024")),
        ("Japan and Chile in the last six months", Period("2026-05", None)),
        ("Japan and Chile in June", Period("2026-06", "2026-06")),
        ("Japan and Chile in early 2021", Period("2021-01", "2021-04")),
        ("Japan and Chile, first half of 2021", Period("2021-01", "2021-06")),
        ("Japan and Chile, 2018-20", Period("2018", "2020")),
        ("Japan and Chile today", None),
        ("Japan and Chile in 2020-13", None),
        ("Japan and Chile", None),
        ("What may Japan and Chile do", None),
    ],
)
def test_finds_the_period(text: str, period: Period | None) -> None:
    assert understand(text, TODAY).period == period


@pytest.mark.parametrize(
    ("period", "day", "holds"),
    [
        (Period("2019", "2020"), "2020-12-31", True),
        (Period("2019", "2020"), "2019", True),
        (Period("2019", "2020"), "2021-01-01", False),
        (Period("2019-05", None), "2019-04-30", False),
        (Period("2019-05", None), "2019", True),
        (Period(None, "2020-05"), "2020-05-31", True),
        (Period("2019", None), None, False),
    ],
)
def test_a_period_holds_dates_of_any_precision(period: Period, day: str | None, holds: bool) -> None:
    assert period.holds(day) is holds


def test_is_the_same_each_time() -> None:
    assert understand("Indonisia, Congo and Korea") == understand("Indonisia, Congo and Korea")
    assert isinstance(understand("Japan"), Question)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Japan–Indonesia", "japan +indonesia"),
        ("U.S. and U.K.", "us and uk"),
        ("Japan's ties", "japan ties"),
        ("Côte d’Ivoire", "cote d ivoire"),
        ("the Gambia & Mali", "gambia and mali"),
        ("A/B", "a +b"),
        ("la France et l'Allemagne", "la france et allemagne"),
    ],
)
def test_tokens_know_what_joins_them(text: str, words: str) -> None:
    assert " ".join("+" * t.glued + t.folded for t in tokens_of(text)) == words


def test_a_strangers_questions_are_understood_as_well_as_they_were() -> None:
    asked = [questions.judged(meant) for meant in questions.strangers()]
    assert len(asked) == 120
    assert sum(one.intent for one in asked) >= 107
    assert sum(one.intent and one.rest for one in asked) >= 97


@pytest.mark.parametrize(
    ("asked", "meant", "understood"),
    [
        ("Japan and Fiji", ("overview", "JPN FJI", None, None, None), (True, True)),
        ("Japan and Fiji in May 2024", ("overview", "JPN", None, "2024-05-01", "2024-05-31"), (True, True)),
        ("Japan and Fiji in 2024", ("overview", "JPN", None, "2024-01-01", "2024-12-31"), (True, True)),
        ("Japan and Fiji in 2024", ("overview", "JPN", None, "2024-01-01", None), (True, False)),
        ("Japan and Fiji on fish", ("cooperation", "JPN", "fisheries", None, None), (False, True)),
        ("Japan and Fiji", ("overview", "JPN PER", None, None, None), (True, False)),
        ("Japan and Fiji", ("overview", "JPN", "energy", None, None), (True, False)),
        ("Japan and Fiji", ("", "", None, None, None), (False, True)),
        ("Will it rain in Japan?", ("", "", None, None, None), (True, True)),
        ("Will it rain in Japan?", ("overview", "JPN", None, None, None), (False, False)),
    ],
)
def test_how_a_question_is_judged(
    asked: str, meant: tuple[str, str, str | None, str | None, str | None], understood: tuple[bool, bool]
) -> None:
    intents, actors, sector, since, until = meant
    own = questions.Meant(asked, tuple(intents.split()), frozenset(actors.split()), sector, since, until)
    found = questions.judged(own)
    assert (found.intent, found.rest) == understood


def test_slips_of_the_pen_are_read_or_refused_and_seldom_misread() -> None:
    outcomes = questions.slips(600, seed=3)
    assert outcomes["read"] >= 590
    assert outcomes["misread"] <= 3


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("neutral: [a, ", "neutral: [a, a, ", "neutral holds 'a' twice"),
        ("neutral: [a, ", "neutral: [a, agreement, ", "neutral holds 'agreement', which has another meaning"),
        ("meetings: [meet, ", "meetings: [meet, agreement, ", "meetings holds 'agreement', which agreements holds"),
        ("  oz: AUS\n", "  oz: AUS\n  oz: NZL\n", "'oz' is given twice"),
        ("  oz: AUS\n", "  oz: XAU\n", "near: oz: no actor 'XAU'"),
        ("koreas: [PRK, KOR]", "koreas: [PRK, KRO]", "groups: koreas: no country 'KRO'"),
        ("  jets: defence.equipment\n", "  jets: defence.jets\n", "sectors: jets: no sector 'defence.jets'"),
        ("slots: [between, with]\n", "slots: [between, 1]\n", "slots holds 1"),
        ("slots: [between, with]\n", "slot: [between]\n", "unknown field 'slot'"),
    ],
)
def test_words_that_are_wrong_are_named(before: str, after: str, says: str) -> None:
    text = resources.files("api.question").joinpath("words.yaml").read_text(encoding="utf-8")
    assert text.count(before) >= 1
    with pytest.raises(VocabularyError, match=re.escape(says)):
        words_of(text.replace(before, after, 1))
