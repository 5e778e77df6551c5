"""Agreements: names, parties, standing and folding, read from sentences, with near misses."""

from __future__ import annotations

import pytest

from graph.article import Article
from graph.claim import Agreement
from ingest.reader import RuleReader

_FRAME = " The foreign ministries confirmed this to reporters."


def agreements(reader: RuleReader, text: str, title: str = "") -> list[Agreement]:
    article = Article(id="a", title=title, text=text + _FRAME, published="2024-05-05")
    return [c.statement for c in reader.read(article).claims if isinstance(c.statement, Agreement)]


def told(reader: RuleReader, text: str, title: str = "") -> list[str]:
    return [f"{a.name} | {'-'.join(a.parties)} | {a.status}" for a in agreements(reader, text, title)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Portugal and Chad signed a treaty on mobility and visas.", ["treaty on mobility and visas"]),
        ("Iceland and Peru signed the Agreement on Social Security and Pensions.",
         ["Agreement on Social Security and Pensions"]),
        ("Iceland and Peru signed an agreement last week to build a port.", ["agreement to build a port"]),
        ("Turkey and Iraq signed a water-for-oil accord.", ["water-for-oil accord"]),
        ("Zambia and Malawi signed agreements on energy, on animal health and on visas.",
         ["agreements on energy", "agreement on animal health", "agreement on visas"]),
        ("Zambia and Malawi signed a memorandum on mining and a protocol on training.",
         ["memorandum on mining", "protocol on training"]),
        ("Zambia and Malawi signed four memorandums.", ["four memorandums"]),
        ("Zambia and Malawi signed a memorandum on Monday.", ["memorandum"]),
        ("Niger and Mali concluded a defence pact, the Sahel Charter.", ["Sahel Charter"]),
        ("Norway and Kenya signed a new trade deal.", ["trade deal"]),
    ],
)  # fmt: skip
def test_names(reader: RuleReader, text: str, names: list[str]) -> None:
    assert [a.name for a in agreements(reader, text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Kenya reached no agreement on fish.",
        "Norway rejected a Kenyan offer of a loan.",
        "Norwegian and Kenyan officials were in agreement.",
        "Two companies from Norway and Kenya announced a deal of their own.",
        "Norway's treaty obligations towards Kenya are heavy.",
        "Norway urged Kenya to make a deal.",
        "Kenya's great deal of patience with Norway is over.",
    ],
)
def test_what_is_no_agreement(reader: RuleReader, text: str) -> None:
    assert agreements(reader, text) == []


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Kenya signed a trade deal with Norway.", "KEN-NOR"),
        ("The extradition treaty between Peru and Chile is old.", "CHL-PER"),
        ("A memorandum on health was signed by Cuba and Angola.", "AGO-CUB"),
        ("Japan granted Nepal a loan for a dam.", "JPN-NPL"),
        ("A Saudi-Kenyan roadmap on energy was unveiled.", "KEN-SAU"),
        ("Kenya praised a trade deal between Peru and Chile.", "CHL-PER"),
        ("Peru and Chile signed the Geneva Declaration on trade.", "CHL-PER"),
        ("Peru and Chile signed a peace deal brokered by Qatar.", "CHL-PER"),
        ("Peru, Chile and Kenya signed a treaty on rice.", "CHL-KEN-PER"),
        ("Fiji has a policing pact that it signed with Norway.", "FJI-NOR"),
    ],
)
def test_parties(reader: RuleReader, text: str, parties: str) -> None:
    assert ["-".join(a.parties) for a in agreements(reader, text)] == [parties]


