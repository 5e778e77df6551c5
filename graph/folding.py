"""The fold of a write: which contributions come and go, and what becomes of the facts that they are about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from graph.change import Change
from graph.identity import is_mention
from graph.ledger import Ledger
from graph.mentions import Mentions
from graph.projection import Contribution, fact_of
from graph.projection.contribution import joined
from graph.projection.key import label_of
from graph.projection.mention import by_mention
from graph.projection.summary import Summary
from graph.tally import Tally


class Moved(NamedTuple):
    """The source that an article had and the one it has now, and the keys of what it contributes to."""

    before: str
    after: str
    keys: Sequence[str]


@dataclass(frozen=True, slots=True)
class Exchange:
    """By article: source and keys of what it contributed so far, and what it contributes from now on, by key.

    `moved` are other articles, which contribute what they did under another source.
    """

    old: Mapping[str, tuple[str, Sequence[str]]]
    new: Mapping[str, Mapping[str, Contribution]]
    moved: Mapping[str, Moved] = field(default_factory=dict)

    @property
    def keys(self) -> set[str]:
        """All keys that lose or get a contribution, or have one under another source."""
        held = (*(keys for _, keys in self.old.values()), *(moved.keys for moved in self.moved.values()))
        return {key for keys in held for key in keys} | {key for own in self.new.values() for key in own}


def fold(
    exchange: Exchange,
    mentions: Mentions,
    ledger: Ledger,
    meetings_of: Callable[[Iterable[str]], list[str]],
    gone: frozenset[str],
) -> Change:
    """What must be written; `gone` claims are deleted elsewhere, with their edges."""
    mentions.know(key for key in exchange.keys if is_mention(key))
    moved = mentions.moved
    again = meetings_of({before for before, _ in moved.values()}) if moved else []
    touched = _touched(exchange, mentions)
    touched |= {key: touched.get(key, []) for key in again}
    touched |= {key: touched.get(key, []) for pair in moved.values() for key in pair}
    tallies = ledger.read(touched, whole={key for pair in moved.values() for key in pair})
    summaries = {key: tally.settle() for key, tally in tallies.items()}
    mentions.know(_attended(summaries))
    before = {key: fact_of(key, summary, mentions.before) for key, summary in summaries.items()}
    lost, gained = _exchange(exchange, mentions, tallies)
    change = Change()
    for key, tally in sorted(tallies.items()):
        after = fact_of(key, tally.settle(), mentions.after)
        change.replace(key, before[key], after)
        change.back(key, lost[key] - gone, gained[key], stays=after is not None)
        change.tallies.append(tally)
    return change


def _attended(summaries: Mapping[str, Summary | None]) -> set[str]:
    """The mentions of leaders in meetings, of which a meeting takes the people."""
    return {
        key
        for fact, summary in summaries.items()
        if summary and label_of(fact) == "Meeting"
        for key in summary.said("attended")
    }


def _touched(exchange: Exchange, mentions: Mentions) -> dict[str, list[str]]:
    """The keys of facts and edges that change, with the sources whose contributions do."""
    touched: dict[str, set[str]] = defaultdict(set)
    for source, keys in exchange.old.values():
        for key in keys:
            touched[mentions.before.get(key, key)].add(source)
    for moved in exchange.moved.values():
        for key in moved.keys:
            touched[mentions.before.get(key, key)] |= {moved.before, moved.after}
    for own in exchange.new.values():
        for key, contribution in own.items():
            touched[mentions.after.get(key, key)].add(contribution.source)
    return {key: sorted(sources) for key, sources in touched.items()}


def _exchange(
    exchange: Exchange, mentions: Mentions, tallies: Mapping[str, Tally]
) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Takes old contributions out of `tallies` and puts new ones in; which claims each fact loses and gets."""
    lost: dict[str, set[str]] = defaultdict(set)
    gained: dict[str, set[str]] = defaultdict(set)
    for article, (source, keys) in exchange.old.items():
        for key in {mentions.before.get(key, key) for key in keys}:
            dropped = tallies[key].drop(article, source)
            lost[key] |= dropped.claims if dropped else frozenset()
    for article, moved in exchange.moved.items():
        for key in {mentions.before.get(key, key) for key in moved.keys}:
            if said := tallies[key].drop(article, moved.before):
                tallies[key].put(said._replace(source=moved.after))
    for key, contribution in _leaving(mentions, tallies, lost):
        _join(tallies[key], contribution)
        gained[key] |= contribution.claims
    for own in exchange.new.values():
        for key, contribution in own.items():
            fact = mentions.after.get(key, key)
            _join(tallies[fact], contribution)
            gained[fact] |= contribution.claims
    return lost, gained


def _leaving(
    mentions: Mentions, tallies: Mapping[str, Tally], lost: dict[str, set[str]]
) -> list[tuple[str, Contribution]]:
    """Takes what is said under names that now stand for others out of `tallies`; with the key it goes to."""
    leaving: list[tuple[str, Contribution]] = []
    moved = mentions.moved
    for before in sorted({old for old, _ in moved.values()}):
        tally = tallies[before]
        for c in tally.contributions():
            by_key = by_mention(c, before)
            going = {key: part for key, part in by_key.items() if key in moved}
            if not going:
                continue
            tally.drop(c.article, c.source)
            staying = [part for key, part in by_key.items() if key not in moved]
            if staying:
                tally.put(joined(staying))
            for key, part in going.items():
                leaving.append((moved[key][1], part))
                lost[before] |= part.claims
    return leaving


def _join(tally: Tally, contribution: Contribution) -> None:
    """Adds to what its article contributes already: under another name of the same person."""
    held = tally.of(contribution.article, contribution.source)
    tally.put(joined([held, contribution]) if held else contribution)
