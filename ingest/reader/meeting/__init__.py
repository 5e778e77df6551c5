"""Meetings, visits and calls: their occasions, who took part, when, and the consultations that they are."""