def test_each_of_several_has_its_own(reader: RuleReader) -> None:
    found = agreements(reader, "Peru and Chile each signed a memorandum on fish with Kenya.")
    assert sorted("-".join(a.parties) for a in found) == ["CHL-KEN", "KEN-PER"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Kenya and Norway signed a trade deal.", "signed"),
        ("Kenya and Norway will sign a trade deal in June.", "agreed"),
        ("Kenya and Norway are negotiating a trade deal.", "under_negotiation"),
        ("Kenya and Norway are close to a trade deal.", "under_negotiation"),
        ("Kenya and Norway hope to finalise a trade deal this year.", "under_negotiation"),
        ("Kenya asked Norway for a state loan.", "proposed"),
        ("Kenya suspended its trade deal with Norway.", "suspended"),
        ("Kenya walked away from its trade deal with Norway.", "terminated"),
        ("Kenya will not go ahead with a trade deal with Norway.", "terminated"),
        ("Kenya did not suspend its trade deal with Norway.", "in_force"),
        ("Kenya stopped short of renouncing its trade deal with Norway.", "in_force"),
        ("Kenya has ratified a trade deal with Norway.", "ratified"),
        ("Kenya and Norway have a trade deal that dates from 2015.", "in_force"),
        ("Kenya and Norway issued a joint statement on trade.", "agreed"),
        ("Talks on a trade deal between Kenya and Norway were suspended.", "suspended"),
        ("The trade deal between Kenya and Norway is under negotiation.", "under_negotiation"),
        ("Kenya and Norway agreed to meet and signed a trade deal.", "signed"),
    ],
)
def test_status(reader: RuleReader, text: str, status: str) -> None:
    assert [a.status for a in agreements(reader, text)] == [status]


def test_what_points_back_updates_its_row(reader: RuleReader) -> None:
    text = "Kenya and Norway signed a trade deal in 2023. Last week Nairobi suspended the accord."
    assert told(reader, text) == ["trade deal | KEN-NOR | suspended"]


def test_it_updates_what_was_told_just_before(reader: RuleReader) -> None:
    text = "Kenya and Norway had a fisheries pact. Oslo scrapped it in March."
    assert told(reader, text) == ["fisheries pact | KEN-NOR | terminated"]


def test_a_headline_and_its_story_are_one_row(reader: RuleReader) -> None:
    found = told(reader, "Kenya and Norway signed the Fjord Agreement in Oslo.", "Kenya, Norway seal pact on fish")
    assert found == ["Fjord Agreement | KEN-NOR | signed"]


def test_other_parties_are_another_row(reader: RuleReader) -> None:
    text = "Kenya signed a trade deal with Norway. Peru signed a trade deal with Chile."
    assert [a.parties for a in agreements(reader, text)] == [("KEN", "NOR"), ("CHL", "PER")]


def test_what_is_yet_to_happen_does_not_count(reader: RuleReader) -> None:
    text = (
        "Kenya and Norway signed a trade deal. It must still be ratified. Once the deal enters into force, tariffs go."
    )
    assert [a.status for a in agreements(reader, text)] == ["signed"]


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile met. They signed:\n(a) an Extradition Treaty;\n(b) a Memorandum of Cooperation.",
        "Peru and Chile met. They witnessed the signing of:\n- Extradition Treaty\n- Memorandum of Cooperation.",
        "Peru and Chile met. The following documents were signed:\n1. Extradition Treaty\n2. Memorandum on Fish.",
        "Peru and Chile signed papers. Among them are an Extradition Treaty and a Memorandum on Fish.",
        "Peru and Chile met. The documents signed include an extradition treaty and a memorandum on fish.",
        "Peru and Chile signed an extradition treaty. Other documents signed were a memorandum on fish and a roadmap.",
        "Peru and Chile signed an extradition treaty. Also signed was a memorandum on fish.",
    ],
)
def test_what_a_list_names_stands_where_its_lead_says(reader: RuleReader, text: str) -> None:
    found = agreements(reader, text)
    assert {(a.status, a.parties) for a in found} == {("signed", ("CHL", "PER"))}
    assert len([a for a in found if "reaty" in a.name or "emorandum" in a.name]) == 2


