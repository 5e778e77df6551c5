"""What pages show of the graph, and what their forms do to it, without any script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from api.routers.forms import FORM
from api.sector_matrix import MOST_SECTORS, sector_matrix
from graph.fact import CooperationFact, Support
from graph.vocabulary import sectors
from tests.api.test_app import get, is_problem, text_of

BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "Sec-Fetch-Site": "same-origin"}
SAID = "Fiji and Iceland signed an agreement on fisheries in Suva on Monday."


def page(client: TestClient, path: str) -> Any:
    response = client.get(path, headers=BROWSER)
    assert response.status_code == 200, response.text
    assert response.headers["content-type"].startswith("text/html")
    return response


def send(client: TestClient, path: str, **headers: str) -> Any:
    return client.post(path, headers={**BROWSER, "Content-Type": FORM, **headers}, follow_redirects=False)


def test_a_dyad_has_all_that_is_known_on_one_page(client: TestClient) -> None:
    shown = page(client, "/dyads/JPN/IDN")
    headings = re.findall(r"<h2 id=\"([\w-]+)\"", shown.text)
    assert headings == ["cooperation", "over-time", "agreements", "meetings", "acts", "leaders", "sources"]
    assert shown.text.count('class="mark up') >= 2 * 2  # two acts, in the wide and the narrow drawing
    assert "Indonesia agreed with Japan, 7 September 2023" in shown.text
    assert "mean score" in text_of(shown)
    assert 'href="/articles/lending#text-31"' in shown.text
    assert ">agreed<" in shown.text


def test_an_answer_shows_first_what_was_asked_for_and_then_the_rest(client: TestClient) -> None:
    headings = re.findall(r"<h2 id=\"([\w-]+)\"", page(client, "/query?q=When+did+Japan+and+Indonesia+last+meet").text)
    assert headings[:2] == ["meetings", "over-time"]
    assert sorted(headings) == sorted(set(headings))
    assert {"cooperation", "agreements", "acts", "leaders", "sources"} <= set(headings)
    narrowed = page(client, "/query?q=When+did+Japan+and+Indonesia+last+meet+since+2020").text
    assert 'id="cooperation"' not in narrowed


def test_a_country_has_its_partners_by_sector(client: TestClient) -> None:
    shown = page(client, "/countries/JPN")
    rows = re.findall(r'<th scope="row" class="who"><a href="([^"]+)">(\w+)</a>', shown.text)
    assert set(rows) == {("/dyads/IDN/JPN", "Indonesia"), ("/dyads/JPN/VNM", "Vietnam")}
    assert set(re.findall(r'href="/facts/(coop:[^"]+)" title', shown.text)) == {
        fact["id"] for fact in get(client, "/cooperation", actor="JPN")
    }
    assert 'href="/dyads/CHN/JPN"' in shown.text  # at odds, which is no partnership
    asean = text_of(page(client, "/bodies/ORG:ASEAN"))
    assert "holds no cooperation" in asean
    assert "Indonesia" in asean
    assert "Antarctica" in page(client, "/countries").text


def test_the_matrix_keeps_the_order_of_partners_and_counts_what_it_leaves_out() -> None:
    support = Support(1, 1, None, None, 0.9)
    top = [sector.id for sector in sectors() if "." not in sector.id][: MOST_SECTORS + 3]
    facts = [CooperationFact(f"{s}-JPN", "IDN-JPN", s, (), "agreed", support) for s in top]
    facts += [CooperationFact("a", "JPN-VNM", top[5], (), "proposed", support)]
    found = sector_matrix("JPN", facts, ["VNM", "KOR", "IDN"])
    assert len(found.sectors) == MOST_SECTORS
    assert found.sectors[0] == top[5]
    assert [(row.partner, row.dyad, row.more) for row in found.rows] == [("VNM", "JPN-VNM", 0), ("IDN", "IDN-JPN", 3)]
    assert [cell and cell.status for cell in found.rows[0].cells] == ["proposed"] + [None] * (MOST_SECTORS - 1)
    assert sector_matrix("JPN", [], []).rows == ()


def test_facts_agreements_and_leaders_have_pages(client: TestClient) -> None:
    for kind in ("cooperation", "disputes", "events", "agreements", "meetings", "leaders"):
        for fact in get(client, f"/{kind}"):
            shown = page(client, f"/facts/{quote(fact['id'])}")
            assert all(one["text"] in text_of(shown) for one in fact["support"]["evidence"])
    [pact] = get(client, "/agreements", status="signed")
    shown = text_of(page(client, f"/agreements/{quote(pact['id'])}"))
    assert "signed" in shown
    assert "31 January 2024" in shown
    [kishida] = get(client, "/leaders", actor="JPN")
    assert "Bilateral meeting" in page(client, f"/leaders/{quote(kishida['id'])}").text
    is_problem(client.get(f"/leaders/{quote(pact['id'])}"), 404)
    is_problem(client.get(f"/agreements/{quote(kishida['id'])}"), 404)
    assert get(client, f"/agreements/{quote(pact['id'])}") == pact


@pytest.fixture
def energy(client: TestClient) -> Iterator[str]:
    """The claim that Indonesia and Japan agreed to cooperate in energy; judgements are taken back at the end."""
    [found] = [
        claim["id"]
        for claim in get(client, "/claims", article="lending", kind="cooperation")
        if claim["statement"]["sector"] == "energy"
    ]
    yield found
    client.delete(f"/claims/{found}/judgement")


def test_a_mark_is_rejected_and_taken_back_in_the_page(client: TestClient, energy: str) -> None:
    shown = page(client, "/articles/lending").text
    assert f'action="/claims/{energy}/reject" method="post"' in shown
    response = send(client, f"/claims/{energy}/reject")
    assert (response.status_code, response.headers["location"]) == (303, f"/articles/lending#claim-{energy}")
    after = page(client, "/articles/lending").text
    rejected = after.partition('id="rejected"')[2]
    assert f'id="claim-{energy}"' in rejected
    assert f'action="/claims/{energy}/reconsider"' in rejected
    assert 'href="/facts/coop:IDN-JPN:energy"' not in page(client, "/dyads/JPN/IDN").text
    assert send(client, f"/claims/{energy}/reconsider").status_code == 303
    assert 'href="/facts/coop:IDN-JPN:energy"' in page(client, "/dyads/JPN/IDN").text
    assert 'id="rejected"' not in page(client, "/articles/lending").text


def test_a_mark_is_confirmed_in_the_page(client: TestClient, energy: str) -> None:
    assert send(client, f"/claims/{energy}/confirm").status_code == 303
    own = page(client, "/articles/lending").text.partition(f'id="claim-{energy}"')[2].partition("</li>")[0]
    assert "confirmed" in own
    assert "100\u00a0% sure" in own
    assert f'action="/claims/{energy}/reconsider"' in own
    assert send(client, f"/claims/{energy}/reconsider").status_code == 303


def test_a_program_gets_the_claim_it_decided_about(client: TestClient, energy: str) -> None:
    response = client.post(f"/claims/{energy}/confirm")
    assert (response.status_code, response.json()["judgement"]["verdict"]) == (200, "confirmed")


@pytest.mark.parametrize("path", ["/claims/{}/reject", "/claims/{}/confirm", "/claims/{}/reconsider", "/articles"])
@pytest.mark.parametrize(
    "foreign", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}, {"Origin": "null"}], ids=str
)
def test_a_page_of_another_site_decides_nothing(
    client: TestClient, energy: str, path: str, foreign: dict[str, str]
) -> None:
    assert send(client, path.format(energy), **foreign).status_code == 403
    assert get(client, f"/claims/{energy}")["judgement"] is None


def test_a_text_is_sent_by_a_form_and_shown_marked(client: TestClient) -> None:
    body = {"article": SAID, "title": "A pact", "published": "2024-03-05"}
    response = client.post("/articles", data=body, headers=BROWSER, follow_redirects=False)
    assert response.status_code == 303, response.text
    where = response.headers["location"]
    try:
        shown = page(client, where)
        assert "A pact" in shown.text
        assert f'<mark id="text-0">{SAID}</mark>' in shown.text
    finally:
        assert client.delete(where).status_code == 204


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"article": ""}, 422),
        ({"article": SAID, "published": "soon"}, 422),
        ({"article": SAID, "other": "field"}, 422),
        ({"article": "http://127.0.0.1/secret"}, 422),
        ({"article": SAID} | {f"f{n}": "x" for n in range(20)}, 400),
    ],
)
def test_what_a_form_cannot_send_is_told(client: TestClient, fields: dict[str, str], status: int) -> None:
    before = len(get(client, "/articles"))
    response = client.post("/articles", data=fields, headers=BROWSER, follow_redirects=False)
    assert response.status_code == status, response.text
    assert "<h1>" in response.text
    assert len(get(client, "/articles")) == before


def test_the_script_is_kept_for_good_under_its_address(client: TestClient) -> None:
    [address] = re.findall(r'<script src="([^"]+)"', page(client, "/").text)
    response = client.get(address)
    assert response.headers["content-type"].startswith("text/javascript")
    assert "immutable" in response.headers["cache-control"]
