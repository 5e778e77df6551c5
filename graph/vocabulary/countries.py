"""The countries and territories of ISO 3166-1, and every name that stands for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from graph.vocabulary.loading import Row, load_document, unique

_FILE = "countries.yaml"
_NOUNS = ("country", "nation", "state")
_ID = re.compile(r"[A-Z]{3}")
_ISO2 = re.compile(r"[A-Z]{2}")
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
    """

    id: str
    iso2: str
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
    by_id = {id_: _country(rows[id_]) for id_ in sorted(rows)}
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


def _country(row: Row) -> Country:
    row.only(
        "id", "iso2", "qid", "name", "region", "strong", "weak", "adjectives", "demonyms", "seats", "weak_seats",
        "metonyms", "joined", "familiar", "classes", "groups", "note",
    )  # fmt: skip
    id_, iso2, name, weak = row.text("id"), row.text("iso2"), row.text("name"), row.texts("weak")
    if not _ID.fullmatch(id_) or not _ISO2.fullmatch(iso2):
        row.fail(f"id or iso2 has not the form of ISO 3166-1: {id_!r}, {iso2!r}")
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
