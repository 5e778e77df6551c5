"""Agreements: documents and arrangements between actors that a sentence names or describes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from graph.claim import AgreementStatus
from ingest.reader.agreement.alias import alias
from ingest.reader.agreement.lead import Lead, inherited, item
from ingest.reader.agreement.matter import around, matter_of
from ingest.reader.agreement.member import member_matters
from ingest.reader.agreement.name import Label, label, parts
from ingest.reader.agreement.noun import Term, find_terms
from ingest.reader.agreement.party import Parties, parties_of
from ingest.reader.agreement.status import Standing, standing, standing_of_pronoun
from ingest.reader.agreement.words import agreement_words, governors
from ingest.reader.tree.parse import Parsed
from ingest.reader.tree.syntax import Resolver
from ingest.reader.tree.tree import Token

_TOWARDS = frozenset({"to", "towards", "toward", "near"})
"""Prepositions whose bare object is an agreement ("close to agreement", not "by agreement", "on credit")."""
PRONOUN = ""
"""The kind of what "it" only points back to."""
MEMBER = "one"
"""The kind of one of several that were told of just before."""


@dataclass(frozen=True, slots=True)
class AgreementFound:
    """An agreement in a sentence.

    `generic`: the words only point back ("the deal"). `definite`: they take it as known. `proper`: it is a name.
    `own`: how many words say which it is. `told`: the words tell its status. `direct`: they name its parties.
    `latent`: only a verb tells of it so far. `head` is its noun's token, `scope` the tokens of its name.
    `matter`: the tokens of the clauses on the name, which say what it holds, `around` those of what is done by it;
    `sectors`: what all these are about, once that is looked up. `pending`: the words say that it does not apply yet.
    `count`: how many documents of one name they mean, `noun` their noun in the singular; `listed`: a list names it,
    not the sentence that leads to it.
    """

    name: str
    kind: str
    parties: tuple[str, ...]
    status: AgreementStatus
    told: bool
    head: int
    scope: frozenset[int]
    generic: bool
    direct: bool
    definite: bool = False
    proper: bool = False
    own: int = 0
    title: bool = False
    latent: bool = False
    matter: frozenset[int] = frozenset()
    around: frozenset[int] = frozenset()
    sectors: tuple[str, ...] = ()
    pending: bool = False
    count: int = 0
    noun: str = ""
    listed: bool = False


@dataclass(frozen=True, slots=True)
class _Case:
    """Whose an agreement is and where it stands; `listed` where the sentence before leads to it."""

    parties: Parties
    stands: Standing
    listed: bool = False


def find_agreements(resolver: Resolver, year: int | None = None, lead: Lead | None = None) -> Iterator[AgreementFound]:
    """The agreements of a sentence in order; without parties for those whom nobody in the sentence is party to.

    `year` is that of the article; `lead`: what the sentence before says of those that this one lists.
    """
    terms = find_terms(resolver.parsed, lead is not None and lead.open and item(resolver.parsed))
    heads = frozenset(term.head.i for term in terms)
    found: list[AgreementFound] = []
    taken = -1
    case: _Case | None = None
    for term in terms:
        if term.head.i <= taken or not _is_document(term):
            continue
        name = label(resolver.parsed, term, heads)
        if case is None or not (case.stands.told and _listed(resolver.parsed, taken, name, term)):
            case = _case(resolver, term, name, year, lead)
        named = alias(resolver.parsed, term, name, taken)
        taken = name.right
        generic = _generic(term, name) or _predicate(term.head, heads) or _bare(term, name, case)
        named_here = bool(resolver.parsed.mention_at)
        if not generic and _void(term, name, case.parties, case.stands, named_here):
            continue
        labels = [named] if named is not None else parts(resolver.parsed, term, name, heads)
        for part, actors in product(labels, case.parties.sets):
            taken = max(taken, part.right)
            _add(found, _found(resolver.parsed, term, part, actors, case, generic and named is None), resolver.parsed)
    yield from found
    yield from _pronouns(resolver.parsed)
    if not found:
        yield from _members(resolver.parsed)


def _listed(parsed: Parsed, last: int, name: Label, term: Term) -> bool:
    """Whether only a comma, "and" and an article lie between the agreement that ends at `last` and this one."""
    between = parsed.doc[last + 1 : name.left]
    article = all(t.pos_ == "DET" or t.lower_ in {",", ";", "and", "also", "as", "well"} for t in between)
    return last >= 0 and len(between) > 1 and article and not term.pointing | term.proper


def leads(found: Sequence[AgreementFound]) -> list[Lead]:
    """What a sentence says of its documents, for those that the next ones list."""
    return [Lead(a.parties, a.status) for a in found if a.told and a.parties and not a.latent]


def _case(resolver: Resolver, term: Term, name: Label, year: int | None, lead: Lead | None) -> _Case:
    """Whose the agreement is and where it stands, by its lead where its own words tell neither."""
    parties, stands = parties_of(resolver, term, name), standing(term, name, year)
    heir = inherited(resolver.parsed, term.head, lead)
    alone = lead is not None and not (parties.private or resolver.parsed.mention_at)
    before = heir or (lead if alone else None)
    if before is not None and before.parties and not parties.direct:
        parties = Parties((before.parties,))
    if heir is not None and not stands.told:
        stands = Standing(heir.status, True)
    return _Case(parties, stands, heir is not None)


def _found(
    parsed: Parsed,
    term: Term,
    name: Label,
    actors: tuple[str, ...],
    case: _Case,
    generic: bool,
) -> AgreementFound:
    stands = case.stands
    applied = name.proper and not stands.told and any(t.lower_ == "under" for t in parsed.doc[: name.left][-2:])
    return AgreementFound(
        name.text,
        term.kind,
        actors,
        "in_force" if applied else stands.status,
        stands.told and not (generic and term.head.dep_ == "attr"),
        term.head.i,
        frozenset(range(name.left, name.right + 1)),
        generic,
        case.parties.direct,
        term.pointing or term.proper or name.proper,
        term.proper or name.proper,
        name.own if parsed.sentence.field == "text" else _said(parsed, term, name),
        parsed.sentence.field == "title",
        pending=stands.pending,
        count=term.count,
        noun=term.head.lemma_.lower(),
        listed=case.listed,
        matter=matter_of(term),
        around=around(term),
    )


def _said(parsed: Parsed, term: Term, name: Label) -> int:
    """How many words of a headline's agreement say more than whose it is ("deals with China" says no more)."""
    behind = range(term.last + 1, name.right + 1)
    helpers = agreement_words().helpers
    idle = sum(1 for i in behind if i in parsed.mention_at or parsed.doc[i].lemma_.lower() in helpers)
    return max(0, name.own - idle)


