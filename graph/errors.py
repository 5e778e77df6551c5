"""The one exception tree of Accord.

AccordError
├── InputError           one input is unusable: skip it, count it, go on
│   ├── SourceError      a file, line or address could not be read
│   └── ArticleError     what was read is no article (empty, binary, too long)
├── QuestionError        a question was not understood: say why, offer others
│   └── UnknownName      it names an actor or sector that no vocabulary has
├── BadCursor            a cursor is none that this list gave
├── NotFound             what was asked for by id is not in the graph
├── VocabularyError      a packaged YAML file is wrong: abort, it is our bug
├── SettingError         a setting cannot work: abort before anything starts
└── StoreError           the graph cannot be used now
    ├── StoreUnreachable   nothing answers, or the engine did not start
    ├── StoreRefused       wrong name or password
    ├── StoreOutdated      the server or the schema has another version
    └── QueryRefused       the engine rejected a query (syntax, write in a read, too long)
"""

from __future__ import annotations

from collections.abc import Sequence


class AccordError(Exception):
    """The base of all errors that Accord raises on purpose; its text is fit for a user."""


class InputError(AccordError):
    """One input is unusable; `where` names it (file, file and line, address), `reason` is a stable short key."""

    def __init__(self, where: str, reason: str, detail: str = "") -> None:
        super().__init__(f"{where}: {detail or reason}")
        self.where = where
        self.reason = reason
        self.detail = detail or reason


class SourceError(InputError):
    """A file, line or address could not be read."""


class ArticleError(InputError):
    """What was read is no article."""


class QuestionError(AccordError):
    """A question was not understood; `suggestions` are questions that would be."""

    def __init__(self, message: str, suggestions: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.suggestions = tuple(suggestions)


class UnknownName(QuestionError):
    """A question names something that no vocabulary has; `name` is the word, `suggestions` are near names."""

    def __init__(self, name: str, suggestions: Sequence[str] = ()) -> None:
        hint = f" Did you mean {', '.join(suggestions)}?" if suggestions else ""
        super().__init__(f"Unknown name: {name!r}.{hint}", suggestions)
        self.name = name


class BadCursor(AccordError):
    """Where a list should go on is no place in it."""


class NotFound(AccordError):
    """What was asked for by id is not in the graph."""


class VocabularyError(AccordError):
    """A packaged vocabulary is wrong; the text names file and key."""


class SettingError(AccordError):
    """A setting cannot work; the text names it."""


class StoreError(AccordError):
    """The graph cannot be used now."""


class StoreUnreachable(StoreError):
    """Nothing answers at the address, or the embedded engine did not start."""


class StoreRefused(StoreError):
    """The server answered and refused the user name or password."""


class StoreOutdated(StoreError):
    """The server or the schema in it has a version that this program cannot use."""


class QueryRefused(StoreError):
    """The engine rejected a query: its syntax, a write where only reads are allowed, or its time ran out."""
