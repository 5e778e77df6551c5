"""The assets that a page carries within itself: our script and style, and vis-network as pyvis ships it."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources
from typing import Literal

from viz.style import FAMILIES, KINDS

VIS_NETWORK = "9.1.2"
"""The release of vis-network (Apache-2.0 or MIT) that pyvis 0.3.2 (BSD) brings along."""

PageKind = Literal["graph", "matrix"]

SCRIPTS: dict[PageKind, tuple[str, ...]] = {
    "graph": ("paint.js", "far.js", "panel.js", "svg.js", "saving.js", "sieve.js", "graph.js"),
    "matrix": ("panel.js", "cell.js", "matrix.js"),
}
"""Our own scripts on each kind of page."""


@cache
def vis_network() -> str:
    """The text of vis-network's script, out of the installed pyvis."""
    folder = resources.files("pyvis") / "lib" / f"vis-{VIS_NETWORK}"
    return _embeddable((folder / "vis-network.min.js").read_text(encoding="utf-8"))


@cache
def scripts(kind: PageKind) -> tuple[str, ...]:
    """All scripts that a page of `kind` carries."""
    own = _embeddable("\n".join(_read(name) for name in SCRIPTS[kind]))
    return (vis_network(), own) if kind == "graph" else (own,)


@cache
def stylesheet() -> str:
    """Our own style sheet, with its colours."""
    return f"{palette()}\n{_read('graph.css')}"


@cache
def palette() -> str:
    """The colours of `viz.style` as custom properties, for light and dark pages."""
    dark = f"{_colours('dark')} color-scheme: dark;"
    return "\n".join(
        (
            f":root {{ {_colours('light')} color-scheme: light; }}",
            f"@media (prefers-color-scheme: dark) {{ :root:not([data-theme='light']) {{ {dark} }} }}",
            f":root[data-theme='dark'] {{ {dark} }}",
        )
    )


_PAGE = {
    "light": {
        "page": "#ffffff",
        "surface": "#f5f7f9",
        "card": "#ffffff",
        "ink": "#18202a",
        "soft": "#535f6d",
        "rule": "#d7dde4",
        "mark": "#ffe9a8",
        "accent": "#00598c",
    },
    "dark": {
        "page": "#12171d",
        "surface": "#1a2129",
        "card": "#1e2630",
        "ink": "#edf1f5",
        "soft": "#aeb8c4",
        "rule": "#34404c",
        "mark": "#6b5200",
        "accent": "#7cc4f0",
    },
}


def _colours(page: str) -> str:
    kinds = {f"kind-{style.kind}": style.light if page == "light" else style.dark for style in KINDS}
    on = {f"on-{style.kind}": style.on for style in KINDS}
    on |= {f"edge-{style.kind}": style.edge if page == "light" else style.dark for style in KINDS}
    lines = {f"line-{style.family}": style.light if page == "light" else style.dark for style in FAMILIES}
    return " ".join(f"--{name}: {value};" for name, value in {**_PAGE[page], **kinds, **on, **lines}.items())


def _read(name: str) -> str:
    return (resources.files("viz") / "assets" / name).read_text(encoding="utf-8")


def _embeddable(code: str) -> str:
    """`code` if it can stand within a script element; anything else is a mistake of ours."""
    if "</script" in code.lower() or "<!--" in code:
        raise ValueError("a script asset would end the element that holds it")
    return code


def source_hash(text: str) -> str:
    """The hash by which a Content-Security-Policy admits an inline script or style of exactly this text."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def content_security_policy(kind: PageKind = "graph") -> str:
    """What a page may do: run the scripts and use the one style that it carries, and reach nothing else."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(map(source_hash, scripts(kind)))}",
            f"style-src {source_hash(stylesheet())}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
