"""Who is a leader, for whom, in which role: one construction a case, near misses among them."""

from __future__ import annotations

import pytest

from graph.article import Article
from ingest.reader.draft import prepare

People = list[tuple[str, str, str]]


def people(text: str, published: str | None = "2024-02-14", publisher: str | None = None) -> People:
    article = Article(id="x", title="", text=text, published=published, publisher=publisher)
    return [(p.name, p.actor, p.role) for p in prepare(article).cast.leaders]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # titles before and behind
        ("Peru's foreign minister, Ana Solis, spoke.", [("Ana Solis", "PER", "foreign_minister")]),
        ("Ana Solis, the foreign minister of Peru, spoke.", [("Ana Solis", "PER", "foreign_minister")]),
        ("Peruvian Foreign Minister Ana Solis spoke.", [("Ana Solis", "PER", "foreign_minister")]),
        ("The acting prime minister of Fiji, Jone Vatu, came.", [("Jone Vatu", "FJI", "head_of_government")]),
        ("Former Fijian premier Jone Vatu came.", [("Jone Vatu", "FJI", "former")]),
        ("Jone Vatu, then prime minister of Fiji, came.", [("Jone Vatu", "FJI", "former")]),
        ("President-elect Ana Solis of Peru came.", [("Ana Solis", "PER", "head_of_state")]),
        ("Ana Solis, the Peruvian president's security adviser, spoke.", [("Ana Solis", "PER", "official")]),
        ("Ana Solis, an adviser to the Peruvian president, looked on.", [("Ana Solis", "PER", "official")]),
        ("Abdul Amir al-Basri, Iraq's interior minister, spoke.", [("Abdul Amir al-Basri", "IRQ", "minister")]),
        ("Minister of Defence Israel Cohen of Israel came.", [("Israel Cohen", "ISR", "defence_minister")]),
        ("Peru's Foreign Minister Jan von der Berg spoke.", [("Jan von der Berg", "PER", "foreign_minister")]),
        ("Singapore's President TAN Wei Ming spoke.", [("TAN Wei Ming", "SGP", "head_of_state")]),
        ("Oman's energy minister, Prince Salim bin Said, spoke.", [("Salim bin Said", "OMN", "minister")]),
        # posts
        ("Peru summoned Ghana's envoy, Kofi Mensah.", [("Kofi Mensah", "GHA", "ambassador")]),
        ("Ghana's envoy to Peru, Kofi Mensah, spoke.", [("Kofi Mensah", "GHA", "ambassador")]),
        ("Ghana's special envoy for water, Kofi Mensah, spoke.", [("Kofi Mensah", "GHA", "envoy")]),
        ("Ghana appointed Kofi Mensah as ambassador to Peru.", [("Kofi Mensah", "GHA", "ambassador")]),
        ("Kofi Mensah, who heads the Ghanaian embassy in Lima, spoke.", [("Kofi Mensah", "GHA", "ambassador")]),
        ("The head of the Ghanaian embassy, Kofi Mensah, spoke.", [("Kofi Mensah", "GHA", "ambassador")]),
        ("The US envoy for the Horn of Africa, Joe Hill, spoke.", [("Joe Hill", "USA", "envoy")]),
        ("US Special Envoy to the Middle East Joe Hill spoke.", [("Joe Hill", "USA", "envoy")]),
        ("Fiji's junta expelled Ambassador Ana Solis of Peru.", [("Ana Solis", "PER", "ambassador")]),
        ("Fiji's president welcomed Trade Minister Ana Solis of Peru.", [("Ana Solis", "PER", "minister")]),
        ("Fiji spoke. Its ambassador in Lima is Joe Hill.", [("Joe Hill", "FJI", "ambassador")]),
        (
            "The heads of the two security services, Joe Hill of Fiji and Ana Solis of Peru, met.",
            [("Joe Hill", "FJI", "official"), ("Ana Solis", "PER", "official")],
        ),
        ("The head of Fiji's transition, Colonel Joe Hill, spoke.", [("Joe Hill", "FJI", "head_of_state")]),
        ("The White House coordinator for the Indo-Pacific, Joe Hill, spoke.", [("Joe Hill", "USA", "official")]),
        ("Fiji's Minister for Trade and the Pacific, Joe Hill, spoke.", [("Joe Hill", "FJI", "minister")]),
        # organs of a state
        ("The head of Peru's space agency, Ana Solis, spoke.", [("Ana Solis", "PER", "official")]),
        ("General Joe Hill, the head of U.S. Africa Command, spoke.", [("Joe Hill", "USA", "military")]),
        ("Ana Solis, secretary of Peru's Security Council, spoke.", [("Ana Solis", "PER", "official")]),
        ("Ana Solis, a senior Peruvian official, spoke.", [("Ana Solis", "PER", "official")]),
        ("Peru's ambassador to the United Nations, Ana Solis, spoke.", [("Ana Solis", "PER", "ambassador")]),
        ("UN human rights chief Ana Solis spoke.", [("Ana Solis", "ORG:UN", "official")]),
        ("Peru's football chief, Ana Solis, spoke.", []),
        ("Peru's air force chief, Air Chief Marshal Joe Hill, spoke.", [("Joe Hill", "PER", "military")]),
        # fields of office
        ("Peru's Minister of Development Strategies and Trade Ana Solis spoke.", [("Ana Solis", "PER", "minister")]),
        (
            "Peru's Minister of Trade Ana Solis and Finance Minister Jose Diaz spoke.",
            [("Ana Solis", "PER", "minister"), ("Jose Diaz", "PER", "minister")],
        ),
        (
            "Peru's Minister for Trade, Industry and Cooperatives Ana Solis spoke.",
            [("Ana Solis", "PER", "minister")],
        ),
        (
            "Fijian Foreign Minister Jone Vatu met his Peruvian counterpart Ana Solis. Minister Ana Solis spoke.",
            [("Jone Vatu", "FJI", "foreign_minister"), ("Ana Solis", "PER", "foreign_minister")],
        ),
        (
            "Fiji met Peru's Prime Minister Ana Solis, Deputy Prime Minister Jose Diaz and Trade Minister Luz Paz.",
            [
                ("Ana Solis", "PER", "head_of_government"),
                ("Jose Diaz", "PER", "deputy_head"),
                ("Luz Paz", "PER", "minister"),
            ],
        ),
        # honorifics in a row, acronyms in brackets
        (
            "Oman's foreign minister, H E Sheikh Dr Salim bin Said, spoke.",
            [("Salim bin Said", "OMN", "foreign_minister")],
        ),
        (
            "The Secretary-General of the Association of Southeast Asian Nations (ASEAN), Kao Lim, spoke.",
            [("Kao Lim", "ORG:ASEAN", "official")],
        ),
        ("Senator the Hon. Ana Solis, Peru's foreign minister, spoke.", [("Ana Solis", "PER", "foreign_minister")]),
        ("Peru's Minister for Trade the Hon. Ana Solis MP spoke.", [("Ana Solis", "PER", "minister")]),
        # things that bear a name, headlines and adverbs are nobody
        ("Peru's minister landed at King Salim International Airport in Oman.", []),
        ("Peruvian FM Discusses Ties With Fiji", []),
        ("Fiji will attend the ASEAN Foreign Ministers Meeting.", []),
        ("Peru and Chile met. Furthermore, Foreign Ministers spoke of trade.", []),
        # delegations
        (
            "The Thai side was led by Somchai Prasert and the Lao side by Khamla Vong.",
            [("Somchai Prasert", "THA", "official"), ("Khamla Vong", "LAO", "official")],
        ),
        ("Admiral Joe Hill, commander of the US Pacific Command, spoke.", [("Joe Hill", "USA", "military")]),
        ("Peru's trade minister, Don Farfan, spoke.", [("Don Farfan", "PER", "minister")]),
        # bodies and agencies
        ("Pita Vuki, who chairs the African Union, spoke.", [("Pita Vuki", "ORG:AU", "official")]),
        ("Heidi Graf, the Swiss diplomat who speaks for the OSCE, left.", [("Heidi Graf", "ORG:OSCE", "envoy")]),
        ("NASA chief Joe Hill flew to Tokyo.", [("Joe Hill", "USA", "official")]),
        # lists and counterparts
        (
            "The foreign ministers of Ghana and Togo, Kofi Mensah and Ama Adjei, met.",
            [("Kofi Mensah", "GHA", "foreign_minister"), ("Ama Adjei", "TGO", "foreign_minister")],
        ),
        (
            "Presidents Kofi Mensah of Ghana and Ama Adjei of Togo met.",
            [("Kofi Mensah", "GHA", "head_of_state"), ("Ama Adjei", "TGO", "head_of_state")],
        ),
        (
            "Ghana's defence minister, Kofi Mensah, told his Togolese colleague, Ama Adjei, so.",
            [("Kofi Mensah", "GHA", "defence_minister"), ("Ama Adjei", "TGO", "defence_minister")],
        ),
        (
            "Ghana's president, Kofi Mensah, met Ama Adjei, his Togolese opposite number.",
            [("Kofi Mensah", "GHA", "head_of_state"), ("Ama Adjei", "TGO", "head_of_state")],
        ),
        (
            "With Ghana's president, Kofi Mensah, the Togolese leader spoke of trade.",
            [("Kofi Mensah", "GHA", "head_of_state")],
        ),
        # owners
        ("Togo stayed out; its president, Ama Adjei, phoned Ghana.", [("Ama Adjei", "TGO", "head_of_state")]),
        (
            "Ghana's president, Kofi Mensah, left. Togo met Ama Adjei, Mensah's special envoy.",
            [("Kofi Mensah", "GHA", "head_of_state"), ("Ama Adjei", "GHA", "envoy")],
        ),
        # the facts
        ("Togo heard that Emmanuel Macron had called.", [("Emmanuel Macron", "FRA", "head_of_state")]),
        ("France said that Macron had called Togo.", [("Macron", "FRA", "head_of_state")]),
        # nobody
        ("According to Ana Solis, an analyst at a bank in Lima, Peru will pay.", []),
        ("Ana Solis, a journalist in Peru, asked.", []),
        ("Georgetown University and a Peruvian diplomat disagreed.", []),
        ("Egypt heard rebel leader Ali Amin.", []),
        ("Captain Moses Phiri steers a ferry bought by Japan.", []),
        ("Peru's Southern Copper and Chile's Codelco agreed.", []),
        ("A Peruvian agency's director, it seems; its director, Ana Solis, was held.", []),
    ],
)
def test_introductions(text: str, expected: People) -> None:
    assert people(text) == expected


