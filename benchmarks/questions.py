"""How well questions are understood: made ones with any two countries, slips of the pen, and those of a stranger.

The stranger's (questions.jsonl) were written by somebody who did not know the rules, each with what is meant by it: the
`intents` that will do (none: it cannot be answered), actors, sector and period. They were unseen when they were first
measured; what they showed has been mended since in part, so they flatter the rules now.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter

from api.question import Period, Question, understand
from graph.errors import QuestionError
from graph.vocabulary import countries

ASKED_ON = date(2026, 11, 24)
"""The day on which the stranger's questions are asked: "last year" is 2025."""

STRANGERS = Path(__file__).with_name("questions.jsonl")

PHRASINGS = (
    "{} and {}",
    "cooperation of {} with {}",
    "what links {} and {}",
    "history of relations between {} and {}",
    "{}-{} since 2019",
    "what changed between {} and {} since 2020",
    "When did {} and {} last meet?",
)

_SHORTEST = 5
"""A slip in a shorter name leaves too little of it for anybody."""

_DECEMBER = 12


@dataclass(frozen=True, slots=True)
class Meant:
    """A question and what is meant by it; a question with no `intents` cannot be answered."""

    q: str
    intents: tuple[str, ...]
    actors: frozenset[str]
    sector: str | None
    since: str | None
    until: str | None


@dataclass(frozen=True, slots=True)
class Understood:
    """Of a question what was understood as it was meant."""

    intent: bool
    rest: bool


def strangers(path: Path = STRANGERS) -> list[Meant]:
    """The questions of a file."""
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [
        Meant(row["q"], tuple(row["intents"]), frozenset(row["actors"]), row["sector"], row["since"], row["until"])
        for row in rows
    ]


def judged(meant: Meant, today: date = ASKED_ON) -> Understood:
    """Whether the intent is one that will do; and whether all actors that are meant, the sector and the period are
    there too.
    """
    try:
        found = understand(meant.q, today)
    except QuestionError:
        return Understood(intent=not meant.intents, rest=not meant.intents)
    named = meant.actors <= {*found.actors} or found.intent == "entity"
    about = meant.sector is None or any(sector.partition(".")[0] == meant.sector for sector in found.sectors)
    in_time = _bounds(found) == (meant.since, meant.until)
    return Understood(found.intent in meant.intents, rest=named and about and in_time)


def _bounds(found: Question) -> tuple[str | None, str | None]:
    """The first and the last day of the period."""
    period = found.period or Period()
    return _first_day(period.since), _last_day(period.until)


def _first_day(written: str | None) -> str | None:
    return written and (written + "-01-01"[len(written) - len("2019") :])


def _last_day(written: str | None) -> str | None:
    if written is None or len(written) == len("2019-01-01"):
        return written
    year, month = int(written[:4]), int(written[5:] or _DECEMBER)
    following = date(year + month // _DECEMBER, month % _DECEMBER + 1, 1)
    return (following - timedelta(days=1)).isoformat()


def pairs(number: int, seed: int = 11) -> Iterator[tuple[str, bool]]:
    """Questions about any two countries, in all phrasings, and whether both were understood."""
    rng = random.Random(seed)  # noqa: S311 - no secret
    for _ in range(number):
        a, b = rng.sample(list(countries()), 2)
        text = rng.choice(PHRASINGS).format(a.name, b.name)
        yield text, outcome(text, {a.id, b.id}) == "read"


def slips(number: int, seed: int = 11) -> Counter[str]:
    """How names with one slip of the pen are taken: read, refused or misread."""
    rng = random.Random(seed)  # noqa: S311 - no secret
    named = [country for country in countries() if len(country.name) >= _SHORTEST]
    found: Counter[str] = Counter()
    for _ in range(number):
        a, b = rng.sample(named, 2)
        found[outcome(f"{slip(rng, a.name)} and {b.name}", {a.id, b.id})] += 1
    return found


def slip(rng: random.Random, name: str) -> str:
    """A name with one letter lost, doubled, changed, or two swapped."""
    place = rng.randrange(1, len(name))
    before, letter, after = name[:place], name[place], name[place + 1 :]
    swapped = before[:-1] + letter + before[-1] + after
    return rng.choice([before + after, before + letter + letter + after, before + "e" + after, swapped])


def outcome(text: str, actors: set[str]) -> str:
    """``read`` if these and no other actors were understood, else ``misread`` or ``refused``."""
    try:
        return "read" if set(understand(text, ASKED_ON).actors) == actors else "misread"
    except QuestionError:
        return "refused"


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.questions", description=__doc__)
    parser.add_argument("--pairs", type=int, default=2_000, help="made questions about two countries")
    parser.add_argument("--slips", type=int, default=1_500, help="made questions with a slip in a name")
    parser.add_argument("--questions", type=Path, default=STRANGERS, help="questions with what is meant, JSON Lines")
    parser.add_argument("--missed", action="store_true", help="show those that were not understood")
    given = parser.parse_args()
    started = perf_counter()
    made = list(pairs(given.pairs))
    each_ms = (perf_counter() - started) * 1000 / max(1, len(made))
    missed = [text for text, read in made if not read]
    print(f"made questions: {len(made) - len(missed):,} of {len(made):,} understood, {each_ms:.1f} ms each")
    taken = slips(given.slips)
    print("one slip in a name: " + ", ".join(f"{taken[how]:,} {how}" for how in ("read", "refused", "misread")))
    asked = [(meant, judged(meant)) for meant in strangers(given.questions)]
    intents, whole = sum(u.intent for _, u in asked), sum(u.intent and u.rest for _, u in asked)
    print(f"a stranger's: of {len(asked)} the intent of {intents}, and all of {whole}")
    missed += [meant.q for meant, u in asked if not (u.intent and u.rest)]
    if given.missed:
        print("\n".join(missed))


if __name__ == "__main__":
    main()
