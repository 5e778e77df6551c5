"""Standing relations: what one side is to the other, has with it, or does in it, told without an act between them.

"China is Chile's largest trading partner", "Kuwait is home to 40,000 Nepali workers", "Russia keeps a base in Armenia".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from graph.claim import CooperationStatus, Pair
from graph.vocabulary import sectors
from ingest.reader.cooperation.bond import Bond, is_over, status_of
from ingest.reader.cooperation.matter import FOOD
from ingest.reader.cooperation.pairing import pair_of
from ingest.reader.lexicon import lexicon
from ingest.reader.tree.modality import modality_of
from ingest.reader.tree.role import objects_of_preposition, subject_of
from ingest.reader.tree.syntax import NOBODY, Found, Resolver
from ingest.reader.tree.tree import Token

ROLES = {
    "partner": "",
    "supplier": "trade",
    "buyer": "trade",
    "customer": "trade",
    "market": "trade",
    "importer": "trade",
    "exporter": "trade",
    "source": "",
    "provider": "",
    "investor": "investment",
    "donor": "development",
    "creditor": "finance",
    "lender": "finance",
}
"""What one side is to another, and the sector where no word beside it tells one."""
PEOPLE = {
    "worker": "migration",
    "labourer": "migration",
    "laborer": "migration",
    "migrant": "migration",
    "refugee": "migration",
    "maid": "migration",
    "student": "education",
    "doctor": "health",
    "nurse": "health",
    "medic": "health",
    "surgeon": "health",
    "instructor": "defence",
    "peacekeeper": "security",
    "troop": "defence",
    "soldier": "defence",
    "airman": "defence",
    "base": "defence",
    "basis": "defence",
}
"""Who or what of one side is in the other, and the sector that tells of."""

HANDS = frozenset(
    {"worker", "labourer", "laborer", "migrant", "maid", "helper", "caregiver", "carer", "seafarer", "labour"}
)
"""Who goes abroad for work."""
SERVING = frozenset(
    {"mission", "training", "trainer", "instructor", "adviser", "advisor", "peacekeeper", "peacekeeping", "contingent"}
)
"""Words by which soldiers abroad are there to help."""


def standing_bonds(resolver: Resolver, hits: Sequence[tuple[int, str]]) -> Iterator[Bond]:
    """The bonds of a sentence's standing relations."""
    for noun in resolver.parsed.doc:
        lemma = noun.lemma_.lower()
        if lemma in ROLES:
            yield from _role(resolver, noun, ROLES[lemma], hits)
        elif noun.lower_ == "home":
            yield from _home(resolver, noun)
        elif noun.pos_ in {"VERB", "AUX"} and lemma in lexicon().upholding:
            yield from _presence(resolver, noun)
        elif noun.pos_ == "VERB" and lemma in lexicon().admitting:
            yield from _admission(resolver, noun)
        elif noun.pos_ == "VERB" and _brings_home(noun):
            yield from _departure(resolver, noun)


def _role(resolver: Resolver, noun: Token, default: str, hits: Sequence[tuple[int, str]]) -> Iterator[Bond]:
    """What somebody is to another: "Y's main creditor, X", "X, the biggest market for tea of Y"."""
    owners = _owners(resolver, noun)
    bearer, verb = _bearer(resolver, noun)
    if bearer and not owners.direct and set(owners.actors) == set(bearer.actors):  # "the country's main partner"
        other = resolver.discourse.partner(bearer.actors[0], resolver.before(noun))
        owners = Found((other,) if other else ())
    pairs = _pairs(bearer, owners)
    beside = {t.i for t in noun.subtree} - {
        t.i for c in noun.children if c.dep_ in {"appos", "relcl"} for t in c.subtree
    }
    found = ["trade" if sectors().top(s) in FOOD else s for i, s in hits if i in beside]
    goods = [s for s in found if sectors().top(s) not in {"trade", "investment"}] or found
    for sector in goods or [default]:
        status = "active" if verb is None else _status(verb)
        if sector and pairs and status:
            yield Bond(pairs, sector, status, noun, "standing.role", True)


def _owners(resolver: Resolver, noun: Token) -> Found:
    for child in noun.children:
        if child.dep_ in {"poss", "amod", "compound"} and (found := resolver.actors_of(child)):
            return found
    for place in ("of", "in", "to", "for"):
        for inner in objects_of_preposition(noun, place):
            if found := resolver.actors_of(inner):
                return found
    return NOBODY


def _bearer(resolver: Resolver, noun: Token) -> tuple[Found, Token | None]:
    """Who is what a noun says, and the verb that says so."""
    head = noun.head
    if noun.dep_ in {"attr", "oprd"} or (noun.dep_ in {"dobj", "ccomp"} and head.lemma_.lower() in {"make", "become"}):
        if head.lemma_.lower() == "make":  # "making Fiji the largest investor"
            own = [c for c in noun.children if c.dep_ == "nsubj"]
            made = own or [c for c in head.children if c.dep_ == "dobj" and c != noun]
            return (resolver.actors_of(made[0]) if made else NOBODY), head
        subject = subject_of(head)[0]
        return (resolver.actors_of(subject) if subject is not None else NOBODY), head
    if noun.dep_ == "appos":
        return resolver.actors_of(head), None
    named = next((c for c in noun.children if c.dep_ == "appos" and resolver.parsed.mention(c)), None)
    return (resolver.actors_of(named) if named is not None else NOBODY), None