def test_an_article_tells_of_a_person_in_several_places() -> None:
    text = "Minister Ana Solis left. Peru's foreign minister, Solis, will be in Togo. Ms Solis met nobody."
    assert people(text) == [("Ana Solis", "PER", "foreign_minister")]


def test_a_nameless_office_and_then_its_name() -> None:
    text = "Togo summoned the Peruvian ambassador. Ana Solis was told that it would not do."
    assert people(text) == [("Ana Solis", "PER", "ambassador")]


def test_where_nothing_tells_the_country_the_name_does() -> None:
    text = "Japan and Brazil met. Deputy trade minister Hiroshi Yamamoto and diplomat João Ferreira da Silva signed."
    assert people(text) == [("Hiroshi Yamamoto", "JPN", "official"), ("João Ferreira da Silva", "BRA", "official")]


def test_whoever_is_met_or_visited_is_of_another_country() -> None:
    met = "Peru's president, Ana Solis, left for talks with Prime Minister Luis Vega. Spain is glad."
    assert people(met)[1] == ("Luis Vega", "ESP", "head_of_government")
    visited = "Minister of State Ravi Kumar visited Tonga. India will pay."
    assert people(visited) == [("Ravi Kumar", "IND", "minister")]


def test_a_minister_and_an_ambassador_side_by_side() -> None:
    text = "Kenya borrows from China. Trade Minister John Otieno and Ambassador Zhou Ping signed."
    assert people(text) == [("John Otieno", "KEN", "minister"), ("Zhou Ping", "CHN", "ambassador")]


