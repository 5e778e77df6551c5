"""Leaders: which names of those who speak or act for one actor are of one person.

Names are of one person that have the same words, are known names of one office-holder, or differ but in how they are
spelt. A part of a name, or one with initials, is of the person with the fuller name, if there is but one who may be it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from graph.cluster.group import Groups
from graph.vocabulary.folding import fold
from graph.vocabulary.people import Person, people_of
from graph.vocabulary.romanisation import romanisation

_KEPT = 50_000
"""So many names are remembered."""

_LONG = 5
"""Letters of a surname that is enough to know a person by though it is spelt otherwise."""


class Spelt(NamedTuple):
    """A name of a person: its words as folded and as all spellings have them, and whom the packaged facts know by it.

    `person` is known by this very name, `alike` by this or another spelling of it.
    `initials` are its words of one letter, `generations` such as ``jr``.
    """

    key: str
    words: tuple[str, ...]
    bare: tuple[str, ...]
    person: Person | None
    alike: Person | None
    initials: frozenset[str]
    generations: frozenset[str]

    @property
    def unmarked(self) -> frozenset[str]:
        """Its words but initials."""
        return frozenset(self.bare) - self.initials

    @property
    def has_father(self) -> bool:
        """Whether it names the father too, so that the order of its words counts."""
        return not romanisation().fathers.isdisjoint(self.bare[1:])


@lru_cache(_KEPT)
def _spelt(key: str) -> Spelt:
    actor, name = _parts(key)
    words = tuple(name.split())
    rules = romanisation()
    bare = rules.bare(actor, name)
    person = people_of(actor).get(fold(name))
    return Spelt(
        key,
        words,
        bare,
        person,
        person or _people_by_spelling(actor).get(_marked(bare)),
        frozenset(word for word in words if len(word) == 1),
        rules.generations & frozenset(words),
    )


@lru_cache(512)
def _people_by_spelling(actor: str) -> Mapping[Hashable, Person]:
    """The people of an actor by the spelling of each name of several words that only one of them has."""
    found: dict[Hashable, dict[str, Person]] = defaultdict(dict)
    for name, person in people_of(actor).items():
        bare = romanisation().bare(actor, name)
        if len(bare) > 1:
            found[_marked(bare)][person.name] = person
    return {mark: next(iter(own.values())) for mark, own in found.items() if len(own) == 1}


def _marked(bare: tuple[str, ...]) -> Hashable:
    """What names have in common that differ but in their spelling; in their order only where there is no father's."""
    return tuple(sorted(bare)) if romanisation().fathers.isdisjoint(bare[1:]) else bare


def _parts(key: str) -> tuple[str, str]:
    """Actor and name."""
    actor, _, name = key.partition(":")[2].rpartition(":")
    return actor, name


def leader_ids(groups: Sequence[Collection[str]]) -> list[str]:
    """The id of each group of one actor's names: by the usual name that the packaged facts have, else by the fullest.

    Of several groups with names of one office-holder it is the one with the usual name, else with the fullest. People
    who are known from several actors go by the name at home.
    """
    best = [min(map(_spelt, keys), key=_rank) for keys in groups]
    owners = {name.alike.name: name for name in sorted(best, key=_rank, reverse=True) if name.alike}
    return [
        f"leader:{name.alike.home}:{name.alike.name}" if name.alike and owners[name.alike.name] is name else name.key
        for name in best
    ]


def _rank(name: Spelt) -> tuple[bool, bool, int, int, str]:
    return not _is_usual(name), not name.alike, -len(name.words), len(name.initials), name.key


def _is_usual(name: Spelt) -> bool:
    return name.person is not None and fold(" ".join(name.words)) == name.person.name


def join_leaders(groups: Groups) -> None:
    """Joins the names of one actor's people.

    Names that are spaced otherwise have a word at one end in common: "chen gang" is not "cheng ang".
    """
    names = [_spelt(key) for group in groups.groups for key in group]
    names.sort(key=_rank)
    _join_equal(groups, names, "order", lambda name: name.words if name.has_father else frozenset(name.words))
    _join_equal(groups, names, "known", lambda name: name.person and name.person.name)
    several = [name for name in names if len(name.bare) > 1]
    _join_equal(groups, several, "spelling", lambda name: _marked(name.bare))
    _join_equal(groups, names, "known", lambda name: name.alike and name.alike.name)
    _join_equal(groups, several, "spacing", lambda name: ("".join(name.bare), name.bare[0]))
    _join_equal(groups, several, "spacing", lambda name: ("".join(name.bare), name.bare[-1]))
    shortened = sorted(_Shortened(groups).joins(), key=lambda join: (join[2] != "initials", join))
    for short, full, rule in shortened:
        if not _contradict(groups.of(short), groups.of(full)):
            groups.join(short, full, rule)


