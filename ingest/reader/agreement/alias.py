"""Aliases: names of agreements without a noun that tells their kind ("the X Union, a treaty", "a pact called …")."""

from __future__ import annotations

from ingest.reader.agreement.name import Label
from ingest.reader.agreement.noun import Term
from ingest.reader.agreement.words import agreement_words
from ingest.reader.tree.parse import Parsed
from ingest.reader.tree.tree import Token

_REACH = 4
"""How many words may stand between a noun and the word that gives it its name."""
_LONGEST = 14
_QUOTES = {'"', "“", "”", "'", "‘", "’", "``", "''"}


def alias(parsed: Parsed, term: Term, name: Label, taken: int) -> Label | None:
    """The name that stands beside the agreement's noun; None where there is none, or the noun is a name itself.

    `taken`: the last token of the agreement before it.
    """
    if term.proper or term.plural:
        return None
    found = _called(parsed, term.last + 1) or _apposed(parsed, name)
    return found if found is not None and found.left > taken else None


def _called(parsed: Parsed, begin: int) -> Label | None:
    """The name behind "called", "titled", "known as"."""
    doc = parsed.doc
    for i in range(begin, min(len(doc) - 1, begin + _REACH)):
        word = doc[i]
        if word.tag_ == "VBN" and word.lemma_.lower() in agreement_words().naming:
            return _spelt(parsed, i + 1)
        if word.pos_ not in {"PUNCT", "ADV", "AUX", "PRON"}:
            return None
    return None


def _spelt(parsed: Parsed, i: int) -> Label | None:
    """The name that begins at `i`: all between quotation marks, else capitalised words."""
    doc = parsed.doc
    while i < len(doc) and doc[i].lower_ in {"as", "the", "a"}:
        i += 1
    if i >= len(doc):
        return None
    if doc[i].text in _QUOTES:
        end = next((j for j in range(i + 1, min(len(doc), i + _LONGEST)) if doc[j].text in _QUOTES), None)
        return _label(parsed, i + 1, end - 1) if end is not None and end > i + 1 else None
    end = i - 1
    for j in range(i, min(len(doc), i + _LONGEST)):
        if _capital(doc[j]):
            end = j
        elif doc[j].lower_ not in {"of", "for", "and", "on", "the"}:
            break
    return _label(parsed, i, end) if end >= i and parsed.mention(doc[end]) is None else None


def _apposed(parsed: Parsed, name: Label) -> Label | None:
    """The name before a comma and an article: "under the Falepili Union, a treaty in force since August"."""
    doc = parsed.doc
    comma = name.left - 1
    while comma > 0 and (doc[comma].pos_ in {"DET", "ADJ"} or doc[comma].lower_ in agreement_words().pointing):
        comma -= 1
    if comma < 1 or comma == name.left - 1 or doc[comma].text not in {",", "–", "—"}:
        return None
    left = comma
    while left > 0 and _capital(doc[left - 1]) and parsed.mention(doc[left - 1]) is None:
        left -= 1
    before = doc[left - 1].lower_ if left > 0 else ""
    known = before == "the" or (before == "under" and comma - left > 1) or doc[comma - 1].text.isupper()
    if left == comma or not known:
        return None
    return _label(parsed, left, comma - 1)


def _label(parsed: Parsed, left: int, right: int) -> Label:
    base = parsed.sentence.start
    text = parsed.sentence.text[parsed.spans[left][0] - base : parsed.spans[right][1] - base]
    return Label(" ".join(text.split()), left, right, max(1, right - left + 1), proper=True)


def _capital(token: Token) -> bool:
    return token.text[:1].isupper() and token.pos_ in {"PROPN", "NOUN", "ADJ", "VERB"}
