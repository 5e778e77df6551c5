"""A process that writes made-up articles: ``python -m tests.graph.writing SETTINGS SEED ARTICLES BATCH``."""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path

from graph.store import StoreConfig, open_store
from tests.graph.samples import random_readings

CLAIMS = 10


def main() -> None:
    """Writes when its input ends, so that several begin together; each in an order of its own."""
    settings, seed, articles, batch = json.loads(sys.argv[1]), *map(int, sys.argv[2:5])
    config = StoreConfig(**{**settings, "home": settings["home"] and Path(settings["home"])})
    readings = random_readings(articles, CLAIMS, seed=9)
    random.Random(seed).shuffle(readings)
    with open_store(config) as store:
        sys.stdin.read()
        store.writer().write_many(readings, batch)


if __name__ == "__main__":
    main()
