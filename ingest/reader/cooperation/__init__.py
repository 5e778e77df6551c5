"""Cooperation: which pairs do things together in which sector, and how far."""
