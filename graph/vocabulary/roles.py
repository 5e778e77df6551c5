"""Roles: the classes of people who speak or act for an actor, and the titles that tell them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any, NamedTuple

from graph.vocabulary.loading import Row, load_document
from graph.vocabulary.phrase import Found, Phrase, PhraseFinder, head_plural, spelt

_FILE = "roles.yaml"
_BODY = "ORG:"
_TAKES = ("class", "field")
_KEYS = ("roles", "spellings", "portfolios", "civil_servants", "secretaries_head_ministries", "led_by_government",
         "modifiers", "kept_in_bodies", "not", "honorifics")  # fmt: skip
_WELL_KNOWN = ("foreign_minister", "defence_minister")
_FIELD_BEHIND = re.compile(r" (?:of|for|to|on|in charge of|responsible for) (?:the )?", re.IGNORECASE)
_UNKNOWN = re.compile(r"[A-Z][a-z]+,? (?:and|&) ")


@dataclass(frozen=True, slots=True)
class Title:
    """A title and the role class it tells: `where` another holds in an actor (``*``: in all others known; None: none).

    `bound`: a title only with a field of office ("finance chief").
    `capital`: a title only if capitalised. `portfolio`: ``field`` if a field of office may follow it or precede it,
    ``class`` if that also decides between the ministers' classes. `actor`: a title only of somebody known to act for
    an actor. `led`: the head of government's where the country's data say so ("leader").
    """

    text: str
    role: str
    where: Mapping[str, str | None] = field(default_factory=dict)
    capital: bool = False
    portfolio: str | None = None
    actor: bool = False
    led: bool = False
    of: str | None = None
    bound: bool = False


class TitleMention(NamedTuple):
    """A title at code points ``[start, end)`` with its deputy words and field of office; `fields` are those parts."""

    start: int
    end: int
    title: Title
    deputy: bool
    fields: tuple[str, ...]


class Roles:
    """All role classes in order of rank, and the finder of titles."""

    def __init__(self, row: Row) -> None:
        classes = row.row("roles")
        self.ids: tuple[str, ...] = tuple(classes.fields)
        self.titles: tuple[Title, ...] = tuple(_titles(classes, self.ids))
        self._by_text = {title.text: title for title in self.titles}
        spellings = {word: row.row("spellings").text(word) for word in row.row("spellings").fields}
        phrases = tuple(_title_phrases(self.titles, spellings))
        self._titles = PhraseFinder((*phrases, *_masks(row, PhraseFinder(phrases))))
        portfolios = row.row("portfolios")
        portfolios.only("foreign", "defence", "other")
        self._fields = PhraseFinder(
            (Phrase(text, (kind,), plural=False) for kind in portfolios.fields for text in portfolios.texts(kind)),
            spellings,
        )
        modifiers = row.row("modifiers")
        modifiers.only("deputy", "former", "neutral")
        self.modifiers: dict[str, frozenset[str]] = {
            kind: frozenset(modifiers.texts(kind)) for kind in modifiers.fields
        }
        self.honorifics: frozenset[str] = frozenset(row.texts("honorifics"))
        self._civil_servants = frozenset(row.texts("civil_servants"))
        self._secretaries_head_ministries = frozenset(row.texts("secretaries_head_ministries"))
        self._led_by_government = frozenset(row.texts("led_by_government"))
        self._kept_in_bodies = frozenset(row.texts("kept_in_bodies"))
        self._find = lru_cache(maxsize=256)(self._find_titles)

    def __contains__(self, role: object) -> bool:
        return role in self.ids

    def __iter__(self) -> Iterator[str]:
        return iter(self.ids)

    def find_titles(self, text: str, *, any_case: bool = False) -> tuple[TitleMention, ...]:
        """The titles in `text` in order, each with deputy words before it and its field of office on either side.

        Words such as "former" or "acting" before a title are no part of it. `any_case` lets all stand in lower case.
        """
        return self._find(text, any_case)

    def _find_titles(self, text: str, any_case: bool) -> tuple[TitleMention, ...]:
        found = self._titles.find(text, any_case=any_case)
        if not found:
            return ()
        fields = self._fields.find(text)
        starts = {f.start for f in found}
        mentions = [self._mention(text, f, fields, starts) for f in found]
        mentions = [m for m in mentions if m.fields or not m.title.bound]
        return tuple(_unabbreviated(text, [m for m in mentions if any_case or _well_written(text, m)]))

    def classify(self, title: str, country: str | None) -> str | None:
        """The role class of somebody who acts for `country` (or a body) and has `title`; None if it is no title.

        Of several titles in one the highest counts, but a deputy head who is foreign or defence minister is that; of
        those behind a word such as "former" only if it is alone.
        """
        mentions = self.find_titles(title, any_case=True)
        present = [m for m in mentions if not self._is_former(title, m)]
        if mentions and not present:
            return "former"
        told = [role for m in present if (role := self._role(m, country or None))]
        if "deputy_head" in told and (ministers := [r for r in told if r in _WELL_KNOWN]):
            told = ministers
        return min(told, key=self.ids.index, default=None)

    def without_honorifics(self, name: str) -> str:
        """`name` without the honorifics before it; an honorific alone stays."""
        words = name.split()
        while len(words) > 1:
            for n in (3, 2, 1):
                if len(words) > n and " ".join(words[:n]).rstrip(".") in self.honorifics:
                    words = words[n:]
                    break
            else:
                break
        return " ".join(words)

    def _mention(self, text: str, found: Found, fields: list[Found], starts: set[int]) -> TitleMention:
        title = self._by_text[found.phrase.values[0]]
        start, end, parts = found.start, found.end, []
        if title.portfolio:
            before = _fields_before(text, start, fields)
            behind = [] if before else _fields_behind(text, end, fields, starts)
            start = before[0].start if before else start
            end = behind[-1].end if behind else end
            parts = [text[f.start : f.end] for f in (*before, *behind)]
            kinds = [f.phrase.values[0] for f in (*before, *behind)]
            parts = [kind if kind != "other" else part for kind, part in zip(kinds, parts, strict=True)]
        word = re.search(r"([^\W\d_]+)[ -]$", text[:start])
        deputy = bool(word and word[1].lower() in self.modifiers["deputy"])
        return TitleMention(word.start(1) if word and deputy else start, end, title, deputy, tuple(parts))

    def _is_former(self, text: str, mention: TitleMention) -> bool:
        words = text[: mention.start].lower().replace("-", " ").split()
        while words and words[-1] in self.modifiers["neutral"]:
            words.pop()
        return bool(words) and words[-1] in self.modifiers["former"]

    def _role(self, mention: TitleMention, country: str | None) -> str | None:
        title = mention.title
        if title.actor and not country:
            return None
        role = title.where.get(country, title.where.get("*", title.role)) if country else title.role
        if role and title.led and country in self._led_by_government:
            role = "head_of_government"
        if role == "minister" and title.portfolio == "class":
            role = self._minister(mention, country)
        if role and country and country.startswith(_BODY) and role not in self._kept_in_bodies:
            return "official"
        if mention.deputy and role not in {None, "legislator", "military", "deputy_head", "former"}:
            return "official"
        return role

    def _minister(self, mention: TitleMention, country: str | None) -> str:
        secretary = mention.title.text == "secretary"
        if secretary and (
            country in self._civil_servants or (not mention.fields and country not in {"USA", "PHL", "MEX"})
        ):
            return "official"
        if "foreign" in mention.fields:
            return "foreign_minister"
        return "defence_minister" if "defence" in mention.fields else "minister"


@cache
def roles() -> Roles:
    """The packaged roles, read and validated once; raises VocabularyError."""
    return read_roles(load_document(_FILE))


def read_roles(document: Row) -> Roles:
    """Roles from a file like roles.yaml; raises VocabularyError that names file and key."""
    document.only(*_KEYS)
    return Roles(document)


def _titles(classes: Row, ids: tuple[str, ...]) -> Iterator[Title]:
    owners: dict[str, str] = {}
    for role in ids:
        row = classes.row(role)
        row.only("titles")
        for entry in row.fields.get("titles") or row.fail("titles is missing"):
            title = _title(row, role, entry)
            if title.text in owners:
                row.fail(f"titles: {title.text!r} is a title of {owners[title.text]} already")
            if unknown := {r for r in title.where.values() if r} - {*ids}:
                row.fail(f"titles: {title.text!r}: where: unknown role {sorted(unknown)}")
            owners[title.text] = role
            yield title


def _title(classes: Row, role: str, entry: Any) -> Title:
    row = Row(classes.file, f"{classes.key}.titles", entry if isinstance(entry, dict) else {"title": entry})
    row.only("title", "where", "capital", "portfolio", "actor", "led", "of", "bound")
    text, portfolio = row.text("title"), row.optional("portfolio")
    if portfolio and portfolio not in _TAKES:
        row.fail(f"{text!r}: portfolio is neither of {_TAKES}: {portfolio!r}")
    where = {place: row.row("where").optional(place) for place in row.row("where").fields}
    flags = row.flag("capital", False), portfolio, row.flag("actor", False), row.flag("led", False)
    return Title(text, role, where, *flags, row.optional("of"), row.flag("bound", False))


def _title_phrases(titles: Iterable[Title], spellings: Mapping[str, str]) -> Iterator[Phrase]:
    """Each title in all spellings and in its plurals ("secretaries of state", "governors general")."""
    for title in titles:
        for text in spelt(title.text, spellings):
            yield Phrase(text, (title.text,))
            if plural := head_plural(text):
                yield Phrase(plural, (title.text,), plural=False)


def _masks(row: Row, titles: PhraseFinder) -> Iterator[Phrase]:
    for text in row.texts("not"):
        if not titles.find(text, any_case=True):
            row.fail(f"not: {text!r} holds no title")
        yield Phrase(text, ())


def _fields_before(text: str, start: int, fields: list[Found]) -> list[Found]:
    """The fields of office that lead up to a title at `start` ("trade, energy and foreign" before "ministers")."""
    ends = {f.end: f for f in fields}
    chain: list[Found] = []
    anded = False
    while True:
        for gap in (" ", "-") if not chain else (" ", ", and ", " and ", " & ", *((", ",) if anded else ())):
            if text.endswith(gap, 0, start) and (field := ends.get(start - len(gap))):
                break
        else:
            return chain
        if chain and field.start < chain[0].start and text[field.start].isupper() != text[chain[-1].start].isupper():
            return chain
        anded = anded or gap.strip(", ") in {"and", "&"}
        chain.insert(0, field)
        start = field.start


def _fields_behind(text: str, end: int, fields: list[Found], titles: set[int]) -> list[Found]:
    """The fields of office behind a title that ends at `end` ("trade, industry and energy" after "minister of")."""
    opening = _FIELD_BEHIND.match(text, end)
    starts = {f.start: f for f in fields}
    chain: list[Found] = []
    place = opening.end() if opening else -1
    while field := starts.get(place) or starts.get(_past_unknown(text, place, starts)):
        if chain and (text[field.start].isupper() != text[chain[0].start].isupper() or field.end + 1 in titles):
            break
        chain.append(field)
        place = -1
        for gap in (", and ", " and the ", " and ", " & ", ", ", " "):
            if text.startswith(gap, field.end) and field.end + len(gap) in starts:
                place = field.end + len(gap)
                break
        else:
            place = field.end + 1 if text.startswith(" ", field.end) else -1
    return chain


def _past_unknown(text: str, place: int, starts: Mapping[int, Found]) -> int:
    """Where a known field goes on behind one unknown word joined to it ("Strategies and International Trade")."""
    word = _UNKNOWN.match(text, place) if place >= 0 else None
    return word.end() if word and word.end() in starts else -1


def _well_written(text: str, mention: TitleMention) -> bool:
    """Whether the mention has the capital that its title needs, and is no time of day ("5 PM")."""
    title = mention.title
    if title.text == "PM" and text[: mention.start].rstrip()[-1:].isdigit():
        return False
    return not title.capital or bool(mention.fields) or text[mention.start].isupper()


def _unabbreviated(text: str, mentions: list[TitleMention]) -> list[TitleMention]:
    """Mentions with the full stops of abbreviations; "Lt." and "Gen." in a row are one."""
    joined: list[TitleMention] = []
    for mention in mentions:
        full = mention._replace(end=mention.end + 1) if _abbreviates(text, mention) else mention
        if joined and joined[-1].title.role == full.title.role and text[joined[-1].end - 1 : full.start] == ". ":
            full = full._replace(start=joined.pop().start)
        joined.append(full)
    return joined


def _abbreviates(text: str, mention: TitleMention) -> bool:
    return mention.title.text.endswith(".") and text.startswith(".", mention.end)
