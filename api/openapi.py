"""The OpenAPI document: what FastAPI makes of the routes, and the keys that they need."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI

from api.access.scope import needed

_SCHEME = "key"


def describe_keys(app: FastAPI) -> None:
    """Says in the document of `app` which scope each route needs."""
    plain = app.openapi

    def document() -> dict[str, Any]:
        schema = plain()
        if _SCHEME not in schema.setdefault("components", {}).setdefault("securitySchemes", {}):
            schema["components"]["securitySchemes"][_SCHEME] = {
                "type": "http",
                "scheme": "bearer",
                "description": "A key as `accord keys add` prints it; its scope is read, write or admin.",
            }
            for path, methods in schema["paths"].items():
                for method, operation in methods.items():
                    scope = needed(method.upper(), path)
                    operation["security"] = [{_SCHEME: [scope]}] if scope else []
        return schema

    app.openapi = document  # type: ignore[method-assign]
