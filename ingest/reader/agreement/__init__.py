"""Agreements: their names, kinds, parties and where they stand."""
