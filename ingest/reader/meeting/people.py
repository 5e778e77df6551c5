"""The named people and the place of a meeting."""

from __future__ import annotations

from ingest.reader.tree.parse import Parsed
from ingest.reader.tree.tree import Token
from ingest.reader.who.mention import Form

HEADS = frozenset({"head_of_state", "head_of_government", "monarch"})


def people_of(actors: tuple[str, ...], trigger: Token, parsed: Parsed) -> list[tuple[str, str]]:
    """The named people of the participants whom the clause puts into the act: name and role."""
    out = []
    clause = _clause(trigger)
    for i, mention in sorted(parsed.mention_at.items()):
        if parsed.doc[i] not in clause:
            continue
        if mention.leader and mention.leader.actor in actors and not _speaks(parsed.doc[i], trigger):
            out.append((mention.leader.name, mention.leader.role))
    return out


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


def place_of(trigger: Token, parsed: Parsed) -> str | None:
    """The place that "in" or "at" gives, nearest to the trigger."""
    verb = trigger if trigger.pos_ in {"VERB", "AUX"} else trigger.head
    candidates = []
    for token in parsed.doc:
        if token.dep_ == "pobj" and token.head.lower_ in {"in", "at"} and token.pos_ == "PROPN":
            top = token.head.head
            if top in {trigger, verb} or top.head in {trigger, verb}:
                candidates.append(token)
    if not candidates:
        return None
    token = min(candidates, key=lambda t: abs(t.i - trigger.i))
    mention = parsed.mention(token)
    if mention is not None and mention.form is Form.LEADER:
        return None
    left = min((c.i for c in token.lefts if c.dep_ == "compound"), default=token.i)
    start, end = parsed.spans[left][0], parsed.spans[token.i][1]
    return parsed.sentence.text[start - parsed.sentence.start : end - parsed.sentence.start]
