"""Pages from the public web, and from nowhere else: see `SafeFetch`."""

from ingest.fetch.fetch import MOST_BYTES, Fetched, SafeFetch
from ingest.fetch.manners import Manners

__all__ = ["MOST_BYTES", "Fetched", "Manners", "SafeFetch"]
"""What may be fetched by whoever can add an article, without a look into the network that the server stands in."""
