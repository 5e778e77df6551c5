"""The countries and territories of ISO 3166-1, states that are no more, and every name that stands for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from graph.vocabulary.loading import Row, is_date, load_document, unique

_FILE = "countries.yaml"
_FORMER = "former_countries.yaml"
_NOUNS = ("country", "nation", "state")
_ID = re.compile(r"[A-Z]{3}")
_ISO2 = re.compile(r"[A-Z]{2}")
_ISO4 = re.compile(r"[A-Z]{4}")
_QID = re.compile(r"Q[1-9]\d*")


@dataclass(frozen=True, slots=True)
class Country:
    """One country or territory; all names are spelt as news spells them and match in that case only.

    `id` is ISO 3166-1 alpha-3 (and XKX), `qid` its Wikidata item. `strong` names always mean it (`name` is one of
    them unless it is weak). `weak` names mean something else too: they count where the article supports them.
    `adjectives` and `demonyms` may be shared ("Congolese"). `seats` are cities that stand for its government, the
    first its capital or seat of government; `weak_seats` mean something else more often. `metonyms` are offices and
    buildings that do. `joined` are adjectives before a hyphen ("Sino"); `familiar` names stand after "the" where the
    country or one that shares a weak name with it is named ("North"). `epithets` stand after "the" ("Gulf kingdom")
    and are shared. `note` tells of contested status.

    `bygone` are those of the names that it no longer bears. A state that is no more has an `until` (`id` and `iso4`
    are then those of ISO 3166-3, and it has no `iso2`), and may have an `heir`: today's country whose seats and offices
    were its own.
    """

    id: str
    iso2: str | None
    name: str
    qid: str | None
    strong: tuple[str, ...]
    weak: tuple[str, ...]
    adjectives: tuple[str, ...]
    demonyms: tuple[str, ...]
    seats: tuple[str, ...]
    weak_seats: tuple[str, ...]
    metonyms: tuple[str, ...]
    joined: tuple[str, ...]
    familiar: tuple[str, ...]
    epithets: tuple[str, ...]
    region: str
    note: str | None
    iso4: str | None = None
    since: str | None = None
    until: str | None = None
    heir: str | None = None
    bygone: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Countries:
    """All countries, iterated in the order of their ids."""

    by_id: Mapping[str, Country]

    def __iter__(self) -> Iterator[Country]:
        return iter(self.by_id.values())

    def __len__(self) -> int:
        return len(self.by_id)

    def __contains__(self, id_: object) -> bool:
        return id_ in self.by_id


@cache
def countries() -> Countries:
    """The packaged countries, validated whole; VocabularyError names file and key."""
    document = load_document(_FILE)
    document.only("countries")
    rows = dict(unique(document.rows("countries", "id")))
    today = {id_: _country(row) for id_, row in rows.items()}
    former = load_document(_FORMER)
    former.only("ended", "renamed")
    for id_, row in unique(former.rows("renamed", "id")):
        if id_ in today:
            today[id_] = _with_past(row, today[id_])
    ended = dict(unique(former.rows("ended", "id")))
    by_id = {**today, **{id_: _ended(row) for id_, row in ended.items()}}
    by_id = {id_: by_id[id_] for id_ in sorted(by_id)}
    rows |= ended
    owners: dict[str, str] = {}
    for id_, country in by_id.items():
        claim_names(rows[id_], id_, country.strong, owners)
    for id_, country in by_id.items():
        refuse_shared(rows[id_], id_, country.weak + country.seats + country.metonyms, owners)
    return Countries(by_id)


def claim_names(row: Row, id_: str, names: tuple[str, ...], owners: dict[str, str]) -> None:
    """Enter strong `names` into `owners`; two actors may not share one."""
    for name in names:
        if owners.setdefault(name, id_) != id_:
            row.fail(f"strong name {name!r} also belongs to {owners[name]}")


def refuse_shared(row: Row, id_: str, names: tuple[str, ...], owners: Mapping[str, str]) -> None:
    """Refuse `names` of `id_` that are a strong name of another actor."""
    for name in names:
        if owners.get(name, id_) != id_:
            row.fail(f"{name!r} is a strong name of {owners[name]}")


def checked_qid(row: Row) -> str | None:
    """The row's Wikidata id, or None where it gives none."""
    qid = row.optional("qid")
    if qid is not None and not _QID.fullmatch(qid):
        row.fail(f"qid is malformed: {qid!r}")
    return qid


