"""Figures for Prometheus."""

from __future__ import annotations

from fastapi import APIRouter, Response
from fastapi.responses import PlainTextResponse
from prometheus_client import CONTENT_TYPE_LATEST

from api.dependencies import MetricsDep

router = APIRouter(tags=["health"])


@router.get("/metrics", response_class=PlainTextResponse, summary="Figures for Prometheus")
async def metrics(metrics: MetricsDep) -> Response:
    """Requests and their times, articles read, claims, skips by reason, and the times of the graph."""
    return Response(metrics.text(), media_type=CONTENT_TYPE_LATEST)
