"""States that are no more: what their names, and the capitals of their heirs, mean in one article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graph.vocabulary import Country, countries
from ingest.reader.who.mention import Form, Mention

_BY_NAME = frozenset({Form.NAME, Form.ADJECTIVE, Form.DEMONYM})
_HOUSES = frozenset({Form.SEAT, Form.METONYM})


def in_its_time(sentences: Sequence[list[Mention]], published: str | None) -> list[list[Mention]]:
    """The mentions of an article, each for the state that it means.

    Where an article names a state that is no more and not its heir, the heir's capital means the former ("Moscow" in
    Soviet times). Where it was written later and names the heir too, the former state is only its past.
    """
    named = {a for found in sentences for m in found if m.form in _BY_NAME for a in m.actors if not _bygone(m, a)}
    former = [state for actor in sorted(named) if (state := countries().by_id.get(actor)) and state.until]
    past = {state.id for state in former if state.heir in named and _over(state, published)}
    seats = {state.heir: state.id for state in former if state.heir and state.heir not in named}
    if not past and not seats:
        return list(sentences)
    kept = ([m for m in found if not past.issuperset(m.actors)] for found in sentences)
    return [[_moved(m, seats) for m in found] for found in kept]


def _bygone(mention: Mention, actor: str) -> bool:
    """Whether the words name the heir as it once was, beside the other state ("South Vietnam")."""
    country = countries().by_id.get(actor)
    return country is not None and mention.text in country.bygone


def _over(state: Country, published: str | None) -> bool:
    """Whether an article of that day comes more than a year after the state's end."""
    return bool(published and state.until) and int(str(published)[:4]) > int(str(state.until)[:4]) + 1


def _moved(mention: Mention, seats: dict[str, str]) -> Mention:
    if mention.form not in _HOUSES or not seats.keys() & set(mention.actors):
        return mention
    return replace(mention, actors=tuple(seats.get(a, a) for a in mention.actors))
