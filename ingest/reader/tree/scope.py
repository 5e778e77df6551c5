"""Scope: the words of a sentence that say what an act is about."""

from __future__ import annotations

from ingest.reader.lexicon import lexicon
from ingest.reader.tree.role import is_passive
from ingest.reader.tree.tree import Token

SETTING = frozenset({"after", "before", "during", "amid", "following", "since", "until", "despite", "hours", "days"})
"""Prepositions that set an act beside another; what that one is about is not what this one is about."""


def scope_of(trigger: Token) -> frozenset[int]:
    """The tokens that say what the act is about: objects, prepositions, complements; for a noun also its verb's."""
    out: set[int] = set()
    _collect(trigger, out, top=True)
    if trigger.dep_ in {"relcl", "acl"} and _undergoes(trigger):
        out |= {t.i for t in trigger.head.subtree if t.i < trigger.i}
    verb = governor_of(trigger) if trigger.pos_ in {"NOUN", "PROPN"} else None
    if verb is not None and verb.lemma_.lower() in lexicon().light:
        for child in verb.children:
            if child.dep_ == "prep" and child.i > trigger.i:
                out |= {t.i for t in child.subtree}
    return frozenset(out)


def _undergoes(verb: Token) -> bool:
    """Whether the noun that the clause hangs on undergoes its act ("a pact that both signed", "a line built by")."""
    objects = {c.dep_ for c in verb.children if c.pos_ == "PRON" and c.lower_ in {"that", "which"}}
    if objects & {"dobj", "nsubjpass"} or (verb.tag_ == "VBN" and is_passive(verb)):
        return True
    bare = not any(c.dep_ in {"dobj", "nsubjpass", "mark"} for c in verb.children)
    return (
        verb.dep_ == "relcl" and bare and any(c.dep_ == "nsubj" and c.tag_ not in {"WDT", "WP"} for c in verb.children)
    )


def governor_of(noun: Token) -> Token | None:
    """The verb that a noun is an object of, a preposition between them or not."""
    head = noun.head
    while head.pos_ in {"ADP"} and head.head != head:
        head = head.head
    if head.pos_ in {"VERB", "AUX"} and noun.dep_ in {"dobj", "pobj", "attr", "conj", "nsubjpass", "oprd"}:
        return head
    return None


def _collect(token: Token, out: set[int], top: bool) -> None:
    out.add(token.i)
    passive = is_passive(token) if token.pos_ in {"VERB", "AUX"} else False
    for child in token.children:
        if child.dep_ in {"nsubj", "csubj"} or (child.dep_ == "nsubjpass" and not passive):
            continue
        if not _aside(child, top):
            _collect(child, out, False)


def _aside(child: Token, top: bool) -> bool:
    """Whether a clause tells something else than the word it hangs on; a clause of purpose does not."""
    if child.dep_ == "advcl":
        return not any(c.dep_ == "aux" and c.lower_ == "to" for c in child.children)
    if child.dep_ == "prep" and child.lower_ in SETTING and child.head.pos_ in {"VERB", "AUX"}:
        return True
    if child.dep_ == "relcl" and any(c.lower_ in {"who", "whose", "whom"} for c in child.subtree):
        return True
    return child.dep_ == "parataxis" or (top and child.dep_ == "conj" and child.pos_ in {"VERB", "AUX"})
