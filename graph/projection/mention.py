"""Contributions apart by the mentions that they are made under: a fact may be known under several."""

from __future__ import annotations

from graph.identity import leader_key
from graph.projection.contribution import Contribution, Saying


def by_mention(c: Contribution, fact: str) -> dict[str, Contribution]:
    """A contribution to the fact with this id, by the keys under which its claims mention it."""
    sayings: dict[str, list[Saying]] = {}
    for saying in c.sayings:
        sayings.setdefault(_key(saying, fact), []).append(saying)
    return {key: c._replace(sayings=own) for key, own in sayings.items()}


def _key(saying: Saying, fact: str) -> str:
    said = {field: value for field, value in saying.votes if field in {"actor", "name"}}
    return leader_key(said["actor"], said["name"])
