"""Targets: addresses of pages taken apart, once, so that what is checked is what is asked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from graph.errors import SourceError

_PORTS = {"http": 80, "https": 443}
_LONGEST = 2_000
_UNFIT = re.compile(r"[\x00-\x20\x7f-\x9f\\\u2028\u2029]")
_LEFT_ALONE = "/%:=&?~+!$,;'@()*[]-._|"


@dataclass(frozen=True, slots=True)
class Target:
    """A page's address: the host in its ASCII form, and path and query as they are sent."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def url(self) -> str:
        """The address as text."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == _PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}{self.path}"


def target_of(url: str) -> Target:
    """The target of `url`; raises SourceError ``bad_url`` for what is none, or carries a user name."""
    if len(url) > _LONGEST or _UNFIT.search(url):
        raise _bad(url, "is too long or has characters that no address has")
    try:
        parts = urlsplit(url)
        scheme, host, port = parts.scheme.lower(), parts.hostname or "", parts.port
    except ValueError as error:
        raise _bad(url, f"is no address ({error})") from error
    if scheme not in _PORTS:
        raise _bad(url, "does not start with http:// or https://")
    if "@" in parts.netloc:
        raise _bad(url, "carries a user name")
    path = quote(parts.path or "/", safe=_LEFT_ALONE) + (
        f"?{quote(parts.query, safe=_LEFT_ALONE)}" if parts.query else ""
    )
    return Target(scheme, _ascii(host, url), port if port is not None else _PORTS[scheme], path)


def redirected(target: Target, location: str) -> Target:
    """Where a redirect from `target` leads."""
    return target_of(urljoin(target.url, location.strip()))


def _ascii(host: str, url: str) -> str:
    try:
        name = host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise _bad(url, "has no host that can be looked up") from error
    if not name.rstrip("."):
        raise _bad(url, "names no host")
    return name


def _bad(url: str, why: str) -> SourceError:
    return SourceError(url[:200], "bad_url", f"the address {why}")
