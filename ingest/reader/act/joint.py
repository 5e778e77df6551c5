"""Joint deeds: what several do together, told by "joint" or "mixed" before the noun of what they do."""

from __future__ import annotations

from ingest.reader.act.act import Act, reality_of
from ingest.reader.act.frame import Frames
from ingest.reader.tree.role import subject_of
from ingest.reader.tree.scope import scope_of
from ingest.reader.tree.syntax import Resolver
from ingest.reader.tree.tree import Token

_JOINT = frozenset({"joint", "mixed", "combined"})
_WORDS = frozenset(
    """statement communique communiqué declaration letter appeal call bid commission committee council conference
    session meeting summit forum visit text resolution proposal plan bond account chief chiefs bulletin article
    interview effort venture press news talk ticket list""".split()
)
"""What is joint and no deed: papers, bodies and meetings, which other rules read."""


def joint_act(resolver: Resolver, frames: Frames, noun: Token) -> Act | None:
    """The cooperation that a joint deed of several subjects is ("Thai and Burmese police staged a joint raid")."""
    described = {c.lower_ for c in noun.children if c.dep_ in {"amod", "compound"}}
    if not described & _JOINT or noun.lemma_.lower() in _WORDS or noun.dep_ in {"compound", "nsubj"}:
        return None
    verb = next((a for a in noun.ancestors if a.pos_ in {"VERB", "AUX"}), None)
    for _ in range(3):
        if verb is None:
            return None
        subject, _passive = subject_of(verb)
        found = resolver.actors_of(subject, True) if subject is not None else None
        if found is not None and found.direct and len(found.actors) == 2:
            frame = frames.of_id("cooperate")
            return Act(frame, noun, found.actors, (), reality_of(frame, noun), True, scope_of(noun))
        verb = next((a for a in verb.ancestors if a.pos_ in {"VERB", "AUX"}), None)
    return None
