from __future__ import annotations

from api.access.session import LASTS_S, Sessions


def test_a_session_names_its_key_until_it_is_over() -> None:
    now = 1_000_000.0
    sessions = Sessions(lambda: now)
    cookie = sessions.opened("0123456789ab")
    assert sessions.key_of(cookie) == "0123456789ab"
    now += LASTS_S - 1
    assert sessions.key_of(cookie) == "0123456789ab"
    now += 1
    assert sessions.key_of(cookie) is None


def test_nobody_else_can_make_one() -> None:
    sessions = Sessions()
    cookie = sessions.opened("0123456789ab")
    id_, ends, signature = cookie.split(".")
    forged = (
        f"ffffffffffff.{ends}.{signature}",
        f"{id_}.{int(ends) + 1}.{signature}",
        f"{id_}.{ends}.",
        f"{id_}.{ends}.é",
        "",
        "..",
        Sessions().opened("0123456789ab"),
    )
    for cookie in forged:
        assert sessions.key_of(cookie) is None
