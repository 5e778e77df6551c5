"""Complements of agreements' nouns: how far "on trade and energy", "to export arms", "with Kenya" reach."""

from __future__ import annotations

from ingest.reader.agreement.noun import Term
from ingest.reader.agreement.words import DASHES, FINITE, YEAR, agreement_words, governors
from ingest.reader.tree.parse import Parsed
from ingest.reader.tree.tree import Token
from ingest.reader.who.mention import Form

_NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "SYM"})
_DESCRIBING = _NOMINAL | {"ADJ"}
_LINKING = frozenset({"following", "including", "according", "pending", "excluding", "starting"})
_FIELDS = frozenset({"field", "area", "sphere", "domain", "sector", "realm"})
_DEPENDENT = frozenset({"VBG", "VBN", "RB"})


def complement_end(parsed: Parsed, term: Term, i: int, terms: frozenset[int]) -> int | None:
    """The end of the complement that begins at token `i`; `terms` are the heads of the sentence's agreements."""
    doc = parsed.doc
    if i + 1 >= len(doc):
        return None
    token = doc[i]
    if token.lower_ in agreement_words().links and token.pos_ in {"ADP", "PART", "SCONJ", "VERB"}:
        return linked_end(parsed, term, i, terms)
    if term.proper and _capital(token) and token.pos_ in {*_DESCRIBING, "VERB"} and not parsed.mention(token):
        return i
    if i == term.last + 1 and (
        token.lower_ == "worth"
        or (token.tag_ == "VBG" and token.dep_ in {"acl", "amod"} and token.lower_ not in _LINKING)
    ):
        return noun_phrase_end(parsed, i + 1, terms)
    if i > term.last + 1 and token.lower_ in {"and", "or", ","} and not parsed.mention(doc[i + 1]):
        return _coordinate(parsed, term, i, terms)
    return None


def linked_end(parsed: Parsed, term: Term, i: int, terms: frozenset[int]) -> int | None:
    """The end of the complement that the preposition at `i` begins; None where it is a date or a place."""
    doc = parsed.doc
    token, after = doc[i], doc[i + 1]
    if f"{token.lower_} {after.lemma_.lower()}" in governors():
        return None  # "in abeyance", "in force", "on hold" say where it stands
    if YEAR.fullmatch(after.text):
        return i + 1 if token.lower_ in {"of", "for"} else None
    if after.lower_ in agreement_words().dates:
        return None
    mention = parsed.mention(after)
    if token.lower_ == "to":
        loose = term.plural and i == term.last + 1
        return _infinitive(parsed, i + 1) if after.tag_ == "VB" and after.lemma_ != "be" and not loose else None
    if token.lower_ == "in" and (field := _field(parsed, i)) is not None:
        return noun_phrase_end(parsed, field, frozenset(), term.proper)
    if token.lower_ == "in" and not (term.proper and mention is None):
        return None
    if mention is not None and not term.proper and mention.form is not Form.ADJECTIVE:
        return None
    if after.tag_ == "VBG" and i + 2 < len(doc):
        return noun_phrase_end(parsed, i + 2, terms, term.proper) or i + 1
    matter = frozenset() if token.lower_ in {"on", "concerning", "regarding", "about"} else terms
    return noun_phrase_end(parsed, i + 1, matter, term.proper)


def _field(parsed: Parsed, i: int) -> int | None:
    """Where what an agreement is about begins behind "in" ("in the field of health", "in the energy sector")."""
    for token in parsed.doc[i + 1 : i + 6]:
        if token.lemma_.lower() in _FIELDS and token.pos_ == "NOUN":
            return i + 1
        if token.pos_ not in {*_DESCRIBING, "DET", "CCONJ", "PUNCT"} or parsed.mention(token):
            return None
    return None


def _coordinate(parsed: Parsed, term: Term, i: int, terms: frozenset[int]) -> int | None:
    """The end of "and Y" after a complement, where that is no new clause, actor or agreement."""
    doc = parsed.doc
    after, comma = doc[i + 1], doc[i].text == ","
    if after.pos_ not in _DESCRIBING and (comma or after.lower_ not in {"the", "their"}):
        return None
    end = noun_phrase_end(parsed, i + 1, terms, term.proper)
    if end is None:
        return None
    if term.proper and not comma and _capital(after):
        return end
    following = doc[end + 1] if end + 1 < len(doc) else None
    if following is not None and (following.pos_ in {"AUX", "PART"} or following.tag_ in FINITE):
        return None
    if comma and (following is None or following.lower_ not in {"and", ","}):
        return None
    return end


