"""Sectors: the fields in which actors cooperate or are at odds, and the words for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, NamedTuple

from graph.errors import VocabularyError
from graph.vocabulary.loading import Row, load_document
from graph.vocabulary.phrase import WORD, Found, Phrase, PhraseFinder, joined, plurals, spelt

_FILE = "sectors.yaml"
_SECTOR_FIELDS = ("name", "links", "forms", "not")
_OFFICE_SIDES = ("before", "after", "joined")
_SCHEMES = ("eurovoc", "oecd_dac", "wikidata")


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

    def __init__(
        self,
        entries: Iterable[Sector],
        offices: Mapping[str, Iterable[str]],
        generic: Iterable[str],
        spellings: Mapping[str, str],
    ) -> None:
        self.by_id: dict[str, Sector] = {sector.id: sector for sector in entries}
        self._finder = PhraseFinder(_phrases(self.by_id.values()), spellings)
        self._generic = frozenset(generic)
        self._find = lru_cache(maxsize=256)(self._find_words)  # several rules ask for those of one sentence
        self._offices = PhraseFinder(Phrase(text, (side,)) for side, texts in offices.items() for text in texts)

    def __iter__(self) -> Iterator[Sector]:
        return iter(self.by_id.values())

    def __len__(self) -> int:
        return len(self.by_id)

    def __contains__(self, sector_id: object) -> bool:
        return sector_id in self.by_id

    def top(self, sector_id: str) -> str:
        """The id of the sector that `sector_id` is or belongs to; KeyError if there is none such."""
        return self.by_id[sector_id].parent or sector_id

    def children(self, sector_id: str) -> tuple[Sector, ...]:
        """The subsectors of a sector, in the order of the file."""
        return tuple(sector for sector in self if sector.parent == sector_id)

    def find(self, text: str, *, any_case: bool = False, offices: bool = False) -> list[SectorMention]:
        """The sector words of `text` in order, the longest where they overlap.

        Words that only name an office ("the energy minister") are left out unless `offices`. `any_case` lets acronyms
        stand in lower case, as in typed questions. Words of two sectors give two mentions; a wide noun gives none
        behind a narrower word ("shipping industry" is transport).
        """
        return list(self._find(text, any_case, offices))

    def _find_words(self, text: str, any_case: bool, offices: bool) -> tuple[SectorMention, ...]:
        found = self._finder.find(text, any_case=any_case)
        if found and not offices:
            found = _without_offices(text, found, self._offices.find(text))
        found = self._without_generic(text, found)
        return tuple(SectorMention(f.start, f.end, sector) for f in found for sector in f.phrase.values)

    def _without_generic(self, text: str, found: list[Found]) -> list[Found]:
        """The mentions without nouns of a wide meaning that another sector's word narrows ("shipping industry")."""
        ends = {f.last: f for f in found}
        return [
            f
            for f in found
            if f.phrase.text not in self._generic
            or not (before := ends.get(f.first - 1))
            or not joined(text, before.end, f.start)
        ]


@cache
def sectors() -> Sectors:
    """The packaged sectors, read and validated once; raises VocabularyError."""
    return read_sectors(load_document(_FILE))


def read_sectors(document: Row) -> Sectors:
    """Sectors from a file like sectors.yaml; raises VocabularyError that names file and key."""
    document.only("spellings", "offices", "generic", "sectors")
    offices = document.row("offices")
    offices.only(*_OFFICE_SIDES)
    spellings = {british: document.row("spellings").text(british) for british in document.row("spellings").fields}
    entries: list[Sector] = []
    for name in document.row("sectors").fields:
        row = document.row("sectors").row(name)
        row.only(*_SECTOR_FIELDS, "subsectors")
        entries.append(_sector(name, None, row))
        for sub in row.row("subsectors").fields:
            subrow = row.row("subsectors").row(sub)
            subrow.only(*_SECTOR_FIELDS)
            entries.append(_sector(f"{name}.{sub}", name, subrow))
    _check(entries, document.file, spellings)
    generic = document.texts("generic")
    if unknown := set(generic) - {form.text for sector in entries for form in sector.forms}:
        document.fail(f"generic: no form of any sector: {sorted(unknown)}")
    return Sectors(entries, {side: offices.texts(side) for side in _OFFICE_SIDES}, generic, spellings)


def _sector(sector_id: str, parent: str | None, row: Row) -> Sector:
    links = row.row("links")
    links.only(*_SCHEMES)
    forms = row.fields.get("forms")
    if not isinstance(forms, list) or not forms:
        row.fail("forms is missing, or no list")
    return Sector(
        id=sector_id,
        name=row.text("name"),
        parent=parent,
        links=tuple((scheme, links.text(scheme)) for scheme in links.fields),
        forms=tuple(_form(row, entry) for entry in forms),
        excluded=row.texts("not"),
    )