_KNOWN = (
    "id", "qid", "name", "region", "strong", "weak", "adjectives", "demonyms", "seats", "weak_seats", "metonyms",
    "joined", "familiar", "classes", "groups", "note",
)  # fmt: skip


def _country(row: Row) -> Country:
    row.only("iso2", *_KNOWN)
    iso2 = row.text("iso2")
    if not _ID.fullmatch(row.text("id")) or not _ISO2.fullmatch(iso2):
        row.fail(f"id or iso2 has not the form of ISO 3166-1: {row.text('id')!r}, {iso2!r}")
    return _named(row, iso2)


def _ended(row: Row) -> Country:
    """A state that is no more."""
    row.only("iso4", "since", "until", "heir", *_KNOWN)
    iso4, since, until = row.text("iso4"), row.text("since"), row.text("until")
    if not _ID.fullmatch(row.text("id")) or not _ISO4.fullmatch(iso4):
        row.fail(f"id or iso4 has not the form of ISO 3166-3: {row.text('id')!r}, {iso4!r}")
    if not is_date(since) or not is_date(until) or since > until:
        row.fail(f"since and until are no period: {since!r}, {until!r}")
    return replace(_named(row, None), iso4=iso4, since=since, until=until, heir=row.optional("heir"))


_PAST = ("strong", "weak", "adjectives", "demonyms", "seats", "weak_seats")


def _with_past(row: Row, country: Country) -> Country:
    """The country with the names that it no longer bears."""
    row.only("id", *_PAST)

    def both(kind: str, known: tuple[str, ...]) -> tuple[str, ...]:
        if twice := set(row.texts(kind)) & set(known):
            row.fail(f"{kind} holds {min(twice)!r}, which {_FILE} has")
        return (*known, *row.texts(kind))

    return replace(
        country,
        strong=both("strong", country.strong),
        weak=both("weak", country.weak),
        adjectives=both("adjectives", country.adjectives),
        demonyms=both("demonyms", country.demonyms),
        seats=both("seats", country.seats),
        weak_seats=both("weak_seats", country.weak_seats),
        bygone=frozenset(name for kind in _PAST for name in row.texts(kind)),
    )


def _named(row: Row, iso2: str | None) -> Country:
    id_, name, weak = row.text("id"), row.text("name"), row.texts("weak")
    strong = row.texts("strong") if name in weak else (name, *row.texts("strong"))
    for both in set(strong) & set(weak):
        row.fail(f"{both!r} is strong and weak")
    return Country(
        id=id_,
        iso2=iso2,
        name=name,
        qid=checked_qid(row),
        strong=strong,
        weak=weak,
        adjectives=row.texts("adjectives"),
        demonyms=row.texts("demonyms"),
        seats=row.texts("seats"),
        weak_seats=row.texts("weak_seats"),
        metonyms=row.texts("metonyms"),
        joined=row.texts("joined"),
        familiar=row.texts("familiar"),
        epithets=_epithets(row.texts("classes"), row.texts("groups")),
        region=row.text("region"),
        note=row.optional("note"),
    )


def _epithets(classes: tuple[str, ...], groups: tuple[str, ...]) -> tuple[str, ...]:
    """The classes, and each group before a class or a plain noun: "kingdom", "Gulf kingdom", "Gulf state"."""
    plain = [word for word in classes if " " not in word]
    return tuple(dict.fromkeys([*classes, *(f"{group} {noun}" for group in groups for noun in (*plain, *_NOUNS))]))
