"""Metrics: what is counted and timed, in the form that Prometheus reads."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector, generate_latest

_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"})
_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)


class Metrics:
    """The figures of one application; methods may be called from any thread."""

    def __init__(self) -> None:
        self._registry = own = CollectorRegistry()
        ProcessCollector(registry=own)
        self._requests = Counter(
            "accord_http_requests", "Requests answered.", ["method", "route", "status"], registry=own
        )
        self._request_seconds = Histogram(
            "accord_http_request_seconds", "Time to answer.", ["method", "route"], buckets=_SECONDS, registry=own
        )
        self._articles = Counter("accord_articles_read", "Articles read.", registry=own)
        self._claims = Counter("accord_claims_read", "Claims made of them.", registry=own)
        self._skipped = Counter(
            "accord_articles_skipped", "Articles that could not be read or stored.", ["reason"], registry=own
        )
        self._store_seconds = Histogram(
            "accord_store_seconds", "Time that the graph took.", ["operation"], buckets=_SECONDS, registry=own
        )

    def answered(self, method: str, route: str, status: int, seconds: float) -> None:
        """Counts a request; `route` is its pattern, so that there are no more of them than routes."""
        known = method if method in _METHODS else "other"
        self._requests.labels(known, route, str(status)).inc()
        self._request_seconds.labels(known, route).observe(seconds)

    def read(self, articles: int, claims: int) -> None:
        """Counts articles that were read, with the claims that their readings make."""
        self._articles.inc(articles)
        self._claims.inc(claims)

    def skipped(self, reason: str, articles: int = 1) -> None:
        """Counts articles that were not, for a reason of an InputError."""
        self._skipped.labels(reason).inc(articles)

    def store(self, operation: str, seconds: float) -> None:
        """Notes what one use of the graph took: ``read``, ``write``, or ``query`` for Cypher of a user."""
        self._store_seconds.labels(operation).observe(seconds)

    def text(self) -> bytes:
        """All of them."""
        return generate_latest(self._registry)
