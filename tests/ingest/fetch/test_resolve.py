from __future__ import annotations

import socket
import time

import pytest

from ingest.fetch.resolve import resolve


def test_numbers_in_any_form_are_the_addresses_that_they_lead_to() -> None:
    for number in ("127.0.0.1", "127.1", "2130706433", "0x7f000001", "0177.0.0.1"):
        assert list(resolve(number, 80, 5)) == ["127.0.0.1"]


def test_a_name_that_is_not_found_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*arguments: object, **options: object) -> None:
        raise socket.gaierror(8, "not known")

    monkeypatch.setattr(socket, "getaddrinfo", missing)
    with pytest.raises(OSError, match="not known"):
        resolve("missing.example", 80, 5)


def test_a_resolver_that_hangs_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(*arguments: object, **options: object) -> list[object]:
        time.sleep(1)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", slow)
    with pytest.raises(TimeoutError):
        resolve("slow.example", 80, 0.05)


def test_a_name_that_no_resolver_takes_is_an_error() -> None:
    with pytest.raises(OSError):
        resolve("a" * 70 + ".example", 80, 5)
