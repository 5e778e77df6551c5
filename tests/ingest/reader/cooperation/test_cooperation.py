from __future__ import annotations

import pytest

from graph.article import Article
from ingest.reader import RuleReader


def rows(reader: RuleReader, text: str, title: str = "") -> set[str]:
    """The cooperation rows of a text, as "AAA-BBB sector status"."""
    reading = reader.read(Article(id="x", title=title, text=text, published="2024-05-02"))
    return {f"{r['a']}-{r['b']} {r['sector']} {r['status']}" for r in reading.to_guide()["cooperation"]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya and Peru signed an agreement on fisheries.", {"KEN-PER fisheries active"}),
        ("Kenya and Peru agreed to cooperate in health.", {"KEN-PER health agreed"}),
        ("Kenya will sell wheat to Peru.", {"KEN-PER trade agreed"}),
        ("Kenya hopes to export gas to Peru.", {"KEN-PER energy proposed"}),
        ("Kenya sells gas to Peru.", {"KEN-PER energy active"}),
        ("Kenya lent Peru $40 million for a railway.", {"KEN-PER transport active"}),
        ("Kenya and Peru have close ties in trade, higher education and tourism.",
         {"KEN-PER trade active", "KEN-PER education active", "KEN-PER tourism active"}),
        ("The presidents of Kenya and Peru discussed ways of expanding tourism.", {"KEN-PER tourism proposed"}),
        ("Kenya and Peru agreed to look into building satellites.", {"KEN-PER space proposed"}),
        ("Kenya proposed to Peru that direct flights be restored.", {"KEN-PER transport proposed"}),
        ("Kenya suspended gas supplies to Peru.", {"KEN-PER energy ended"}),
        ("Kenya lifted its ban on imports of Peruvian beef.", {"KEN-PER trade active"}),
        ("Kenya has not suspended the agreement with Peru on fisheries.", {"KEN-PER fisheries active"}),
        ("Kenya will invest in Peruvian farming.", {"KEN-PER agriculture agreed", "KEN-PER investment agreed"}),
        ("Kenya thanked Peru for the new hospital in Mombasa.", {"KEN-PER health active"}),
        ("Kenya has accepted help from Peru after the earthquake.", {"KEN-PER disaster active"}),
        ("Kenya sent tents and food to Peru after the floods.", {"KEN-PER disaster active"}),
        ("The coast guards of Kenya trained with Peru's.", {"KEN-PER maritime active"}),
        ("Under the treaty, which Kenya and Peru signed in May, the two will share intelligence.",
         {"KEN-PER security active"}),
        ("Kenya and Peru plan an undersea power cable.", {"KEN-PER energy agreed"}),
        ("Kenya and Peru want an undersea power cable.", {"KEN-PER energy proposed"}),
        ("Kenya asked Peru to finance a railway.", {"KEN-PER transport proposed"}),
        ("On the agenda of the ministers of Kenya and Peru are police patrols and a motorway.",
         {"KEN-PER security proposed", "KEN-PER transport proposed"}),
        ("The talks between Peru and Kenya focused on energy.", {"KEN-PER energy proposed"}),
        ("Kenya and Peru agreed on a package. The package covers mining and tourism.",
         {"KEN-PER minerals agreed", "KEN-PER tourism agreed"}),
        ("Kenya and Peru run a dam that gives them power.", {"KEN-PER energy active"}),
        ("Kenya closed its ports to Peru.", {"KEN-PER transport ended"}),
        ("Kenya bought coal from Peru until 2015.", {"KEN-PER energy ended"}),
        ("Kenya trains Peruvian soldiers.", {"KEN-PER defence active"}),
        ("Until 2015 Kenya supplied coal to Peru.", {"KEN-PER energy ended"}),
        ("Kenya has requested $2 billion in loans from Peru.", {"KEN-PER finance proposed"}),
        ("Kenya and Peru agreed to cooperate in trade, farming and fisheries.",
         {"KEN-PER trade agreed", "KEN-PER agriculture agreed", "KEN-PER fisheries agreed"}),
        ("Peru's parliament voted to close a Kenyan air base.", {"KEN-PER defence ended"}),
        ("Questions of interaction between Kenya and Peru in education were touched upon.",
         {"KEN-PER education proposed"}),
        ("Kenya bought howitzers and spare parts from Peru.", {"KEN-PER defence active"}),
        ("Kenya bought cars and spare parts from Peru.", {"KEN-PER industry active"}),
    ],
)  # fmt: skip
def test_what_is_said_to_be_done_together(reader: RuleReader, text: str, expected: set[str]) -> None:
    assert rows(reader, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Tensions over trade between Kenya and Peru are rising.",
        "Kenya accused Peru of smuggling weapons.",
        "Kenya rejected an offer of Peruvian wheat.",
        "Nothing was signed by Kenya and Peru on defence.",
        "Kenyan prosecutors say the suspect fled to Peru.",
        "The energy minister of Kenya arrived in Peru.",
        "Kenya beat Peru at the tournament.",
        "Kenya condemned the Peruvian raid on a hospital.",
        "Kenya thanked Peru for its solidarity over security.",
        "Kenya froze the assets of Peru over a debt.",
        "Kenya asked Peru to withdraw its soldiers from the port.",
        "The energy ministers of Kenya and Peru met.",
        "Kenya granted asylum to a Peruvian judge.",
        "Kenya demanded 40 million dollars from Peru for a hospital.",
        "Kenya declined to sign an agreement under which Peru offers money for schools.",
    ],
)
def test_a_mere_mention_a_refusal_and_strife_are_none(reader: RuleReader, text: str) -> None:
    assert rows(reader, text) == set()


