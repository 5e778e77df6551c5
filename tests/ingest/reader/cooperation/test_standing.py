from __future__ import annotations

import pytest

from ingest.reader import RuleReader
from tests.ingest.reader.cooperation.test_cooperation import rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kuwait is home to 40,000 Nepali workers.", {"KWT-NPL migration active"}),
        ("Qatar is home to the largest American air base.", {"QAT-USA defence active"}),
        ("France operates a naval base in Djibouti.", {"DJI-FRA defence active"}),
        ("The United States has 28,000 troops in South Korea.", {"KOR-USA defence active"}),
        ("More than 12,000 Saudi students live in Canada.", {"CAN-SAU education active"}),
        ("China is Chile's largest trading partner.", {"CHL-CHN trade active"}),
        ("Oman's largest investor, India, sent a minister.", {"IND-OMN investment active"}),
        ("India is a major supplier of medicines to Nigeria.", {"IND-NGA health active"}),
        ("Japan is no longer Peru's main creditor.", {"JPN-PER finance ended"}),
        ("Iran could become the main buyer of Kazakh wheat.", {"IRN-KAZ trade proposed"}),
        ("Turkey, which keeps bases in both Somalia and Qatar, called for calm.",
         {"SOM-TUR defence active", "QAT-TUR defence active"}),
        ("Djibouti, which hosts a Japanese base, thanked Tokyo.", {"DJI-JPN defence active"}),
        ("Germany has agreed to take in 10,000 Kenyan workers a year.", {"DEU-KEN migration agreed"}),
        ("The president of Vietnam asked South Korea to accept Vietnamese labourers.", {"KOR-VNM migration proposed"}),
        ("Denmark said that it would bring home the soldiers it had sent to Mali with a training mission.",
         {"DNK-MLI defence ended"}),
        ("Norway has withdrawn its military instructors from Chad.", {"NOR-TCD defence ended"}),
    ],
)  # fmt: skip
def test_what_one_side_is_or_has_with_another(reader: RuleReader, text: str, expected: set[str]) -> None:
    assert rows(reader, text) >= expected


@pytest.mark.parametrize(
    "text",
    [
        "Kuwait is home to 40,000 workers, said the president of Nepal.",
        "Russian soldiers fought Ukrainian soldiers near a base in Kursk.",
        "Peru is the largest buyer of gold in the region, said Chile.",
        "The president of Japan has a partner in Peru.",
        "Russia withdrew its troops from Kherson in Ukraine.",
        "Kenya accepted an apology from the workers of a Peruvian plant.",
    ],
)
def test_near_misses_stand_in_no_relation(reader: RuleReader, text: str) -> None:
    assert rows(reader, text) == set()
