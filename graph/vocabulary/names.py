"""What actors and dyads are called, and how a dyad's id is made."""

from __future__ import annotations

from graph.vocabulary.bodies import bodies
from graph.vocabulary.countries import countries


def actor_name(actor: str) -> str:
    """The usual English name of an actor id; the id itself where no vocabulary has it."""
    known = countries().by_id.get(actor) or bodies().by_id.get(actor)
    return known.name if known else actor


def dyad_id(a: str, b: str) -> str:
    """The id of the dyad of two different actors, the smaller id first: ``IDN-JPN``."""
    if a == b:
        raise ValueError(f"a dyad needs two actors: {a!r} twice")
    return "-".join(sorted((a, b)))


def dyad_name(dyad: str) -> str:
    """The name of a dyad id: ``Indonesia–Japan``, with an en dash."""
    return "–".join(actor_name(actor) for actor in dyad.split("-"))