def _form(sector: Row, entry: Any) -> Form:
    if isinstance(entry, str) and WORD.search(entry):
        return Form(entry)
    row = Row(sector.file, f"{sector.key}.forms", entry if isinstance(entry, dict) else {"form": entry})
    row.only("form", "context", "head", "plural", "also")
    text = row.text("form")
    if not WORD.search(text):
        row.fail(f"{text!r} has no word")
    return Form(text, row.texts("context"), row.flag("head", True), row.flag("plural", True), row.texts("also"))


def _check(entries: list[Sector], file: str, spellings: Mapping[str, str]) -> None:
    """Raises for a form of two sectors that does not say `also`, an unknown `also`, and a useless exclusion."""
    ids = {sector.id for sector in entries}
    owners: dict[tuple[str, ...], str] = {}
    for sector in entries:
        for form in sector.forms:
            where = f"{file}: sectors.{sector.id}.forms: {form.text!r}"
            if unknown := set(form.also) - ids:
                raise VocabularyError(f"{where}: also: unknown sector {sorted(unknown)}")
            for words in _spelt_words(form.text, spellings):
                if owner := owners.get(words):
                    raise VocabularyError(f"{where}: is a form of {owner} already; say it there with `also`")
                owners[words] = sector.id
    for sector in entries:
        _check_excluded(sector, file, owners, spellings)


def _check_excluded(
    sector: Sector, file: str, owners: Mapping[tuple[str, ...], str], spellings: Mapping[str, str]
) -> None:
    singulars = [words for form in sector.forms for words in _spelt_words(form.text, spellings)]
    own = {*singulars, *((*words[:-1], plural) for words in singulars for plural in plurals(words[-1]))}
    for text in sector.excluded:
        where = f"{file}: sectors.{sector.id}.not: {text!r}"
        words = WORD.findall(text.lower())
        if owner := owners.get(tuple(words)):
            raise VocabularyError(f"{where}: is a form of {owner}")
        ends = range(1, len(words) + 1)
        if not any(tuple(words[start:end]) in own for end in ends for start in range(end)):
            raise VocabularyError(f"{where}: holds no form of the sector")


def _spelt_words(text: str, spellings: Mapping[str, str]) -> set[tuple[str, ...]]:
    return {tuple(WORD.findall(variant)) for variant in spelt(text.lower(), spellings)}


def _phrases(entries: Iterable[Sector]) -> Iterator[Phrase]:
    for sector in entries:
        for form in sector.forms:
            context = frozenset(w for word in form.context for w in (word, *plurals(word)))
            yield Phrase(form.text, (sector.id, *form.also), context, form.head, form.plural)
        for text in sector.excluded:
            yield Phrase(text, ())


def _without_offices(text: str, found: list[Found], offices: list[Found]) -> list[Found]:
    """The mentions that are no part of an office's name: none of "minister of trade and energy", "energy minister"."""
    before = {office.last + 1 for office in offices if "before" in office.phrase.values}
    after = {office.first: office for office in offices}
    in_front: set[int] = set()
    for i, mention in enumerate(found):
        if mention.first in before or (i - 1 in in_front and _in_name(text, found[i - 1].end, mention.start)):
            in_front.add(i)
    behind: set[int] = set()
    for i in reversed(range(len(found))):
        listed_with_next = i + 1 in behind and _listed(text, found[i].end, found[i + 1].start)
        if listed_with_next or _names_office(text, found[i], after):
            behind.add(i)
    return [mention for i, mention in enumerate(found) if i not in in_front and i not in behind]


def _names_office(text: str, mention: Found, after: Mapping[int, Found]) -> bool:
    """Whether an office word follows the mention ("energy minister", "defence and foreign ministers")."""
    following, second = after.get(mention.last + 1), after.get(mention.last + 2)
    if following and "joined" not in following.phrase.values:  # "energy ministers", "the energy ministers of Peru"
        return joined(text, mention.end, following.start)
    return bool(second and "joined" in second.phrase.values and text[mention.end : second.start] == " and ")


def _in_name(text: str, end: int, start: int) -> bool:
    """Whether the gap joins two words of an office's name ("of Agriculture and Rural Development")."""
    return _listed(text, end, start) or _ONE_MORE.fullmatch(text, end, start) is not None


_ONE_MORE = re.compile(r"(?:,|,? and| &) [A-Z]\w+ ")


def _listed(text: str, end: int, start: int) -> bool:
    """Whether the gap between two words only joins them: ", ", " and ", " & ", ", and ", " or "."""
    return text[end:start].replace(",", " ").strip().lower() in {"", "and", "&", "or"} and start - end <= 6
