"""The pages: server-side templates, one style sheet in each, one script of ours, and a policy that admits no other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Any
from urllib.parse import quote

from fastapi.responses import HTMLResponse
from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from api.answer.phrase import counted, listed, sector_name
from api.question import EXAMPLES
from api.quoted import quoted_articles, told_once
from api.script import address
from graph.vocabulary import sectors
from graph.vocabulary.names import actor_name, dyad_name
from viz import asset
from viz.icons import icons
from viz.lettering import capital
from viz.quotation import quotation
from viz.spoken import act, percent, spoken_date, words
from viz.style import line_of


def page(template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """A page of `template`."""
    body = _environment().get_template(template).render(**values)
    return HTMLResponse(body, status, headers={"Content-Security-Policy": _policy()})


def problem_page(status: int, title: str, detail: str, suggestions: Sequence[str], asked: str = "") -> HTMLResponse:
    """The page that tells what went wrong; `asked` stays in the box, to be put right."""
    return page("problem.html", status, title=title, detail=detail, suggestions=suggestions, q=asked)


def fact_page(fact: str) -> str:
    """The address of a fact's page."""
    return f"/facts/{path_part(fact)}"


def dyad_page(dyad: str) -> str:
    """The address of a dyad's page."""
    return "/".join(["/dyads", *map(path_part, dyad.split("-"))])


def path_part(text: str) -> str:
    """`text` as one part of an address."""
    return quote(text, safe=":")


@cache
def _environment() -> Environment:
    made = Environment(
        loader=ChoiceLoader([PackageLoader("api"), PackageLoader("viz")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(
        style=Markup(_style()),  # noqa: S704 - our own files
        script=address(),
        examples=EXAMPLES,
        act=act,
        fact_page=fact_page,
        icons=icons(),
        quoted_articles=quoted_articles,
        sectors=sectors().by_id,
    )
    made.filters.update(
        actor=actor_name,
        capital=capital,
        code=_code,
        counted=counted,
        date=spoken_date,
        dyad=dyad_name,
        dyad_page=dyad_page,
        line=line_of,
        listed=listed,
        path=path_part,
        percent=percent,
        quotation=quotation,
        sector=sector_name,
        told_once=told_once,
        words=words,
    )
    return made


def _code(text: str) -> Markup:
    """Text with what stands in backticks as code."""
    return Markup(re.sub(r"`([^`]+)`", r"<code>\1</code>", str(escape(text))))  # noqa: S704 - escaped before


@cache
def _style() -> str:
    own = resources.files("api").joinpath("templates", "pages.css").read_text(encoding="utf-8")
    return f"{asset.palette()}\n{own}"


@cache
def _policy() -> str:
    return (
        f"default-src 'none'; style-src {asset.source_hash(_style())}; script-src 'self'; connect-src 'self'; "
        "img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
