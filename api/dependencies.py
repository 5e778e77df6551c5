"""What routes ask for: the store, its view and writer, the settings, the reader, and named actors.

They only look things up in memory, and are async so that they take no thread.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from threading import Lock
from typing import Annotated

from fastapi import Depends, Path, Query, Request
from pydantic import AfterValidator

from api.jobs import Jobs
from api.operation.metrics import Metrics
from api.settings import Settings
from graph.article import Article
from graph.errors import NotFound, QuestionError
from graph.projection.as_of import checked_day
from graph.reading import Reading
from graph.store import Store
from graph.view import View
from graph.vocabulary.lookup import actor_lookup, near_names
from graph.vocabulary.names import actor_name
from ingest.reader import default_reader


@dataclass(slots=True)
class LazyReader:
    """A reader that is loaded when it is first needed, and reads one article at a time."""

    model: str | None
    _lock: Lock = field(default_factory=Lock)

    def read(self, article: Article) -> Reading:
        """The reading of an article."""
        with self._lock:
            return default_reader(self.model).read(article)

    def read_many(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """Their readings, in their order; others that want an article read come in between."""
        return map(self.read, articles)


async def store_of(request: Request) -> Store:
    """The store that the application opened."""
    store: Store = request.app.state.store
    return store


async def view_of(store: Annotated[Store, Depends(store_of)]) -> View:
    """Its read side."""
    return store.view()


AS_OF = "As it was at the end of a day, month or year: from what was published by then, of what held by then."
AsOf = Annotated[
    str | None, AfterValidator(lambda day: day and checked_day(day)), Query(description=AS_OF, examples=["2019-06-30"])
]


async def view_then_of(view: Annotated[View, Depends(view_of)], as_of: AsOf = None) -> View:
    """The read side, as of a day where one is given."""
    return view.at(as_of)


async def settings_of(request: Request) -> Settings:
    """The settings that the application was made with."""
    settings: Settings = request.app.state.settings
    return settings


async def jobs_of(request: Request) -> Jobs:
    """The application's jobs."""
    jobs: Jobs = request.app.state.jobs
    return jobs


async def metrics_of(request: Request) -> Metrics:
    """The application's figures."""
    metrics: Metrics = request.app.state.metrics
    return metrics


def actor_of(text: str) -> str:
    """The id of the actor that `text` names by id, ISO code or name.

    Raises NotFound, or QuestionError where it names several.
    """
    found = actor_lookup(text)
    if not found:
        near = near_names(text)
        hint = f" Did you mean {', '.join(near)}?" if near else ""
        raise NotFound(f"No country or body is called {text!r}.{hint}")
    if len(found) > 1:
        raise QuestionError(f"{text!r} can mean {' or '.join(map(actor_name, found))}.", found)
    return found[0]


_ACTOR = "A country or body: ISO 3166-1 code, `ORG:` and acronym, or any usual name."


async def _actor_in_path(actor: Annotated[str, Path(description=_ACTOR, examples=["JPN"])]) -> str:
    return actor_of(actor)


async def _actor_in_query(
    actor: Annotated[str | None, Query(description=_ACTOR, examples=["JPN"])] = None,
) -> str | None:
    return actor_of(actor) if actor else None


async def _pair_in_path(
    a: Annotated[str, Path(description=_ACTOR, examples=["JPN"])],
    b: Annotated[str, Path(description=_ACTOR, examples=["IDN"])],
) -> tuple[str, str]:
    first, second = actor_of(a), actor_of(b)
    if first == second:
        raise QuestionError("A dyad needs two different actors.")
    return min(first, second), max(first, second)


StoreDep = Annotated[Store, Depends(store_of)]
ViewDep = Annotated[View, Depends(view_of)]
ViewThenDep = Annotated[View, Depends(view_then_of)]
SettingsDep = Annotated[Settings, Depends(settings_of)]
JobsDep = Annotated[Jobs, Depends(jobs_of)]
MetricsDep = Annotated[Metrics, Depends(metrics_of)]
ActorInPath = Annotated[str, Depends(_actor_in_path)]
ActorInQuery = Annotated[str | None, Depends(_actor_in_query)]
PairInPath = Annotated[tuple[str, str], Depends(_pair_in_path)]
LimitDep = Annotated[int, Query(ge=1, le=500, description="At most so many.")]