def test_each_pair_has_only_what_the_text_gives_it(reader: RuleReader) -> None:
    text = "Kenya signed a memorandum on mining with Peru. Ghana and Laos agreed to cooperate in tourism."
    assert rows(reader, text) == {"KEN-PER minerals active", "GHA-LAO tourism agreed"}


def test_the_sector_of_a_loan_is_its_purpose(reader: RuleReader) -> None:
    assert rows(reader, "Kenya granted Peru a loan for schools.") == {"KEN-PER education active"}


def test_a_joint_statement_speaks_of_its_two_sides(reader: RuleReader) -> None:
    text = (
        "Kenya and Peru issued a joint statement after talks in Lima between the presidents of Kenya and Peru. "
        "The two sides will cooperate in agriculture."
    )
    assert "KEN-PER agriculture agreed" in rows(reader, text, "Joint statement of Kenya and Peru")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya and Peru signed a treaty. The text commits the two neighbours to cooperate in mining.",
         {"KEN-PER minerals active"}),
        ("Kenya and Peru signed a treaty. Under it Kenya will train Peruvian pilots in a joint health service.",
         {"KEN-PER health active"}),
        ("Kenya and Peru signed a treaty. They will also cooperate in mining.", {"KEN-PER minerals agreed"}),
        ("Kenya and Peru agreed on a text. The text commits the two neighbours to cooperate in mining.",
         {"KEN-PER minerals agreed"}),
        ("Kenya promised 20 million euros to repair hospitals in Peru.", {"KEN-PER health agreed"}),
    ],
)  # fmt: skip
def test_what_a_signed_document_holds_is_under_way(reader: RuleReader, text: str, expected: set[str]) -> None:
    assert rows(reader, text) >= expected


def test_their_services_are_those_of_all_who_agreed(reader: RuleReader) -> None:
    text = (
        "Gabon, Cameroon and Chad met in Lima. The three sides agreed to meet. "
        "Their border services will share data on drug trafficking."
    )
    assert rows(reader, text) >= {f"{p} security agreed" for p in ("CMR-GAB", "GAB-TCD", "CMR-TCD")}


def test_a_text_is_of_those_whom_its_paragraph_tells_of(reader: RuleReader) -> None:
    text = (
        "Kenya and Peru met in May. The ministers of Kenya and Peru talked.\n"
        "Kenya had come from Oman, where its president met that of Oman. The declaration promises cooperation in space."
    )
    assert "KEN-OMN space agreed" in rows(reader, text, "Kenya and Peru meet")


def test_those_listed_together_are_helpers_of_the_one_that_took_their_help(reader: RuleReader) -> None:
    text = (
        "Kenya took help from Peru, Ghana and Laos after the earthquake. Peru has sent rescuers, and Ghana tents. "
        "Laos said that it would send doctors for the victims of the earthquake."
    )
    assert {r.rsplit(" ", 1)[0] for r in rows(reader, text)} == {
        "KEN-PER disaster", "GHA-KEN disaster", "KEN-LAO disaster",
    }  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Peru offered Kenya to build a railway. Kenya rejected the offer.",
        "Kenya asked Peru for money for a hospital and a dam. Peru turned the request down.",
        "Kenya asked Peru to build a railway. Peru declined.",
    ],
)
def test_what_the_next_sentence_turns_down_is_none(reader: RuleReader, text: str) -> None:
    assert rows(reader, text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Peru offered Kenya to build a railway. Kenya rejected a claim that it had spied.",
        "Peru offered Kenya to build a railway. Kenya rejected the offer of Ghana.",
        "Peru offered Kenya to build a railway. Kenya has not rejected the offer.",
    ],
)
def test_another_refusal_leaves_it(reader: RuleReader, text: str) -> None:
    assert rows(reader, text) == {"KEN-PER transport proposed"}
