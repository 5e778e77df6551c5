from __future__ import annotations

import re
from pathlib import Path

import pytest

from api.settings import Settings, load_settings, settings_table
from graph.errors import SettingError

README = Path(__file__).parents[2] / "README.md"


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for setting in settings_table():
        monkeypatch.delenv(setting.name, raising=False)


def test_the_readme_shows_every_setting_as_it_is() -> None:
    rows = re.findall(r"^\| `([A-Z0-9_]+)` \| (.+?) \| (.+?) \|$", README.read_text(encoding="utf-8"), re.MULTILINE)
    assert [(name, default.strip("`"), text) for name, default, text in rows] == [
        (s.name, s.default, s.help) for s in settings_table()
    ]


def test_every_setting_has_help_and_a_name_of_its_kind() -> None:
    for setting in settings_table():
        assert setting.help.endswith(".")
        assert setting.name.startswith(("NEO4J_", "ACCORD_"))


def test_values_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", "neo4j://db.example:7687")
    monkeypatch.setenv("NEO4J_PASSWORD", "hidden")
    monkeypatch.setenv("ACCORD_PORT", "9001")
    monkeypatch.setenv("ACCORD_SPACY_MODEL", "")
    settings = load_settings()
    assert (settings.neo4j_uri, settings.port, settings.spacy_model) == ("neo4j://db.example:7687", 9001, None)
    assert settings.neo4j_password is not None
    assert settings.neo4j_password.get_secret_value() == "hidden"
    assert "hidden" not in repr(settings)


def test_values_come_from_a_file(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("ACCORD_PORT=9002\nUNRELATED=1\n")
    assert load_settings().port == 9002


@pytest.mark.parametrize(
    ("name", "value"), [("ACCORD_PORT", "0"), ("ACCORD_PORT", "http"), ("ACCORD_QUERY_ROWS", "-1")]
)
def test_a_setting_that_cannot_work_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingError, match=name):
        load_settings()


def test_variables_of_other_programs_are_not_ours(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("ACCORD_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("HOST", "example.org")
    monkeypatch.setenv("PORT", "1")
    settings = load_settings()
    assert settings.home.name == "accord"
    assert settings.home.is_relative_to(tmp_path)
    assert (settings.host, settings.port) == ("127.0.0.1", 8000)


def test_settings_can_be_made_by_field_name() -> None:
    assert Settings(port=8100).port == 8100


def test_the_file_that_aura_gives_is_taken_as_it_is(tmp_path: Path) -> None:
    lines = (
        "# Wait 60 seconds before connecting using these details, or login to https://console.neo4j.io",
        "NEO4J_URI=neo4j+s://abcd1234.databases.neo4j.io",
        "NEO4J_USERNAME=abcd1234",
        "NEO4J_PASSWORD=a-#secret",
        "NEO4J_DATABASE=abcd1234",
        "AURA_INSTANCEID=abcd1234",
        "AURA_INSTANCENAME=Instance01",
    )
    (tmp_path / ".env").write_text("\n".join(lines), encoding="utf-8")
    store = load_settings().store()
    assert (store.uri, store.username) == ("neo4j+s://abcd1234.databases.neo4j.io", "abcd1234")
    assert (store.password, store.database) == ("a-#secret", "abcd1234")
