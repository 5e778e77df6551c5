"""Pages of lists: a limit and a cursor come in, the items of one page and a link to the next go out (RFC 8288)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Any, TypeVar
from urllib.parse import quote, urlencode

from fastapi import Depends, Query, Request, Response

from api import cursor as cursors
from api.cursor import Key
from api.filters import Narrowed
from graph.fact import Passage
from graph.projection.key import FactLabel
from graph.view import View
from graph.view.rows import Standing
from graph.view.wanted import PLACE, Place

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Paging:
    """One page of a list: at most `limit` items, from where `cursor` says on."""

    request: Request
    response: Response
    limit: int
    cursor: str | None

    def after(self, *kinds: Any) -> Key | None:
        """The key of the item after which the page begins, of values of these kinds; None for the first page."""
        if self.cursor is None:
            return None
        return cursors.read(self.cursor, self.request.scope["path"], self.request.query_params.multi_items(), kinds)

    def give(self, found: Sequence[T], key: Callable[[T], Key]) -> Sequence[T]:
        """The items of this page, of `found` from its first item on; if there are more, the answer links to them."""
        if len(found) > self.limit:
            self._link(key(found[self.limit - 1]))
        return found[: self.limit]

    def cut(self, found: Iterable[T], key: Callable[[T], Key], *kinds: Any) -> Sequence[T]:
        """The same of a whole list, which is in the order of its keys."""
        start = self.after(*kinds)
        return self.give([one for one in found if start is None or key(one) > start], key)

    def facts(
        self, view: View, label: FactLabel, narrowed: Narrowed, *, dyad: str | None = None, actor: str | None = None
    ) -> Sequence[Any]:
        """One page of the facts of a dyad, of an actor, or of anybody."""
        start = self.after(*PLACE)
        wanted = replace(narrowed.wanted, dyad=dyad, actor=actor)
        found = view.page(label, wanted, sort=narrowed.sort, after=Place(*start) if start else None, limit=self.limit)
        if found.last:
            self._link(tuple(found.last))
        return found.items

    def passages(self, view: View, fact: str) -> Sequence[Passage]:
        """One page of the passages that support a fact; raises `NotFound` where there is no such fact."""
        start = self.after(int | float, str, str)
        found = view.evidence(fact, after=Standing(*start) if start else None, limit=self.limit + 1)
        if not found:
            view.fact(fact, evidence=0)
        return self.give(found, lambda one: (one.confidence, one.published or "", one.claim_id))

    def _link(self, key: Key) -> None:
        path, query = self.request.scope["path"], self.request.query_params.multi_items()
        kept = [(name, value) for name, value in query if name != "cursor"]
        next_query = urlencode([*kept, ("cursor", cursors.written(key, path, query))])
        self.response.headers["Link"] = f'<{quote(path)}?{next_query}>; rel="next"'


async def _paging(
    request: Request,
    response: Response,
    limit: Annotated[int, Query(ge=1, le=500, description="At most so many.")] = 50,
    cursor: Annotated[
        str | None,
        Query(max_length=cursors.LONGEST, description="Where the list goes on: from the Link header's `next`."),
    ] = None,
) -> Paging:
    return Paging(request, response, limit, cursor)


PagingDep = Annotated[Paging, Depends(_paging)]
