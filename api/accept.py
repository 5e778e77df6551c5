"""What a client accepts: which of the forms that a route offers it gets."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.requests import Request

JSON, HTML, CSV = "application/json", "text/html", "text/csv"
NDJSON, JSONL = "application/x-ndjson", "application/jsonl"
JSONLD, GRAPHML = "application/ld+json", "application/graphml+xml"


def wants_html(request: Request) -> bool:
    """Whether the client likes HTML better than JSON; one that does not care gets JSON."""
    return preferred(request, (JSON, HTML)) == HTML


def preferred(request: Request, offered: Sequence[str]) -> str:
    """The one of `offered` media types that the client likes best, of equals the first; the first if it likes none."""
    weights = _weights(request.headers.get("accept", "*/*"))
    return max(offered, key=lambda kind: _weight(weights, kind))


def _weight(weights: dict[str, float], kind: str) -> float:
    """By the most specific range that covers `kind`."""
    ranges = (kind, f"{kind.partition('/')[0]}/*", "*/*")
    return next((weights[one] for one in ranges if one in weights), 0.0)


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
