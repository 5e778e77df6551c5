"""`accord claims`: what people decide about claims."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from api.answer.phrase import counted
from api.explain import described
from api.settings import load_settings
from api.terminal import out
from graph.claim import Claim
from graph.judgement import Verdict
from graph.judging import decide, take_back
from graph.store import Store, open_store


class Deed(StrEnum):
    """What to do with claims."""

    LIST = "list"
    REJECT = "reject"
    CONFIRM = "confirm"
    UNDO = "undo"


_VERDICTS: dict[Deed, Verdict] = {Deed.REJECT: "rejected", Deed.CONFIRM: "confirmed"}


def claims(
    deed: Annotated[Deed, typer.Argument(help="What to do.", show_default=False)],
    ids: Annotated[
        list[str] | None,
        typer.Argument(help="Ids of claims, as evidence gives them; to list, of articles: none lists what was judged."),
    ] = None,
) -> None:
    """List claims, reject or confirm them for good, or undo that; later readings respect it."""
    with open_store(load_settings().store()) as store:
        if deed is Deed.LIST:
            _list(store, ids or [])
            return
        if not ids:
            raise typer.BadParameter("give the id of a claim")
        for id_ in ids:
            if deed is Deed.UNDO:
                take_back(store, id_)
            else:
                decide(store, id_, _VERDICTS[deed])
    done = {Deed.REJECT: "rejected", Deed.CONFIRM: "confirmed", Deed.UNDO: "as they were read"}[deed]
    out().print(f"{counted(len(ids), 'claim')}: {done}.")


def _list(store: Store, articles: list[str]) -> None:
    view = store.view()
    verdicts = {one.claim_id: one.verdict for one in view.judgements()}
    if not articles:
        for id_, verdict in verdicts.items():
            out().print(f"{id_}  {verdict}")
        return
    for article in articles:
        for claim in view.reading(article, as_read=True).claims:
            out().print(_line(claim, verdicts.get(claim.id)), markup=False, soft_wrap=True)


def _line(claim: Claim, verdict: Verdict | None) -> str:
    judged = f" [{verdict}]" if verdict else ""
    told = f"{claim.id}  {claim.confidence:.2f}{judged}  {claim.kind}: {described(claim.statement)}"
    return f"{told}\n    “{claim.quoted.text}”"
