"""Which statements somebody's own query may be made of, whatever the rights of the user that runs it."""

from __future__ import annotations

import re

from graph.errors import QueryRefused

_ESCAPE = re.compile(r"\\u+([0-9a-fA-F]{4})")
"""A letter that some servers read as itself anywhere in a query."""

_OPAQUE = re.compile(
    r"""'(?:[^'\\]|\\.?)*+(?:'|\Z)|"(?:[^"\\]|\\.?)*+(?:"|\Z)|`[^`]*+(?:`|\Z)|/\*.*?(?:\*/|\Z)|//[^\n]*+""", re.DOTALL
)
"""Texts, quoted names, comments. What is opened and not closed goes to the end, so that nothing is read twice."""

_BEGINS = re.compile(
    r"(?:(?:EXPLAIN|PROFILE)\s+)?(?:MATCH|OPTIONAL|UNWIND|WITH|RETURN|CALL"
    r"|SHOW\s+(?:\w+\s+)?(?:INDEX(?:ES)?|CONSTRAINTS?|FUNCTIONS?|PROCEDURES?))\b",
    re.IGNORECASE,
)
_LOADS = re.compile(r"\bLOAD\s+CSV\b", re.IGNORECASE)
_CALLED = re.compile(
    r"(?<![.:$\w])CALL\s++([^\W\d]\w*+(?:(?:\s*+\.\s*+\w++)++|(?=\s*+(?:\(|\Z|YIELD\b|RETURN\b|[;{}]))))", re.IGNORECASE
)
"""A procedure: any name with a dot behind CALL, and one without where a call may end. `call` is a good variable too."""
_PROCEDURES = re.compile(
    r"db\.(?:labels|relationshipTypes|propertyKeys|schema\.\w+|info|ping)|dbms\.components", re.IGNORECASE
)


def check_permitted(cypher: str) -> None:
    """Raises `QueryRefused` for what is no reading of the graph: commands to the server, files, other procedures.

    Writing inside of a query is refused elsewhere, by the rights of the user or the mode of the session.
    """
    for text in {cypher, _ESCAPE.sub(lambda found: chr(int(found[1], 16)), cypher)}:
        _check(_OPAQUE.sub(_plain, text).strip())


def _plain(found: re.Match[str]) -> str:
    """A quoted name without what is no letter of it, anything else as a blank text."""
    return re.sub(r"[^\w.]", "_", found[0][1:-1]) if found[0].startswith("`") else " '' " * (found[0][0] != "/") or " "


def _check(code: str) -> None:
    if _LOADS.search(code):
        raise QueryRefused("LOAD CSV is not allowed: a query reads the graph alone.")
    if not _BEGINS.match(code):
        raise QueryRefused(
            f"A query that reads does not begin with {' '.join(code.split()[:2])[:40]!r}, "
            "but with MATCH, UNWIND, WITH, RETURN or CALL."
        )
    for called in _CALLED.findall(code):
        name = "".join(called.split())
        if not _PROCEDURES.fullmatch(name):
            raise QueryRefused(f"CALL {name} is not allowed: of procedures only those that describe the graph are.")
