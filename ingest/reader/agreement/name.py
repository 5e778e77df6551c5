"""Names of agreements: where the name around a noun begins and ends, as the text spells it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.reader.agreement.complement import complement_end, described_end, linked_end, noun_phrase_end
from ingest.reader.agreement.noun import Term
from ingest.reader.agreement.words import DASHES, FINITE, YEAR, agreement_words, governors
from ingest.reader.tree.parse import SHORT, Parsed
from ingest.reader.tree.tree import Token
from ingest.reader.who.mention import Form

_LONGEST = 14
"""How many words a name may have behind its noun."""
_DESCRIBING = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "SYM"})


@dataclass(frozen=True, slots=True)
class Label:
    """An agreement's name and its tokens ``left..right``; `own` counts the words that say which it is.

    `proper` where it is a name that the noun itself is not.
    """

    text: str
    left: int
    right: int
    own: int
    proper: bool = False


def label(parsed: Parsed, term: Term, terms: frozenset[int]) -> Label:
    """The name of `term`, as the text spells it; `terms` are the heads of all agreements of the sentence."""
    left = _left(parsed, term)
    right = term.last
    if right + 1 < len(parsed.doc) and YEAR.fullmatch(parsed.doc[right + 1].text):
        right += 1
    right = _onward(parsed, term, right, terms)
    text = " ".join(filter(None, (term.prefix, _text(parsed, left, right))))
    name = Label(text, left, right, _own(parsed, term, left, right))
    if name.own or term.prefix:
        return name
    apart = _apart(parsed, term, name, terms) or _beyond(parsed, term, name, terms)
    return apart or _with_description(parsed, term, name)


def _with_description(parsed: Parsed, term: Term, name: Label) -> Label:
    """A bare noun with whom it binds, or what it is to do."""
    if term.first != term.last or (term.plural and term.pointing):
        return name
    right = described_end(parsed, name.right)
    return Label(_text(parsed, name.left, right), name.left, right, _own(parsed, term, name.left, right))


def _apart(parsed: Parsed, term: Term, name: Label, terms: frozenset[int]) -> Label | None:
    """The name whose complement follows a date or an aside: "an agreement last week to lay pipes"."""
    doc, words = parsed.doc, agreement_words()
    known = term.pointing and term.head.lemma_.lower() != "order"
    if known or name.right + 1 >= len(doc) or doc[name.right + 1].tag_ in FINITE:
        return None
    for i in range(name.right + 2, min(len(doc) - 1, name.right + 9)):
        token, before = doc[i], doc[i - 1]
        if token.pos_ in {"AUX", "CCONJ", "SCONJ"} or token.tag_ in FINITE:
            return None
        beside = token.head.i == term.head.i and token.dep_ == "prep"
        parted = beside or before.text == "," or before.lower_ in words.dates or YEAR.fullmatch(before.text)
        if parted and token.lower_ in {"on", "to", "for", "of"} and (end := linked_end(parsed, term, i, terms)):
            end = _onward(parsed, term, end, terms)
            return Label(f"{name.text} {_text(parsed, i, end)}", name.left, end, end - i)
    return None


def _beyond(parsed: Parsed, term: Term, name: Label, terms: frozenset[int]) -> Label | None:
    """The name whose complement follows the verb: "a protocol was signed on the export of beef"."""
    verb, words = term.head.head, agreement_words()
    if term.head.dep_ != "nsubjpass" or governors().get(verb.lemma_.lower()) not in {"signed", "agreed"}:
        return None
    for child in verb.children:
        objects = [c for c in child.children if c.dep_ == "pobj"]
        if child.i < verb.i or any(c.lower_ in words.dates or c.lemma_.lower() in words.dates for c in objects):
            continue
        begin = next((c.i for c in child.children if c.tag_ == "TO"), None) if child.tag_ == "VB" else child.i
        if begin is None or parsed.doc[begin].lower_ not in {"on", "to", "for", "concerning", "regarding"}:
            continue
        if end := linked_end(parsed, term, begin, terms):
            end = _onward(parsed, term, end, terms)
            return Label(f"{name.text} {_text(parsed, begin, end)}", name.left, end, end - begin)
    return None


def parts(parsed: Parsed, term: Term, name: Label, terms: frozenset[int]) -> Iterator[Label]:
    """The names of several agreements that one plural tells: "agreements on energy, on health and on visas"."""
    yield name
    doc, link = parsed.doc, term.last + 1
    papers = term.head.lemma_.lower() in agreement_words().papers
    if not term.plural or term.numbered or papers or name.right <= link:
        return
    at = name.right + 1
    while at < len(doc):
        begin = at
        while begin < len(doc) and doc[begin].lower_ in {",", "and"}:
            begin += 1
        if begin == at or begin >= len(doc) or doc[begin].lower_ != doc[link].lower_:
            return
        end = noun_phrase_end(parsed, begin + 1, terms)
        if end is None:
            return
        end = _onward(parsed, term, end, terms)
        yield Label(f"{term.head.lemma_.lower()} {_text(parsed, begin, end)}", begin, end, end - begin)
        at = end + 1


def _onward(parsed: Parsed, term: Term, end: int, terms: frozenset[int]) -> int:
    while end - term.last < _LONGEST:
        further = complement_end(parsed, term, end + 1, terms)
        if further is None or further <= end:
            return end
        visit = next((t.i for t in parsed.doc[end + 1 : further + 1] if t.lower_ == "visit"), None)
        if term.kind == "joint_statement" and visit is not None:
            return visit  # whose visit it was is no part of the name
        end = further
    return end


def _text(parsed: Parsed, left: int, right: int) -> str:
    base = parsed.sentence.start
    text = parsed.sentence.text[parsed.spans[left][0] - base : parsed.spans[right][1] - base]
    return " ".join(SHORT.sub("", text).split()).strip(" ,;:•*–—-\"“”'‘")


def _own(parsed: Parsed, term: Term, left: int, right: int) -> int:
    """How many words besides the noun say which agreement it is."""
    words = agreement_words()
    return sum(
        1
        for i in (*range(left, term.first), *range(term.last + 1, right + 1))
        if parsed.doc[i].lower_ not in words.empty and parsed.doc[i].text[:1].isalnum()
    )


def _left(parsed: Parsed, term: Term) -> int:
    """Where the name begins: adjectives, nouns and numbers before its noun, without those that say nothing."""
    doc, left = parsed.doc, term.first
    while left > 0 and _describes(parsed, term, left - 1, left):
        left -= 1
    if (collection := term.collection) is not None and collection.i == left - 2:
        return collection.i
    while left < term.first and (_faded(doc[left]) or doc[left].text in DASHES or doc[left].is_quote):
        left += 1
    return left


def _faded(token: Token) -> bool:
    return token.lower_ in agreement_words().faded and not (token.i > 0 and token.text[:1].isupper())


def _describes(parsed: Parsed, term: Term, i: int, left: int) -> bool:
    """Whether token `i`, right before the name so far, belongs to it."""
    token = parsed.doc[i]
    if (mention := parsed.mention(token)) is not None:
        if mention.leader is not None:
            return False
        joined = parsed.doc[left].text in DASHES or mention.form is Form.ADJECTIVE
        return joined or (term.proper and parsed.sentence.field == "text" and i > 0)
    if parsed.doc[left].text in DASHES and not token.whitespace_:
        return True
    if i > 0 and parsed.doc[i - 1].text in DASHES and not parsed.doc[i - 1].whitespace_ and token.pos_ == "NOUN":
        return True
    if token.text in DASHES:
        return i > 0 and not (token.whitespace_ and parsed.doc[i - 1].whitespace_)
    if token.lower_ in {"and", "&"} and i > 1:
        return _joins(parsed, term, i, left)
    if token.lower_ in agreement_words().void or token.text == "'s" or _headline_verb(parsed, token):
        return False
    if term.proper and token.text[:1].isupper() and i > 0 and token.is_alpha:
        return token.pos_ != "DET"
    above = token.head.head if token.dep_ == "conj" else token.head
    within = above.i == term.head.i or above.i in range(left, term.last + 1)
    if token.pos_ in _DESCRIBING:
        return within
    if token.pos_ == "ADV" and token.head.i == term.head.i:
        return False
    modifies = token.tag_ in {"VBN", "VBG"} or token.pos_ == "ADV"
    return within and modifies and token.dep_ in {"amod", "advmod", "compound"}


def _joins(parsed: Parsed, term: Term, i: int, left: int) -> bool:
    """Whether the "and" at `i` joins two words of the name ("Trade and Investment Partnership")."""
    before, after = parsed.doc[i - 1], parsed.doc[i + 1]
    if left != i + 1 or parsed.mention(before) or parsed.mention(after) or not before.text[:1].isupper():
        return False
    inside = range(i - 1, term.last + 1)
    within = before.head.i in inside or after.head.i == before.i
    return after.text[:1].isupper() and within and after.i < term.first + (term.first == term.last)


def _headline_verb(parsed: Parsed, token: Token) -> bool:
    """Whether a word of a title is the verb that the parser takes for a noun ("Kenya, Chad seal pact")."""
    return parsed.sentence.field == "title" and token.text.islower() and token.lower_ in governors()
