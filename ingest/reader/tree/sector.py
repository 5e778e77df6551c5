"""Sector words of a sentence: which tokens name a sector, and which sector where another word settles it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from graph.vocabulary import sectors
from ingest.reader.tree.parse import Parsed
from ingest.reader.tree.tree import Token
from ingest.reader.who.mention import Form

POWER = frozenset({"power", "electricity", "hydropower", "hydroelectric", "megawatt", "turbine", "gigawatt"})
POLICE = frozenset(
    {
        "police",
        "border",
        "frontier",
        "interior",
        "illegal",
        "smuggler",
        "smuggling",
        "gendarme",
        "officer",
        "trafficker",
    }
)
CYBER = frozenset({"cyber", "cyberattack", "hacker"})
ARMS = frozenset(
    {
        "tank",
        "howitzer",
        "missile",
        "weapon",
        "weaponry",
        "ammunition",
        "munition",
        "arm",
        "fighter",
        "warplane",
        "gunship",
        "frigate",
        "corvette",
        "submarine",
        "warship",
        "armament",
        "artillery",
        "defence",
        "defense",
        "military",
        "shell",
        "rifle",
        "mortar",
    }
)
YIELDING = {
    "dam": ("energy", POWER),
    "patrol": ("security", POLICE),
    "exercise": ("cybersecurity", CYBER),
    "part": ("defence.equipment", ARMS),
    "vehicle": ("defence.equipment", ARMS),
    "production": ("defence.technology", ARMS),
    "manufacturing": ("defence.technology", ARMS),
}
"""Words that mean another sector where one of these stands in their sentence ("a dam" that gives power)."""


def sector_tokens(parsed: Parsed) -> list[tuple[int, str]]:
    """Sector words of a sentence as (token, sector id), by the last token of each."""
    out = []
    inside = [(m.start, m.end) for m in parsed.mention_at.values() if m.form is Form.LEADER]
    for hit in sectors().find(parsed.sentence.text):
        start, end = hit.start + parsed.sentence.start, hit.end + parsed.sentence.start
        if any(a < end and start < b for a, b in inside):
            continue
        tokens = [i for i, (a, b) in enumerate(parsed.spans) if a < end and start < b and i not in parsed.mention_at]
        if tokens and not _homonym(parsed.doc[tokens[-1]]):
            out.append((tokens[-1], _settled(parsed.doc[tokens[-1]], hit.sector)))
    return out


def _settled(word: Token, sector: str) -> str:
    """The sector of a word by what else its sentence names."""
    lemma = word.lemma_.lower()
    if lemma in {"technology", "transfer"} and sectors().top(sector) == "technology" and _handed_over(word):
        lemma = "production"
    other, settling = YIELDING.get(lemma, (sector, frozenset[str]()))
    return other if any(t.lemma_.lower() in settling for t in word.doc) else sector


def _handed_over(word: Token) -> bool:
    """Whether it is know-how that goes over with a thing ("with the transfer of technology")."""
    return word.lemma_.lower() == "transfer" or (word.dep_ == "pobj" and word.head.head.lemma_.lower() == "transfer")


def _homonym(token: Token) -> bool:
    """Whether a word is a verb that only sounds like a sector's noun ("they train soldiers")."""
    return token.tag_.startswith("VB") and token.lower_ in {
        "train",
        "trains",
        "transport",
        "transports",
        "ship",
        "ships",
    }


def topic_of(parsed: Iterable[Parsed]) -> str | None:
    """The sector that most sentences with a sector's word are about; none where no one prevails."""
    told = [{sectors().top(s) for _, s in sector_tokens(p)} for p in parsed]
    told = [found for found in told if found]
    if len(told) < 4:
        return None
    topic, often = Counter(s for found in told for s in found).most_common(1)[0]
    return topic if often >= 0.7 * len(told) else None
