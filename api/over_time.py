"""The timeline of two actors, as pages show it."""

from __future__ import annotations

from graph.claim import Pair
from graph.view import View
from viz.timeline import WIDTHS, Timeline, timeline

MOST = 500
"""Acts that are drawn: those with most sources."""


def over_time(view: View, pair: Pair, since: str | None = None, until: str | None = None) -> tuple[Timeline, ...]:
    """The drawing of all that two actors did, or pledged to do, wide and narrow; none where nothing has a date."""
    events = view.events(*pair, since=since, until=until, evidence=0, limit=MOST)
    return tuple(drawn for width in WIDTHS if (drawn := timeline(events, width)))
