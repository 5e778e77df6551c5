"""Who may do what: keys, sessions of browsers, and the gate before all routes."""

from api.access.key import Key
from api.access.keyring import Keyring
from api.access.scope import SCOPES, Scope, needed

__all__ = ["SCOPES", "Key", "Keyring", "Scope", "needed"]
