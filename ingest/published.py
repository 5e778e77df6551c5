"""The publication date as inputs write it: ISO 8601 of any precision, a timestamp, or an RFC 2822 date."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2}))?")
_BASIC = re.compile(r"(\d{4})(\d{2})(\d{2})")


def published_date(value: str) -> str | None:
    """`value` as ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; None if it is no such date. Times and zones are cut."""
    if match := _PARTIAL.fullmatch(value):
        return value if 1 <= int(match[2] or 1) <= 12 and int(match[1]) else None
    if match := _BASIC.fullmatch(value):
        value = "-".join(match.groups())
    return _iso(value) or _rfc2822(value)


def _iso(value: str) -> str | None:
    try:
        return date.fromisoformat(value[:10]).isoformat() if len(value) == 10 else _timestamp(value)
    except ValueError:
        return None


def _timestamp(value: str) -> str:
    return datetime.fromisoformat(value).date().isoformat()


def _rfc2822(value: str) -> str | None:
    try:
        return parsedate_to_datetime(value).date().isoformat()
    except (ValueError, IndexError, TypeError, OverflowError):
        return None
