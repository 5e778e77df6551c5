"""Who a noun phrase stands for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from graph.vocabulary import countries
from ingest.reader.act.frame import frames
from ingest.reader.lexicon import lexicon
from ingest.reader.tree.discourse import Discourse
from ingest.reader.tree.noun import PERSON_ROLES
from ingest.reader.tree.parse import Parsed
from ingest.reader.tree.role import agent_by, objects_of_preposition, subject_of
from ingest.reader.tree.tree import Token
from ingest.reader.who.mention import Form, Leader

MODIFIERS = frozenset({"amod", "compound", "poss", "nmod", "npadvmod", "appos", "nummod"})
OWNING = frozenset({"of", "from", "between", "for", "representing", "including"})
THIRD = frozenset({"he", "she", "him", "her", "his", "himself", "herself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "both", "themselves", "each", "either", "neither"})
FIRST = frozenset({"we", "us", "our", "i", "my", "me", "ours"})
WE = frozenset({"we", "us", "our", "ours"})
PEOPLE = frozenset({"leader", "president", "minister", "premier", "chancellor", "man", "head"})
NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "trio": 3, "five": 5}


@dataclass(frozen=True, slots=True)
class Found:
    """Actors that a phrase stands for; `direct` when the phrase names them itself."""

    actors: tuple[str, ...] = ()
    direct: bool = True

    def __bool__(self) -> bool:
        return bool(self.actors)


NOBODY = Found()


@dataclass(slots=True)
class Resolver:
    """Resolves phrases of one sentence in the discourse so far."""

    parsed: Parsed
    discourse: Discourse

    def actors_of(self, token: Token, acting: bool = False, seen: frozenset[int] = frozenset()) -> Found:
        """The actors that the phrase headed by `token` stands for, its coordinates included.

        `acting` leaves out phrases that a country's name only describes ("Japanese firms").
        """
        if token.i in seen:
            return NOBODY
        seen |= {token.i}
        found = [self._own(token, acting, seen)]
        found += [self.actors_of(c, acting, seen) for c in token.children if c.dep_ == "conj" and c.pos_ != "VERB"]
        return merged(found)

    def _own(self, token: Token, acting: bool, seen: frozenset[int]) -> Found:
        mention = self.parsed.mention(token)
        if mention is not None:
            extra = [
                self.actors_of(c, acting, seen) for c in token.children if c.dep_ == "appos" and self.parsed.mention(c)
            ]
            if mention.form is Form.ADJECTIVE and token.dep_ in MODIFIERS:
                return Found(mention.actors)
            return merged([Found(mention.actors), *extra])
        if token.lower_ in NUMBERS and token.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj", "dative"}:
            return self._counted(token)
        if token.pos_ in {"PRON", "DET"} or token.lower_ in PLURAL | THIRD | FIRST:
            return self._pronoun(token)
        if token.pos_ in {"VERB", "AUX"}:
            return NOBODY
        return self._noun(token, acting, seen)

    def _noun(self, token: Token, acting: bool, seen: frozenset[int]) -> Found:
        lemma = lemma_of(token)
        classes = lexicon()
        words = list(self._modifiers(token))
        if any(self.parsed.mention(c) for c in words):
            words = [c for c in words if c.pos_ != "PRON"]  # "his Malian counterpart" is not his own
        modifiers = merged([self.actors_of(c, False, seen) for c in words])
        if acting and lemma in classes.private and not _of_the_state(token):
            return NOBODY
        if modifiers and (modifiers.direct or lemma not in classes.group):
            return modifiers
        if lemma in classes.country_words and (region := _region(token)):
            return Found(region)
        if lemma in classes.group and (group := self._group(token, lemma)):
            return Found(group, False)
        if modifiers:
            return modifiers
        if lemma in classes.document and (acting or any(c.lower_ in {"the", "this", "that"} for c in token.children)):
            return Found(self.discourse.near(), False)
        return self._definite(token, lemma)

    def _modifiers(self, token: Token) -> Iterator[Token]:
        """Words that may say whose the phrase is: modifiers, and objects of "of", "from", "between"."""
        doers = [by for c in token.children if _told_by(c) if (by := agent_by(c)) is not None and self.actors_of(by)]
        if doers:
            yield from doers
            return
        own = [c for c in token.children if c.dep_ in MODIFIERS]
        yield from own
        yield from (boss for c in token.children if (boss := _employer(c)) is not None)
        yield from (o for c in token.children if _told_from(c) for o in objects_of_preposition(c, "from"))
        named = any(self.parsed.mention(c) for c in own)
        places = not named and token.lemma_.lower() in lexicon().organs | lexicon().crowds | lexicon().civilians
        for child in token.children:
            if named and child.lower_ in OWNING:
                continue
            if child.dep_ == "amod" and child.lower_ == "led":
                yield from (c for c in child.children if c.dep_ == "npadvmod")
            if child.dep_ == "prep" and (child.lower_ in OWNING or (places and child.lower_ in {"in", "at"})):
                yield from (c for c in child.children if c.dep_ == "pobj" and not self._house(c, child))

    def _house(self, token: Token, preposition: Token) -> bool:
        """Whether it is only the house where they are ("the ministers at the White House")."""
        mention = self.parsed.mention(token)
        return preposition.lower_ in {"in", "at"} and mention is not None and mention.form is Form.METONYM

    def _group(self, token: Token, lemma: str) -> tuple[str, ...]:
        """The actors in focus, for "the two countries", "both sides", "the leaders", "the trio"."""
        words = {c.lower_ for c in token.children}
        size = next((NUMBERS[w] for w in (*words, lemma) if w in NUMBERS), None)
        plural = token.tag_ in {"NNS", "NNPS"} or token.lower_ == lemma + "s" or lemma in {"trio", "pair"}
        if (
            size is None
            and not (plural and words & {"the", "these", "those", "their", "all"})
            and not words & {"each", "either", "neither", "other"}
        ):
            return ()
        if people := self._people(token, lemma, size):
            return people
        here = self.before(token)
        if token.dep_ == "dobj" or (token.dep_ == "pobj" and token.head.lower_ in {"with", "to"}):
            here = tuple(a for a in here if a != self.subject_before(token))
        if size is not None and len(here) == size:
            return here
        if size == 2 and (sides := self._of_antecedent(token)):
            return sides
        alone = len(here) == 1 and size == 2 and not self.discourse.dominant
        if alone and (group := self.discourse.pair(here[0])):
            return group
        states = lemma in {"country", "nation", "state"}
        return self.discourse.group(size, states) or (here if len(here) == 2 else ())

    def _of_antecedent(self, token: Token) -> tuple[str, ...]:
        """The two whose noun a clause describes ("the Fiji–Samoa treaty, which governs trade between the two")."""
        clause = next((a for a in token.ancestors if a.dep_ == "relcl"), None)
        described = clause is not None and clause.head.lemma_.lower() in lexicon().document
        found = self.actors_of(clause.head, seen=frozenset({token.i})) if described and clause is not None else NOBODY
        return found.actors if len(found.actors) == 2 else ()

    def _counted(self, token: Token) -> Found:
        """The actors in focus, for "the two", "all three"."""
        size = NUMBERS[token.lower_]
        here = self.before(token)
        return Found(here if len(here) == size else self.discourse.group(size), False)

    def _people(self, token: Token, lemma: str, size: int | None) -> tuple[str, ...]:
        """The actors whose people were named last, for "the two ministers", "both leaders"; empty for other nouns."""
        if lemma not in PEOPLE or self.discourse.dominant or (size is None and self.discourse.groups):
            return ()
        roles = PERSON_ROLES.get(lemma, frozenset())
        subject = {self.subject_before(token)} if token.dep_ in {"dobj", "pobj"} else set()
        known = [p for p in self.discourse.leaders[:8] if p.actor not in subject]
        actors = dict.fromkeys(p.actor for p in known if not roles or p.role in roles)
        return tuple(sorted(list(actors)[: size or 2])) if len(actors) >= (size or 2) else ()

    def _definite(self, token: Token, lemma: str) -> Found:
        """The person or country in focus, for "the premier", "the ministry", "the kingdom"."""
        words = {c.lower_ for c in token.children if c.dep_ in {"det", "poss", "amod"}}
        if "counterpart" in lemma or lemma in {
            "host",
            "colleague",
            "guest",
            "opposite",
            "neighbour",
            "neighbor",
            "visitor",
        }:
            anchor = self.subject_before(token) or self.discourse.it()
            other = self.discourse.partner(anchor, self.before(token)) if anchor else None
            return Found((other,), False) if other else NOBODY
        if not words & {"the", "its", "his", "her", "their", "this", "that", "our"}:
            return NOBODY
        if lemma in lexicon().country_words and (actor := self._epithet(token)):
            return Found((actor,), False)
        if lemma in lexicon().body_words and (body := self.discourse.body()):
            return Found((body,), False)
        if lemma in PERSON_ROLES and token.tag_ not in {"NNS", "NNPS"}:
            person = self.discourse.person(PERSON_ROLES[lemma])
            if person:
                return Found((person.actor,), False)
        if lemma in lexicon().deeds and words & {"the", "this", "that"}:
            frame = frames().by_noun.get(lemma)
            return Found(self.discourse.doers(frame.id if frame else None), False)
        if lemma in lexicon().organs or lemma in lexicon().country_words or lemma in PERSON_ROLES:
            actor = self._whose_plan(token) or self.subject_before(token) or self.discourse.it()
            if actor and actor.startswith("ORG:") and lemma in _LANDS:
                actor = next((a for a in reversed(self.before(token)) if not a.startswith("ORG:")), None)
            if actor and lemma in _FOREIGN and token.dep_ == "dobj" and subject_of(token.head)[0] is not None:
                actor = self.discourse.partner(actor)
            return Found((actor,), False) if actor else NOBODY
        return NOBODY

    def _whose_plan(self, token: Token) -> str | None:
        """Of whom somebody speaks whose words come first ("Fiji will act if Samoa does, the minister said")."""
        said = next((c for c in token.head.children if c.dep_ == "ccomp" and c.i < token.i), None)
        if token.dep_ != "nsubj" or said is None:
            return None
        subject, _ = subject_of(said)
        mention = self.parsed.mention(subject) if subject is not None and subject.i < token.i else None
        return mention.actors[0] if mention else None

    def _epithet(self, token: Token) -> str | None:
        """The country in focus that "the kingdom", "the Pacific nation" describe; None where none bears the epithet."""
        described = [c.text for c in token.children if c.dep_ in {"amod", "compound"} and not self.parsed.mention(c)]
        phrase = " ".join([*described, token.lemma_.lower()])
        known = countries().by_id
        focus = (*reversed(self.before(token)), *self.discourse.recent)
        return next((a for a in focus if a in known and phrase in known[a].epithets), None)

    def _pronoun(self, token: Token) -> Found:
        word = token.lower_
        if word in {"who", "whom", "which", "that", "whose"}:
            return self._relative(token)
        if word in PLURAL:
            if group := self._bound(token):
                return Found(group, False)
            here = self.before(token)
            group = here if len(here) == 2 else self._row_before(token) or self._plural(token) or here
            return Found(group, False) if group else NOBODY
        if word in THIRD:
            person = self.person(token)
            return Found((person.actor,), False) if person else NOBODY
        if word in FIRST:
            if word in WE and not self._quoted(token) and (signatories := self._signatories(token)):
                return signatories
            person = self.discourse.person()
            actor = self._speaker(token) or (person.actor if person else None) or self.discourse.it()
            return Found((actor,), False) if actor else NOBODY
        if word in {"it", "its", "itself"}:
            if first := self._first_subject(token):
                return Found((first,), False)
            actor = self.subject_before(token) or self.discourse.it()
            return Found((actor,), False) if actor else NOBODY
        return NOBODY

    def _first_subject(self, token: Token) -> str | None:
        """Whom "it" takes up as the subject of a second verb ("Fiji said that Samoa lied, and it demanded")."""
        if token.dep_ != "nsubj" or token.head.dep_ != "conj" or token.head.head.pos_ != "VERB":
            return None
        subject = next((c for c in token.head.head.children if c.dep_ == "nsubj" and c.i < token.i), None)
        found = self.actors_of(subject, seen=frozenset({token.i})) if subject is not None else NOBODY
        return found.actors[0] if len(found.actors) == 1 and found.direct else None

    def _bound(self, token: Token) -> tuple[str, ...]:
        """Whom the clauses about it settle: "them" is never the subject of its own clause, nor "they" of a clause of
        time other than the main clause's, where that names several.
        """
        verb = next((a for a in token.ancestors if a.pos_ in {"VERB", "AUX"}), None)
        if verb is None or token.lower_ not in {"they", "them"}:
            return ()
        if token.lower_ == "they" and verb.dep_ == "advcl" and token.head == verb and verb.i > verb.head.i:
            subject = subject_of(verb.head)[0]
            several = subject is not None and subject.pos_ != "PRON" and subject.i < token.i
            found = self.actors_of(subject) if several and subject is not None else NOBODY
            return found.actors if len(found.actors) > 1 else ()
        subject = subject_of(verb)[0]
        if token.lower_ == "they" or subject is None or subject.i > token.i:
            return ()
        own = self.actors_of(subject, seen=frozenset({token.i})).actors
        if not own or set(own) != set(self.before(token)[-len(own) :]):
            return ()
        rest = tuple(a for a in self.before(token) if a not in own)
        return rest if len(rest) == 2 else self.discourse.near(2, without=own) if len(own) > 1 else ()

    def _plural(self, token: Token) -> tuple[str, ...]:
        """The group that "they", "their" mean: as subject or owner of one, what the paragraph told last."""
        if token.dep_ in {"nsubj", "nsubjpass", "poss"} or token.lower_ == "both":
            return self.discourse.near()
        return self.discourse.group()

    def _row_before(self, token: Token) -> tuple[str, ...]:
        """The actors of the last people in a row before `token` in the sentence ("X and Y left; they")."""
        for other in reversed(token.doc[: token.i]):
            mention = self.parsed.mention(other)
            if other.dep_ == "conj" and mention is not None and mention.leader is not None:
                return self.actors_of(other.head).actors if self.parsed.mention(other.head) else ()
        return ()

    def _signatories(self, token: Token) -> Found:
        """The heads that speak as "we" in a declaration of theirs: those it names beside the word, else the group."""
        beside = merged(self.actors_of(c) for c in token.children if c.dep_ in {"appos", "conj", "npadvmod"})
        if len(beside.actors) > 1:
            self.discourse.signatories = beside.actors
            return beside
        return Found(self.discourse.signatories or self.discourse.group(), False)

    def _quoted(self, token: Token) -> bool:
        """Whether the word stands in quotation marks opened in its sentence, or in a sentence all of speech."""
        text = self.parsed.sentence.text
        before = text[: self.parsed.spans[token.i][0] - self.parsed.sentence.start]
        return any(mark in before for mark in '"“”«') or text.rstrip().endswith(('"', "”"))

    def _relative(self, token: Token) -> Found:
        for ancestor in token.ancestors:
            if ancestor.dep_ == "relcl":
                return self.actors_of(ancestor.head, seen=frozenset({token.i}))
        return NOBODY

    def _speaker(self, token: Token) -> str | None:
        """The actor whose words these are: the subject of a verb of saying in the sentence."""
        for other in token.doc:
            if other.lemma_ in {"say", "tell", "add", "write", "declare"}:
                for child in other.children:
                    if child.dep_ == "nsubj" and (m := self.parsed.mention(child)):
                        return m.actors[0]
        return None

    def before(self, token: Token) -> tuple[str, ...]:
        """The actors that mentions in this sentence name before `token`, in order."""
        return tuple(
            dict.fromkeys(a for i, m in sorted(self.parsed.mention_at.items()) if i < token.i for a in m.actors)
        )

    def subject_before(self, token: Token) -> str | None:
        """The last actor before `token` that is the subject of a verb in this sentence."""
        for other in reversed(token.doc[: token.i]):
            if (
                other.dep_ in {"nsubj", "nsubjpass"}
                and (m := self.parsed.mention(other))
                and m.form is not Form.ADJECTIVE
            ):
                return m.actors[0]
            if (
                other.dep_ in {"poss", "amod", "compound"}
                and other.head.dep_ in {"nsubj", "nsubjpass"}
                and (m := self.parsed.mention(other))
            ):
                return m.actors[0]
        return None

    def person(self, token: Token) -> Leader | None:
        """Whom "he" or "her" means: as subject a subject before it, as object nobody of the subject's side."""
        before = [i for i in sorted(self.parsed.mention_at, reverse=True) if i < token.i]
        people = [(self.parsed.doc[i], m.leader) for i in before if (m := self.parsed.mention_at[i]).leader]
        if token.dep_ in {"nsubj", "nsubjpass", "poss"}:
            people.sort(key=lambda p: p[0].dep_ not in {"nsubj", "nsubjpass", "ROOT"})
            own: tuple[str, ...] = ()
        else:
            verb = next((a for a in token.ancestors if a.pos_ in {"VERB", "AUX"}), None)
            subject = subject_of(verb)[0] if verb is not None else None
            own = self.actors_of(subject).actors if subject is not None and subject.i < token.i else ()
        candidates = [leader for _, leader in people if leader] + self.discourse.leaders
        return next((leader for leader in candidates if leader.actor not in own), None)


