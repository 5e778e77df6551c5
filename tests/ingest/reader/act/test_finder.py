"""Acts of single sentences: who did what to whom, and what must stay silent."""

from __future__ import annotations

import pytest

from graph.article import Article
from ingest.reader.reader import RuleReader


def events(reader: RuleReader, text: str) -> set[str]:
    rows = reader.read(Article("act", "", text, "2024-05-15")).to_guide()["events"]
    return {f"{row['actor']}>{row['recipient']} {row['type']} {row['modality']}" for row in rows}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Students in Dhaka staged a march to the Dutch embassy.", {"BGD>NLD PROTEST actual"}),
        ("Anti-French protests broke out in Chad.", {"TCD>FRA PROTEST actual"}),
        ("Greece lodged a protest with Libya.", {"GRC>LBY ACCUSE actual"}),
        ("The French parliament protested against the cuts.", set()),
        ("A Russian missile hit a Ukrainian port.", {"RUS>UKR ASSAULT actual"}),
        ("A Russian storm hit a Ukrainian port.", set()),
        ("The last Kenyan soldiers left Somalia.", {"KEN>SOM RETREAT actual"}),
        ("The last Kenyan tourists left Somalia.", set()),
    ],
)
def test_crowds_and_forces_have_acts_of_their_own(reader: RuleReader, text: str, expected: set[str]) -> None:
    assert events(reader, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia and Ukraine accused each other of shelling a hospital.",
         {"RUS>UKR ACCUSE actual", "UKR>RUS ACCUSE actual"}),
        ("Armenia and Azerbaijan declared a ceasefire.", {"ARM>AZE RETREAT actual", "AZE>ARM RETREAT actual"}),
        ("Armenia and Azerbaijan accused Turkey of lying.", {"ARM>TUR ACCUSE actual", "AZE>TUR ACCUSE actual"}),
    ],
)  # fmt: skip
def test_what_two_do_to_each_other_goes_both_ways(reader: RuleReader, text: str, expected: set[str]) -> None:
    assert events(reader, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bolivia received 300,000 doses of vaccine from Mexico.", {"MEX>BOL AID actual"}),
        ("The expulsion of Malian diplomats by France angered Bamako.", {"FRA>MLI SANCTION actual"}),
        ("Two Norwegians were arrested in Mali.", {"MLI>NOR COERCE actual"}),
        ("Iran fired missiles at a base in Pakistan.", {"IRN>PAK ASSAULT actual"}),
        ("US airstrikes on Yemen killed dozens.", {"USA>YEM ASSAULT actual"}),
        ("Fighting between Kyrgyzstan and Tajikistan left 100 dead.",
         {"KGZ>TJK ASSAULT actual", "TJK>KGZ ASSAULT actual"}),
        ("Uganda has sheltered refugees from South Sudan.", {"UGA>SSD AID actual"}),
        ("Tanzania on Wednesday barred maize from Kenya.", {"TZA>KEN SANCTION actual"}),
    ],
)  # fmt: skip
def test_both_sides_are_found_wherever_they_stand(reader: RuleReader, text: str, expected: set[str]) -> None:
    assert events(reader, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The easing by Kenya of its curbs on Somali traders was delayed.", {"KEN>SOM CONCEDE"}),
        ("The release of two Italian engineers by Libya was hailed in Rome.", {"LBY>ITA RETREAT"}),
        ("The closure of the frontier delighted smugglers in Peru and Chile.", set()),
        ("Ghana sent troops at the request of the government in Monrovia.", {"LBR>GHA REQUEST"}),
        ("Russia vetoed a United Nations text drafted by Norway.", {"RUS>NOR REJECT"}),
        ("ECOWAS leaders meeting in Abuja lifted the sanctions imposed on Niger.",
         {"ORG:ECOWAS>NER CONCEDE", "ORG:ECOWAS>NER SANCTION"}),
        ("North and South Korea exchanged fire.", {"PRK>KOR ASSAULT", "KOR>PRK ASSAULT"}),
        ("Japan and the Baltic states asked NATO for help.",
         {"JPN>ORG:NATO REQUEST", "EST>ORG:NATO REQUEST", "LTU>ORG:NATO REQUEST", "LVA>ORG:NATO REQUEST"}),
    ],
)  # fmt: skip
def test_acts_are_told_by_nouns_and_clauses_on_them(reader: RuleReader, text: str, expected: set[str]) -> None:
    found = {row.rsplit(" ", 1)[0] for row in events(reader, text)}
    assert found >= expected
    assert bool(found) == bool(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Albania said Serbian snipers had killed two of its guards.", {"ALB>SRB ACCUSE actual"}),
        ("A witness said Serbian snipers had killed two Albanian guards.", {"SRB>ALB ASSAULT actual"}),
        ("Serbia said its snipers had killed two Albanian guards.", {"SRB>ALB ASSAULT actual"}),
    ],
)
def test_force_of_which_the_victim_tells_is_a_charge(reader: RuleReader, text: str, expected: set[str]) -> None:
    assert events(reader, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Israel stopped bombing Lebanon.", {"ISR>LBN RETREAT actual"}),
        ("Germany has stopped issuing visas to Iranians.", {"DEU>IRN SANCTION actual"}),
        ("Germany has not stopped issuing visas to Iranians.", set()),
    ],
)
def test_to_stop_an_act_is_its_opposite(reader: RuleReader, text: str, expected: set[str]) -> None:
    assert {row for row in events(reader, text) if not row.endswith(("negated", "possible"))} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Washington threatened to impose sanctions on Iraq.", {"USA>IRQ THREATEN actual"}),
        ("Britain called on Myanmar to release its prisoners.", {"GBR>MMR REQUEST actual"}),
        ("Egypt demanded that Sudan withdraw its troops.", {"EGY>SDN REQUEST actual"}),
    ],
)
def test_what_is_demanded_or_threatened_is_no_act_yet(reader: RuleReader, text: str, expected: set[str]) -> None:
    assert events(reader, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Thai police arrested 40 smugglers in Phuket while Malaysian fans looked on.",
        "Brazil beat Argentina in a World Cup qualifier.",
        "A storm damaged ports in Mozambique and Malawi.",
    ],
)
def test_other_news_tells_no_act(reader: RuleReader, text: str) -> None:
    assert events(reader, text) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru's congress declared Mexico's president persona non grata.", {"PER>MEX SANCTION actual"}),
        ("Costa Rica complained to Panama that Nicaragua had seized an island.", {"CRI>NIC ACCUSE actual"}),
        ("Guatemalan troops were sent to the border with Belize.", {"GTM>BLZ MOBILIZE actual"}),
        ("Mexico handed over 26 fugitives to the United States.", {"MEX>USA COOPERATE actual"}),
        ("Australia cancelled the visa of a Serbian tennis star.", {"AUS>SRB SANCTION actual"}),
        ("Australia scrapped visas for Serbian tennis stars.", {"AUS>SRB CONCEDE actual"}),
        ("Chad said Sudan would pay a heavy price.", {"TCD>SDN THREATEN actual"}),
        ("Chad said Sudan would pay its teachers.", set()),
    ],
)
def test_what_stands_with_a_verb_tells_the_act(reader: RuleReader, text: str, expected: set[str]) -> None:
    assert events(reader, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Nigeria's army killed 50 militants near the border with Cameroon.",
        "Police in Kenya arrested 12 people near the Tanzanian border.",
        "Ethiopia's government accused the rebels of attacking a region bordering Eritrea.",
        "A Russian billionaire bought a football club in Monaco.",
    ],
)
def test_what_is_done_at_home_is_done_to_no_other(reader: RuleReader, text: str) -> None:
    assert events(reader, text) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya's premier called on Norway's king on Friday.", {"KEN>NOR CONSULT actual"}),
        ("Kenya called on Norway to stop whaling.", {"KEN>NOR REQUEST actual"}),
        ("Kenya called on Norway for restraint.", {"KEN>NOR REQUEST actual"}),
        ("Kenya's president signed a bill on ties with Norway.", set()),
        ("Kenya signed a treaty with Norway.", {"KEN>NOR SUPPORT actual", "NOR>KEN SUPPORT actual"}),
        ("Kenya's president signed sanctions against Norway into law.", {"KEN>NOR SANCTION actual"}),
        ("Papers wrote of the alleged seizure of a Norwegian ship by Kenya.", set()),
    ],
)
def test_a_particle_counts_with_what_completes_it(reader: RuleReader, text: str, expected: set[str]) -> None:
    assert events(reader, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("China urged Fiji not to sell the port and accused Samoa of lying.",
         {"CHN>FJI REQUEST actual", "CHN>WSM ACCUSE actual"}),
        ("Ghana called on Togo to pay its debts.", {"GHA>TGO REQUEST actual"}),
        ("Tehran calls its deal with Iraq payback for years of patience.", set()),
        ("Thailand and Cambodia each blamed the other.", {"THA>KHM ACCUSE actual", "KHM>THA ACCUSE actual"}),
        ("Nicaragua has taken Venezuela's side.", {"NIC>VEN SUPPORT actual"}),
    ],
)  # fmt: skip
def test_clauses_keep_to_themselves(reader: RuleReader, text: str, expected: set[str]) -> None:
    assert {row for row in events(reader, text) if "ASSAULT" not in row} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iran, Iraq sign border security pact", {"IRN>IRQ SUPPORT actual", "IRQ>IRN SUPPORT actual"}),
        ("Pakistan frees 30 Indian fishermen", {"PAK>IND RETREAT actual"}),
        ("Protest at Danish embassy in Athens turns violent", {"GRC>DNK PROTEST actual"}),
        ("Spain returned 48 statues to Ecuador.", {"ESP>ECU RETREAT actual"}),
        ("Nicaragua let a Panamanian trawler go.", {"NIC>PAN RETREAT actual"}),
    ],
)
def test_headlines_and_heavy_objects(reader: RuleReader, text: str, expected: set[str]) -> None:
    assert events(reader, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru flew 40 policemen to its border with Ecuador.", {"PER>ECU MOBILIZE actual"}),
        ("Japan is strengthening its fleet to deter North Korea.", {"JPN>PRK MOBILIZE actual"}),
        ("Finland's coast guard shadowed a Russian tanker.", {"FIN>RUS MOBILIZE actual"}),
        ("Three Kyrgyz guards were killed in an attack by Tajik troops.", {"TJK>KGZ ASSAULT actual"}),
        ("Fighting broke out between Eritrea and Djibouti.", {"ERI>DJI ASSAULT actual", "DJI>ERI ASSAULT actual"}),
        ("Ukraine sank a Russian landing ship.", {"UKR>RUS ASSAULT actual"}),
        ("A Russian tanker sank in a gale off Norway.", set()),
        ("A Dutch biologist went on trial in Russia.", {"RUS>NLD COERCE actual"}),
        ("Libya held two Canadians for a year.", {"LBY>CAN COERCE actual"}),
        ("Gabon took three Angolan policemen captive.", {"GAB>AGO COERCE actual"}),
        ("Hackers working for Iran broke into Omani websites.", {"IRN>OMN COERCE actual"}),
        ("Iran set free two French climbers.", {"IRN>FRA RETREAT actual"}),
        ("The pullout of Russian troops from Estonia was completed.", {"RUS>EST RETREAT actual"}),
        ("Sudan let in United Nations observers.", {"SDN>ORG:UN RETREAT actual"}),
    ],
)
def test_force_and_its_end_are_told_in_many_ways(reader: RuleReader, text: str, expected: set[str]) -> None:
    assert events(reader, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anti-American riots broke out in three Afghan cities.", {"AFG>USA PROTEST actual"}),
        ("Anti-Chinese protests swept Vietnam.", {"VNM>CHN PROTEST actual"}),
        ("Hundreds of Serbs demonstrated before the German embassy in Belgrade.", {"SRB>DEU PROTEST actual"}),
        ("Moroccans took to the streets against France.", {"MAR>FRA PROTEST actual"}),
        ("Turkish exiles camped outside the Chinese consulate in Istanbul.", {"TUR>CHN PROTEST actual"}),
        ("Bangladeshi leftists besieged the Indian High Commission in Dhaka.", {"BGD>IND PROTEST actual"}),
        ("French farmers blocked roads around Paris with tractors.", set()),
        ("Thousands of fans gathered outside a stadium in Doha to cheer Argentina.", set()),
        ("Chinese tourists gathered at the Louvre in Paris.", set()),
    ],
)
def test_crowds_protest_in_many_ways(reader: RuleReader, text: str, expected: set[str]) -> None:
    assert events(reader, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("North Korea vowed to turn Seoul into a sea of fire.", {"PRK>KOR THREATEN actual"}),
        ("Ethiopia's premier said his country would not hesitate to use force against Eritrea.",
         {"ETH>ERI THREATEN actual"}),
        ("Iran will close the strait if the United States attacks its platforms, an admiral said.",
         {"IRN>USA THREATEN actual"}),
        ("Iran will close its reactor if the United States lifts its sanctions, an official said.",
         {"USA>IRN CONCEDE possible"}),
        ("Iran will close the museum if the United States approves, an official said.", set()),
        ("Washington gave Baghdad 48 hours to pull its troops out of Kuwait.",
         {"USA>IRQ THREATEN actual"}),
        ("Beijing hinted at retaliation against Australia.", {"CHN>AUS THREATEN actual"}),
        ("Vietnam promised to make 2 million tons of rice available to Manila at a fair price.",
         {"VNM>PHL AID pledged"}),
        ("Canada ordered two Libyan diplomats to leave the country.", {"CAN>LBY SANCTION actual"}),
        ("Saudi Arabia gave the Canadian ambassador 24 hours to leave.", {"SAU>CAN SANCTION actual"}),
        ("Mali asked the French envoy to leave the programme alone.", {"MLI>FRA REQUEST actual"}),
        ("A Malian source, who asked not to be named, met reporters in Chad.", set()),
    ],
)  # fmt: skip
def test_threats_hang_on_what_the_other_does(reader: RuleReader, text: str, expected: set[str]) -> None:
    assert events(reader, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wheat from Argentina was shipped to Ethiopia.", {"ARG>ETH AID actual"}),
        ("Asylum was granted to the Zambian minister by Botswana.", {"BWA>ZMB AID actual"}),
        ("Turkish planes flew blankets to Armenia.", {"TUR>ARM AID actual"}),
        ("Hungarian rescue teams dug two boys from a collapsed school near Tirana.", {"HUN>ALB AID actual"}),
        ("A Kenyan doctor joined a hospital in Norway.", set()),
        ("Saudi oil began flowing to Egypt again.", {"EGY>SAU COOPERATE actual"}),
        ("Norway passed information about submarines to Sweden.", {"NOR>SWE COOPERATE actual"}),
        ("Argentina and Chile began joint minesweeping in May.", {"ARG>CHL COOPERATE actual"}),
        ("Thai and Burmese police burned heroin that had been seized in a joint raid.", {"MMR>THA COOPERATE actual"}),
        ("A joint statement by two Swiss banks disappointed Oslo.", set()),
        ("The flight between Oslo and Reykjavik takes three hours.", set()),
    ],
)  # fmt: skip
def test_what_is_given_and_shared(reader: RuleReader, text: str, expected: set[str]) -> None:
    assert events(reader, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("China on Monday ended its ban on Lithuanian beef.", {"CHN>LTU CONCEDE actual"}),
        ("China ended the ban that it imposed on Lithuanian beef in 2021.",
         {"CHN>LTU CONCEDE actual", "CHN>LTU SANCTION actual"}),
        ("Syria dropped its demand for an Israeli pull-back.", {"SYR>ISR CONCEDE actual"}),
        ("Saudi Arabia reversed its decision to expel Lebanese workers.",
         {"SAU>LBN CONCEDE actual", "SAU>LBN SANCTION negated"}),
        ("The last Cuban soldiers sailed home from Angola.", {"CUB>AGO RETREAT actual"}),
        ("India and Pakistan agreed to stop firing.",
         {"IND>PAK AGREE actual", "IND>PAK RETREAT pledged", "PAK>IND RETREAT pledged"}),
        ("Rockets fired from Lebanon hit a town in northern Israel.", {"LBN>ISR ASSAULT actual"}),
        ("Fighting between Ethiopian and Somali forces raged on.",
         {"ETH>SOM ASSAULT actual", "SOM>ETH ASSAULT actual"}),
        ("Bonn froze East German assets.", {"DEU>DDR SANCTION actual"}),
        ("Ankara's protest at a Greek speech was delivered on Friday.", {"TUR>GRC ACCUSE actual"}),
        ("A Turkish protest at a Greek consulate ended on Friday.", {"TUR>GRC PROTEST actual"}),
        ("Vietnamese took to the streets against China's rig.", {"VNM>CHN PROTEST actual"}),
        ("Polish miners demonstrated in front of the German consulate.", {"POL>DEU PROTEST actual"}),
        ("Malaysia recalled its high commissioner from Singapore.", {"MYS>SGP SANCTION actual"}),
    ],
)  # fmt: skip
def test_wire_prose_of_any_year(reader: RuleReader, text: str, expected: set[str]) -> None:
    assert events(reader, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia's lower house ratified a friendship treaty with Ukraine.", {"RUS>UKR SUPPORT actual"}),
        ("Peru and Chile ratified a treaty on fishing.", {"CHL>PER SUPPORT actual", "PER>CHL SUPPORT actual"}),
        ("Iran and Saudi Arabia reopened their embassies in each other's capitals.",
         {"IRN>SAU SUPPORT actual", "SAU>IRN SUPPORT actual"}),
        ("The decree drew sharp criticism from Norway to Hungary.", {"NOR>HUN ACCUSE actual"}),
        ("The film drew sharp criticism from critics in Norway and Hungary.", set()),
        ("NATO will station four battalions in Latvia to deter Russia.", {"ORG:NATO>RUS MOBILIZE pledged"}),
        ("The United Arab Emirates said it would work with India to track down suspects.",
         {"ARE>IND AGREE actual"}),
        ("Ecuador and Peru will work together on health.", {"ECU>PER COOPERATE pledged"}),
        ("Washington is weighing sanctions on Ugandan officials.", {"USA>UGA SANCTION possible"}),
        ("Austria, backed by a petition, lodged a protest with Hungary.", {"AUT>HUN ACCUSE actual"}),
        ("A Swiss official took part in a film about Chad.", set()),
        ("Jordan has taken in another 4,000 Iraqis.", {"JOR>IRQ AID actual"}),
        ("New Zealanders chained themselves to the doors of the French consulate.", {"NZL>FRA PROTEST actual"}),
        ("The African Union suspended Mali a day after soldiers detained the country's president.",
         {"ORG:AU>MLI SANCTION actual"}),
    ],
)  # fmt: skip
def test_whose_act_it_is(reader: RuleReader, text: str, expected: set[str]) -> None:
    assert events(reader, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Foreign Ministry in Baghdad said Tuesday that a Turkish raid had killed four civilians, and it demanded"
         " an apology from Ankara.", {"IRQ>TUR ACCUSE actual", "IRQ>TUR REQUEST actual"}),
        ("Sudan's army spokesman said that Ugandan planes had bombed a town.", {"SDN>UGA ACCUSE actual"}),
        ("Sudan's army spokesman said that rebels had bombed a town in Uganda.", set()),
        ("The Czechoslovak news agency reported that two Polish officers had been arrested.",
         {"CSK>POL COERCE actual"}),
        ("Armed men from Sudan entered Chad and burned three villages.",
         {"SDN>TCD MOBILIZE actual", "SDN>TCD ASSAULT actual"}),
        ("Turkish police fired tear gas at demonstrators who had stormed the French consulate.", set()),
        ("A Saudi plane bombed an army base outside Sanaa.", {"SAU>YEM ASSAULT actual"}),
        ("Nepal appealed to India to lift a blockade that left it without fuel.",
         {"NPL>IND REQUEST actual", "IND>NPL SANCTION actual"}),
        ("Bolivia's offer to sell gas to Chile was turned down in Santiago.",
         {"CHL>BOL REJECT actual"}),
        ("Kuwait said it would not send an ambassador back until Iraq returned the archives.",
         {"KWT>IRQ REJECT actual"}),
    ],
)  # fmt: skip
def test_reports_and_what_is_carried_over(reader: RuleReader, text: str, expected: set[str]) -> None:
    assert events(reader, text) == expected
