"""Values as they are read: dates, shares, lists and the names of attributes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from graph.vocabulary import plover
from graph.vocabulary.names import actor_name
from viz.lettering import plain

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T.*)?")
"""An ISO date: year, month and day, as far as they are given."""

_NAMES = {
    "kind": "Kind",
    "status": "Status",
    "modality": "Modality",
    "title": "Title",
    "role": "Role",
    "date": "Date",
    "date_basis": "Date known from",
    "place": "Place",
    "since": "Since",
    "until": "Until",
    "history": "History",
    "subsectors": "In particular",
    "sectors": "Sectors",
    "mode": "Mode",
    "parties": "Parties",
    "participants": "Participants",
    "leaders": "People",
    "aliases": "Also known as",
    "first_seen": "First reported",
    "last_seen": "Last reported",
    "sources": "Independent sources",
    "articles": "Articles",
    "confidence": "Confidence",
    "basis": "Basis",
    "source": "Source",
}
"""In the order in which they are shown; other attributes follow under their own names."""

_UNSHOWN = frozenset(
    (
        "id",
        "fact",
        "facts",
        "qid",
        "iso2",
        "quad",
        "dyad",
        "name",
        "label",
        "actor",
        "recipient",
        "actors",
        "event_type",
    )
)
_DATES = frozenset({"date", "since", "until", "first_seen", "last_seen"})
_WORDS = {"actual": "happened", "negated": "did not happen"}
_BASES = {"stated": "the text", "relative": "words such as “last week”", "publication": "the day of publication"}


def spoken_date(date: str | None) -> str:
    """``7 September 2023``, ``September 2023`` or ``2023``; what is no such date stays as it is; None is empty."""
    found = DATE.fullmatch(date or "")
    if not found or not 1 <= int(found[2] or 1) <= 12:
        return plain(date or "")
    year, month, day = found.groups()
    words = [str(int(day)) if day else "", MONTHS[int(month) - 1] if month else "", year]
    return " ".join(word for word in words if word)


def act(event_type: str, actor: str, recipient: str, modality: str = "actual") -> str:
    """An act between two names: ``Japan helped Indonesia``; one that did not happen by its name alone."""
    kind = plover().by_id[event_type]
    if modality == "actual":
        return f"{actor_name(actor)} {kind.phrase} {actor_name(recipient)}"
    joint = "and" if kind.symmetric else "to"
    return f"{kind.label}, {actor_name(actor)} {joint} {actor_name(recipient)}"


def percent(share: float) -> str:
    """``92 %``, with a blank that does not break."""
    return f"{round(100 * share)}\u00a0%"


def rows(attributes: Mapping[str, Any], names: Mapping[str, str] | None = None) -> tuple[tuple[str, str], ...]:
    """The names and values of `attributes` that a reader wants, in a set order; empty ones are left out.

    `names` are what ids among the values are called.
    """
    known = [name for name in _NAMES if name in attributes]
    others = sorted(name for name in attributes if name not in _NAMES and name not in _UNSHOWN)
    pairs = [
        (_NAMES.get(name) or words(name).capitalize(), spoken(name, _named(attributes[name], names or {})))
        for name in known + others
    ]
    return tuple((name, value) for name, value in pairs if value)


def _named(value: Any, names: Mapping[str, str]) -> Any:
    if isinstance(value, list | tuple):
        return [names.get(item, item) if isinstance(item, str) else item for item in value]
    return names.get(value, value) if isinstance(value, str) else value


def spoken(name: str, value: Any) -> str:
    """The value of the attribute `name` as text; empty where there is none."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return ", ".join(text for item in value if (text := spoken(name, item)))
    if isinstance(value, dict):
        return " ".join(text for key, item in value.items() if key != "claim_id" and (text := _step(key, item)))
    if name == "confidence" and isinstance(value, int | float):
        return percent(value)
    if name in _DATES:
        return spoken_date(str(value))
    if name == "date_basis":
        return _BASES.get(str(value), words(str(value)))
    return words(str(value)) if name in {"kind", "status", "modality", "role", "mode", "basis"} else _name(str(value))


def _step(key: str, value: Any) -> str:
    return spoken(key, value) if key != "date" or not value else f"({spoken_date(str(value))})"


def words(key: str) -> str:
    """An id as words: ``under_negotiation`` is ``under negotiation``, and what is ``actual`` has happened."""
    return _WORDS.get(key) or plain(key.replace("_", " "))


def _name(text: str) -> str:
    """A subsector's id is read without its sector: ``energy.gas`` is ``gas``."""
    return plain(text.rpartition(".")[2] if re.fullmatch(r"[a-z]+\.[a-z_]+", text) else text)