def test_what_follows_a_list_is_not_in_it(reader: RuleReader) -> None:
    text = "Peru and Chile met. Their ministers signed:\n(a) an Extradition Treaty.\nPeru wants a fish pact with Chile."
    assert [a.status for a in agreements(reader, text)] == ["signed", "proposed"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norway has yet to ratify a trade deal with Kenya.", "signed"),
        ("Kenya and Norway signed a trade deal in 2015. It has yet to be ratified by Nairobi.", "signed"),
        ("Kenya and Norway signed a trade deal. The Kenyan parliament approved it on Tuesday.", "ratified"),
        ("The Kenyan Senate passed a trade deal with Norway.", "ratified"),
        ("Norway froze the ratification of a trade deal with Kenya.", "signed"),
        ("Kenya and Norway delayed the signing of a trade deal.", "agreed"),
        ("Norway suspended the implementation of a trade deal with Kenya.", "suspended"),
        ("The trade deal between Kenya and Norway takes effect in June.", "agreed"),
        ("The trade deal between Kenya and Norway took effect in March.", "in_force"),
        ("The trade deal between Kenya and Norway ended a quarrel over fish.", "in_force"),
        ("Kenya's president left Norway with a trade deal.", "agreed"),
        ("A peace treaty, on which Peru and Chile have been negotiating, hangs on that.", "under_negotiation"),
        ("Peru and Chile are discussing a tariff under their treaty of 1973.", "in_force"),
    ],
)  # fmt: skip
def test_status_by_what_befalls_it(reader: RuleReader, text: str, status: str) -> None:
    assert [a.status for a in agreements(reader, text)] == [status]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Norway agreed to lend Kenya $40 million for a dam.", ["loan of $40 million for a dam | KEN-NOR | agreed"]),
        ("Kenya has borrowed 2 billion yuan from China.", ["loan of 2 billion yuan | CHN-KEN | in_force"]),
        ("Norway lent Kenya two ships.", []),
        ("Kenya placed an order for three frigates with Norway.", ["order for three frigates | KEN-NOR | agreed"]),
        ("Norway ordered 40 tanks from Poland.", ["order of 40 tanks | NOR-POL | agreed"]),
        ("Norway ordered two Kenyan diplomats to leave.", []),
        ("Norway received Kenya's orders for peace in good order.", []),
    ],
)
def test_what_a_verb_or_its_goods_tell(reader: RuleReader, text: str, rows: list[str]) -> None:
    assert told(reader, text) == rows


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("In their Oslo Declaration of 2001, Norway and Kenya pledged to help Chile. Chile thanked Peru.", "KEN-NOR"),
        ("Kenya stopped aid to Fiji over its fish deals with Norway.", "FJI-NOR"),
        ("Kenya thanked Fiji for its deal with Norway.", "FJI-NOR"),
        ("Norway praised Kenya and Chile. Peru had met Kenya. Norway promised it a grant of NZ$4 million.", "KEN-NOR"),
        ("Qatar's emir read out the text that Kenya and Norway had accepted, the Doha Declaration.", "KEN-NOR"),
    ],
)
def test_whose_it_is_by_the_words_around_it(reader: RuleReader, text: str, parties: str) -> None:
    assert ["-".join(a.parties) for a in agreements(reader, text)] == [parties]


def test_a_sentence_without_names_goes_on_about_the_same_parties(reader: RuleReader) -> None:
    text = "Fiji and Peru met. Kenya and Norway signed a pact on fish. It follows a loan of $5 million in May."
    assert [a.parties for a in agreements(reader, text)] == [("KEN", "NOR"), ("KEN", "NOR")]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Under the Fjord Union, a treaty with Norway, Kenya buys fish.", ["Fjord Union | KEN-NOR | in_force"]),
        ("Kenya and Norway signed a pact called the Fjord Union.", ["Fjord Union | KEN-NOR | signed"]),
        ('Kenya and Norway issued a joint statement titled "A Vision for Fish and Trade".',
         ["A Vision for Fish and Trade | KEN-NOR | agreed"]),
        ("Kenya and Norway signed a pact on Monday.", ["pact | KEN-NOR | signed"]),
        ("In Oslo, a treaty between Kenya and Norway was signed.",
         ["treaty between Kenya and Norway | KEN-NOR | signed"]),
        ("Kenya and Norway signed the Trade and Investment Pact.", ["Trade and Investment Pact | KEN-NOR | signed"]),
        ("Kenya left its Belt and Road memorandum with China.",
         ["Belt and Road memorandum | CHN-KEN | terminated"]),
    ],
)  # fmt: skip
def test_names_without_a_noun_of_their_kind(reader: RuleReader, text: str, rows: list[str]) -> None:
    assert told(reader, text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Kenya must not conclude a defence pact with any other state, Norway said.", []),
        ('"We have a deal," Norway\'s president told Kenya.', []),
        ("Kenya and Norway mean to work out commercial arrangements.", []),
        ("Kenya and Norway broke a ceasefire that they had agreed on Friday.", ["agreed"]),
        ("Kenya and Norway agreed to extend a gas contract.", ["in_force"]),
        ("Kenya and Norway agreed on several articles of a peace treaty.", ["under_negotiation"]),
        ("Kenya and Norway announced the establishment of a strategic partnership.", ["in_force"]),
        ("Kenya and Norway studied the feasibility of a free trade agreement.", ["proposed"]),
        ("A contract from 2014 under which Norway is supplying Kenya with fish was not touched.", ["in_force"]),
    ],
)
def test_what_stands_and_what_is_only_talk(reader: RuleReader, text: str, rows: list[str]) -> None:
    assert [a.status for a in agreements(reader, text)] == rows


