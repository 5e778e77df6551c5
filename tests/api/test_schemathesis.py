"""Schemathesis against the OpenAPI document: thousands of requests made from it, right and wrong, on all routes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from fastapi import FastAPI
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import Status, events, from_schema

from api.access import Keyring
from api.app import create_app
from api.settings import Settings
from graph.store import Store

LEAST_CASES = 5_000
EXAMPLES = 70
"""Requests that are made up at random for each operation; the phases before it try out examples and each limit."""

PHASES = {"examples", "coverage", "fuzzing", "stateful"}
CHECKS = {
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
    "negative_data_rejection",
    "positive_data_acceptance",
    "missing_required_header",
    "unsupported_method",
    "allow_header_conformance",
    "use_after_free",
    "ensure_resource_availability",
    "ignored_auth",
}
"""All that the library has for such a document but ``object_level_authorization``: that asks whether one user gets at
what another one owns, and here nobody owns anything, as all keys read the same graph."""

ACCEPTED = ["2xx", "400", "404", "422"]
"""What may become of a request that the document allows: names of actors, sectors and days are words that it cannot
list (404, 422), and so is Cypher (400)."""

PLAIN = [
    *(f"GET /{path}" for path in ("sectors", "countries", "bodies", "health/live", "health/ready", "metrics")),
    *("GET /jobs", "GET /jobs/{id}", "POST /jobs/{id}/cancel"),
    *("GET /watches", "GET /watches/{id}", "DELETE /watches/{id}"),
    *("GET /articles/{id}", "DELETE /articles/{id}"),
    *("GET /claims/{id}", "POST /claims/{id}/reject", "POST /claims/{id}/confirm", "DELETE /claims/{id}/judgement"),
]
"""What takes no such word, but at most an id."""

ACCEPTED_PLAIN = ["2xx", "404"]


def config(token: str) -> SchemathesisConfig:
    """All checks; with a seed, so that a failure comes again."""
    return SchemathesisConfig.from_dict(
        {
            "seed": 20150109,
            "headers": {"Authorization": f"Bearer {token}"},
            "generation": {"max-examples": EXAMPLES, "database": "none"},
            "checks": _accepting(ACCEPTED),
            "operations": [{"include-name": PLAIN, "checks": _accepting(ACCEPTED_PLAIN)}],
        }
    )


def _accepting(statuses: list[str]) -> dict[str, Any]:
    return {"positive_data_acceptance": {"expected-statuses": statuses}}


class Run:
    """What a run of Schemathesis came to."""

    def __init__(self, app: FastAPI, token: str) -> None:
        self.cases: Counter[str] = Counter()
        self.statuses: Counter[int] = Counter()
        self.checks: Counter[str] = Counter()
        self.operations: set[str] = set()
        self.failures: list[str] = []
        own = {"Authorization": f"Bearer {token}"}
        schema = schemathesis.openapi.from_asgi("/openapi.json", app, config=config(token), headers=own)
        for event in from_schema(schema).execute():
            self._note(event)

    def _note(self, event: events.EngineEvent) -> None:
        if isinstance(event, events.NonFatalError):
            self.failures.append(f"{event.label}: {event.info.title} {event.info.message}")
        elif isinstance(event, events.FatalError):
            self.failures.append(repr(event.exception))
        elif isinstance(event, events.ScenarioFinished):
            recorder = event.recorder
            self.cases[event.phase.value] += len(recorder.interactions)
            self.operations |= {case.value.operation.label for case in recorder.cases.values()}
            answers = [interaction.response for interaction in recorder.interactions.values()]
            self.statuses.update(answer.status_code for answer in answers if answer)
            self.checks.update(node.name for nodes in recorder.checks.values() for node in nodes)
            self.failures += self._failed(event)

    @staticmethod
    def _failed(event: events.ScenarioFinished) -> Iterator[str]:
        for id_, nodes in event.recorder.checks.items():
            for node in nodes:
                if node.status == Status.FAILURE:
                    why = node.failure_info.failure if node.failure_info else ""
                    yield f"{node.name}: {why}\n{event.recorder.cases[id_].value.as_curl_command()}"[:1_000]


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory, store: Store) -> tuple[FastAPI, str]:
    """The API where keys are needed, and a key that may do all."""
    home = tmp_path_factory.mktemp("schemathesis")
    settings = Settings(home=home, neo4j_uri=None, host="192.0.2.1", rate_per_minute=10_000_000)
    token, _ = Keyring(settings.keys).add("schemathesis", "admin")
    return create_app(settings, store), token


def test_whatever_is_sent_the_answer_is_as_the_document_says(app: tuple[FastAPI, str]) -> None:
    run = Run(*app)
    assert run.failures == []
    assert run.cases.total() >= LEAST_CASES, run.cases
    described = app[0].openapi()["paths"]
    assert run.operations == {f"{method.upper()} {path}" for path, methods in described.items() for method in methods}
    assert set(PLAIN) <= run.operations
    assert {phase for phase, cases in run.cases.items() if cases} == PHASES
    assert set(run.checks) >= CHECKS
    assert run.statuses[200] > LEAST_CASES / 20, run.statuses
