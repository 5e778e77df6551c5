"""When a predicted row of a reading is the gold row: the matching rules of the evaluation (eval/GUIDE.md's forms)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Hashable, Sequence
from typing import Any

Row = dict[str, Any]
Match = tuple[Row, Row]
Fit = Callable[[Row, Row], float]

SYMMETRIC = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""PLOVER types whose actor and recipient have no order."""

_FUNCTION_WORDS = frozenset({
    "a", "an", "and", "at", "between", "by", "for", "from", "her", "his", "in", "its", "of", "on", "the", "their", "to",
    "with",
})  # fmt: skip
_NAME_PARTICLES = frozenset({
    "abu", "al", "ben", "bin", "bint", "da", "de", "del", "der", "di", "dos", "el", "ibn", "la", "le", "van", "von",
})  # fmt: skip
_PLAIN_LETTERS = str.maketrans({
    "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "’": "'",
})  # fmt: skip
_WORD = re.compile(r"[a-z0-9]+|[^\W_a-z0-9]+")
_FINAL_I = re.compile(r"(iy|yy|ij|y|i)$")
_COMPARABLE = 5
"""Words shorter than this must be equal to be alike."""


def plain(text: str) -> str:
    """`text` in lower case and without diacritics."""
    decomposed = unicodedata.normalize("NFKD", text.lower().translate(_PLAIN_LETTERS))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def words_of(text: object) -> list[str]:
    """The lower-case words of `text` without diacritics or punctuation; none of what is no string."""
    return _WORD.findall(plain(text)) if isinstance(text, str) else []


def spelled_alike(a: str, b: str) -> bool:
    """Whether two words differ as transliterations do: by one letter, or by a final -iy, -yy, -ij, -y or -i."""
    x, y = _FINAL_I.sub("i", a), _FINAL_I.sub("i", b)
    if a == b or x == y:
        return True
    return min(len(x), len(y)) >= _COMPARABLE and _one_edit_apart(x, y)


def _one_edit_apart(x: str, y: str) -> bool:
    start = 0
    while start < min(len(x), len(y)) and x[start] == y[start]:
        start += 1
    return x[start + 1 :] in {y[start:], y[start + 1 :]} or x[start:] == y[start + 1 :]


def same_person(a: object, b: object) -> bool:
    """Whether each word of the shorter name is in the longer, in any order; particles alone are no name."""
    names = ([word for word in words_of(name) if word not in _NAME_PARTICLES] for name in (a, b))
    short, long = sorted(names, key=len)
    return bool(short) and all(any(spelled_alike(word, other) for other in long) for word in short)


def same_agreement(a: object, b: object) -> bool:
    """Whether two names share half the content words of the shorter, a third of the longer, two where both have two."""
    x, y = ({word.rstrip("s") for word in words_of(name)} - _FUNCTION_WORDS for name in (a, b))
    short, long = sorted((len(x), len(y)))
    return short > 0 and len(x & y) >= max(short / 2, long / 3, min(2, short))


def codes(value: object) -> frozenset[str]:
    """The strings of a list; none of anything else."""
    return frozenset(item for item in value if isinstance(item, str)) if isinstance(value, list) else frozenset()


def rows(reading: Row, layer: str) -> list[Any]:
    """The rows of a layer; what is no list is one (broken) row."""
    value = reading.get(layer)
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def row_dicts(reading: Row, layer: str) -> list[Row]:
    """The rows of a layer, each broken one as an empty row."""
    return [row if isinstance(row, dict) else {} for row in rows(reading, layer)]


def country_key(row: object) -> Hashable:
    """The code itself, or None for a broken row."""
    return row if isinstance(row, str) else None


def cooperation_key(row: object) -> Hashable:
    """(a, b, sector) with the pair in order, or None for a broken row."""
    if not isinstance(row, dict) or not _has_strings(row, "a", "b", "sector"):
        return None
    return (*sorted((row["a"], row["b"])), row["sector"])


def event_key(row: object) -> Hashable:
    """(actor, recipient, type), the pair in order where the type is symmetric, or None for a broken row."""
    if not isinstance(row, dict) or not _has_strings(row, "actor", "recipient", "type"):
        return None
    pair = (row["actor"], row["recipient"])
    return (*(sorted(pair) if row["type"] in SYMMETRIC else pair), row["type"])


def _has_strings(row: Row, *fields: str) -> bool:
    return all(isinstance(row.get(field), str) for field in fields)


KEYS: dict[str, Callable[[object], Hashable]] = {
    "countries": country_key,
    "cooperation": cooperation_key,
    "events": event_key,
}
"""The layers whose rows have a key, and how to make it."""


def fit_leader(gold: Row, predicted: Row) -> float:
    """2 for the same person of the same actor, 1 for the same person, else 0."""
    if not same_person(gold.get("name"), predicted.get("name")):
        return 0
    return 1 + (gold.get("country") == predicted.get("country"))


def fit_agreement(gold: Row, predicted: Row) -> float:
    """Above 0 where the names are alike and two parties are shared (all of them where the gold names fewer)."""
    parties, others = codes(gold.get("parties")), codes(predicted.get("parties"))
    needed = min(2, len(rows(gold, "parties")))
    if len(parties & others) < needed or not same_agreement(gold.get("name"), predicted.get("name")):
        return 0
    return 1 + (parties == others) / 2 + (gold.get("kind") == predicted.get("kind")) / 5


def fit_meeting(gold: Row, predicted: Row) -> float:
    """Above 0 where the same countries and bodies met; better with the same kind, then with the same date."""
    if codes(gold.get("countries")) != codes(predicted.get("countries")):
        return 0
    same_kind, same_date = (gold.get(field) == predicted.get(field) for field in ("kind", "date"))
    return 1 + same_kind / 2 + same_date / 3


def paired(gold: Sequence[Row], predicted: Sequence[Row], fit: Fit) -> list[Match]:
    """One-to-one matches, the best fit first and, of equal ones, in the order of the rows; a fit of 0 is none."""
    rated = [(fit(g, p), i, j) for i, g in enumerate(gold) for j, p in enumerate(predicted)]
    taken_gold: set[int] = set()
    taken_predicted: set[int] = set()
    matches = []
    for rating, i, j in sorted(rated, key=lambda entry: (-entry[0], entry[1], entry[2])):
        if rating > 0 and i not in taken_gold and j not in taken_predicted:
            taken_gold.add(i)
            taken_predicted.add(j)
            matches.append((gold[i], predicted[j]))
    return matches
