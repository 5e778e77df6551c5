from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from api.access import Key, Keyring
from api.access.key import TOKEN, id_in
from graph.errors import NotFound, SettingError


@pytest.fixture
def keyring(tmp_path: Path) -> Keyring:
    return Keyring(tmp_path / "home" / "keys")


def test_a_token_opens_its_key_and_no_other(keyring: Keyring) -> None:
    token, key = keyring.add("  Web   team ", "write")
    other, _ = keyring.add("Web team", "read")
    assert (key.name, key.scope, key.used) == ("Web team", "write", None)
    assert TOKEN.fullmatch(token)
    assert id_in(token) == key.id
    assert keyring.of_token(token) == key
    changed = token[:-1] + ("A" if token[-1] != "A" else "B")
    mixed = token[:20] + other[20:]
    for wrong in (changed, mixed, token.upper(), f" {token}", token + "A", "", "accord_", f"accord_../keys_{'A' * 43}"):
        assert keyring.of_token(wrong) is None, wrong


def test_the_token_is_kept_nowhere(keyring: Keyring, tmp_path: Path) -> None:
    token, key = keyring.add("me", "admin")
    [file] = (tmp_path / "home" / "keys").iterdir()
    secret = token.rpartition("_")[2]
    assert secret not in file.read_text(encoding="utf-8")
    assert secret not in repr(key)


def test_only_its_owner_can_read_it(keyring: Keyring, tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        keyring.add("me", "read")
    finally:
        os.umask(before)
    folder = tmp_path / "home" / "keys"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert [stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()] == [0o600]


def test_lists_keys_and_when_they_were_used(keyring: Keyring) -> None:
    assert keyring.all() == []
    token, _ = keyring.add("one", "read")
    keyring.add("two", "write")
    assert {key.name: key.used for key in keyring.all()} == {"one": None, "two": None}
    keyring.of_token(token)
    used = {key.name: key.used for key in keyring.all()}
    assert used["one"]
    assert used["two"] is None


def test_a_revoked_key_opens_nothing_in_whatever_process_reads_it(keyring: Keyring, tmp_path: Path) -> None:
    token, key = keyring.add("one", "read")
    running = Keyring(tmp_path / "home" / "keys")
    assert running.of_token(token)
    assert keyring.revoke(key.id).name == "one"
    assert running.of_token(token) is None
    assert running.of_id(key.id) is None
    for unknown in (key.id, "x", "../../etc/passwd"):
        with pytest.raises(NotFound):
            keyring.revoke(unknown)


@pytest.mark.parametrize(
    "content",
    ["", "[]", '{"id": "0123456789ab"}', '{"id":"0123456789ab","name":"","scope":"all","digest":"","created":""}'],
)
def test_a_file_that_is_no_key_is_named(keyring: Keyring, tmp_path: Path, content: str) -> None:
    keyring.add("one", "read")
    (tmp_path / "home" / "keys" / "0123456789ab.json").write_text(content)
    with pytest.raises(SettingError, match="0123456789ab"):
        keyring.all()


def test_tokens_are_all_different(keyring: Keyring) -> None:
    made = [keyring.add("n", "read") for _ in range(20)]
    assert len({token for token, _ in made}) == len({key.id for _, key in made}) == 20
    assert all(isinstance(key, Key) for _, key in made)
