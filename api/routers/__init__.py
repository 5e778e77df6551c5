"""The routes, one file per noun; each speaks HTTP only and asks the view."""

from api.routers import (
    articles,
    claims,
    countries,
    cypher,
    dyads,
    facts,
    files,
    forms,
    graph,
    health,
    jobs,
    login,
    merges,
    metrics,
    pages,
    query,
    search,
    sectors,
    watches,
)

ROUTERS = (
    query.router,
    watches.router,
    search.router,
    dyads.router,
    countries.router,
    facts.router,
    sectors.router,
    files.router,
    forms.router,
    articles.router,
    jobs.router,
    claims.router,
    merges.router,
    graph.router,
    cypher.router,
    health.router,
    metrics.router,
    pages.router,
    login.router,
)
"""In the order in which the documentation shows them."""

__all__ = ["ROUTERS"]
