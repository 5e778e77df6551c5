"""What a client accepts: a page or JSON."""

from __future__ import annotations

from starlette.requests import Request

_ANY = "*/*"


def wants_html(request: Request) -> bool:
    """Whether the client likes HTML better than JSON; one that does not care gets JSON."""
    weights = _weights(request.headers.get("accept", _ANY))
    html = weights.get("text/html", weights.get("text/*", 0.0))
    json = weights.get("application/json", weights.get("application/*", 0.0))
    return html > 0 and html >= weights.get(_ANY, 0.0) and html > json


def _weights(header: str) -> dict[str, float]:
    out: dict[str, float] = {}
    for part in header.split(","):
        kind, *parameters = (piece.strip() for piece in part.split(";"))
        weight = next((p[2:] for p in parameters if p.startswith("q=")), "1")
        try:
            out[kind.lower()] = float(weight)
        except ValueError:
            out[kind.lower()] = 0.0
    return out
