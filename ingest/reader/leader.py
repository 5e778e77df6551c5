"""Leaders: named people with the country that they act for, from titles, appositions and dated facts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from graph.vocabulary import OfficeHolder, holders_named, roles
from ingest.reader.gazetteer import fold
from ingest.reader.lexicon import lexicon
from ingest.reader.mention import Form, Leader, Mention
from ingest.reader.token import Word

SUFFIXES = frozenset({"Jr", "Sr", "II", "III", "IV", "V", "VI", "X", "XIV"})
_ARABIC = re.compile(r"(?:al|el|as|ad|an|at|ash|az|ar|ul|ur)[-‑][^\W\d_]+", re.IGNORECASE)
COUNTERPARTS = frozenset(
    {"counterpart", "counterparts", "colleague", "colleagues", "host", "hosts", "guest", "opposite number"}
)
FORMER = frozenset(
    {"former", "ex", "then", "late", "then-", "ex-", "former-", "onetime", "one-time", "ousted", "deposed"}
)


@dataclass(slots=True)
class Cast:
    """The people of one article: by folded surname, and in the order in which they came."""

    published: str | None
    leaders: list[Leader] = field(default_factory=list)
    by_word: dict[str, Leader] = field(default_factory=dict)

    def add(self, leader: Leader) -> Leader:
        """Adds a person, or completes the one of the same name."""
        for i, known in enumerate(self.leaders):
            if same_name(known, leader):
                better = _completed(known, leader)
                self.leaders[i] = better
                self._index(better)
                return better
        self.leaders.append(leader)
        self._index(leader)
        return leader

    def _index(self, leader: Leader) -> None:
        for word in leader.surnames:
            self.by_word[word] = leader


def same_name(a: Leader, b: Leader) -> bool:
    """Whether one name's words are all in the other's."""
    x, y = set(a.surnames), set(b.surnames)
    return bool(x and y) and (x <= y or y <= x) and a.actor == b.actor


def _completed(known: Leader, new: Leader) -> Leader:
    longer = known if len(known.name) >= len(new.name) else new
    return replace(
        known,
        name=longer.name,
        surnames=tuple(dict.fromkeys((*known.surnames, *new.surnames))),
        role=known.role if known.certain or not new.certain else new.role,
        title=known.title or new.title,
    )


def name_words(name: str) -> tuple[str, ...]:
    """The folded words by which a later mention may name the person."""
    parts = [fold(p).casefold() for p in re.split(r"[\s.]+", name) if p]
    return tuple(p for p in parts if len(p) > 1 and p not in lexicon().particles and p.capitalize() not in SUFFIXES)


@dataclass(slots=True)
class Casting:
    """Finds the people of one sentence, given its words and the actors that the gazetteer found."""

    text: str
    offset: int
    words: Sequence[Word]
    mentions: Sequence[Mention]
    cast: Cast
    context: Sequence[str]

    def introductions(self) -> list[Mention]:
        """Mentions that introduce a person by title, apposition or a name known from the facts."""
        found: list[Mention] = []
        for start, end in self._titles():
            found += self._by_title(start, end)
        taken = [(m.start, m.end) for m in found]
        found += self._by_facts(taken)
        return found

    def _titles(self) -> list[tuple[int, int]]:
        """Title spans as word indices ``[first, last + 1)``."""
        spans = [(t.start + self.offset, t.end + self.offset) for t in roles().find_titles(self.text)]
        out = []
        for start, end in spans:
            inside = [i for i, w in enumerate(self.words) if w.start >= start and w.end <= end]
            if inside:
                out.append((inside[0], inside[-1] + 1))
        for i, word in enumerate(self.words):
            if word.text.lower() in COUNTERPARTS and not any(a <= i < b for a, b in out):
                out.append((i, i + 1))
        return sorted(out)

    # -- actors and names around a title ---------------------------------------------------------------

    def _actor_at(self, i: int) -> Mention | None:
        """The actor mention that covers word `i`."""
        if not 0 <= i < len(self.words):
            return None
        word = self.words[i]
        return next((m for m in self.mentions if m.start <= word.start < m.end), None)

    def _after_mention(self, mention: Mention) -> int:
        return next((i for i, w in enumerate(self.words) if w.start >= mention.end), len(self.words))

    def _first_word(self, mention: Mention) -> int:
        return next(i for i, w in enumerate(self.words) if w.start >= mention.start)

    def _text(self, start: int, end: int) -> str:
        return self.text[self.words[start].start - self.offset : self.words[end - 1].end - self.offset]

    def _name_at(self, i: int) -> int:
        """The end of a person's name that begins at word `i`, or `i` where none does."""
        end = i
        while end < len(self.words) and end - i < 7:
            word = self.words[end].text
            if end > i and word == "." and len(self.words[end - 1].text) == 1:
                end += 1
            elif end > i and (word in lexicon().particles):
                if not self._name_word(end + 1):
                    break
                end += 1
            elif self._name_word(end):
                end += 1
            elif end > i and word.rstrip(".") in SUFFIXES:
                end += 1
                if end < len(self.words) and self.words[end].text == "." and word in {"Jr", "Sr"}:
                    end += 1
                break
            else:
                break
        return end

    def _name_word(self, i: int) -> bool:
        if not 0 <= i < len(self.words):
            return False
        word = self.words[i].text
        if _ARABIC.fullmatch(word):
            return True
        if (
            not word[:1].isupper()
            or not any(c.isalpha() for c in word)
            or word in lexicon().not_names
            or "." in word[:-1]
        ):
            return False
        return self._actor_at(i) is None and not self._is_title(i)

    def _is_title(self, i: int) -> bool:
        start = self.words[i].start - self.offset
        return any(t.start <= start < t.end for t in roles().find_titles(self.text))

    def _by_title(self, start: int, end: int) -> Iterator[Mention]:
        before, begin = self._actor_before(start)
        after, follow = self._actor_after(end)
        title = self._text(start, end)
        modifier = self._modifier(start)
        actor = (before or after or _NONE).actors
        plural = title.lower().endswith("s") and not title.lower().endswith(("affairs", "ss"))
        if plural:
            listed = list(self._listed(follow, actor, title, begin))
            if listed:
                yield from listed
                return
        at = follow
        if at < len(self.words) and self.words[at].text in {",", "—", "–", "("}:
            at += 1
        at = self._skip_honorific(at)
        name_end = self._name_at(at)
        if name_end > at and (
            at == follow
            or begin < start
            or after
            or self._word(start - 1) in {"the", "its", "his", "her", "their", "a", "an"}
            or at == self._skip_honorific(follow)
        ):
            close = name_end
            where, far = self._of_actor(name_end)
            if not actor and where:
                actor, close = where.actors, far
            if self._word(close) == "," and at > follow:
                close += 1
                close -= 1
            yield from self._made(self._text(at, name_end), actor, title, modifier, begin, close, (at, name_end))
            return
        back = begin
        while back > 0 and self._word(back - 1) in {
            "the",
            "a",
            "an",
            "its",
            "his",
            "her",
            "their",
            "then",
            "senior",
            "veteran",
            "newly",
            "new",
            "former",
            "also",
        }:
            back -= 1
        if back > 1 and self.words[back - 1].text in {",", "(", "—"}:
            name_start = self._name_ending(back - 1)
            if name_start is not None:
                yield from self._made(
                    self._text(name_start, back - 1), actor, title, modifier, name_start, follow, (name_start, back - 1)
                )

    def _word(self, i: int) -> str:
        return self.words[i].text.lower() if 0 <= i < len(self.words) else ""

    def _skip_honorific(self, i: int) -> int:
        while (
            self._word(i)
            in {
                "mr",
                "mrs",
                "ms",
                "dr",
                "sir",
                "dame",
                "lord",
                "sheikh",
                "sheikha",
                "shaikh",
                "gen",
                "hon",
                "h",
                "e",
                "hrh",
                "prince",
                "princess",
                "datuk",
                "seri",
                "tan",
                "dato",
                "prof",
            }
            and self.words[i].capital
        ):
            i += 1
            while self._word(i) == ".":
                i += 1
        return i

    def _modifier(self, start: int) -> str:
        word = self._word(start - 1)
        if word in {"-", "‑"}:
            word = self._word(start - 2)
        return word

    def _actor_before(self, start: int) -> tuple[Mention | None, int]:
        """The actor just before a title ("Russia's", "the Norwegian", "U.S. acting") and where its phrase begins."""
        i = start - 1
        while i >= 0 and self._word(i) in {
            "'s",
            "’s",
            "'",
            "’",
            "acting",
            "interim",
            "former",
            "new",
            "newly",
            "appointed",
            "deputy",
            "outgoing",
            "caretaker",
            "then",
            "top",
            "senior",
            "chief",
            "-",
            "then-",
            "late",
            "special",
        }:
            i -= 1
        mention = self._actor_at(i)
        if mention is None:
            return None, start
        first = self._first_word(mention)
        return mention, first

    def _actor_after(self, end: int) -> tuple[Mention | None, int]:
        """The actor after a title ("of the Republic of Korea") and where what follows begins."""
        if self._word(end) not in {"of", "for", "from"}:
            return None, end
        i = end + 1
        while self._word(i) in {"the"}:
            i += 1
        mention = self._actor_at(i)
        if mention is None or self._first_word(mention) != i:
            return None, end
        return mention, self._after_mention(mention)

    def _of_actor(self, i: int) -> tuple[Mention | None, int]:
        """The actor after a name, for "N of Peru", "N for Chile"."""
        if self._word(i) not in {"of", "for", "from"}:
            return None, i
        j = i + 2 if self._word(i + 1) == "the" else i + 1
        mention = self._actor_at(j)
        return (mention, self._after_mention(mention)) if mention else (None, i)

    def _listed(self, at: int, actor: tuple[str, ...], title: str, begin: int) -> Iterator[Mention]:
        """One mention each, for "Presidents N of Peru and N of Chile", "ministers, N and N,"."""
        if self._word(at) in {",", "—", "–", "("}:
            at += 1
        while True:
            at = self._skip_honorific(at)
            end = self._name_at(at)
            if end == at:
                return
            where, far = self._of_actor(end)
            yield from self._made(
                self._text(at, end),
                where.actors if where else (),
                title,
                "",
                at,
                far if where else end,
                (at, end),
            )
            nxt = far if where else end
            if self._word(nxt) == "," and self._word(nxt + 1) == "and":
                nxt += 2
            elif self._word(nxt) in {",", "and", "&"}:
                nxt += 1
            else:
                return
            at = nxt

    def _name_ending(self, end: int) -> int | None:
        """Where a name that ends just before word `end` begins."""
        for length in (6, 5, 4, 3, 2, 1):
            start = end - length
            if start >= 0 and self._name_at(start) == end and not (start > 0 and self._name_word(start - 1)):
                return start
        return None

    def _made(
        self, name: str, actors: Sequence[str], title: str, modifier: str, start: int, end: int, core: tuple[int, int]
    ) -> Iterator[Mention]:
        """The mention of a person, with what the facts add where the text is silent."""
        facts = holders_named(name, self.cast.published)
        known = next((f for f in facts if not actors or f.country in actors), None)
        certain = bool(actors)
        if not actors and known:
            actors = (known.country,)
        if not actors:
            actors = tuple(self.context[:1])
        if not actors:
            return
        actor = actors[0]
        role = self._role(title, actor, modifier, known)
        if role is None:
            return
        leader = self.cast.add(Leader(name, actor, role, title, name_words(name), certain))
        yield Mention(
            self.words[start].start,
            self.words[end - 1].end,
            self._text(start, end),
            (leader.actor,),
            Form.LEADER,
            leader,
            True,
            (self.words[core[0]].start, self.words[core[1] - 1].end),
        )

    def _role(self, title: str, actor: str, modifier: str, known: OfficeHolder | None) -> str | None:
        if modifier in FORMER or re.match(r"(?:then|ex|former)\b", title, re.IGNORECASE):
            return "former"
        if title.lower() in COUNTERPARTS:
            if known:
                return known.role
            return self.cast.leaders[-1].role if self.cast.leaders else "official"
        role = roles().classify(title, actor)
        if known and role in {None, "official", "head_of_state"} and title.lower() in {"leader", "ruler", "strongman"}:
            return known.role
        return role

    def _by_facts(self, taken: Iterable[tuple[int, int]]) -> Iterator[Mention]:
        """Names of two or more words that the facts know at the article's date."""
        taken = list(taken)
        i = 0
        while i < len(self.words):
            end = self._name_at(i) if self._name_word(i) else i
            if end - i < 1 or any(a <= self.words[i].start < b for a, b in taken):
                i = max(end, i + 1)
                continue
            name = self._text(i, end)
            known = next(iter(holders_named(name, self.cast.published)), None) if end - i > 1 else None
            if known:
                leader = self.cast.add(Leader(name, known.country, known.role, known.title, name_words(name), False))
                yield Mention(self.words[i].start, self.words[end - 1].end, name, (leader.actor,), Form.LEADER, leader)
            i = end

    def later(self, taken: Iterable[tuple[int, int]]) -> list[Mention]:
        """Mentions by surname of people that the article introduces."""
        taken = list(taken)
        out: list[Mention] = []
        i = 0
        while i < len(self.words):
            word = self.words[i]
            leader = self.cast.by_word.get(fold(word.text).casefold()) if word.capital else None
            if leader is None or any(a <= word.start < b for a, b in taken) or self._actor_at(i) or self._is_title(i):
                i += 1
                continue
            end = i + 1
            while end < len(self.words) and self.cast.by_word.get(fold(self.words[end].text).casefold()) == leader:
                end += 1
            start = i
            if self._word(start - 1) in {"mr", "mrs", "ms", "dr", "president", "premier", "sheikh", "minister", "king"}:
                start -= 1
            out.append(
                Mention(
                    self.words[start].start,
                    self.words[end - 1].end,
                    self._text(start, end),
                    (leader.actor,),
                    Form.LEADER,
                    leader,
                    True,
                    (word.start, self.words[end - 1].end),
                )
            )
            i = end
        return out


_NONE = Mention(0, 0, "", (), Form.NAME)
