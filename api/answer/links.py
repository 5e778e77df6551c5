"""What links two actors: their agreements, the bodies both belong to, the partners and treaty partners they share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from api.answer.narrowing import LOOKED_THROUGH, distinct
from api.answer.phrase import counted, listed, of_whom, sector_name, some
from api.answer.record import Facts, Link
from api.question import Question
from graph.claim import Pair
from graph.fact import AgreementFact, Partner
from graph.view import View
from graph.vocabulary import bodies
from graph.vocabulary.names import actor_name

_NAMED = 3
_SECTORS = 4
_NOUNS = {
    "body": ("body", "bodies"),
    "partner": ("partner", "partners"),
    "party": ("treaty partner", "treaty partners"),
}


def find_links(question: Question, view: View, pairs: Sequence[Pair]) -> Facts:
    """For each pair what both have; the best supported partners first."""
    found = [link for pair in pairs for link in (*_bodies(pair), *_partners(view, pair), *_parties(view, pair))]
    agreements = (fact for pair in pairs for fact in view.agreements(*pair))
    return Facts(agreements=distinct(agreements), links=tuple({(li.kind, li.actor): li for li in found}.values()))


def _bodies(pair: Pair) -> Iterable[Link]:
    for body in bodies():
        members = {member.country: member for member in body.members if member.until is None}
        if all(actor in members for actor in pair):
            since = [f"{actor_name(actor)} since {members[actor].since}" for actor in pair if members[actor].since]
            yield Link("body", body.id, ", ".join(since), None)


def _partners(view: View, pair: Pair) -> Iterable[Link]:
    first, second = (_by_actor(view.partners(actor, limit=LOOKED_THROUGH)) for actor in pair)
    shared = {actor: (first[actor], second[actor]) for actor in first if actor in second and actor not in pair}
    for actor, ends in sorted(shared.items(), key=lambda item: (-_weaker(item[1]), item[0])):
        told = [f"{actor_name(own)} in {_in_sectors(end)}" for own, end in zip(pair, ends, strict=True)]
        yield Link("partner", actor, "; ".join(told), _weaker(ends))


def _by_actor(partners: Iterable[Partner]) -> Mapping[str, Partner]:
    return {partner.actor: partner for partner in partners if partner.status != "ended"}


def _weaker(ends: tuple[Partner, Partner]) -> int:
    return min(end.support.sources for end in ends)


def _in_sectors(partner: Partner) -> str:
    names = [sector_name(sector) for sector in partner.sectors]
    return some(names, _SECTORS)


def _parties(view: View, pair: Pair) -> Iterable[Link]:
    first, second = (_by_party(view.all_agreements(actor=actor, evidence=0, limit=LOOKED_THROUGH)) for actor in pair)
    for actor in sorted(set(first) & set(second) - set(pair)):
        one, other = first[actor], second[actor]
        told = (
            one.name
            if one.id == other.id
            else f"{actor_name(pair[0])}: {one.name}; {actor_name(pair[1])}: {other.name}"
        )
        yield Link("party", actor, told, min(one.support.sources, other.support.sources))


def _by_party(agreements: Iterable[AgreementFact]) -> Mapping[str, AgreementFact]:
    found: dict[str, AgreementFact] = {}
    for agreement in agreements:
        for party in agreement.parties:
            found.setdefault(party, agreement)
    return found


def links_headline(question: Question, facts: Facts) -> str:
    """What they share, by kind."""
    told = [counted(len(facts.agreements), "agreement")] if facts.agreements else []
    for kind, nouns in _NOUNS.items():
        names = [actor_name(link.actor) for link in facts.links if link.kind == kind]
        told += [f"{counted(len(names), *nouns)} ({some(names, _NAMED)})"] if names else []
    return f"{of_whom(question)} share {listed(told)}."
