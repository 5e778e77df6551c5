"""Articles and readings made up for tests of the graph: some by hand, any number from a seed."""

from __future__ import annotations

import random
from itertools import combinations

from graph.article import Article
from graph.claim import (
    COOPERATION_STATUSES,
    Agreement,
    Claim,
    Cooperation,
    CooperationStatus,
    Dispute,
    Event,
    Evidence,
    Meeting,
    MeetingKind,
    Office,
    Statement,
    When,
)
from graph.reading import Presence, Reading

READER = "sample/1.0.0"

ACTORS = ("AUS", "CHN", "IDN", "IND", "JPN", "ORG:ASEAN")
SECTORS = ("energy", "trade", "defence", "education")
NAMES = {
    "JPN": ("Fumio Kishida", "Kishida", "Kishida Fumio", "F. Kishida", "Taro Kono", "Taro Kohno"),
    "IDN": ("Joko Widodo", "Widodo", "Jokowi", "J. Widodo", "Djoko Widodo", "Ari Widodo", "Retno Marsudi"),
    "CHN": ("Xi Jinping", "Xi", "Wang Yi", "Wang Ji"),
}
"""One person under several names, and near misses: who is one changes with what else is there."""

TREATIES = (
    *("Economic Partnership Agreement", "the economic partnership agreement", "Japan-Indonesia EPA", "EPA"),
    *(
        "2010 defence pact",
        "defence pact",
        "Defense Agreement",
        "fisheries MoU",
        "memorandum on fisheries",
        "memorandum",
    ),
)


def article(id_: str, text: str = "Japan and Indonesia agreed.", published: str | None = "2023-09-07") -> Article:
    return Article(id_, f"Title of {id_}", text, published, publisher="The Daily", url=f"https://example.org/{id_}")


def claim(
    of: Article,
    statement: Statement,
    *,
    start: int = 0,
    confidence: float = 0.8,
    when: When | None = None,
) -> Claim:
    evidence = Evidence("text", start, len(of.text), of.text[start:], ((start, start + 3),))
    return Claim(of.id, statement, (evidence,), confidence, "a-rule", when or When())


def reading(of: Article, *claims: Claim, reader: str = READER) -> Reading:
    actors = sorted({actor for claim in claims for actor in claim.actors})
    presences = tuple(Presence(actor, Evidence("text", 0, 5, of.text[:5])) for actor in actors)
    return Reading(of.id, reader, presences, tuple(claims))


def energy(status: CooperationStatus = "active") -> Cooperation:
    return Cooperation((("IDN", "JPN"),), "energy", ("energy.gas",), status)


def random_readings(count: int, claims: int, seed: int = 1) -> list[tuple[Article, Reading]]:
    """`count` articles with `claims` claims each, of which many support the same facts."""
    rng = random.Random(seed)
    return [_random_reading(rng, number, claims) for number in range(count)]


def _random_reading(rng: random.Random, number: int, claims: int) -> tuple[Article, Reading]:
    published = rng.choice([f"20{rng.randint(10, 23)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}", None])
    words = " ".join(rng.choice(["Japan", "Indonesia", "energy", "agreed", "met", "日本", "é"]) for _ in range(60))
    kind = rng.random()
    text = "One wire story. " + ("copied " * 20) if kind < 0.2 else told_again(rng) if kind < 0.7 else words
    own = article(f"https://example.org/{number}", text, published)
    made = [
        claim(own, _statement(rng), start=n % 30, confidence=_confidence(rng), when=_when(rng)) for n in range(claims)
    ]
    unique = {c.id: c for c in made}
    return own, reading(own, *unique.values())


def told_again(rng: random.Random) -> str:
    """One of two stories as one of many papers prints it, with sentences of its own and others left out.

    Some versions are near-copies of others that are none of each other.
    """
    story = random.Random(rng.randrange(2))
    sentences = [sentence(story) for _ in range(12)]
    kept = [told for told in sentences if rng.random() < 0.6] or sentences
    return " ".join([sentence(rng), *kept, sentence(rng)])


def sentence(rng: random.Random) -> str:
    """Ten words that mean nothing, as of no other sentence."""
    words = ["".join(rng.choice("abdeikmnorstu") for _ in range(6)) for _ in range(10)]
    return f"{' '.join(words).capitalize()}."


def _confidence(rng: random.Random) -> float:
    return rng.choice([0.5, 0.7, 0.85, 0.9])


def _when(rng: random.Random) -> When:
    date = rng.choice([None, "2015", "2023-09", "2023-09-07", "2022-01-31"])
    return When(date, rng.choice(["stated", "relative", "publication"]) if date else None)


def _statement(rng: random.Random) -> Statement:
    pair = tuple(sorted(rng.sample(ACTORS, 2)))
    a, b = pair[0], pair[1]
    sector = rng.choice(SECTORS)
    what = rng.randrange(8)
    if what <= 1:
        pairs = tuple(combinations(sorted(rng.sample(ACTORS, 3)), 2)) if rng.random() < 0.2 else ((a, b),)
        status = rng.choice(COOPERATION_STATUSES)
        return Cooperation(pairs, sector, ("energy.gas",) if sector == "energy" else (), status)
    if what == 2:
        return Dispute(((a, b),), rng.choice([None, sector]))
    if what == 3:
        event_type = rng.choice(["AID", "CONSULT", "ACCUSE"])
        acting = (a, b) if event_type == "CONSULT" else rng.choice([(a, b), (b, a)])
        return Event((acting,), event_type, None, (sector,), rng.choice(["actual", "pledged", "possible", "negated"]))
    if what == 4:
        name = rng.choice(TREATIES)
        kind = "memorandum" if "MoU" in name or "memorandum" in name else "agreement"
        parties = (a, b) if rng.random() < 0.5 else ("IDN", "JPN")
        return Agreement(name, kind, parties, (sector,), rng.choice(["agreed", "signed", "in_force"]))
    if what == 5:
        leaders = rng.choice([("Fumio Kishida", "Widodo"), ("Kishida", "Jokowi"), ("F. Kishida",), ()])
        how: MeetingKind = rng.choice(["bilateral_meeting", "visit", "call"])
        return Meeting(how, ("IDN", "JPN"), leaders, rng.choice([None, "Jakarta", "Tokyo"]))
    actor = rng.choice(sorted(NAMES))
    return Office(rng.choice(NAMES[actor]), actor, rng.choice(["head_of_state", "official"]), "President")
