"""Answers: what the graph says to a question, with the sentences behind it."""

from api.answer.compose import answer
from api.answer.record import Answer

__all__ = ["Answer", "answer"]