def _add(found: list[AgreementFound], new: AgreementFound, parsed: Parsed) -> None:
    """Adds an agreement; one that stands in apposition to the last ("a pact, the X Charter") becomes one with it."""
    if not found or not _apposed(parsed, found[-1], new):
        found.append(new)
        return
    old = found[-1]
    named = new if new.proper and not old.proper else old
    sided = max(old, new, key=lambda item: (item.direct, len(item.parties)))
    told = new if new.told and not old.told else old
    found[-1] = replace(
        named,
        parties=sided.parties,
        direct=sided.direct,
        status=told.status,
        told=told.told,
        scope=old.scope | new.scope,
        own=max(old.own, new.own),
        generic=False,
    )


def _apposed(parsed: Parsed, old: AgreementFound, new: AgreementFound) -> bool:
    """Whether `new` only names `old` again, after a comma."""
    head, gap = parsed.doc[new.head], min(new.scope) - max(old.scope) - 1
    beside = 0 < gap <= 2 and parsed.doc[max(old.scope) + 1].text in {",", "—", "–", "("}
    apart = new.head == old.head or new.proper == old.proper or head.dep_ == "conj"
    return not apart and (beside or (head.dep_ == "appos" and head.head.i in old.scope))


def _is_document(term: Term) -> bool:
    """Not a modifier of another noun ("treaty obligations"), nor one that is not there ("no deal", "any accord")."""
    head, words = term.head, agreement_words()
    if any(c.dep_ in {"det", "neg"} and c.lower_ in words.void for c in head.children):
        return False
    if any(_anybody(n) for c in head.children if c.lower_ in words.sides for n in c.children):
        return False
    if head.dep_ in {"compound", "nmod", "amod", "npadvmod"} and head.head.i > term.last and not term.proper:
        return head.head.lemma_.lower() in words.talks | words.papers | {"draft"}
    if head.dep_ == "pobj" and head.head.lower_ == "without" and not term.pointing:
        return False
    bare = not any(True for _ in head.children)
    return not (bare and head.dep_ == "pobj" and head.head.lower_ not in _TOWARDS and head.text[:1].islower())


def _anybody(side: Token) -> bool:
    """Whether the other side is whoever it may be ("a pact with anybody else", "with any other state")."""
    words = {side.lower_, *(c.lower_ for c in side.children)}
    return bool(words & {"any", "anybody", "anyone", "whoever", "nobody", "third"})


