"""The people of an article: what its sentences say of each, brought together."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from graph.vocabulary import OfficeHolder, holders_named, roles
from ingest.reader.lexicon import lexicon
from ingest.reader.who.mention import Leader
from ingest.reader.who.name import name_key, name_words
from ingest.reader.who.origin import Surroundings, likeliest, name_likelihood

_VAGUE = frozenset({"minister", "official", "legislator"})
_MINISTERS = frozenset({"foreign_minister", "defence_minister"})
_STRANGE = 4.0
"""How much likelier elsewhere, in the logarithm of odds, a name must be to tell against the words."""
_TELLING = 5
"""Letters from which a surname is seldom another word as well."""
_TOP = frozenset({"head_of_state", "head_of_government", "monarch", "foreign_minister"})


@dataclass(frozen=True, slots=True)
class Sighting:
    """One place where a sentence introduces a person.

    `span` and `core` are code points of the whole phrase and of the name. `actors` are those that the words give,
    `owner` says whose the office is where they do not (see `Office`), `around` are actors by nearness. `role` is set
    where more than the title tells it; `needs_actor`: the title alone makes no leader; `alike`: of the same rank as
    the person before.
    """

    scene: int
    name: str
    span: tuple[int, int]
    core: tuple[int, int]
    title: str = ""
    actors: tuple[str, ...] = ()
    owner: str = ""
    around: tuple[str, ...] = ()
    role: str | None = None
    needs_actor: bool = False
    alike: bool = False
    apart: tuple[str, ...] = ()
    """Others of the same list: each is of another actor."""
    doubtful: bool = False
    """Counts only for somebody of whom nothing was said before."""
    across: bool = False
    """Met or told by whoever the sentence names before: of another actor."""
    barred: tuple[str, ...] = ()
    """Whom the person serves with, meets or tells: other actors."""


@dataclass(slots=True)
class Person:
    """Sightings of one person."""

    sightings: list[Sighting]
    words: set[str]
    leader: Leader | None = None

    @property
    def name(self) -> str:
        """The longest name, without honorifics if two words are left."""
        longest = max((s.name for s in self.sightings), key=lambda n: (len(n.split()), len(n)))
        plain = roles().without_honorifics(longest)
        return plain if " " in plain else longest

    @property
    def explicit(self) -> list[str]:
        """The actors that the words give, the most frequent first."""
        return [a for a, _ in Counter(a for s in self.sightings for a in s.actors[:1]).most_common()]


@dataclass(slots=True)
class Cast:
    """The people of one article, in the order in which they come; `named` counts its mentions of
    actors, `home` are those from where it was written.
    """

    published: str | None
    named: Counter[str]
    home: frozenset[str] = frozenset()
    people: list[Person] = field(default_factory=list)
    by_word: dict[str, list[Person]] = field(default_factory=dict)

    @property
    def leaders(self) -> list[Leader]:
        """Those who turned out to be leaders."""
        return [p.leader for p in self.people if p.leader]

    def add(self, sightings: Iterable[Sighting]) -> None:
        """Brings sightings together by name; `settle` decides who is who."""
        for sighting in sightings:
            words = set(name_words(sighting.name))
            if not words:
                continue
            person = self._known(words, sighting)
            if person is None:
                person = Person([], set())
                self.people.append(person)
            elif sighting.doubtful:
                continue
            person.sightings.append(sighting)
            person.words |= words
            for word in words:
                row = self.by_word.setdefault(word, [])
                if person not in row:
                    row.append(person)

    def knows(self, holder: OfficeHolder, word: str) -> bool:
        """Whether the article introduces an office holder by another name; `word` then names them too."""
        words = set(name_words(holder.name))
        for person in self.people:
            if len(words & person.words) > 1 or (person.words < words):
                self.by_word[name_key(word)] = [person]
                return True
        return False

    def _known(self, words: set[str], sighting: Sighting) -> Person | None:
        near = [p for w in words for p in self.by_word.get(w, ()) if words <= p.words or p.words <= words]
        for person in reversed(near):
            told = person.explicit
            if not told or not sighting.actors or sighting.doubtful or sighting.actors[0] in told:
                return person
        return None

    def settle(self) -> None:
        """Decides each person's actor and role: first where words or facts tell them, then the others in order."""
        waiting = [(i, p) for i, p in enumerate(self.people) if not self._told(i, p)]
        for i, person in waiting:
            actor = self._guessed(i, person)
            if actor:
                self._decide(i, person, actor, self._fact(person, [actor]), False)
        for i, person in enumerate(self.people):  # a counterpart has the rank of whoever was only now decided
            if person.leader and any(s.alike for s in person.sightings):
                actor = person.leader.actor
                self._decide(i, person, actor, self._fact(person, [actor]), person.leader.certain)

    def _told(self, i: int, person: Person) -> bool:
        """Decides a person whose actor the words give or the facts know; False where neither does."""
        told = person.explicit
        fact = self._fact(person, told)
        if told or fact:
            self._decide(i, person, told[0] if told else fact.country if fact else "", fact, bool(told))
            return True
        return False

    def _fact(self, person: Person, actors: Sequence[str]) -> OfficeHolder | None:
        """The office holder of that name at the article's date, of `actors` where given, else one that it names."""
        facts = holders_named(person.name, self.published)
        if actors:
            return next((f for f in facts if f.country in actors), None)
        named = next((f for f in facts if self.named[f.country]), None)
        return named or (facts[0] if facts and len(name_words(person.name)) > 1 else None)

    def _guessed(self, i: int, person: Person) -> str | None:
        """The actor of a person of whom only the surroundings tell."""
        sighting = person.sightings[0]
        around = [a for a in sighting.around if a not in sighting.barred]
        before = self.people[i - 1].leader if i else None
        if before and self._in_row(i, sighting, before):
            return before.actor
        if sighting.alike or sighting.owner in {"his", "her"}:
            if sighting.owner and not sighting.alike and before:
                return before.actor
            others = [a for a in around if before is None or a != before.actor]
            return self._past(person) or next(iter(others), None)
        if sighting.owner in {"its", "their", "our"}:
            return self._past(person) or next(iter(around), None)
        if sighting.owner:
            return self._of(sighting.owner) or self._past(person) or next(iter(around), None)
        beside = {p.name: p.leader.actor for p in self.people if p.leader and p.name in sighting.apart}
        other = {*beside.values(), *sighting.barred, *self._listed_with(i)}
        if sighting.across and before and self.people[i - 1].sightings[-1].scene == sighting.scene:
            other.add(before.actor)
        near = [a for a in around if a not in other]
        near = near or [a for a, _ in self.named.most_common() if a not in other]
        names = (person.name, *(n for n in sighting.apart if n not in beside))
        return self._past(person) or likeliest(names, sighting.title, Surroundings(near, self.named, self.home))

    def _listed_with(self, i: int) -> Iterator[str]:
        """The actors that the words give to those who follow in one list with the person ("Minister N, the Emirati
        Minister N and …").
        """
        last = self.people[i].sightings[0]
        for person in self.people[i + 1 :]:
            follower = person.sightings[0]
            near = follower.scene == last.scene and 0 < follower.span[0] - last.span[1] <= len(", and ")
            if not near or not follower.actors:
                return
            yield from follower.actors
            last = follower

    def _in_row(self, i: int, sighting: Sighting, leader: Leader) -> bool:
        """Whether the words put a person of another rank beside the `leader` before, both without a country ("met Prime
        Minister N, Deputy Prime Minister N and Defence Minister N"), and the name fits.
        """
        last = self.people[i - 1].sightings[0]
        if last.scene != sighting.scene or last.actors or sighting.owner or not sighting.title or not last.title:
            return False
        near = 0 < sighting.span[0] - last.span[1] <= len(", and ")
        ranks = [roles().classify(s.title, None) for s in (last, sighting)]
        actor = leader.actor
        likelier = max((name_likelihood(sighting.name, a) for a in sighting.around if a != actor), default=-math.inf)
        fits = name_likelihood(sighting.name, actor) > likelier - _STRANGE
        return near and fits and ranks[0] != ranks[1] and "ambassador" not in ranks

    def _past(self, person: Person) -> str | None:
        """The actor for which somebody of that full name held an office at another time: one that the article names,
        else the only one there is.
        """
        if len(name_words(person.name)) < 2:
            return None
        held = [f.country for f in holders_named(person.name) if not f.country.startswith("ORG:")]
        return next((c for c in held if self.named[c]), held[0] if len(set(held)) == 1 else None)

    def _of(self, owner: str) -> str | None:
        """The actor of the person called `owner`."""
        for word in name_words(owner):
            for person in self.by_word.get(word, ()):
                if person.leader:
                    return person.leader.actor
        fact = surname_holder(owner, self.published, self.named)
        return fact.country if fact else None

    def _decide(self, i: int, person: Person, actor: str, fact: OfficeHolder | None, certain: bool) -> None:
        role, title = self._office(i, person, actor, fact)
        if role is None or (not certain and not fact and all(s.needs_actor for s in person.sightings)):
            return
        person.leader = Leader(person.name, actor, role, title, name_words(person.name), certain)

    def _office(self, i: int, person: Person, actor: str, fact: OfficeHolder | None) -> tuple[str | None, str]:
        """The role and title of the first sighting that tells a role, else those of the facts."""
        told = [(role, s.title) for s in person.sightings if (role := _role(s, actor, fact))]
        told = [t for t in told if t[0] != "military"] or told
        alike = next((s for s in person.sightings if s.alike), None)
        before = next((p.leader for p in reversed(self.people[:i]) if p.leader), None)
        if told and told[0][0] in _VAGUE:
            role, title = min(told, key=lambda pair: roles().ids.index(pair[0]))
            if role == "minister" and alike and before and before.role in _MINISTERS:  # "his counterpart … Minister N"
                return before.role, title
            return role, title
        if told:
            return told[0]
        if fact and (fact.role != "official" or alike is None or before is None):
            return fact.role, fact.title
        if alike is None:
            return None, ""
        return (before.role, alike.title or before.title) if before else ("official", alike.title)


def _role(sighting: Sighting, actor: str, fact: OfficeHolder | None) -> str | None:
    """The role that a sighting's title tells; the facts know better what a "leader" is."""
    if sighting.alike:
        return None
    role = sighting.role or (roles().classify(sighting.title, actor) if sighting.title else None)
    if role and fact and sighting.title.lower() in lexicon().rulers:
        return fact.role
    return role


def surname_holder(word: str, published: str | None, named: Counter[str]) -> OfficeHolder | None:
    """The only holder of a top office of that surname: whose country the article names, else in all the world."""
    if published is None:
        return None
    top = [f for f in holders_named(word, published) if f.role in _TOP]
    found = [f for f in top if named[f.country]] or (top if len(word) >= _TELLING else [])
    return found[0] if len({f.country for f in found}) == 1 else None
