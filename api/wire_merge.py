"""What merges of mentions and rulings about them look like over the wire."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from api.wire import Wire
from graph.cluster import Strength
from graph.rulings import Merge


class MergeOut(BaseModel):
    """The mentions `key` and `to` are taken for one thing, which is the fact with the id `fact`."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "5b0c2f9a41",
                    "fact": "leader:IDN:joko widodo",
                    "key": "leader:IDN:jokowi",
                    "to": "leader:IDN:joko widodo",
                    "rule": "known",
                    "strength": "certain",
                    "reason": "both are known names of one office-holder",
                }
            ]
        }
    )

    id: str = Field(description="Names the pair of mentions: `accord unmerge` takes it.")
    fact: str
    key: str
    to: str
    rule: str
    strength: Strength = Field(description="Takes a person's word or knowledge; leaves little doubt; is likely.")
    reason: str


class RulingOut(Wire):
    """Somebody decided that the mentions `a` and `b` are `one`, or are not."""

    id: str = Field(description="Names the pair of mentions: `accord merges --withdraw` takes it.")
    a: str
    b: str
    one: bool
    decided_at: str


def merge_out(merge: Merge) -> MergeOut:
    """The wire form of a merge."""
    id_, strength, reason, _ = merge.rule
    return MergeOut(
        id=merge.id, fact=merge.fact, key=merge.key, to=merge.to, rule=id_, strength=strength, reason=reason
    )