def _of_the_state(noun: Token) -> bool:
    """Whether a firm is the state's: "the national oil company", "a state-owned bank"."""
    return any(c.dep_ in {"amod", "compound"} and c.lower_ in lexicon().public for c in noun.children)


def _told_by(clause: Token) -> bool:
    """Whether a clause on a noun tells whose it is ("drafted by Fiji")."""
    return clause.dep_ == "acl" and clause.tag_ == "VBN" and clause.lemma_.lower() in lexicon().owning


def _told_from(clause: Token) -> bool:
    """Whether a clause on a noun tells out of which country it was shot ("rockets fired from Fiji")."""
    return clause.dep_ == "acl" and clause.tag_ == "VBN" and clause.lemma_.lower() in {"fire", "launch", "shoot", "lob"}


_LANDS = frozenset({"country", "nation", "kingdom", "republic", "island", "emirate", "sultanate", "junta", "regime"})
"""What no body is."""
_FOREIGN = frozenset({"junta", "regime"})
"""Who governs elsewhere, where somebody does something to them ("asked the junta")."""


def _employer(clause: Token) -> Token | None:
    """For whom people work ("hackers working for Fiji")."""
    if clause.dep_ != "acl" or clause.lemma_.lower() not in {"work", "act", "serve", "fight"}:
        return None
    return next(objects_of_preposition(clause, "for"), None)