def test_documents_that_are_all_named_are_not_counted_again(reader: RuleReader) -> None:
    named = "Kenya and Norway signed two documents. They are a treaty on fish and a pact on visas."
    some = "Kenya and Norway signed five documents. Among them is a treaty on fish."
    assert [a.name for a in agreements(reader, named)] == ["treaty on fish", "pact on visas"]
    assert [a.name for a in agreements(reader, some)] == ["five documents", "treaty on fish"]


def test_two_nouns_for_one_agreement(reader: RuleReader) -> None:
    text = "Kenya and Norway signed a migration agreement. A trade deal was not signed. The migration pact is new."
    assert ["migration" in a.name for a in agreements(reader, text)] == [True]


@pytest.mark.parametrize(
    ("text", "sectors"),
    [
        ("Kenya built a railway with a loan from China.", ("transport",)),
        ("Kenya took a loan from China.", ("finance",)),
        ("Kenya and Norway signed a pact. The pact covers fisheries.", ("fisheries",)),
        ("Kenya and Norway signed a pact on fisheries. Kenya also builds roads.", ("fisheries",)),
        ("Kenya and Norway signed a pact. Kenya also sells gas.", ()),
    ],
)
def test_what_it_is_about(reader: RuleReader, text: str, sectors: tuple[str, ...]) -> None:
    assert [a.sectors for a in agreements(reader, text)] == [sectors]


@pytest.mark.parametrize("mark", ["- ", "• ", "(a) ", "1. ", ""])
@pytest.mark.parametrize(
    ("lead", "status"),
    [
        ("Kenya and Norway signed, in this order:", "signed"),
        ("Outcomes of the visit:", "signed"),
        ("The documents are as follows.", "signed"),
        ("Agreements and memoranda signed", "signed"),
        ("A total of three documents were inked.", "signed"),
    ],
)
def test_a_list_of_documents(reader: RuleReader, lead: str, status: str, mark: str) -> None:
    listed = ["Extradition treaty", "Protocol on animal health", "Agreement on air services"]
    text = "Kenya's president met Norway's premier on Tuesday.\n" + "\n".join([lead, *(mark + d for d in listed), ""])
    found = {a.name: a.status for a in agreements(reader, text)}
    assert {name: found.get(name) for name in listed} == dict.fromkeys(listed, status)


def test_a_list_of_documents_that_are_still_to_be(reader: RuleReader) -> None:
    text = "Kenya met Norway.\nDocuments under negotiation:\n- Extradition treaty\n- Agreement on air services"
    assert "signed" not in {a.status for a in agreements(reader, text)}


