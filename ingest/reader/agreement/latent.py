"""Agreements that a verb describes and a noun only points back to: "agreed to build a dam … this agreement"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ingest.reader.act.act import Act
from ingest.reader.agreement.agreement import AgreementFound
from ingest.reader.tree.parse import Parsed
from ingest.reader.tree.tree import Token

LONGEST = 10
"""Words of a complement that its name keeps."""


def latent_agreements(parsed: Parsed, acts: Iterable[Act]) -> Iterator[AgreementFound]:
    """One for each promise that its parties make to each other; it counts where a later sentence points back to it."""
    for act in acts:
        if act.frame.type != "AGREE" or act.modality != "actual" or len(act.actors) < 2 or not act.direct:
            continue
        complement = next((c for c in act.trigger.children if c.dep_ == "xcomp"), None)
        words = _words(complement) if complement is not None else []
        if words:
            yield AgreementFound(
                f"agreement to {_text(parsed, words)}",
                "agreement",
                tuple(sorted(act.actors)),
                "agreed",
                told=True,
                head=act.trigger.i,
                scope=frozenset(words),
                generic=False,
                direct=True,
                own=len(words),
                latent=True,
            )


def _words(complement: Token) -> list[int]:
    """The tokens of the complement from its verb on, up to the first mark or as many as a name keeps."""
    inside = {t.i for t in complement.subtree}
    out: list[int] = []
    for i in range(complement.i, complement.i + LONGEST):
        if i not in inside or not complement.doc[i].text[:1].isalnum():
            break
        out.append(i)
    return out


def _text(parsed: Parsed, words: list[int]) -> str:
    start = parsed.sentence.start
    return parsed.sentence.text[parsed.spans[words[0]][0] - start : parsed.spans[words[-1]][1] - start]
