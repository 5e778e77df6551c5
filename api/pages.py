"""The pages: server-side templates, one style sheet inside each page, and a policy that admits nothing else."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Any

from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from api.answer.phrase import act_name, counted, listed, sector_name
from api.question import EXAMPLES
from api.quoted import told_once
from graph.vocabulary import sectors
from graph.vocabulary.names import actor_name, dyad_name


def page(template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """A page of `template`."""
    body = _environment().get_template(template).render(**values)
    return HTMLResponse(body, status, headers={"Content-Security-Policy": _policy()})


def problem_page(status: int, title: str, detail: str, suggestions: Sequence[str], asked: str = "") -> HTMLResponse:
    """The page that tells what went wrong; `asked` stays in the box, to be put right."""
    return page("problem.html", status, title=title, detail=detail, suggestions=suggestions, q=asked)


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("api"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.globals.update(
        style=Markup(_style()),  # noqa: S704 - our own file
        examples=EXAMPLES,
        act_name=act_name,
        sectors=sectors().by_id,
    )
    made.filters.update(
        actor=actor_name,
        dyad=dyad_name,
        listed=listed,
        sector=sector_name,
        counted=counted,
        words=_words,
        told_once=told_once,
        code=_code,
    )
    return made


def _code(text: str) -> Markup:
    """Text with what stands in backticks as code."""
    return Markup(re.sub(r"`([^`]+)`", r"<code>\1</code>", str(escape(text))))  # noqa: S704 - escaped before


def _words(key: str) -> str:
    """A key of the data as words: in_force is "in force"."""
    return key.replace("_", " ")


@cache
def _style() -> str:
    return resources.files("api").joinpath("templates", "pages.css").read_text(encoding="utf-8")


@cache
def _policy() -> str:
    digest = base64.b64encode(hashlib.sha256(_style().encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
