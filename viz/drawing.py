"""The drawing: a subgraph as vis-network data, built with pyvis on a plan that was made beforehand."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from graph.subgraph import Edge
from viz.icons import icon_of
from viz.lettering import plain
from viz.plan import Curve, Plan
from viz.scene import Scene
from viz.sieve import marks
from viz.spoken import words
from viz.style import KIND, dash_of, family_of, has_arrow, is_detail, line_of, standing_of, width_of

if TYPE_CHECKING:
    from pyvis.network import Network

OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": False,
        "dragNodes": True,
        "dragView": True,
        "zoomView": False,
        "selectConnectedEdges": False,
        "hideEdgesOnDrag": False,
    },
    "edges": {"smooth": False, "selectionWidth": 0, "hoverWidth": 0, "arrowStrikethrough": False},
}
"""Nothing moves by itself, and the wheel scrolls the page: the page's own script zooms on demand."""


def drawing(stage: Scene, plans: Sequence[Plan]) -> dict[str, Any]:
    """The nodes, edges and options for vis-network, and the places and curves of each of `plans` by its format."""
    network = _network(stage, plans[0])
    return {
        "nodes": network.nodes,
        "edges": network.edges,
        "options": network.options,
        "plans": {plan.format: _plan(plan) for plan in plans},
    }


def _network(stage: Scene, plan: Plan) -> Network:
    from pyvis.network import Network  # noqa: PLC0415 - takes a second (it loads IPython), and only pages need it

    network = Network(directed=True, cdn_resources="in_line")  # undirected, pyvis drops parallel lines
    network.set_options(json.dumps(OPTIONS))
    for node in stage.subgraph.nodes:
        place = plan.places[node.id]
        network.add_node(
            node.id,
            label=plain(node.label) or node.id,
            shape="custom",
            x=_round(place.x),
            y=_round(place.y),
            kind=node.kind,
            form=KIND[node.kind].shape,
            code=place.card.code,
            icon=icon_of(node),
        )
    actors = {node.id for node in stage.actors}
    for index, (edge, narrowed) in enumerate(zip(stage.subgraph.edges, marks(stage), strict=True)):
        act = family_of(edge.type) != "frame" and {edge.source, edge.target} <= actors
        look = {**_line(edge, act), **narrowed, "detail": index in stage.details, "refines": is_detail(edge.type)}
        network.add_edge(edge.source, edge.target, id=f"e{index}", **look)
    return network


def _line(edge: Edge, act: bool) -> dict[str, Any]:
    line, family = line_of(standing_of(edge)), family_of(edge.type)
    return {
        "type": edge.type,
        "family": family,
        "line": line or "",
        "arrows": "to" if has_arrow(edge) else "",
        "dashes": list(dash_of(family, line)) or False,
        "width": round(width_of(line, family, edge.weight, act), 2),
        **({"label": label_of(edge)} if act else {}),
    }


def label_of(edge: Edge) -> str:
    """The phrase on a line, with its modality where that is not plain fact: ``aids (pledged)``."""
    standing = standing_of(edge)
    phrase = plain(edge.label) or words(edge.type).lower()
    if standing not in {"pledged", "possible", "negated"} or standing in phrase:
        return phrase
    return f"{phrase} ({words(standing)})"


def _plan(plan: Plan) -> dict[str, Any]:
    box = plan.box
    return {
        "box": [_round(side) for side in (box.left, box.top, box.right, box.bottom)],
        "places": {
            node_id: {
                "x": _round(place.x),
                "y": _round(place.y),
                "side": place.side,
                "w": _round(place.card.width),
                "h": _round(place.card.height),
                "lines": place.card.lines,
                "notes": place.card.notes,
            }
            for node_id, place in plan.places.items()
        },
        "labels": plan.labels,
        "curves": {f"e{index}": _smooth(curve) for index, curve in plan.curves.items()},
    }


def _smooth(curve: Curve) -> dict[str, Any]:
    smooth = {"enabled": True, "type": curve.type, "roundness": curve.roundness}
    return {**smooth, "forceDirection": curve.force} if curve.type == "cubicBezier" else smooth


def _round(number: float) -> float:
    return round(number, 1)
