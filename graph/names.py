"""The names under which articles know leaders, and who is one person under several of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from graph.cypher import tally as cypher
from graph.identity import leader_clusters, scope_of

Row = dict[str, Any]
Run = Callable[[str, str, Sequence[Any]], list[Row]]


class Names:
    """The keys of leaders in some scopes, before and after a write. `change` is by how many articles each grows."""

    def __init__(self, run: Run, change: Mapping[str, int]) -> None:
        self._run = run
        self._change = {key: number for key, number in change.items() if number}
        self._articles: dict[str, dict[str, int]] = {}
        self.before: dict[str, str] = {}
        self.after: dict[str, str] = {}
        self.read({scope_of(key) for key in change})

    def read(self, scopes: Iterable[str]) -> None:
        """Makes the leaders of these scopes known: by key, the key that stands for the person."""
        new = sorted(set(scopes) - self._articles.keys())
        self._articles |= {scope: {} for scope in new}
        for row in self._run(cypher.NAMES, "scopes", new):
            self._articles[row["scope"]][row["key"]] = row["articles"]
        changed: dict[str, list[str]] = {}
        for key in self._change:
            changed.setdefault(scope_of(key), []).append(key)
        for scope in new:
            held = self._articles[scope]
            self.before |= leader_clusters(held)
            grown = Counter(held)
            grown.update({key: self._change[key] for key in changed.get(scope, ())})
            self.after |= leader_clusters(key for key, number in grown.items() if number > 0)

    @property
    def moved(self) -> dict[str, tuple[str, str]]:
        """The keys that stay and stand for another than before, with whom they stood and stand for."""
        both = self.before.keys() & self.after.keys()
        return {key: (self.before[key], self.after[key]) for key in both if self.before[key] != self.after[key]}

    def write(self) -> None:
        """Writes what has changed."""
        grown = {key: self._articles[scope_of(key)].get(key, 0) + number for key, number in self._change.items()}
        self._run(cypher.DELETE_NAMES, "ids", sorted(key for key, number in grown.items() if number <= 0))
        rows = [{"id": k, "scope": scope_of(k), "articles": n} for k, n in sorted(grown.items()) if n > 0]
        self._run(cypher.PUT_NAMES, "rows", rows)