def _void(term: Term, name: Label, parties: Parties, stands: Standing, named: bool) -> bool:
    """Whether there is no such agreement: turned down, of firms, a bare hope, a demand of one side, a maxim.

    `named`: whether the sentence names any actor.
    """
    head, words = term.head, agreement_words()
    if parties.private or (stands.refused and not term.pointing):
        return True
    lent = term.kind == "loan" and parties.direct
    if stands.status == "proposed" and (
        (name.own == 0 and not (term.proper or lent)) or (_demanded(head) and not parties.direct)
    ):
        return True
    if not parties.direct and _supposed(term, stands, named):
        return True
    if term.kind == "partnership" and not parties.direct and _loose(term, stands):
        return True
    if head.lemma_.lower() in words.truces and not (term.pointing and parties.direct):
        clause = stands.told and any(c.dep_ in {"acl", "relcl"} for c in head.children)
        verb = head.head.head if head.dep_ == "pobj" else head.head
        agreed = stands.told and head.dep_ in {"pobj", "xcomp"} and verb.lemma_ == "agree"
        return not (clause or agreed or (head.dep_ == "dobj" and head.head.lemma_.lower() in governors()))
    if term.plural and not term.numbered and head.lemma_.lower() == "arrangement":
        return not stands.told or stands.status in {"agreed", "proposed", "under_negotiation"}
    if head.lemma_.lower() in words.papers and stands.status in {"proposed", "under_negotiation", "agreed"}:
        return True
    predicate = head.head.lemma_ == "be" and any(c.dep_ == "attr" for c in head.head.children)
    return head.dep_ == "nsubj" and predicate and not (term.pointing or term.proper)


def _loose(term: Term, stands: Standing) -> bool:
    """Whether a partnership is only a way of speaking ("our defence partnership", "a long partnership")."""
    ranked = {t.lower_ for t in term.head.subtree if t.i < term.head.i} & agreement_words().ranks
    told = any(c.dep_ in {"relcl", "acl"} for c in term.head.children)
    return not (ranked or told or term.proper or stands.told or term.first < term.last)


def _supposed(term: Term, stands: Standing, named: bool) -> bool:
    """Whether the agreement only would do something ("a separate pact would breach the rules"), or is one in general
    ("under a trade agreement partners cut duties").
    """
    if term.pointing or term.proper or stands.told:
        return False
    if term.head.dep_ == "pobj" and term.head.head.lower_ == "under" and not named:
        verb = term.head.head.head
        return verb.tag_ in {"VBP", "VBZ"} and not any(c.dep_ in {"acl", "relcl"} for c in term.head.children)
    if term.head.dep_ not in {"nsubj", "nsubjpass"}:
        return False
    return any(c.dep_ == "aux" and c.lower_ in {"would", "could", "might"} for c in term.head.head.children)


def _demanded(head: Token) -> bool:
    return head.dep_ == "dobj" and head.head.lemma_.lower() in agreement_words().demands


def _bare(term: Term, name: Label, case: _Case) -> bool:
    """Whether the words say neither whose agreement it is, nor which, nor where it stands ("We have a deal")."""
    issued = term.kind == "joint_statement"
    return name.own == 0 and not (issued or term.plural or term.proper or case.parties.direct or case.stands.told)


def _predicate(head: Token, heads: frozenset[int]) -> bool:
    """Whether the noun only says what another agreement is ("the treaty is a pact")."""
    subjects = (c for c in head.head.children if c.dep_ == "nsubj")
    return head.dep_ == "attr" and any(s.i in heads or s.lower_ in {"it", "this", "that"} for s in subjects)


def _generic(term: Term, name: Label) -> bool:
    """Whether the phrase only points back: a definite noun with no words of its own, or a plural of several."""
    if term.pointing:
        return term.first == term.last and (name.own == 0 or (term.numbered and name.own == 1 and term.plural))
    signed = governors().get(term.head.head.lemma_.lower()) == "signed"
    return term.plural and name.own == 0 and not term.numbered and not signed


def _pronouns(parsed: Parsed) -> Iterator[AgreementFound]:
    """What "it" says of the agreement told of just before ("Oslo ended it")."""
    for token in parsed.doc:
        if token.lower_ == "it" and (stands := standing_of_pronoun(token)) is not None:
            scope = frozenset([token.i])
            yield AgreementFound(
                "it", PRONOUN, (), stands.status, True, token.i, scope, True, False, pending=stands.pending
            )


def _members(parsed: Parsed) -> Iterator[AgreementFound]:
    """What the sentence says of each of several agreements told of before it."""
    base = parsed.sentence.start
    for token, first, last in member_matters(parsed):
        text = parsed.sentence.text[parsed.spans[first][0] - base : parsed.spans[last][1] - base]
        scope = frozenset(range(first, last + 1))
        yield AgreementFound(text, MEMBER, (), "agreed", False, token.i, scope, True, False)