def _contradict(keys: Collection[str], others: Collection[str]) -> bool:
    """Whether names that are otherwise the same have different initials: George W. Bush, George H. W. Bush."""
    marked = {name.unmarked: name.initials for key in keys if (name := _spelt(key)).initials}
    names = [_spelt(key) for key in others] if marked else []
    return any(n.initials and marked.get(n.unmarked, n.initials) != n.initials for n in names)


def _join_equal(groups: Groups, names: Iterable[Spelt], rule: str, mark: Callable[[Spelt], Hashable]) -> None:
    """Joins names of one mark to the first of them; none where the packaged facts know several people by them."""
    alike: dict[Hashable, list[Spelt]] = defaultdict(list)
    for name in names:
        alike[mark(name)].append(name)
    alike.pop(None, None)
    for first, *others in alike.values():
        if others and len(_people(name.key for name in (first, *others))) < 2:
            for name in others:
                groups.join(name.key, first.key, rule)


def _people(keys: Iterable[str]) -> set[str]:
    """Those whom the packaged facts know by these names of one actor."""
    return {person.name for key in keys if (person := _spelt(key).alike)}


class _Person:
    """A group of names that are of one person, of which the first is the fullest."""

    def __init__(self, keys: Iterable[str]) -> None:
        self.names = sorted(map(_spelt, keys), key=_rank)
        self.known = _people(name.key for name in self.names)

    @property
    def short(self) -> Spelt:
        """The name that has to be a part of another for the person to be the same."""
        return self.names[0]


class _Shortened:
    """The people of one actor, of whom one may be another under a shorter name."""

    def __init__(self, groups: Groups) -> None:
        self._groups = groups
        self._people = [_Person(group) for group in groups.groups]
        self._with_word: dict[str, dict[int, None]] = defaultdict(dict)
        for number, person in enumerate(self._people):
            for name in person.names:
                for word in name.bare:
                    self._with_word[word][number] = None
        self._found: dict[int, dict[int, tuple[str, str]]] = {}

    def joins(self) -> Iterator[tuple[str, str, str]]:
        """A short name, the fuller one and the rule, where one of all that it may be short for is the fullest."""
        for number, person in enumerate(self._people):
            fuller = self._fuller(number)
            if fuller:
                fullest = max(fuller, key=lambda other: (_fullness(self._people[other].short), -other))
                if all(fullest in self._fuller(other) for other in fuller if other != fullest):
                    yield (person.short.key, *fuller[fullest])

    def _fuller(self, number: int) -> Mapping[int, tuple[str, str]]:
        """The people of whom this one's name may be a shorter one: the key of the fuller name, and the rule."""
        if number not in self._found:
            person = self._people[number]
            words = [word for word in person.short.bare if len(word) > 1]
            held = [self._with_word[word] for word in words]
            near = [n for n in min(held, key=len) if n != number and all(n in own for own in held)] if held else []
            found = ((n, self._as_part(person, self._people[n])) for n in near)
            self._found[number] = {n: part for n, part in found if part}
        return self._found[number]

    def _as_part(self, one: _Person, other: _Person) -> tuple[str, str] | None:
        """The name of the `other` of which the name of `one` is a shorter form, with the rule."""
        short = one.short
        if one.known and (one.known != other.known if other.known else len(short.words) == 1):
            return None
        if not self._groups.may_join(short.key, other.short.key):
            return None
        found = ((full.key, rule) for full in other.names if (rule := _rule(short, full)))
        return next(found, None)


def _fullness(name: Spelt) -> tuple[int, int]:
    return len(name.words) - len(name.initials), len(name.words)


def _rule(short: Spelt, full: Spelt) -> str | None:
    """The rule by which `short` is a shorter form of the name `full`; None where it is not."""
    if (short.has_father or full.has_father) and short.bare[0] != full.bare[0]:
        return None
    if short.generations and short.generations != full.generations:
        return None
    if short.initials and _fits(short, full):
        return "initials"
    if short.initials and short.initials != full.initials:
        return None
    left = Counter(full.bare)
    left.subtract(short.bare)
    if min(left.values()) < 0 or len(full.bare) == len(short.bare):
        return None
    if len(short.words) > 1 and full.generations.issuperset(full.words[n] for n in _places(short, full)):
        return None
    if set(short.words) <= set(full.words):
        return "part"
    return "part_spelling" if len(short.bare) > 1 or len(short.words[0]) >= _LONG else None


def _places(short: Spelt, full: Spelt) -> list[int]:
    """The places of the words that only `full` has."""
    return [n for n, word in enumerate(full.words) if word not in short.words]


def _fits(short: Spelt, full: Spelt) -> bool:
    """Whether the names have as many words, and each initial begins a word of `full` that `short` lacks."""
    if len(short.bare) != len(full.bare) or len(full.initials) >= len(short.initials):
        return False
    lacking = Counter(full.bare)
    lacking.subtract(word for word in short.bare if len(word) > 1)
    if min(lacking.values()) < 0:
        return False
    begun = sorted(word[0] for word in lacking.elements())
    return begun == sorted(word for word in short.bare if len(word) == 1)
