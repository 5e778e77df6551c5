"""The compose file and the image's recipe, as far as they can be judged without a Docker engine."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml

from tests.database import SERVER_VERSION

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text("utf-8"))
    return loaded


def strings(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for part in value.values() for text in strings(part)]
    if isinstance(value, list):
        return [text for part in value for text in strings(part)]
    return [str(value)]


def test_it_is_neo4j_and_the_api(compose: dict[str, Any]) -> None:
    assert set(compose["services"]) == {"neo4j", "api"}


def test_the_server_is_the_one_that_the_contract_tests_run_on(compose: dict[str, Any]) -> None:
    pom = ElementTree.parse(ROOT / "tests" / "neo4j" / "pom.xml")  # noqa: S314 - our own file
    version = pom.findtext("{*}properties/{*}neo4j.version")
    assert compose["services"]["neo4j"]["image"] == f"neo4j:{version}-community"
    assert version == SERVER_VERSION


def test_each_service_says_whether_it_works(compose: dict[str, Any]) -> None:
    tests = {name: " ".join(service["healthcheck"]["test"]) for name, service in compose["services"].items()}
    assert "cypher-shell" in tests["neo4j"]
    assert "/health/ready" in tests["api"]


def test_the_api_waits_for_a_server_that_works(compose: dict[str, Any]) -> None:
    assert compose["services"]["api"]["depends_on"] == {"neo4j": {"condition": "service_healthy"}}


def test_only_this_machine_can_connect(compose: dict[str, Any]) -> None:
    ports = [port for service in compose["services"].values() for port in service["ports"]]
    assert {port.rsplit(":", 1)[-1] for port in ports} == {"7474", "7687", "8000"}
    assert all(port.startswith("127.0.0.1:") for port in ports)


def test_the_password_has_no_default(compose: dict[str, Any]) -> None:
    """Compose stops with the message when the variable is unset or empty (``:?``)."""
    uses = [text for text in strings(compose) if re.search(r"(?<!\$)\$\{?NEO4J_PASSWORD", text)]
    assert len(uses) == 2
    assert all(re.search(r"\$\{NEO4J_PASSWORD:\?[^}]+\}", text) for text in uses)


def test_data_is_in_a_named_volume(compose: dict[str, Any]) -> None:
    for service, place in (("neo4j", "/data"), ("api", "/var/lib/accord")):
        volume, _, path = compose["services"][service]["volumes"][0].partition(":")
        assert path == place
        assert volume in compose["volumes"]


def test_the_keys_of_the_api_outlive_its_container() -> None:
    """The image's ACCORD_HOME, where keys are, is the volume, which takes the owner and mode of the image's folder."""
    recipe = (ROOT / "Dockerfile").read_text("utf-8")
    assert "ACCORD_HOME=/var/lib/accord" in recipe
    assert "install -d -o accord -m 0700 /var/lib/accord" in recipe


def test_a_query_can_fetch_nothing(compose: dict[str, Any]) -> None:
    settings = compose["services"]["neo4j"]["environment"]
    assert settings["NEO4J_dbms_security_allow__csv__import__from__file__urls"] == "false"
    assert settings["NEO4J_internal_dbms_cypher__ip__blocklist"] == "0.0.0.0/0,::/0"


def test_the_image_runs_as_no_one_in_particular_and_holds_no_secret() -> None:
    recipe = (ROOT / "Dockerfile").read_text("utf-8")
    last_stage = recipe.rsplit("FROM ", 1)[-1]
    assert re.search(r"^USER (?!root|0)\w+", last_stage, re.MULTILINE)
    assert re.search(r"^EXPOSE 8000$", last_stage, re.MULTILINE)
    assert not re.search(r"PASSWORD|SECRET|TOKEN", recipe, re.IGNORECASE)


def test_the_image_is_built_from_all_packages_and_nothing_else() -> None:
    recipe = (ROOT / "Dockerfile").read_text("utf-8")
    allowed = {line[1:] for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines() if line.startswith("!")}
    copied = {name for line in re.findall(r"^COPY (?!--from)(.+)$", recipe, re.MULTILINE) for name in line.split()[:-1]}
    assert copied == allowed == {"pyproject.toml", "README.md", "LICENSE", "graph", "ingest", "viz", "api"}