def noun_phrase_end(parsed: Parsed, i: int, terms: frozenset[int], proper: bool = False) -> int | None:
    """The last word of the noun phrase that begins at `i`; None where none does.

    It ends before another agreement (`terms`), unless both are spelt as names (`proper`).
    """
    doc, words = parsed.doc, agreement_words()
    end: int | None = None
    for j in range(i, min(len(doc), i + 10)):
        token = doc[j]
        if j in terms and (not _capital(token) or not proper):
            break
        if token.pos_ in _NOMINAL or parsed.mention(token):
            if j > i and token.lower_ in words.dates:
                break
            end = j
        elif not _passes(parsed, j, end):
            break
    return end


def _passes(parsed: Parsed, j: int, end: int | None) -> bool:
    """Whether the word at `j`, no noun itself, may stand inside a noun phrase whose last noun so far is `end`."""
    doc, words = parsed.doc, agreement_words()
    token = doc[j]
    if token.pos_ == "ADJ" or token.text in DASHES or token.tag_ in {"POS", "PRP$"} or token.is_currency:
        return True
    if doc[j - 1].text in DASHES and not doc[j - 1].whitespace_:
        return True  # "British-built"
    if token.dep_ == "quantmod" or "$" in token.text:
        return True  # "of about NZ$4 million"
    if token.tag_ in _DEPENDENT:
        return token.dep_ == "pcomp" or (end is None and token.head.i > j)
    if token.pos_ == "DET":
        return end is None or doc[j - 1].lower_ in words.inner
    if end is not None and token.lower_ in words.inner and j + 1 < len(doc):
        return _goes_on(parsed, j)
    return False


def _goes_on(parsed: Parsed, j: int) -> bool:
    """Whether the preposition at `j` leads on inside a name, and not to a date, a place or a verb."""
    after = parsed.doc[j + 1]
    if after.lower_ in agreement_words().dates or YEAR.fullmatch(after.text) or after.tag_ in {"VB", "VBG"}:
        return False
    return parsed.doc[j].lower_ == "of" or parsed.mention(after) is None


def _infinitive(parsed: Parsed, i: int) -> int:
    """The end of the clause "to export goods" from its verb on."""
    doc, end = parsed.doc, i
    for j in range(i + 1, min(len(doc), i + 9)):
        token = doc[j]
        if (token.is_punct and token.text not in DASHES) or token.lower_ in agreement_words().dates:
            break
        if token.pos_ in {"SCONJ", "CCONJ"} or token.tag_ in FINITE:
            break
        if token.pos_ in _NOMINAL or parsed.mention(token):
            end = j
    return end


def described_end(parsed: Parsed, right: int) -> int:
    """The end of a bare noun's description: the other side ("with Kenya"), or what it does ("under which …")."""
    doc, i = parsed.doc, right + 1
    if i + 1 >= len(doc):
        return right
    if doc[i].lower_ in agreement_words().sides and doc[i + 1].tag_ != "VB":
        return _clause_end(parsed, i, 9, frozenset({"VERB", "AUX", "SCONJ"}))
    if doc[i].lower_ in {"by", "in"} and doc[i + 1].lower_ == "which":
        return _clause_end(parsed, i, 12, frozenset())
    if doc[i].lower_ in {"that", "which"} and doc[i + 1].pos_ == "PRON":
        return right  # "a ceasefire that they agreed"
    if doc[i].lower_ in {"that", "which", "under", "whereby"} or doc[i].tag_ in {"VBN", "VBG"}:
        return _clause_end(parsed, i, 10, frozenset())
    return right


def _clause_end(parsed: Parsed, i: int, length: int, stop: frozenset[str]) -> int:
    doc, words, end = parsed.doc, agreement_words(), i - 1
    for j in range(i, min(len(doc), i + length)):
        token = doc[j]
        if token.pos_ in stop or (token.is_punct and token.text not in {*DASHES, ","}) or token.lower_ in words.dates:
            break
        listed = j + 1 < len(doc) and parsed.mention(doc[j + 1]) is not None
        if (token.text == "," and not listed) or (j + 1 < len(doc) and YEAR.fullmatch(doc[j + 1].text)):
            break
        if token.pos_ in {*_NOMINAL, "VERB"} or parsed.mention(token):
            end = j
    return end


def _capital(token: Token) -> bool:
    return token.text[:1].isupper()
