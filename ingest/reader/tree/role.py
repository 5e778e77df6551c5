"""Roles: the words that do and undergo what a verb or noun tells."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.reader.act.frame import frames
from ingest.reader.lexicon import lexicon
from ingest.reader.tree.tree import Token


def is_passive(verb: Token) -> bool:
    """Whether the verb's subject undergoes the act."""
    return any(c.dep_ in {"nsubjpass", "auxpass"} for c in verb.children) or (
        verb.tag_ == "VBN"
        and verb.dep_ in {"acl", "amod", "relcl", "advcl"}
        and not any(c.dep_ in {"nsubj", "aux"} for c in verb.children)
    )


def subject_of(verb: Token, hops: int = 6) -> tuple[Token | None, bool]:
    """The word that does the act or undergoes it, and whether the act's verb is passive; None where nothing says."""
    passive = is_passive(verb)
    for child in verb.children:
        if child.dep_ in {"nsubj", "nsubjpass", "expl"} and child.dep_ != "expl":
            return child, passive
    head = verb.head
    misread = next(
        (c for c in verb.children if c.dep_ in {"npadvmod", "dep"} and c.i == verb.i - 1 and c.pos_ == "PROPN"), None
    )
    if misread is not None or head == verb or hops == 0:
        return misread, passive
    if verb.dep_ in {"relcl", "acl"}:
        if verb.tag_ == "VB":
            return _owner_of(head) or subject_of_noun(head), passive
        return head, passive
    if (controller := _controller(verb)) is not None:
        return controller, passive
    if verb.dep_ in {"conj", "xcomp", "advcl", "pcomp", "ccomp", "prep", "acomp", "parataxis"}:
        up = head
        while up.pos_ in {"ADP", "ADJ", "SCONJ"} and up.head != up:
            up = up.head
        if up.pos_ in {"VERB", "AUX"}:
            return subject_of(up, hops - 1)[0], passive
        if up.pos_ in {"NOUN", "PROPN"}:
            return subject_of_noun(up), passive
    return None, passive


def _controller(verb: Token) -> Token | None:
    """The object of the verb above that does what the clause says ("urged Fiji to pay", "thanked Fiji for paying")."""
    head = verb.head
    if verb.dep_ == "pcomp" and head.lower_ in {"for", "of"}:
        return _object_for(head)
    if verb.dep_ == "xcomp" and head.lemma_.lower() in lexicon().object_control:
        for child in head.children:
            if child.dep_ in {"dobj", "dative", "nsubjpass"}:
                return child
            if child.dep_ == "prep" and child.lower_ in {"on", "upon", "to"}:
                return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _owner_of(noun: Token) -> Token | None:
    """Whose a decision or promise to do something is, where a name says so ("China's decision to jail him")."""
    return (
        next(
            (
                c
                for c in noun.children
                if c.dep_ in {"poss", "amod", "compound"} and (c.pos_ == "PROPN" or c.text[:1].isupper())
            ),
            None,
        )
        if noun.lemma_.lower() in lexicon().pledge
        else None
    )


def _object_for(preposition: Token) -> Token | None:
    """Who did what somebody is thanked or blamed for ("thanked Fiji for sending tents"): the verb's object."""
    verb = preposition.head
    frame = frames().of_verb(verb) if verb.pos_ == "VERB" else None
    if frame is None or frame.type not in {"SUPPORT", "ACCUSE", "THREATEN"}:
        return None
    objects = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"} and c.pos_ in {"PROPN", "NOUN", "PRON"}]
    objects += [
        o for c in verb.children if c.dep_ == "prep" and c is not preposition for o in c.children if o.dep_ == "pobj"
    ]
    return objects[0] if objects else None


def subject_of_noun(noun: Token) -> Token | None:
    """Who has or does what a noun says: the subject of the verb that it hangs on, through other nouns if need be."""
    token, head = noun, noun.head
    for _ in range(4):
        if head.pos_ in {"VERB", "AUX"}:
            return subject_of(head)[0] if token.dep_ not in {"nsubj", "nsubjpass"} else None
        if head.pos_ not in {"ADP", "NOUN"} or head.head == head:
            return None
        token, head = head, head.head
    return None


def agent_by(token: Token) -> Token | None:
    """The object of "by"."""
    for child in token.children:
        if child.dep_ in {"agent", "prep"} and child.lower_ == "by":
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def objects_of_preposition(token: Token, word: str) -> Iterator[Token]:
    """Objects of the preposition `word` on `token`, also one step down ("out of")."""
    for child in token.children:
        if child.dep_ in {"prep", "prt", "dative", "agent"} and (child.lower_ == word):
            yield from (c for c in child.children if c.dep_ in {"pobj", "pcomp"})
            for other in child.children:
                if other.dep_ == "conj" and other.lower_ == word:
                    yield from (c for c in other.children if c.dep_ == "pobj")
        elif child.dep_ == "prep":
            yield from (
                c
                for g in child.children
                if g.dep_ == "prep" and g.lower_ == word
                for c in g.children
                if c.dep_ == "pobj"
            )
