"""Questions in plain words: what was asked, about whom, in which sector and period."""

from api.question.named import EXAMPLES
from api.question.record import INTENTS, Intent, Period, Question
from api.question.understand import understand

__all__ = ["EXAMPLES", "INTENTS", "Intent", "Period", "Question", "understand"]
