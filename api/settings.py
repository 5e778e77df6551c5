"""Settings: one table of name, default and help; values come from the environment or a `.env` file beside it."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Any, Literal

from platformdirs import user_data_path
from pydantic import BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from graph.connection import POOL_SIZE, SERVER_RETRY_S
from graph.errors import SettingError
from graph.store import StoreConfig

Port = Annotated[int, Field(ge=1, le=65535)]


def _split(value: Any) -> Any:
    return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value


Listed = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_split)]


class Settings(BaseSettings):
    """What a run of Accord can be told from outside; each field's alias is the variable's name."""

    model_config = SettingsConfigDict(
        env_file=".env",
        env_prefix="ACCORD_",  # a field's own name counts as well: without a prefix HOME would be ACCORD_HOME
        extra="ignore",
        env_ignore_empty=True,
        populate_by_name=True,
    )

    neo4j_uri: str | None = Field(
        default=None,
        validation_alias="NEO4J_URI",
        description="Bolt address of a Neo4j server, cluster or Aura; not set: the embedded engine.",
    )
    neo4j_username: str = Field(
        default="neo4j", validation_alias="NEO4J_USERNAME", description="User name at the Neo4j server."
    )
    neo4j_password: SecretStr | None = Field(
        default=None, validation_alias="NEO4J_PASSWORD", description="Password at the Neo4j server; it has no default."
    )
    neo4j_database: str = Field(default="neo4j", validation_alias="NEO4J_DATABASE", description="Name of the database.")
    retry_seconds: Annotated[float, Field(ge=0)] = Field(
        default=SERVER_RETRY_S,
        validation_alias="ACCORD_RETRY_SECONDS",
        description="How long a transaction is tried again while the Neo4j server is gone or busy.",
    )
    pool_size: Annotated[int, Field(ge=1)] = Field(
        default=POOL_SIZE,
        validation_alias="ACCORD_POOL_SIZE",
        description="Most connections to the Neo4j server at a time.",
    )
    home: Path = Field(
        default_factory=lambda: user_data_path("accord", appauthor=False),
        validation_alias="ACCORD_HOME",
        description="Folder of the embedded engine's graph, and of the demo's, which is one of its own.",
        json_schema_extra={"shown": "the user's data folder"},
    )
    engine_heap: str | None = Field(
        default=None,
        validation_alias="ACCORD_ENGINE_HEAP",
        description="Memory for the embedded engine's Java (`512m`, `4g`); not set: the size of the graph and room to "
        "grow (2 GB, or an eighth of the machine's memory).",
    )
    host: str = Field(
        default="127.0.0.1", validation_alias="ACCORD_HOST", description="Address that `accord serve` listens on."
    )
    port: Port = Field(default=8000, validation_alias="ACCORD_PORT", description="Port that `accord serve` listens on.")
    hosts: Listed = Field(
        default=(),
        validation_alias="ACCORD_HOSTS",
        description="Names that a proxy serves it under, by commas; with any, keys are needed on loopback too.",
        json_schema_extra={"shown": "not set"},
    )
    cors_origins: Listed = Field(
        default=(),
        validation_alias="ACCORD_CORS_ORIGINS",
        description="Origins (`https://app.example`) whose pages may call it with a key, by commas.",
        json_schema_extra={"shown": "not set"},
    )
    rate_per_minute: Annotated[int, Field(ge=1)] = Field(
        default=600,
        validation_alias="ACCORD_RATE_PER_MINUTE",
        description="Requests of one key in a minute, where keys are needed.",
    )
    log_level: Literal["debug", "info", "warning", "error"] | None = Field(
        default=None,
        validation_alias="ACCORD_LOG_LEVEL",
        description="Least level that `accord serve` logs: `debug`, `info`, `warning`, `error`.",
        json_schema_extra={"shown": "info; at a terminal warning"},
    )
    spacy_model: str | None = Field(
        default=None,
        validation_alias="ACCORD_SPACY_MODEL",
        description="Name of an installed spaCy model; not set: the small English one that comes with Accord.",
    )
    max_article_bytes: Annotated[int, Field(ge=1_000)] = Field(
        default=5_000_000,
        validation_alias="ACCORD_MAX_ARTICLE_BYTES",
        description="Longest text of one article, in bytes of UTF-8.",
    )
    keep_text_days: Annotated[int, Field(ge=0)] | None = Field(
        default=None,
        validation_alias="ACCORD_KEEP_TEXT_DAYS",
        description="Days that an article's text is kept after it came in; the sentences that claims rest on stay.",
        json_schema_extra={"shown": "for good"},
    )
    query_rows: Annotated[int, Field(ge=1)] = Field(
        default=1_000, validation_alias="ACCORD_QUERY_ROWS", description="Most rows that a Cypher query of a user gets."
    )
    query_seconds: Annotated[float, Field(gt=0)] = Field(
        default=10.0,
        validation_alias="ACCORD_QUERY_SECONDS",
        description="Longest time that a Cypher query of a user may take.",
    )

    @property
    def needs_keys(self) -> bool:
        """Whether others than this machine's users can reach it."""
        return not is_loopback(self.host) or bool(self.hosts)

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must not turn up in logs."""
        return (self.neo4j_password.get_secret_value(),) if self.neo4j_password else ()

    @property
    def keys(self) -> Path:
        """The folder of API keys."""
        return self.home / "keys"

    def store(self) -> StoreConfig:
        """Where the graph is."""
        password = self.neo4j_password.get_secret_value() if self.neo4j_password else ""
        return StoreConfig(
            self.neo4j_uri,
            self.neo4j_username,
            password,
            self.neo4j_database,
            self.home / "graph",
            self.engine_heap,
            self.retry_seconds,
            self.pool_size,
        )

    def for_demo(self) -> Settings:
        """The same with the demo's own embedded graph, for this machine alone."""
        own = {"neo4j_uri": None, "home": self.home / "demo", "host": "127.0.0.1", "hosts": ()}
        return self.model_copy(update=own)


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches what listens on `host`."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


@dataclass(frozen=True, slots=True)
class Setting:
    """One row of the table of settings, as the README shows it."""

    name: str
    default: str
    help: str


def settings_table() -> tuple[Setting, ...]:
    """All settings in their order."""
    return tuple(_row(name) for name in Settings.model_fields)


def _row(field: str) -> Setting:
    info = Settings.model_fields[field]
    extra = info.json_schema_extra
    shown = extra.get("shown") if isinstance(extra, dict) else None
    default = "not set" if info.default is None else str(info.default)
    return Setting(str(info.validation_alias or field), str(shown or default), info.description or "")


def load_settings() -> Settings:
    """The settings of this environment; raises SettingError naming the variable that cannot work."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        raise SettingError(f"{first['loc'][0]}: {first['msg']}") from error
