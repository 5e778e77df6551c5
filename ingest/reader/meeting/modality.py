"""Modality of meetings: planned and expected ones, called off and imagined ones."""

from __future__ import annotations

from graph.claim import Modality
from ingest.reader.lexicon import lexicon
from ingest.reader.meeting.occasion import Occasion, Telling
from ingest.reader.meeting.verb import told_by
from ingest.reader.meeting.words import meeting_words
from ingest.reader.tree.modality import modality_of, weaker
from ingest.reader.tree.syntax import lemma_of
from ingest.reader.tree.tree import Token


def meeting_modality(occasion: Occasion) -> Modality:
    """Whether the meeting took place, is planned, is only thought of, or was called off."""
    trigger = occasion.trigger
    modality = modality_of(went) if (went := _went_to(trigger)) else modality_of(trigger)
    if _called_off(trigger):
        return "negated"
    if occasion.telling in {Telling.JOINT, Telling.SUMMONS} and modality != "actual":
        ceremony = occasion.telling is Telling.JOINT and told_by(trigger, meeting_words().ceremony)
        return modality if ceremony and modality == "pledged" else "possible"
    if went:
        modality = weaker(modality, _supposed(went))
    elif trigger.pos_ in {"VERB", "AUX"}:
        modality = weaker(modality, _supposed(trigger))
    else:
        modality = _of_noun(trigger) if _over_before(trigger) else weaker(modality, _of_noun(trigger))
        if trigger.pos_ not in {"NOUN", "PROPN"}:
            verb = next((t for t in trigger.ancestors if t.pos_ == "VERB"), None)
            modality = weaker(modality, modality_of(verb)) if verb is not None else modality
    if modality == "possible" and _accepted(trigger):
        return "pledged"
    return "pledged" if modality == "actual" and _expected(trigger) else modality


def _called_off(trigger: Token) -> bool:
    """Whether the sentence is headed "Off:", or it would have been done at what was called off."""
    doc = trigger.doc
    if any(t.lower_ in _OFF and t.i + 1 < len(doc) and doc[t.i + 1].text == ":" for t in doc[:6]):
        return True
    clause = next((t for t in (trigger, *trigger.ancestors) if t.dep_ == "relcl"), None)
    if clause is None or trigger.pos_ != "VERB" or lemma_of(clause.head) not in meeting_words().session:
        return False
    return _of_noun(clause.head) == "negated"


_OFF = frozenset({"off", "cancelled", "canceled", "postponed", "scrapped"})


def _went_to(trigger: Token) -> Token | None:
    """The verb of going somewhere for what the infinitive says: who "flew to Rome to see" somebody saw them."""
    head = trigger.head
    purpose = trigger.dep_ in {"advcl", "xcomp"} and any(c.dep_ == "aux" and c.lower_ == "to" for c in trigger.children)
    return head if purpose and head.lemma_.lower() in meeting_words().going | {"join"} else None


def _over_before(noun: Token) -> bool:
    """Whether something was agreed on, or begun, after or during it: "agreed to settle it after talks"."""
    token = noun
    while token.dep_ == "pobj" and token.head.lower_ == "of":
        token = token.head.head
    if token.dep_ != "pobj" or token.head.head.dep_ not in {"xcomp", "advcl"}:
        return False
    if token.head.lower_ in {"after", "following"}:
        return True
    during = token.head.lower_ in {"during", "at", "in"}
    return during and token.head.head.lemma_.lower() not in meeting_words().agenda


