"""The keyring: a folder with one file for each key, so that adding and revoking need no lock and hold at once."""

from __future__ import annotations

import json
import os
import re
import time
from contextlib import suppress
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from api.access.key import Key, id_in, new_key
from api.access.scope import SCOPES, Scope
from graph.errors import NotFound, SettingError

_ID = re.compile("[0-9a-f]{12}")
_USED_S = 60
"""So often at most the use of a key is noted."""


class Keyring:
    """The keys in `folder`, which is made with the first one (0700, the files 0600).

    Nothing is kept in memory: a key that was revoked in another process is refused from then on.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def add(self, name: str, scope: Scope) -> tuple[str, Key]:
        """Makes a key; gives its token, which is kept nowhere."""
        token, key = new_key(" ".join(name.split()), scope)
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        fields = {field: value for field, value in asdict(key).items() if field != "used"}
        part = self._folder / f"{key.id}.part"
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            json.dump(fields, file)
        os.utime(part, (0, 0))  # the file's time is when the key was last used
        part.replace(self._file(key.id))
        return token, key

    def all(self) -> list[Key]:
        """All keys, in the order in which they were made."""
        found = (self._read(path.stem) for path in self._folder.glob("*.json"))
        return sorted((key for key in found if key), key=lambda key: (key.created, key.id))

    def revoke(self, id: str) -> Key:
        """Removes a key; NotFound if there is none of that id."""
        key = self._read(id)
        if key is None:
            raise NotFound(f"There is no key {id!r}: `accord keys list` shows all.")
        self._file(id).unlink(missing_ok=True)
        return key

    def of_token(self, token: str) -> Key | None:
        """The key that `token` opens, if any; its use is noted."""
        id_ = id_in(token)
        key = self._read(id_) if id_ else None
        if key is None or not key.fits(token):
            return None
        return self._noted(key)

    def of_id(self, id: str) -> Key | None:
        """The key of that id, if any; its use is noted."""
        key = self._read(id)
        return self._noted(key) if key else None

    def _noted(self, key: Key) -> Key:
        file = self._file(key.id)
        with suppress(OSError):  # revoked just now, or a folder that may only be read
            if time.time() - file.stat().st_mtime > _USED_S:
                os.utime(file)
        return key

    def _file(self, id: str) -> Path:
        return self._folder / f"{id}.json"

    def _read(self, id: str) -> Key | None:
        if not _ID.fullmatch(id):
            return None
        file = self._file(id)
        try:
            used = file.stat().st_mtime
            fields = json.loads(file.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            raise SettingError(f"The key {id} cannot be read: {error}") from error
        try:
            key = Key(**fields, used=datetime.fromtimestamp(used, UTC).isoformat(timespec="seconds") if used else None)
        except TypeError as error:
            raise SettingError(f"The key {id} cannot be read: it is not as Accord writes keys.") from error
        if key.scope not in SCOPES:
            raise SettingError(f"The key {id} has a scope that there is not: {key.scope!r}")
        return key
