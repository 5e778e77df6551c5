"""International bodies: what they are called and which countries belong to them, when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from graph.vocabulary.countries import checked_qid, claim_names, countries, refuse_shared
from graph.vocabulary.loading import Row, load_document, unique

_FILE = "bodies.yaml"
_ID = re.compile(r"ORG:[A-Z][A-Z0-9_]*")


@dataclass(frozen=True, slots=True)
class Membership:
    """A country belongs to a body; `since` and `until` are ISO 8601 dates of any precision, None where not known.

    `until` None means that it belongs still; the day `until` is its last, or the first without it.
    """

    country: str
    since: str | None
    until: str | None


@dataclass(frozen=True, slots=True)
class Body:
    """One international body; `id` is ``ORG:`` and its acronym.

    `strong` names always mean it (`name` is one unless it is weak), `weak` names something else too.
    `institutions` are organs and agencies that act for it, `seats` cities that stand for it, `weak_seats` those that
    stand for another body more often. `epithets` stand after "the" and are shared. `members` may hold a country twice,
    for two periods; () where they are not listed.
    """

    id: str
    name: str
    qid: str | None
    strong: tuple[str, ...]
    weak: tuple[str, ...]
    institutions: tuple[str, ...]
    seats: tuple[str, ...]
    weak_seats: tuple[str, ...]
    epithets: tuple[str, ...]
    members: tuple[Membership, ...]
    note: str | None


@dataclass(frozen=True, slots=True)
class Bodies:
    """All bodies, iterated in the order of their ids."""

    by_id: Mapping[str, Body]

    def __iter__(self) -> Iterator[Body]:
        return iter(self.by_id.values())

    def __len__(self) -> int:
        return len(self.by_id)

    def __contains__(self, id_: object) -> bool:
        return id_ in self.by_id


@cache
def bodies() -> Bodies:
    """The packaged bodies, validated whole and against the countries; VocabularyError names file and key."""
    document = load_document(_FILE)
    document.only("bodies")
    rows = dict(unique(document.rows("bodies", "id")))
    by_id = {id_: _body(rows[id_]) for id_ in sorted(rows)}
    owners = {name: country.id for country in countries() for name in country.strong}
    for id_, body in by_id.items():
        claim_names(rows[id_], id_, body.strong, owners)
    for id_, body in by_id.items():
        refuse_shared(rows[id_], id_, body.weak + body.institutions + body.seats, owners)
    return Bodies(by_id)


def _body(row: Row) -> Body:
    row.only(
        "id", "name", "qid", "strong", "weak", "institutions", "seats", "weak_seats", "epithets", "members", "note"
    )
    id_, name, weak = row.text("id"), row.text("name"), row.texts("weak")
    if not _ID.fullmatch(id_):
        row.fail(f"id has not the form ORG:ACRONYM: {id_!r}")
    strong = row.texts("strong") if name in weak else (name, *row.texts("strong"))
    for both in set(strong) & set(weak):
        row.fail(f"{both!r} is strong and weak")
    return Body(
        id=id_,
        name=name,
        qid=checked_qid(row),
        strong=strong,
        weak=weak,
        institutions=row.texts("institutions"),
        seats=row.texts("seats"),
        weak_seats=row.texts("weak_seats"),
        epithets=row.texts("epithets"),
        members=_members(row),
        note=row.optional("note"),
    )


def _members(row: Row) -> tuple[Membership, ...]:
    found = [member for group in row.rows("members", "since") for member in _group(group)]
    found.sort(key=lambda member: (member.country, member.since or ""))
    for one, other in pairwise(found):
        if one.country == other.country and (one.until is None or one.until > (other.since or "")):
            row.fail(f"two memberships of {one.country} overlap")
    return tuple(found)


def _group(group: Row) -> Iterator[Membership]:
    group.only("since", "until", "ids")
    since, until, ids = group.date("since"), group.date("until"), group.texts("ids")
    if since and until and until < since:
        group.fail(f"until {until} is before since")
    if not ids:
        group.fail("ids is empty")
    for country in ids:
        if country not in countries():
            group.fail(f"unknown country {country!r}")
        yield Membership(country, since, until)
