from __future__ import annotations

import logging
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from tests.api.test_app import is_problem


def lines(caplog: pytest.LogCaptureFixture) -> list[dict[str, Any]]:
    return [record.__dict__["fields"] for record in caplog.records if record.getMessage() == "request"]


def test_each_answer_has_an_id_which_a_plain_one_of_the_client_is_kept_as(client: TestClient) -> None:
    made = {client.get("/health/live").headers["x-request-id"] for _ in range(2)}
    assert len(made) == 2
    for given, kept in (("a-1.B_2", True), ("a b", False), ("x" * 65, False), ("", False)):
        answer = client.get("/nowhere", headers={"X-Request-ID": given})
        assert (answer.headers["x-request-id"] == given) == kept


def test_each_request_is_a_line_that_holds_no_question_and_no_key(
    client: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "accord.api")
    client.get("/query", params={"q": "Japan Indonesia"}, headers={"Authorization": "Bearer hunter22"})
    client.get("/articles/none")
    client.get("/nowhere")
    found, missing, nowhere = lines(caplog)
    assert (found["method"], found["path"], found["route"], found["status"]) == ("GET", "/query", "/query", 200)
    assert (missing["path"], missing["route"], missing["status"]) == ("/articles/none", "/articles/{id}", 404)
    assert (nowhere["route"], nowhere["status"]) == ("none", 404)
    assert found["ms"] > 0
    told = f"{[record.__dict__ for record in caplog.records]}"
    assert "hunter22" not in told
    assert "Indonesia" not in told


def test_an_error_that_is_ours_is_told_to_the_log_alone(
    api_settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    class Broken:
        def watch(self, watcher: object) -> None:
            """Nobody."""

        def view(self) -> Any:
            raise RuntimeError("the secret inside")

    app = create_app(api_settings, store=Broken())  # type: ignore[arg-type]
    with TestClient(app, base_url="http://127.0.0.1") as client:
        answer = client.get("/health/ready")
        page = client.get("/health/ready", headers={"Accept": "text/html"})
    for response in (answer, page):
        assert response.status_code == 500
        assert "secret" not in response.text
        assert "Traceback" not in response.text
        assert response.headers["x-content-type-options"] == "nosniff"
        assert response.headers["x-request-id"]
    is_problem(answer, 500)
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert "the secret inside" in caplog.text
    assert [entry["status"] for entry in lines(caplog)] == [500, 500]