def _of_noun(noun: Token) -> Modality:
    """What is made of the meeting by the verb that it is the subject of, and by the words over it."""
    found: Modality = "actual"
    token = noun
    for _ in range(5):
        if token.dep_ in {"nsubj", "nsubjpass"}:
            found = weaker(found, modality_of(token.head))
            if token.dep_ == "nsubjpass" and token.head.lemma_.lower() in _FIXED:
                found = weaker(found, "pledged")
        head = token.head
        if head.lower_ == "to" and head.pos_ == "ADP" and head.head.lemma_.lower() in _TOWARDS:
            return weaker(found, weaker(modality_of(head.head), _TOWARDS[head.head.lemma_.lower()]))
        if head == token or (head.pos_ == "ADP" and head.lower_ not in {"of", "for", "from", "about", "out"}):
            return found
        lemma = head.lemma_.lower()
        if head.pos_ in {"NOUN", "PROPN"} and (lemma in meeting_words().thought or lemma in lexicon().document):
            found = weaker(found, "possible")
        if head.pos_ in {"VERB", "AUX"}:
            particles = [c.lower_ for c in head.children if c.dep_ in {"prt", "advmod"}]
            ended = {lemma, *(f"{lemma}+{p}" for p in particles)} & meeting_words().ending
            if lemma in {"leave", "quit"} and token.dep_ == "dobj":
                return "negated"
            return "negated" if ended and token.dep_ in {"dobj", "nsubjpass", "pobj", "prep"} else found
        token = head
    return found


_TOWARDS: dict[str, Modality] = {
    "invite": "possible",
    "agree": "pledged",
    "consent": "pledged",
    "commit": "pledged",
    "object": "possible",
    "look": "pledged",
    "open": "possible",
}
"""Verbs that have a meeting before them ("agreed to talks", "invited them to a summit")."""


_FIXED = frozenset({"agree", "plan", "schedule", "set", "fix", "arrange", "slate", "envisage", "pencil", "reschedule"})
"""What is done to a meeting that lies ahead ("has been agreed on", "is set for")."""


def _supposed(verb: Token) -> Modality:
    """What only would be: "unless it lets them meet", "was to have met", "nobody to meet with"."""
    helpers = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    if {"to", "have"} <= helpers or verb.dep_ == "csubj":
        return "possible"
    if verb.dep_ == "acl" and verb.head.lemma_.lower() in meeting_words().thought:
        return "possible"
    if verb.dep_ in {"relcl", "acl"} and verb.head.lower_ in {"anyone", "nobody", "nothing", "anything"}:
        return "negated"
    if "to" in helpers and _wished_before(verb):
        return "possible"
    for above in list(verb.ancestors)[:3]:
        if any(c.dep_ == "mark" and c.lower_ in {"if", "unless", "whether"} for c in above.children):
            return "possible"
    return "actual"


def _wished_before(verb: Token) -> bool:
    """Whether the verb just before an infinitive is an invitation to it, wherever the parser hung the infinitive."""
    before = next((t for t in reversed(verb.doc[: verb.i]) if t.pos_ == "VERB"), None)
    return before is not None and before.lemma_.lower() in {"invite", "ask", "urge", "press"}


def _accepted(trigger: Token) -> bool:
    """Whether the same sentence says that the invitation was accepted."""
    return any(t.lemma_.lower() == "accept" and modality_of(t) == "actual" for t in trigger.doc)


def _expected(trigger: Token) -> bool:
    """Whether somebody is due, or is expected, for it."""
    for above in [trigger, *trigger.ancestors][:4]:
        if above.pos_ in {"VERB", "ADJ"} and above.lemma_.lower() in _EXPECTED:
            return True
        if any(c.dep_ == "acomp" and c.lemma_.lower() in _EXPECTED for c in above.children):
            return True
    return False


_EXPECTED = frozenset({"due", "expect", "schedule", "slate", "await", "plan"})


def ongoing(trigger: Token) -> bool:
    """Whether negotiations are told of as going on: nothing says that they were held or are over."""
    over = trigger.dep_ == "pobj" and trigger.head.lower_ in {"after", "following", "at", "during", "of"}
    verb = next((t for t in (trigger, *trigger.ancestors) if t.pos_ in {"VERB", "AUX"}), None)
    past = verb is not None and (verb.tag_ == "VBD" or any(c.lower_ == "had" for c in verb.children))
    return not over and not past
