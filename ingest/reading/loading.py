"""How a process that reads loads the default reader, which takes seconds: whoever starts it need not."""

from __future__ import annotations

from ingest.reading.reading import NamedReader


def load_reader(model: str | None = None) -> NamedReader:
    """The default reader; `model` names another pipeline than its own."""
    from ingest.reader import default_reader  # noqa: PLC0415 - its parser is for the process that reads

    return default_reader(model)
