"""Benchmarks: how fast the reader is, and how far its confidence can be trusted."""
