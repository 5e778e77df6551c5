"""Sectors: the fields in which actors cooperate or are at odds, and the words for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from graph.errors import VocabularyError
from graph.vocabulary.loading import load_yaml
from graph.vocabulary.phrase import WORD, Found, Phrase, PhraseFinder, joined, plurals, spelt

_FILE = "sectors.yaml"
_SECTOR_KEYS = {"name", "links", "forms", "not", "subsectors"}
_FORM_KEYS = {"form", "context", "head", "plural", "also"}
_SCHEMES = {"eurovoc", "oecd_dac", "wikidata"}


@dataclass(frozen=True, slots=True)
class Form:
    """One surface form of a sector; see `graph.vocabulary.phrase.Phrase` for the flags. `also`: further sectors."""

    text: str
    context: tuple[str, ...] = ()
    head: bool = True
    plural: bool = True
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sector:
    """A sector (``energy``) or subsector (``energy.gas``, `parent` ``energy``).

    `links` are (scheme, concept) pairs; `excluded` are phrases that hold one of `forms` and do not mean the sector.
    """

    id: str
    name: str
    parent: str | None
    links: tuple[tuple[str, str], ...]
    forms: tuple[Form, ...]
    excluded: tuple[str, ...]


class SectorMention(NamedTuple):
    """The words at code points ``[start, end)`` stand for `sector`, the id of a sector or subsector."""

    start: int
    end: int
    sector: str


class Sectors:
    """All sectors, parents before their subsectors, and the finder of their words."""

    def __init__(self, entries: Iterable[Sector], offices: Mapping[str, Any], spellings: Mapping[str, str]) -> None:
        self.by_id: dict[str, Sector] = {sector.id: sector for sector in entries}
        self._finder = PhraseFinder(_phrases(self.by_id.values()), spellings)
        self._offices = PhraseFinder(Phrase(text, (side,)) for side, texts in offices.items() for text in texts)

    def __iter__(self) -> Iterator[Sector]:
        return iter(self.by_id.values())

    def __len__(self) -> int:
        return len(self.by_id)

    def top(self, sector_id: str) -> str:
        """The id of the sector that `sector_id` is or belongs to; KeyError if there is none such."""
        return self.by_id[sector_id].parent or sector_id

    def children(self, sector_id: str) -> tuple[Sector, ...]:
        """The subsectors of a sector, in the order of the file."""
        return tuple(sector for sector in self if sector.parent == sector_id)

    def find(self, text: str, *, any_case: bool = False, offices: bool = False) -> list[SectorMention]:
        """The sector words of `text` in order, the longest where they overlap.

        Words that only name an office ("the energy minister") are left out unless `offices`. `any_case` lets acronyms
        stand in lower case, as in typed questions. Words of two sectors give two mentions.
        """
        found = self._finder.find(text, any_case=any_case)
        if found and not offices:
            found = _without_offices(text, found, self._offices.find(text))
        return [SectorMention(f.start, f.end, sector) for f in found for sector in f.phrase.values]


@cache
def sectors() -> Sectors:
    """The packaged sectors, read and validated once; raises VocabularyError."""
    return read_sectors(load_yaml(_FILE))


def read_sectors(data: Any) -> Sectors:
    """Sectors from the parsed file; raises VocabularyError that names file and key."""
    for key in ("sectors", "offices", "spellings"):
        if not isinstance(data, dict) or not isinstance(data.get(key), dict):
            raise VocabularyError(f"{_FILE}: {key}: missing, or no mapping")
    entries: list[Sector] = []
    for name, body in data["sectors"].items():
        entries.append(_sector(name, None, body))
        entries += [_sector(f"{name}.{sub}", name, b) for sub, b in (body.get("subsectors") or {}).items()]
    _check(entries, data["spellings"])
    return Sectors(entries, data["offices"], data["spellings"])


def _sector(sector_id: str, parent: str | None, body: Any) -> Sector:
    where = f"{_FILE}: sectors.{sector_id}"
    if not isinstance(body, dict) or not {"name", "forms"} <= body.keys() <= _SECTOR_KEYS:
        raise VocabularyError(f"{where}: needs name and forms, and knows only {sorted(_SECTOR_KEYS)}")
    if parent and "subsectors" in body:
        raise VocabularyError(f"{where}: a subsector has no subsectors")
    links = body.get("links") or {}
    if not links.keys() <= _SCHEMES:
        raise VocabularyError(f"{where}.links: unknown scheme in {sorted(links)}")
    return Sector(
        id=sector_id,
        name=body["name"],
        parent=parent,
        links=tuple((scheme, str(concept)) for scheme, concept in links.items()),
        forms=tuple(_form(f"{where}.forms[{i}]", form) for i, form in enumerate(body["forms"])),
        excluded=tuple(body.get("not") or ()),
    )


def _form(where: str, entry: Any) -> Form:
    if isinstance(entry, str):
        return Form(entry)
    if not isinstance(entry, dict) or "form" not in entry or not entry.keys() <= _FORM_KEYS:
        raise VocabularyError(f"{where}: neither text nor a mapping of {sorted(_FORM_KEYS)}: {entry!r}")
    return Form(
        text=str(entry["form"]),
        context=tuple(entry.get("context", ())),
        head=entry.get("head", True),
        plural=entry.get("plural", True),
        also=tuple(entry.get("also", ())),
    )


def _check(entries: list[Sector], spellings: Mapping[str, str]) -> None:
    """Raises for a form of two sectors that does not say `also`, an unknown `also`, and a useless exclusion."""
    ids = {sector.id for sector in entries}
    owners: dict[tuple[str, ...], str] = {}
    for sector in entries:
        for form in sector.forms:
            where = f"{_FILE}: sectors.{sector.id}.forms: {form.text!r}"
            key = tuple(WORD.findall(form.text.lower()))
            if not key:
                raise VocabularyError(f"{where}: has no word")
            if unknown := set(form.also) - ids:
                raise VocabularyError(f"{where}: also: unknown sector {sorted(unknown)}")
            if owner := owners.get(key):
                raise VocabularyError(f"{where}: is a form of {owner} already; say it there with `also`")
            owners[key] = sector.id
    for sector in entries:
        _check_excluded(sector, owners, spellings)


def _check_excluded(sector: Sector, owners: Mapping[tuple[str, ...], str], spellings: Mapping[str, str]) -> None:
    own = {
        tuple(words)
        for form in sector.forms
        for text in spelt(form.text.lower(), spellings)
        if (singular := WORD.findall(text))
        for words in (singular, *([*singular[:-1], plural] for plural in plurals(singular[-1])))
    }
    for text in sector.excluded:
        where = f"{_FILE}: sectors.{sector.id}.not: {text!r}"
        words = WORD.findall(text.lower())
        if tuple(words) in owners:
            raise VocabularyError(f"{where}: is a form of {owners[tuple(words)]}")
        n = len(words)
        if not any(tuple(words[i:j]) in own for i in range(n) for j in range(i + 1, n + 1)):
            raise VocabularyError(f"{where}: holds no form of the sector")


def _phrases(entries: Iterable[Sector]) -> Iterator[Phrase]:
    for sector in entries:
        for form in sector.forms:
            context = frozenset(w for word in form.context for w in (word, *plurals(word)))
            yield Phrase(form.text, (sector.id, *form.also), context, form.head, form.plural)
        for text in sector.excluded:
            yield Phrase(text, ())


def _without_offices(text: str, found: list[Found], offices: list[Found]) -> list[Found]:
    """The mentions that are no part of an office's name: none of "minister of trade and energy", "energy minister"."""
    befores = {office.last: office for office in offices if "before" in office.phrase.values}
    afters = {office.first: office for office in offices if office.phrase.values != ("before",)}
    masked: set[int] = set()
    for i, mention in enumerate(found):
        ahead = befores.get(mention.first - 1) or (i - 1 in masked and _listed(text, found[i - 1].end, mention.start))
        if ahead:
            masked.add(i)
    for i in range(len(found) - 1, -1, -1):
        after = afters.get(found[i].last + 1)
        if after and "after" in after.phrase.values and joined(text, found[i].end, after.start):
            masked.add(i)
        elif i + 1 in masked and afters.get(found[i + 1].last + 1) and _listed(text, found[i].end, found[i + 1].start):
            masked.add(i)
        elif (after := afters.get(found[i].last + 2)) and "joined" in after.phrase.values:
            if _listed(text, found[i].end, after.start):
                masked.add(i)
    return [mention for i, mention in enumerate(found) if i not in masked]


def _listed(text: str, end: int, start: int) -> bool:
    """Whether the gap between two words only joins them: ", ", " and ", " & ", ", and ", " or "."""
    return text[end:start].replace(",", " ").strip().lower() in {"", "and", "&", "or"} and start - end <= 6