def test_its_minister_is_of_the_country_before_and_his_counterpart_has_his_rank() -> None:
    text = "Fiji wants more trade. Its trade minister, Joe Hill, rang his Peruvian counterpart, Ana Solis."
    assert people(text) == [("Joe Hill", "FJI", "minister"), ("Ana Solis", "PER", "minister")]


def test_whoever_leads_an_embassy_is_not_of_the_country_where_it_stands() -> None:
    text = "Fiji and Peru made up. Joe Hill, who heads the embassy in Lima, was glad."
    assert people(text) == [("Joe Hill", "FJI", "ambassador")]


def test_in_a_list_each_is_of_another_country() -> None:
    text = "Jordan gets water. Water Minister Omar Haddad, Israeli Energy Minister Avi Cohen and an Emirati signed."
    assert people(text)[0] == ("Omar Haddad", "JOR", "minister")


def test_who_has_led_the_country() -> None:
    text = "Ministers from Fiji flew home. General Joe Hill, who has led the country since a coup, would not see them."
    assert people(text) == [("Joe Hill", "FJI", "head_of_state")]


def test_whoever_travels_somewhere_is_not_from_there() -> None:
    text = "Fiji has promised Peru a ship. Joe Hill, a senior official, was in Lima in January."
    assert people(text) == [("Joe Hill", "FJI", "official")]


def test_our_ambassador_to_a_country_is_not_of_that_country() -> None:
    text = "Peru and Fiji quarrel. “We have recalled our ambassador to Peru, Joe Hill,” Fiji's minister said."
    assert ("Joe Hill", "FJI", "ambassador") in people(text)


def test_a_surname_that_is_an_honorific_too() -> None:
    text = "Australian minister Jane Bishop left. Bishop denied it. Mr Bishop, a farmer, did not."
    assert people(text) == [("Jane Bishop", "AUS", "minister")]


def test_the_facts_count_at_their_date_only() -> None:
    assert people("Togo heard that Angela Merkel had called.", "2015-05-05") == [
        ("Angela Merkel", "DEU", "head_of_government")
    ]
    assert people("Togo heard that Angela Merkel had called.") == []
