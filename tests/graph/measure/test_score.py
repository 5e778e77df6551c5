from __future__ import annotations

from graph.claim import Event, When
from graph.measure import Point, Scores, cooperation_scores
from graph.store import Store, open_store
from graph.vocabulary import plover
from tests.database import Database
from tests.graph.samples import article, claim, reading

AID, ACCUSE = (plover().by_id[name].weight for name in ("AID", "ACCUSE"))


def written(store: Store) -> None:
    own = article("a")
    events = [
        (Event((("JPN", "IDN"),), "AID"), "2021-03-05"),
        (Event((("JPN", "IDN"),), "AID"), "2021-08"),
        (Event((("IDN", "JPN"),), "ACCUSE"), "2021-08-02"),
        (Event((("IDN", "JPN"),), "ACCUSE"), "2022"),
        (Event((("IDN", "JPN"),), "ACCUSE"), None),
        (Event((("JPN", "IDN"),), "AID", modality="pledged"), "2021-05-01"),
        (Event((("CHN", "JPN"),), "ACCUSE"), "2021-03-05"),
    ]
    claims = [claim(own, event, start=at, when=When(date, "stated")) for at, (event, date) in enumerate(events)]
    copy = article("b")
    store.writer().write(own, reading(own, *claims))
    store.writer().write(copy, reading(copy, claim(copy, events[0][0], when=When("2021-03-05", "stated"))))


def test_a_dyads_score_over_time(embedded_database: Database) -> None:
    embedded_database.empty()
    with open_store(embedded_database.config) as store:
        written(store)
        years = cooperation_scores(store.view(), "JPN", "IDN")
        total = AID + AID + ACCUSE
        assert years == Scores((Point("2021", total / 3, total, 3), Point("2022", ACCUSE, ACCUSE, 1)), undated=1)
        quarters = cooperation_scores(store.view(), "IDN", "JPN", every="quarter")
        assert [(p.period, p.events) for p in quarters.points] == [("2021-Q1", 1), ("2021-Q3", 2)]
        assert quarters.undated == 2
        months = cooperation_scores(store.view(), "IDN", "JPN", every="month", since="2021-08")
        assert months.points == (Point("2021-08", (AID + ACCUSE) / 2, AID + ACCUSE, 2),)
        assert cooperation_scores(store.view(), "FRA", "PER") == Scores((), 0)
        assert set(store.to_networkx(["IDN", "JPN"])) >= {"IDN", "JPN", "IDN-JPN"}
        assert "CHN" not in store.to_networkx(["IDN", "JPN"])
        assert "CHN" in store.to_networkx()
    embedded_database.empty()
