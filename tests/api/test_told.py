from __future__ import annotations

import pytest

from api.told import told
from graph.claim import Agreement, Cooperation, Dispute, Event, Meeting, Office, Statement

PAIR = (("IDN", "JPN"),)


@pytest.mark.parametrize(
    ("statement", "text", "status"),
    [
        (
            Cooperation(PAIR, "energy", ("energy.gas",), "agreed"),
            "Indonesia and Japan cooperate in energy (natural gas)",
            "agreed",
        ),
        (Cooperation(PAIR, "trade"), "Indonesia and Japan cooperate in trade", "proposed"),
        (Dispute((("CHN", "JPN"),), "fisheries"), "China and Japan are at odds over fisheries", None),
        (Dispute((("CHN", "JPN"),)), "China and Japan are at odds", None),
        (Event((("JPN", "IDN"),), "AID", sectors=("health",)), "Japan helped Indonesia, on health", None),
        (Event((("JPN", "IDN"),), "AID", modality="pledged"), "Aid, Japan to Indonesia", "pledged"),
        (Event(PAIR, "CONSULT", modality="negated"), "Consultation, Indonesia and Japan", "negated"),
        (
            Event((("CHN", "JPN"), ("CHN", "PHL")), "ACCUSE"),
            "China accused Japan and China accused Philippines",
            None,
        ),
        (
            Agreement("gas loan", "loan", ("IDN", "JPN"), status="signed"),
            "gas loan: loan of Indonesia and Japan",
            "signed",
        ),
        (
            Meeting("bilateral_meeting", ("IDN", "JPN"), ("Joko Widodo",), "Bogor"),
            "Bilateral meeting of Indonesia and Japan in Bogor: Joko Widodo",
            None,
        ),
        (Meeting("visit", ("IDN", "JPN"), modality="pledged"), "Visit of Indonesia and Japan", "pledged"),
        (Office("Joko Widodo", "IDN", "head_of_state", "President"), "Joko Widodo, President of Indonesia", None),
        (Office("Retno Marsudi", "IDN", "foreign_minister"), "Retno Marsudi, foreign minister of Indonesia", None),
    ],
)
def test_a_claim_as_a_person_would_say_it(statement: Statement, text: str, status: str | None) -> None:
    assert told(statement) == (text, status)