def test_what_follows_a_signing_was_signed(reader: RuleReader) -> None:
    text = "Kenya and Norway signed three agreements. The first, a memorandum on fish, sets quotas."
    assert [a.status for a in agreements(reader, text)] == ["signed", "signed"]
    other = "Kenya and Norway signed a pact. Peru and Fiji have a memorandum on fish."
    assert [a.status for a in agreements(reader, other)][1] != "signed"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Kenya and Norway buried their quarrel with a memorandum on fish.", ["memorandum on fish | agreed"]),
        ("Kenya's president returned from Norway with a gas contract.", ["gas contract | agreed"]),
        ("Negotiators of Kenya and Norway went back to a gas contract.", ["gas contract | under_negotiation"]),
        ("Kenya and Norway are putting the finishing touches to a fish pact.", ["fish pact | under_negotiation"]),
        ("A separate pact with Norway would breach its rules, Kenya said.", []),
        ("Kenya and Norway have a space partnership.", ["space partnership | in_force"]),
        ("Norway hailed a ceasefire between Kenya and the rebels.", []),
        ("Kenya left the drills under its fish pact with Norway.", ["fish pact | in_force"]),
        ("Kenya's assembly threw out a treaty with Norway.", ["treaty with Norway | signed"]),
        ("Kenya's Senate approved the protocol with Norway on fish.", ["protocol with Norway on fish | ratified"]),
        ("The protocol at the lunch of Kenya and Norway was lavish.", []),
        ("Kenya left the Fjord agreement with Norway. Norway said that the 2012 agreement was valid.",
         ["Fjord agreement | terminated"]),
    ],
)  # fmt: skip
def test_which_verbs_reach_it(reader: RuleReader, text: str, rows: list[str]) -> None:
    assert [f"{a.name} | {a.status}" for a in agreements(reader, text)] == rows


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kenya and Norway signed two memorandums. One covers fish and the other, on schools, runs for a year.",
         ["memorandum on fish", "memorandum on schools"]),
        ("Kenya and Norway signed two treaties. The first is on fish, the second on schools.",
         ["treaty on fish", "treaty on schools"]),
        ("Kenya and Norway signed three pacts. One of their ministers covered fish.", ["three pacts"]),
        ("Kenya and Norway signed two pacts. The other day Kenya caught fish.", ["two pacts"]),
    ],
)  # fmt: skip
def test_one_and_the_other(reader: RuleReader, text: str, names: list[str]) -> None:
    assert [a.name for a in agreements(reader, text)] == names


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Kenya and Norway penned a fish pact.", "signed"),
        ("Kenya mothballed its fish pact with Norway.", "suspended"),
        ("Kenya nullified its fish pact with Norway.", "terminated"),
        ("The fish pact between Kenya and Norway fell apart.", "terminated"),
        ("Kenya stopped its aid amid talks on a fish pact with Norway.", "under_negotiation"),
        ("Kenya reinstated its fish pact with Norway.", "in_force"),
        ("Kenya and Norway are haggling over a fish pact.", "under_negotiation"),
        ("Kenya and Norway greenlighted a fish pact.", "agreed"),
        ("Kenya floated a fish pact with Norway.", "proposed"),
    ],
)
def test_words_of_standing(reader: RuleReader, text: str, status: str) -> None:
    assert [a.status for a in agreements(reader, text)] == [status]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Kenya's president and Norway's premier put pen to paper on a border security protocol.",
         ["border security protocol | signed"]),
        ("Kenya and Norway agree to ceasefire.", ["ceasefire | agreed"]),
        ("The presidents of Kenya and Norway committed themselves to an immediate ceasefire.", []),
        ("The lithium partnership between Kenya and Norway is new.", ["lithium partnership | in_force"]),
        ("Kenya wants energy partnerships with Norway.", []),
        ("Kenya's order for 40 tanks made Norway its biggest supplier.", ["order for 40 tanks | agreed"]),
        ("Norway supplies Kenya with seed on credit.", []),
        ("Kenya and Norway are close to agreement on fish.", ["agreement on fish | under_negotiation"]),
        ("Kenya has an air accord with Norway, which Oslo ratified in May.", ["air accord | ratified"]),
    ],
)  # fmt: skip
def test_what_makes_a_document(reader: RuleReader, text: str, rows: list[str]) -> None:
    assert [f"{a.name} | {a.status}" for a in agreements(reader, text)] == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Kenya and Norway signed the convention that ends their quarrel over fish.", ["signed"]),
        ("Kenya and Norway initialled, but did not sign, a treaty on fish.", ["agreed"]),
        ("Without a trade agreement with Norway the tariffs stay, Kenya said.", []),
        ("A Kenyan court blocked the fish agreement with Norway.", ["suspended"]),
        ("Kenya and Norway agreed on a treaty text on fish.", ["agreed"]),
        ("Kenya granted Norway a $2 million loan. The two will sign the loan agreement in May.", ["in_force"]),
        ("Norway's order in May of five Kenyan-built frigates was hailed by Kenya.", ["agreed"]),
    ],
)
def test_how_it_stands_in_its_sentence(reader: RuleReader, text: str, rows: list[str]) -> None:
    assert [a.status for a in agreements(reader, text)] == rows
