from __future__ import annotations

from pathlib import Path

from fastapi.testclient import TestClient
from prometheus_client.parser import text_string_to_metric_families

from api.operation.metrics import Metrics

DOCS = Path(__file__).parents[3] / "docs" / "running.md"


def figures(text: str) -> dict[tuple[str, ...], float]:
    """Each sample by its name and the values of its labels."""
    samples = (sample for family in text_string_to_metric_families(text) for sample in family.samples)
    return {(sample.name, *sample.labels.values()): sample.value for sample in samples}


def scraped(client: TestClient) -> dict[tuple[str, ...], float]:
    response = client.get("/metrics")
    assert response.headers["content-type"].startswith("text/plain")
    return figures(response.text)


def test_what_is_done_is_counted(client: TestClient) -> None:
    before = scraped(client)
    text = {"id": "counted", "text": "Fiji and Iceland signed an agreement on fisheries in Suva."}
    claims = client.post("/articles", json=text).json()["claims"]
    client.post("/articles", json={"text": "?!"})
    client.post("/articles", json={"text": "They met.", "published": "soon"})
    client.post("/cypher", json={"query": "RETURN 1 AS n"})
    client.delete("/articles/counted")
    client.get("/nowhere")
    client.request("BREW", "/nowhere")
    after = scraped(client)
    grown = {name: value - before.get(name, 0) for name, value in after.items()}
    assert claims > 0
    assert grown["accord_articles_read_total",] == 1
    assert grown["accord_claims_read_total",] == claims
    assert grown["accord_articles_skipped_total", "no_text"] == 1
    assert grown["accord_articles_skipped_total", "bad_date"] == 1
    assert grown["accord_http_requests_total", "POST", "/articles", "201"] == 1
    assert grown["accord_http_requests_total", "POST", "/articles", "422"] == 2
    assert grown["accord_http_requests_total", "GET", "none", "404"] == 1
    assert grown["accord_http_requests_total", "other", "none", "404"] == 1
    assert grown["accord_http_request_seconds_count", "DELETE", "/articles/{id}"] == 1
    assert grown["accord_store_seconds_count", "query"] == 1
    assert grown["accord_store_seconds_count", "write"] >= 2
    assert grown["accord_store_seconds_sum", "write"] > 0


def test_applications_have_figures_of_their_own() -> None:
    one, other = Metrics(), Metrics()
    one.read(2, 5)
    one.skipped("no_text", 3)
    assert figures(one.text().decode())["accord_claims_read_total",] == 5
    assert figures(one.text().decode())["accord_articles_skipped_total", "no_text"] == 3
    assert figures(other.text().decode())["accord_claims_read_total",] == 0


def test_the_docs_name_every_figure() -> None:
    told = DOCS.read_text(encoding="utf-8")
    families = text_string_to_metric_families(Metrics().text().decode())
    own = [f.name for f in families if not f.name.startswith("process_") and not f.name.endswith("_created")]
    assert len(own) > 4
    assert [name for name in own if f"`{name}" not in told] == []