_FEW = 6


def _region(noun: Token) -> tuple[str, ...]:
    """The few countries of a region that a plural means ("the Baltic states")."""
    if noun.tag_ not in {"NNS", "NNPS"}:
        return ()
    described = (c.text for c in noun.children if c.dep_ in {"amod", "compound"} and c.text[:1].isupper())
    found = _bearers().get(f"{next(described, '')} {lemma_of(noun)}", ())
    return found if 1 < len(found) <= _FEW else ()


@cache
def _bearers() -> dict[str, tuple[str, ...]]:
    """The countries that bear each epithet."""
    out: dict[str, tuple[str, ...]] = {}
    for country in countries():
        for epithet in country.epithets:
            out[epithet] = (*out.get(epithet, ()), country.id)
    return out


def lemma_of(token: Token) -> str:
    """The word's lemma in lower case, a capitalised plural ("Heads") in the singular too."""
    lemma = token.lemma_.lower()
    if token.pos_ == "PROPN" and lemma.endswith("s") and not lemma.endswith("ss"):
        return lemma[:-3] + "y" if lemma.endswith("ies") else lemma[:-1]
    return lemma


def merged(found: Iterable[Found]) -> Found:
    """All actors in order; direct if any that gave actors is."""
    found = [f for f in found if f.actors]
    return Found(tuple(dict.fromkeys(a for f in found for a in f.actors)), any(f.direct for f in found))
