"""The named people of a meeting."""

from __future__ import annotations

from ingest.reader.meeting.groundwork import is_another
from ingest.reader.tree.parse import Parsed
from ingest.reader.tree.tree import Token

HEADS = frozenset({"head_of_state", "head_of_government", "monarch"})


def people_of(actors: tuple[str, ...], trigger: Token, parsed: Parsed) -> list[tuple[str, str]]:
    """The named people of the participants whom the clause puts into the act: name and role."""
    out = []
    clause = _clause(trigger)
    clause -= {t for noun in clause if is_another(noun, trigger) for t in noun.subtree}
    for i, mention in sorted(parsed.mention_at.items()):
        if parsed.doc[i] not in clause:
            continue
        if mention.leader and mention.leader.actor in actors and not _speaks(parsed.doc[i], trigger):
            out.append((mention.leader.name, mention.leader.role))
    return out


def of_heads(trigger: Token) -> bool:
    """Whether those who meet are only called leaders."""
    before = (t for t in trigger.doc[: trigger.i] if t.dep_ != "pobj")
    return any(t.lower_ in {"leaders", "presidents", "premiers", "heads"} for t in before)


def _clause(trigger: Token) -> set[Token]:
    """The words of the trigger's clause; those of the whole sentence where it is the main one."""
    verb = trigger
    while verb.pos_ not in {"VERB", "AUX"} and verb.head != verb:
        verb = verb.head
    return {*verb.subtree, verb.head} if verb.dep_ in {"relcl", "ccomp"} else set(trigger.doc)


def _speaks(token: Token, trigger: Token) -> bool:
    """Whether the person only tells of the act ("..., Peskov said")."""
    head = token.head
    return (
        token.dep_ == "nsubj"
        and head.lemma_ in {"say", "tell", "add", "write"}
        and head.i != trigger.i
        and trigger in head.subtree
        and trigger not in token.subtree
    )
