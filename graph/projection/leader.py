"""One leader, with all offices in which articles show this person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from json import dumps
from typing import Any

from graph.claim import Office
from graph.identity import folded, leader_key
from graph.projection.key import fields_of
from graph.projection.part import Part
from graph.projection.summary import ALL, Summary
from graph.projection.support import most_said, supported
from graph.vocabulary import OfficeHolder
from graph.vocabulary.folding import fold
from graph.vocabulary.people import people_of

_SEVERAL = "official"
"""The role class of many posts, of which a term of one says nothing about another."""


def leader_parts(s: Office) -> Iterator[tuple[str, Part]]:
    """What a claim adds to the person it names."""
    office = f"{s.actor}:{s.role}"
    votes = [("name", s.name), ("actor", s.actor)]
    votes += [(f"title:{office}", s.title)] if s.title else []
    yield leader_key(s.actor, s.name), Part(office, votes=tuple(votes))


def leader_fact(key: str, summary: Summary) -> dict[str, Any]:
    """One fact for one person; actor and role are those of the office seen last."""
    names = summary.said("name")
    name = _usual(names, fields_of(key)[1])
    offices = _offices(summary, names)
    last = offices[-1]
    return {
        "id": key,
        "name": name,
        "aliases": sorted(names.keys() - {name}),
        "actor": last["actor"],
        "actors": sorted({office["actor"] for office in offices}),
        "role": last["role"],
        "title": last["title"],
        "offices": [dumps(office, ensure_ascii=False, sort_keys=True) for office in offices],
        **supported(summary, f"{last['actor']}:{last['role']}"),
    }


def _usual(names: Mapping[str, int], usual: str) -> str:
    """The name with the words of the usual one, however written, as most articles have it; else the fullest."""
    words = sorted(usual.split())
    same = {said: n for said, n in names.items() if sorted(folded(said).split()) == words}
    longest = max(len(folded(said).split()) for said in names)
    return most_said(same or {said: n for said, n in names.items() if len(folded(said).split()) == longest})


def _offices(summary: Summary, names: Iterable[str]) -> list[dict[str, Any]]:
    """One office for each actor and role, the one seen last at the end; of equals, the one with more sources."""
    offices = sorted(office for office in summary.figures if office != ALL)
    found = [_office(office, summary, names) for office in offices]
    return sorted(found, key=lambda office: (office.get("last_seen", ""), office["sources"]))


def _office(office: str, summary: Summary, names: Iterable[str]) -> dict[str, Any]:
    actor, _, role = office.rpartition(":")
    titles = summary.said(f"title:{office}")
    known = {name: value for name, value in summary.figures[office].properties().items() if value is not None}
    term = _term(actor, role, names, known)
    return {"actor": actor, "role": role, "title": most_said(titles) if titles else "", **known, **term}


def _term(actor: str, role: str, names: Iterable[str], seen: Mapping[str, Any]) -> dict[str, str]:
    """From when until when the packaged facts say that the person held it, of the terms in which articles saw that.

    Nothing where they do not know the person, or know several by these names. An open term has no `until`.
    """
    people = {id(found): found for name in names if (found := people_of(actor).get(fold(name)))}
    held = [term for person in people.values() for term in person.terms if term.role == role]
    if len(people) != 1 or not held or "first_seen" not in seen or (role == _SEVERAL and len(held) > 1):
        return {}
    terms = [term for term in held if _overlaps(term, seen["first_seen"], seen["last_seen"])]
    if not terms:
        return {}
    since, ends = min(term.since for term in terms), [term.until for term in terms]
    return {"since": since} if None in ends else {"since": since, "until": max(filter(None, ends))}


def _overlaps(term: OfficeHolder, first: str, last: str) -> bool:
    return term.since <= last and (term.until is None or first <= f"{term.until}~")
