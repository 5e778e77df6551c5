"""The page: a subgraph as one HTML file that needs nothing else and asks for nothing."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from graph.subgraph import Subgraph
from viz import asset
from viz.detail import details
from viz.drawing import drawing
from viz.icons import icons
from viz.layout import arrange
from viz.ledger import headline, ledger, left_out
from viz.lettering import plain
from viz.matrix import figures, matrix, pair_rows
from viz.scene import counted, scene
from viz.sieve import sieve
from viz.strongest import strongest

MOST_QUOTED = 250
"""A table of more rows only counts their sentences: they would take seconds to lay out, and the panel has them."""

_ESCAPES = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}
_SURROGATES = re.compile("[\ud800-\udfff]")
"""Halves of characters, which no file can hold."""


def render(subgraph: Subgraph, served: Sequence[str] | None = None) -> str:
    """One self-contained HTML page of `subgraph`: picture, legend, sentences and a table of the same facts.

    `served` are the actors that the API was asked for: then the page leads to marked articles, and to the picture with
    the relations of one actor more.

    The page holds all that it needs, loads nothing, and its Content-Security-Policy admits only its own scripts. What
    articles say is on it as text alone. Equal subgraphs give equal pages.
    """
    subgraph = strongest(subgraph)
    stage = scene(subgraph)
    plans = arrange(stage)
    legend = sieve(stage)
    sections = ledger(stage)
    data = {
        **drawing(stage, plans),
        "facts": details(stage),
        "title": plain(subgraph.title),
        "icons": icons(),
        "served": None if served is None else list(served),
        "steps": [[step.name, step.first, step.last] for step in legend.steps],
    }
    template = environment().get_template("graph.html.j2")
    page = template.render(
        title=plain(subgraph.title),
        headline=headline(stage),
        left_out=left_out(subgraph.left_out),
        legend=legend,
        sections=sections,
        brief=sum(len(section.rows) for section in sections) > MOST_QUOTED,
        data=Markup(json_for_script(data)),  # noqa: S704 - escaped for a script element by json_for_script
        **_assets("graph"),
        empty=not subgraph.nodes,
    )
    return _SURROGATES.sub("\ufffd", page)


def render_matrix(overview: Subgraph, served: bool = False) -> str:
    """One self-contained HTML page of all relations (`View.overview`): a cell for each two, and the best as text.

    `served` says that the API serves it, so that a cell can lead to the picture of its pair.
    """
    drawn = matrix(overview)
    rows = pair_rows(overview)
    template = environment().get_template("matrix.html.j2")
    page = template.render(
        title=plain(overview.title),
        headline=figures(overview),
        left_out=left_out(overview.left_out),
        actors=counted(len(drawn["actors"]), "actor"),
        seats={actor[0]: seat for seat, actor in enumerate(drawn["actors"])},
        sectors=drawn["sectors"],
        most_sources=max((edge.weight for edge in overview.edges), default=1),
        rows=rows,
        more=len(drawn["cells"]) - len(rows),
        data=Markup(json_for_script({**drawn, "served": served})),  # noqa: S704 - escaped by json_for_script
        **_assets("matrix"),
    )
    return _SURROGATES.sub("\ufffd", page)


def _assets(kind: asset.PageKind) -> dict[str, Any]:
    """What a template needs to carry style and scripts, and the policy that admits these alone."""
    return {
        "policy": asset.content_security_policy(kind),
        "style": Markup(asset.stylesheet()),  # noqa: S704 - our own file
        "scripts": [Markup(script) for script in asset.scripts(kind)],  # noqa: S704 - pyvis's and our own files
    }


@dataclass(frozen=True, slots=True)
class Picture:
    """A subgraph that a notebook shows as its page, in a frame of `height` pixels."""

    subgraph: Subgraph
    height: int = 720

    def _repr_html_(self) -> str:
        page = html.escape(render(self.subgraph), quote=True)
        title = html.escape(plain(self.subgraph.title), quote=True)
        return (
            f'<iframe title="{title}" srcdoc="{page}" width="100%" height="{int(self.height)}" '
            'sandbox="allow-scripts allow-downloads allow-popups"></iframe>'
        )


@cache
def environment() -> Environment:
    """The templates of all pages: everything is escaped, and a name that is missing is an error."""
    made = Environment(
        loader=PackageLoader("viz"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["icons"] = icons()
    return made


def json_for_script(value: Any) -> str:
    """`value` as JSON that cannot end, or be taken for anything but, the data of a script element."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
