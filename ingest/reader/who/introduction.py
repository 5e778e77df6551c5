"""Introductions: where a sentence introduces people by title, by apposition, by what they lead or by a known name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.vocabulary import holders_named, roles
from ingest.reader.lexicon import lexicon
from ingest.reader.who.cast import Sighting
from ingest.reader.who.heading import delegates, headed
from ingest.reader.who.mention import Form
from ingest.reader.who.name import LETTERS, Names
from ingest.reader.who.scene import OPENING, POSSESSIVE, Scene
from ingest.reader.who.title import FORCES, HEADS, MISSIONS, Office, find_offices, title_spans

_LINKS = frozenset(
    "who is was as been became become serves served now currently also later the a an one of has had until recently "
    "still".split()
)
_BESIDE = frozenset({"and", "with", "by", "between", "met"})
_RANKS = frozenset(
    "general admiral colonel major ambassador princess senator lieutenant vice rear brigadier commodore captain "
    "air marshal".split()
)
_SEEING = frozenset({"visited", "visits", "toured", "met", "meets", "told"})
_HELPING = frozenset({"was", "is", "will", "has", "had", "been", "be", "due", "also", "later", "then"})
_GOING = frozenset(
    "sent dispatched flew flies fly flown travelled traveled travels travel went go goes gone arrived arrives "
    "arrive headed heads head left leaves came come returned expected".split()
)
_ACROSS = frozenset({"with", "by", "to", "met", "told", "received", "hosted", "called", "phoned", "telephoned"})


@dataclass(slots=True)
class Introductions:
    """The sightings of one scene."""

    scene: Scene
    published: str | None
    names: Names = field(init=False)
    offices: list[Office] = field(init=False)
    found: list[Sighting] = field(default_factory=list)
    vacant: Office | None = None
    """The last office that no name goes with."""

    def __post_init__(self) -> None:
        spans = title_spans(self.scene)
        taken = frozenset(i for s in spans for i in range(s.start, s.end))
        self.names = Names(self.scene, taken)
        self.offices = find_offices(self.scene, spans)

    def sightings(self, vacant: Office | None = None) -> list[Sighting]:
        """All sightings; `vacant` is an office of the sentence before that no name went with."""
        for office in self.offices:
            if self.scene.word(office.span.end) in POSSESSIVE:
                continue
            made = list(self._of_office(office))
            self.found += made
            if not made and office.definite and not (office.plural or office.span.counterpart):
                self.vacant = office
        self.found += list(self._beside())
        self.found = headed(self.scene, self.names, self.found)
        if vacant is not None:
            self.found += list(self._opening(vacant))
        self.found += list(self._by_facts())
        self.found += [s for s in delegates(self.scene, self.names) if not self.taken_at(s.core[0])]
        return self.found

    # -- names that go with a title --------------------------------------------------------------------

    def _of_office(self, office: Office) -> Iterator[Sighting]:
        if office.plural:
            listed = list(self._listed_behind(office)) or list(self._listed_before(office))
            yield from listed
            if listed or office.span.counterpart or self.scene.raw(office.last)[:1].islower():
                return
        before = self._name_before(office) if office.last > office.span.end else None
        at = self.names.past_honoured(self._past_title(office.last))
        end = self.names.end(at, loose=True)
        if end > at and not before:
            if not self._named_after(end):
                yield self._sighting(office, at, end, office.first, end)
            return
        before = self._name_before(office)
        if before:
            yield self._sighting(office, *before, before[0], office.last)
        elif (
            office.definite
            and self.scene.word(office.last) == "is"
            and ((end := self.names.end(office.last + 1)) > office.last + 2)
        ):
            yield self._sighting(office, office.last + 1, end, office.first, end)  # "its envoy in Lima is N"
        elif office.definite and self.scene.raw(office.last) in OPENING:
            at = self.names.past_honorifics(self._past_title(office.last + 1))
            end = self.names.end(at)
            if end > at:
                yield self._sighting(office, at, end, office.first, end)

    def _named_after(self, i: int) -> bool:
        """Whether a place that only bears the name follows at word `i` ("King Khalid International Airport")."""
        return self.scene.raw(i)[:1].isupper() and (
            self.scene.word(i) in lexicon().namesakes or self.scene.word(i + 1) in lexicon().namesakes
        )

    def _past_title(self, i: int) -> int:
        """The word behind a title that is but one more honorific ("the minister, Prince N")."""
        if self.scene.word(i) not in lexicon().given_names | _RANKS:
            return i
        return next((o.span.end for o in self.offices if o.span.start == i), i)

    def _name_before(self, office: Office) -> tuple[int, int] | None:
        """The words of the name that an office describes from behind ("N, the foreign minister", "N as envoy")."""
        i = office.first
        steps = 0
        while self.scene.word(i - 1) in _LINKS and steps < 5:
            i -= 1
            steps += 1
        if self.scene.raw(i - 1) not in OPENING and "as" not in {self.scene.word(j) for j in range(i, office.first)}:
            return None
        end = i - 1 if self.scene.raw(i - 1) in OPENING else i
        start = self.names.start(end)
        start = None if start is None else self.names.past_honorifics(start)
        if start is None or not self._free(start, office):
            return None
        return start, end

    def _free(self, i: int, office: Office) -> bool:
        """Whether nobody introduced the name at word `i` as somebody else's ("With Peru's head, N, the Thai envoy")."""
        place = self.scene.words[i].start
        before = [s for s in self.found if s.span[0] <= place < s.span[1]]
        return all(
            s.core[0] == place and (not office.actors or office.actors[0] in s.actors or not s.actors) for s in before
        )

    def taken(self, i: int) -> bool:
        """Whether word `i` is in a phrase that introduces somebody already."""
        return self.taken_at(self.scene.words[i].start)

    def taken_at(self, place: int) -> bool:
        """The same of a code point."""
        return any(s.span[0] <= place < s.span[1] for s in self.found)

    def _sighting(self, office: Office, at: int, end: int, first: int, last: int) -> Sighting:
        actors, owner = office.actors, office.owner
        where, far = self._of_actor(end)
        if where and not actors:
            actors, last = where, max(last, far)
        last = max(last, end) + (self.scene.raw(max(last, end)) in LETTERS)
        whole = (at, end) if office.posted and first < at else (min(first, at), max(last, end))
        return Sighting(
            self.scene.number,
            self.scene.span(at, end),
            self.scene.places(*whole),
            self.scene.places(at, end),
            office.title,
            actors[:1],
            owner,
            self.scene.around(office.span.start, owner),
            self._role(office),
            office.span.needs_actor and not actors,
            office.span.counterpart,
            across=self.scene.word(min(first, at) - 1) in _ACROSS,
            barred=(*office.posted, *self._faced(max(last, end))),
        )

    def _faced(self, end: int) -> tuple[str, ...]:
        """The actor that a person visits, meets or tells, whose phrase ends before word `end`: not their own."""
        i = end
        if self.scene.raw(i).islower() and self.scene.word(i) not in lexicon().function - {"met", "told", "asked"}:
            mention = self.scene.mention(i + 1) or self.scene.mention(i + 2)
            if mention:
                return mention.actors
        i += self.scene.raw(end) == ","
        seen = self.scene.mention(i + 1) if self.scene.word(i) in _SEEING else None
        if seen:
            return seen.actors
        going = i
        while self.scene.word(going) in _HELPING:
            going += 1
        at = going + 1 if self.scene.word(going) in _GOING else going
        mention = self.scene.mention(at + 1) if at > i and self.scene.word(at) in {"to", "in", "for"} else None
        return mention.actors if mention else ()

    def _role(self, office: Office) -> str | None:
        """Whoever a country sends to another, or somebody summons, is an ambassador even if called an envoy."""
        if "envoy" in office.title.lower().split()[-1:] and "special" not in office.title.lower():
            called = any(w.text.lower() in lexicon().recalling for w in self.scene.words)
            return "ambassador" if office.posted or called else None
        words = self.scene.span(office.span.start, office.span.end).lower().split()
        if HEADS.isdisjoint({words[0], words[-1]}) or (len(words) > 1 and roles().classify(office.title, None)):
            return None
        if words[0] == "speaker":
            return "legislator"
        if words[-1] == "transition":
            return "head_of_state"
        if words[-1] in FORCES:
            return "military"
        return "ambassador" if words[-1] in MISSIONS else "official"

    def _of_actor(self, i: int) -> tuple[tuple[str, ...], int]:
        """The actor behind a name, for "N of Peru", and the word behind it."""
        if self.scene.word(i) not in {"of", "for"}:
            return (), i
        at = i + 2 if self.scene.word(i + 1) == "the" else i + 1
        mention = self.scene.mention(at)
        return (mention.actors, self.scene.after(at)) if mention else ((), i)

    def _listed_behind(self, office: Office) -> Iterator[Sighting]:
        """Names behind a plural title: "Presidents N of Peru and N of Chile", "the ministers of X and Y, N and N"."""
        at = office.last
        if self.scene.raw(at) in OPENING:
            at += 1
        yield from self._list(office, self._spans_from(at))

    def _listed_before(self, office: Office) -> Iterator[Sighting]:
        """Names before one: "N and N, the ministers of X and Y"."""
        i = office.first
        while self.scene.word(i - 1) in _LINKS:
            i -= 1
        if self.scene.raw(i - 1) not in OPENING:
            return
        spans: list[tuple[int, int]] = []
        end = i - 1
        while (start := self.names.start(end)) is not None and not self.taken(start):
            spans.insert(0, (start, end))
            if self.scene.word(start - 1) not in {"and", ","}:
                break
            end = start - 1
        if len(spans) > 1:
            yield from self._list(office, spans)

    def _spans_from(self, at: int) -> list[tuple[int, int]]:
        spans: list[tuple[int, int]] = []
        while True:
            at = self.names.past_honorifics(at)
            end = self.names.end(at, loose=not spans)
            if end == at:
                return spans
            spans.append((at, end))
            _, behind = self._of_actor(end)
            if self.scene.word(behind) == "," and self.scene.word(behind + 1) == "and":
                at = behind + 2
            elif self.scene.word(behind) in {",", "and", "&"}:
                at = behind + 1
            else:
                return spans

    def _list(self, office: Office, spans: list[tuple[int, int]]) -> Iterator[Sighting]:
        """One sighting for each of a list; actors of the title are dealt out in order if there are as many."""
        dealt = office.actors if len(office.actors) == len(spans) else ()
        names = tuple(self.scene.span(a, b) for a, b in spans)
        last = self._of_actor(spans[-1][1])[0] if spans else ()
        shared = last if last and not any(self._of_actor(b)[0] for _, b in spans[:-1]) else ()
        for number, (at, end) in enumerate(spans):
            where, far = self._of_actor(end)
            actors = where or dealt[number : number + 1] or (office.actors[:1] if len(office.actors) == 1 else shared)
            yield Sighting(
                self.scene.number,
                self.scene.span(at, end),
                self.scene.places(at, far if where else end),
                self.scene.places(at, end),
                office.title,
                actors[:1],
                "",
                self.scene.around(office.span.start),
                self._role(office),
                office.span.needs_actor and not actors,
                office.span.counterpart,
                tuple(n for n in names if n != self.scene.span(at, end)),
            )

    # -- names without a title of their own ------------------------------------------------------------

    def _beside(self) -> Iterator[Sighting]:
        """Full names behind a country's possessive, in a row with a leader ("Peña and Brazil's N")."""
        for i in range(2, len(self.scene.words)):
            if self.scene.word(i) not in POSSESSIVE:
                continue
            mention = self.scene.mention(i - 1)
            if mention is None or mention.form is not Form.NAME:
                continue
            end = self.names.end(i + 1)
            first = self.scene.first(i - 1)
            if end == i + 1 or self.taken(i + 1):
                continue
            name = self.scene.span(i + 1, end)
            known = any(f.country in mention.actors for f in holders_named(name, self.published))
            row = self.scene.word(first - 1) in _BESIDE and (self.found or self.names.is_part(first - 2))
            if known or (end - i > 2 and row):
                yield Sighting(
                    self.scene.number,
                    name,
                    self.scene.places(first, end),
                    self.scene.places(i + 1, end),
                    "",
                    mention.actors[:1],
                    alike=True,
                )

    def _opening(self, vacant: Office) -> Iterator[Sighting]:
        """A full name that opens the sentence behind one of a nameless office ("The envoy was called in. N said")."""
        end = self.names.end(0)
        if end < 2 or self.taken(0) or not self.scene.raw(end).islower() or not self.scene.raw(end).isalpha():
            return
        name, places = self.scene.span(0, end), self.scene.places(0, end)
        actors, around = vacant.actors[:1], self.scene.context
        yield Sighting(self.scene.number, name, places, places, vacant.title, actors, "", around, doubtful=True)

    def _by_facts(self) -> Iterator[Sighting]:
        """Names of two words or more that the facts know at the article's date."""
        i = 0
        while i < len(self.scene.words):
            end = self.names.end(i, loose=True)
            if end - i > 1 and not self.taken(i) and holders_named(self.scene.span(i, end), self.published):
                places = self.scene.places(i, end)
                yield Sighting(self.scene.number, self.scene.span(i, end), places, places, around=self.scene.around(i))
            i = max(end, i + 1)
