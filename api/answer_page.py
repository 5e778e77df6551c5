"""The page of an answer, and of two actors: the facts with their sentences, and what happened over time."""

from __future__ import annotations

from fastapi.responses import HTMLResponse

from api.answer import Answer, answer
from api.over_time import over_time
from api.pages import page
from api.question import Period, Question
from api.wire_answer import FactsOut, answer_out
from graph.claim import Pair
from graph.view import View
from graph.vocabulary.names import dyad_id, dyad_name
from viz.timeline import Timeline


def answer_page(view: View, found: Answer) -> HTMLResponse:
    """The page of an answer to a question."""
    return _page(view, found, plain=False)


def dyad_page(view: View, pair: Pair) -> HTMLResponse:
    """The page of all that two actors share; no question was asked, so none was understood."""
    return _page(view, answer(_overview(pair), view), plain=True)


def _overview(pair: Pair) -> Question:
    return Question(dyad_name(dyad_id(*pair)), "overview", pair, pairs=(pair,))


def _page(view: View, found: Answer, *, plain: bool) -> HTMLResponse:
    question = found.question
    told = answer_out(found)
    drawings: tuple[Timeline, ...] = ()
    if len(question.pairs) == 1:
        period = question.period or Period()
        drawings = over_time(view, question.pairs[0], since=period.since, until=period.until)
    rest = _rest(view, question, told.facts)
    return page("answer.html", answer=told, q=question.text, drawings=drawings, rest=rest, plain=plain)


def _rest(view: View, question: Question, asked: FactsOut) -> FactsOut | None:
    """What else is known of the two that are asked about, of kinds that are not; None where a part was asked for."""
    narrowed = question.period or question.sectors or question.people or question.intent == "overview"
    if len(question.pairs) != 1 or narrowed:
        return None
    whole = answer_out(answer(_overview(question.pairs[0]), view)).facts
    return whole.model_copy(update={kind: [] for kind, found in dict(asked).items() if found and kind != "entity"})
