"""Role nouns that point back to a person ("the premier")."""

PERSON_ROLES = {
    "president": frozenset({"head_of_state", "official"}),
    "leader": frozenset({"head_of_state", "head_of_government", "monarch"}),
    "ruler": frozenset({"monarch", "head_of_state"}),
    "king": frozenset({"monarch"}),
    "emir": frozenset({"monarch"}),
    "sultan": frozenset({"monarch"}),
    "premier": frozenset({"head_of_government"}),
    "chancellor": frozenset({"head_of_government"}),
    "minister": frozenset({"foreign_minister", "defence_minister", "minister", "head_of_government"}),
    "secretary": frozenset({"foreign_minister", "defence_minister", "minister", "official"}),
    "ambassador": frozenset({"ambassador"}),
    "envoy": frozenset({"envoy", "ambassador"}),
    "spokesman": frozenset({"official"}),
    "spokeswoman": frozenset({"official"}),
    "spokesperson": frozenset({"official"}),
    "official": frozenset({"official"}),
    "diplomat": frozenset({"official", "ambassador", "envoy"}),
}
"""Role classes that a definite role noun ("the premier") may point back to."""