def _home(resolver: Resolver, home: Token) -> Iterator[Bond]:
    """Whose people and bases a country is home to."""
    verb = home.head
    if verb.lemma_.lower() != "be" or (subject := subject_of(verb)[0]) is None:
        return
    for preposition in (c for c in (*home.children, *verb.children) if c.lower_ == "to" and c.i > home.i):
        yield from _held(resolver, resolver.actors_of(subject), list(preposition.subtree), verb)


def _presence(resolver: Resolver, verb: Token) -> Iterator[Bond]:
    """What one has in another: "X keeps a base in Y", "Y hosts troops of X", "thousands of Y's maids work in X"."""
    holder = _subject_words(verb)
    if holder:
        rest = _objects(verb)
        yield from _held(resolver, _holder(resolver, verb), rest, verb, [*holder, *rest])


def _holder(resolver: Resolver, verb: Token) -> Found:
    """Whom the verb's subject names, or "it" and "they" mean."""
    words = _subject_words(verb)
    if len(words) == 1 and words[0].pos_ == "PRON":
        return resolver.actors_of(words[0])
    return _anyone(resolver, words)


def _subject_words(verb: Token) -> list[Token]:
    """The words of the verb's subject; of "which" and "who" those of the noun that they stand for."""
    subject, _ = subject_of(verb)
    if subject is None:
        return []
    if subject.lower_ in {"which", "who", "that"} and verb.dep_ == "relcl":
        return [verb.head, *(t for c in verb.head.children if c.i < verb.head.i for t in c.subtree)]
    return list(subject.subtree)


def _objects(verb: Token) -> list[Token]:
    return [t for c in verb.children if c.dep_ in {"dobj", "prep", "attr"} and c.i > verb.i for t in c.subtree]


def _admission(resolver: Resolver, verb: Token) -> Iterator[Bond]:
    """Whose workers a country lets in or takes on ("agreed to take in 10,000 Kenyan workers")."""
    hands = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"} and c.lemma_.lower() in HANDS]
    holder, status = _holder(resolver, verb), _status(verb)
    for noun in hands if status else ():
        if pairs := _pairs(holder, _anyone(resolver, list(noun.subtree))):
            yield Bond(pairs, "migration", status or "active", verb, "standing.admission", True)


def _brings_home(verb: Token) -> bool:
    """Whether the verb tells that people who served abroad come home."""
    if verb.lemma_.lower() == "bring":
        return any(c.lower_ in {"home", "back"} for c in verb.children)
    return verb.lemma_.lower() in {"withdraw", "pull", "recall", "repatriate"}


def _departure(resolver: Resolver, verb: Token) -> Iterator[Bond]:
    """What ends when those who helped or trained there are brought home; soldiers who only invaded ended nothing."""
    people = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"} and c.lemma_.lower() in PEOPLE]
    rest = [*_objects(verb), *(t for c in people for t in c.subtree)]
    serving = any(t.lemma_.lower() in SERVING for t in rest)
    pairs = _pairs(_holder(resolver, verb), _anyone(resolver, rest))
    if people and serving and pairs and modality_of(verb) in {"actual", "pledged"}:
        yield Bond(pairs, PEOPLE[people[0].lemma_.lower()], "ended", verb, "standing.departure", True)


def _held(
    resolver: Resolver, holder: Found, rest: list[Token], verb: Token, within: list[Token] | None = None
) -> Iterator[Bond]:
    people = [PEOPLE[lemma] for t in within or rest if (lemma := t.lemma_.lower()) in PEOPLE]
    others = _anyone(resolver, rest)
    pairs = _pairs(holder, others)
    status = _status(verb)
    for sector in dict.fromkeys(people):
        if pairs and status:
            yield Bond(pairs, sector, status, verb, "standing.presence", True)


def _status(verb: Token) -> CooperationStatus | None:
    over = is_over(verb) or any(c.lower_ == "longer" for t in verb.children for c in (t, *t.children))
    return "ended" if over else status_of("active", modality_of(verb))


def _anyone(resolver: Resolver, tokens: list[Token]) -> Found:
    """All actors that words name or stand for."""
    actors: list[str] = []
    for token in tokens:
        if resolver.parsed.mention(token) or token.lemma_.lower() in lexicon().group:
            actors += resolver.actors_of(token).actors
    return Found(tuple(dict.fromkeys(actors)))


def _pairs(one: Found, other: Found) -> tuple[Pair, ...]:
    return tuple(dict.fromkeys(pair_of(a, b) for a, b in product(one.actors, other.actors) if a != b))
