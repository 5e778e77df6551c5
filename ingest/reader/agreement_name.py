"""Names of agreements: the nouns that name one in a sentence, and where its name begins and ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from graph.vocabulary import agreement_kinds
from ingest.reader.agreement_words import agreement_words, governors
from ingest.reader.mention import Form
from ingest.reader.parse import Parsed

YEAR = re.compile(r"(?:19|20)\d\d")
_PAPERS = re.compile(r"\b(?:documents|texts|papers|instruments)\b")
_LONGEST = 14
"""How many words a name may have behind its noun."""
_NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "SYM"})
_DESCRIBING = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "SYM"})
_DASHES = frozenset({"-", "‑", "–", "/"})


@dataclass(frozen=True, slots=True)
class Term:
    """The words ``first..last`` that tell an agreement's kind ("memorandum of understanding"), and their head."""

    head: Token
    first: int
    last: int
    kind: str

    @property
    def proper(self) -> bool:
        """Whether the noun is spelt as a name."""
        return self.head.text[:1].isupper()


@dataclass(frozen=True, slots=True)
class Label:
    """An agreement's name and its tokens ``left..right``; `own` counts the words that say which it is."""

    text: str
    left: int
    right: int
    own: int


def find_terms(parsed: Parsed) -> list[Term]:
    """The nouns of agreements that a sentence names, in order."""
    ends = {end: i for i, (_, end) in enumerate(parsed.spans)}
    starts = {start: i for i, (start, _) in enumerate(parsed.spans)}
    base = parsed.sentence.start
    out = []
    for found in agreement_kinds().find(parsed.sentence.text):
        last = ends.get(found.end + base)
        if last is None:
            continue
        first = starts.get(found.start + base, last)
        head = _head(parsed.doc, first, last)
        if parsed.mention(head) is None and head.pos_ in {"NOUN", "PROPN", "ADJ"}:
            out.append(Term(head, first, last, found.kind))
    return sorted([*out, *_papers(parsed, out)], key=lambda term: term.head.i)


def names_agreement(text: str) -> bool:
    """Whether a text has a noun of an agreement, or of signed papers."""
    return _PAPERS.search(text) is not None or bool(agreement_kinds().find(text))


def _head(doc: Doc, first: int, last: int) -> Token:
    """The word of ``first..last`` that the others hang on: the one before "of", else the last."""
    for i in range(first + 1, last + 1):
        if doc[i].lower_ in {"of", "for", "at"}:
            return doc[i - 1]
    return doc[last]


def _papers(parsed: Parsed, terms: list[Term]) -> Iterator[Term]:
    """Numbered documents of no kind ("twelve documents"), and those in a list of agreements."""
    heads = {term.head.i for term in terms}
    for token in parsed.doc:
        if token.lemma_.lower() not in agreement_words().papers or token.pos_ not in {"NOUN", "PROPN"}:
            continue
        numbered = any(c.dep_ == "nummod" for c in token.children)
        listed = token.dep_ == "conj" and token.head.i in heads
        if listed or (numbered and not any(head > token.i for head in heads)):
            yield Term(token, token.i, token.i, "arrangement")


def label(parsed: Parsed, term: Term, terms: frozenset[int]) -> Label:
    """The name of `term`, as the text spells it; `terms` are the heads of all agreements of the sentence."""
    left = _left(parsed, term)
    right = _right(parsed, term, terms)
    if term.first == term.last and _own(parsed, term, left, right) == 0:
        right = _described(parsed, term, right)
    return _labelled(parsed, term, left, right)


def parts(parsed: Parsed, term: Term, name: Label, terms: frozenset[int]) -> Iterator[Label]:
    """The names of several agreements that one plural tells: "agreements on energy, on health and on visas"."""
    yield name
    doc, link = parsed.doc, term.last + 1
    if (
        term.head.tag_ not in {"NNS", "NNPS"}
        or name.right <= link
        or any(c.dep_ == "nummod" for c in term.head.children)
    ):
        return
    at = name.right + 1
    while at < len(doc):
        begin = at
        while begin < len(doc) and doc[begin].lower_ in {",", "and"}:
            begin += 1
        if begin == at or begin >= len(doc) or doc[begin].lower_ != doc[link].lower_:
            return
        end = _noun_phrase(parsed, begin + 1, terms)
        if end is None:
            return
        end = _onward(parsed, term, end, terms)
        yield Label(f"{term.head.lemma_.lower()} {_text(parsed, begin, end)}", begin, end, end - begin)
        at = end + 1


def _labelled(parsed: Parsed, term: Term, left: int, right: int) -> Label:
    return Label(_text(parsed, left, right), left, right, _own(parsed, term, left, right))


def _text(parsed: Parsed, left: int, right: int) -> str:
    base = parsed.sentence.start
    text = parsed.sentence.text[parsed.spans[left][0] - base : parsed.spans[right][1] - base]
    return " ".join(text.split()).strip(" ,;:\"“”'‘")


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
    faded = agreement_words().faded
    while left < term.first and (
        (doc[left].lower_ in faded and not _capital_inside(doc, left))
        or doc[left].text in _DASHES
        or doc[left].is_quote
    ):
        left += 1
    return left


def _capital_inside(doc: Doc, i: int) -> bool:
    return i > 0 and doc[i].text[:1].isupper()


def _describes(parsed: Parsed, term: Term, i: int, left: int) -> bool:
    """Whether token `i`, right before the name so far, belongs to it."""
    token = parsed.doc[i]
    if (mention := parsed.mention(token)) is not None:
        if mention.leader is not None:
            return False
        joined = parsed.doc[left].text in _DASHES or mention.form is Form.ADJECTIVE
        return joined or (term.proper and parsed.sentence.field == "text" and i > 0)
    if token.text in _DASHES:
        return not token.whitespace_ or not parsed.doc[i - 1].whitespace_ if i else False
    if token.lower_ in agreement_words().void or token.text == "'s" or _headline_verb(parsed, token):
        return False
    if term.proper and token.text[:1].isupper() and i > 0 and token.is_alpha:
        return token.pos_ != "DET"
    if token.pos_ in _DESCRIBING:
        return (
            term.first >= token.head.i >= i or token.head.i == term.head.i or token.head.i in range(left, term.last + 1)
        )
    if token.tag_ in {"VBN", "VBG"} or token.pos_ == "ADV":
        return token.head.i in range(left, term.last + 1) and token.dep_ in {"amod", "advmod", "compound"}
    return False


def _headline_verb(parsed: Parsed, token: Token) -> bool:
    """Whether a word of a title is the verb that the parser takes for a noun ("Kenya, Chad seal pact")."""
    return parsed.sentence.field == "title" and token.text.islower() and token.lower_ in governors()


def _right(parsed: Parsed, term: Term, terms: frozenset[int]) -> int:
    """Where the name ends: its year and its complements ("on", "for", "to export")."""
    doc, end = parsed.doc, term.last
    if end + 1 < len(doc) and YEAR.fullmatch(doc[end + 1].text):
        end += 1
    return _onward(parsed, term, end, terms)


def _onward(parsed: Parsed, term: Term, end: int, terms: frozenset[int]) -> int:
    while end - term.last < _LONGEST:
        further = _complement(parsed, term, end + 1, terms)
        if further is None or further <= end:
            return end
        end = further
    return end


def _complement(parsed: Parsed, term: Term, i: int, terms: frozenset[int]) -> int | None:
    """The end of the complement that begins at token `i`."""
    doc = parsed.doc
    if i + 1 >= len(doc):
        return None
    token, after = doc[i], doc[i + 1]
    if token.lower_ in agreement_words().links and token.pos_ in {"ADP", "PART", "SCONJ", "VERB"}:
        return _linked(parsed, term, i, terms)
    if (
        term.proper
        and token.text[:1].isupper()
        and token.pos_ in {"PROPN", "NOUN", "ADJ", "VERB"}
        and not parsed.mention(token)
    ):
        return i
    if token.tag_ == "VBG" and i == term.last + 1 and token.dep_ in {"acl", "amod"}:
        return _noun_phrase(parsed, i + 1, terms)
    if token.lower_ == "worth" and i == term.last + 1:
        return _noun_phrase(parsed, i + 1, terms)
    if i > term.last + 1 and token.lower_ in {"and", "or", ","} and not parsed.mention(after):
        return _coordinate(parsed, term, i, terms)
    return None


def _linked(parsed: Parsed, term: Term, i: int, terms: frozenset[int]) -> int | None:
    doc = parsed.doc
    token, after = doc[i], doc[i + 1]
    if YEAR.fullmatch(after.text):
        return i + 1 if token.lower_ in {"of", "for"} else None
    if after.lower_ in agreement_words().dates:
        return None
    if token.lower_ == "to":
        return _infinitive(parsed, i + 1) if after.tag_ == "VB" else None
    if token.lower_ == "in" and not (term.proper and parsed.mention(after) is None):
        return None
    mention = parsed.mention(after)
    if mention is not None and not term.proper and mention.form is not Form.ADJECTIVE:
        return None
    if after.tag_ == "VBG" and (i + 2) < len(doc):
        return _noun_phrase(parsed, i + 2, terms) or i + 1
    return _noun_phrase(parsed, i + 1, terms)


def _coordinate(parsed: Parsed, term: Term, i: int, terms: frozenset[int]) -> int | None:
    """The end of "and Y" after a complement, where that is no new clause, actor or agreement."""
    doc = parsed.doc
    after = doc[i + 1]
    if after.pos_ not in _DESCRIBING and not (doc[i].lower_ == "and" and after.lower_ in {"the", "their"}):
        return None
    end = _noun_phrase(parsed, i + 1, terms)
    if end is None:
        return None
    following = doc[end + 1] if end + 1 < len(doc) else None
    if following is not None and (following.pos_ in {"VERB", "AUX", "PART"} or following.lower_ in {"who", "which"}):
        return None
    if doc[i].text == "," and (following is None or following.lower_ not in {"and", ","}):
        return None
    return end


def _noun_phrase(parsed: Parsed, i: int, terms: frozenset[int]) -> int | None:
    """The last word of the noun phrase that begins at `i`; None where none does or it is an agreement itself."""
    doc, words = parsed.doc, agreement_words()
    end: int | None = None
    for j in range(i, min(len(doc), i + 10)):
        token = doc[j]
        if j in terms and token.text[:1].islower():
            return None
        if token.pos_ in _NOMINAL or parsed.mention(token):
            if j > i and token.lower_ in words.dates:
                break
            end = j
        elif (
            token.pos_ in {"ADJ", "PRON"} or token.text in _DASHES or token.tag_ in {"POS", "PRP$"} or token.is_currency
        ):
            if token.pos_ == "PRON" and token.tag_ != "PRP$":
                break
        elif token.pos_ == "DET" or token.tag_ in {"VBG", "VBN", "RB"}:
            if token.tag_ in {"VBN", "RB", "VBG"} and (end is not None or token.head.i <= j) and token.dep_ != "pcomp":
                break
            if token.pos_ == "DET" and end is not None and doc[j - 1].lower_ not in words.inner:
                break
        elif end is not None and token.lower_ in words.inner and j + 1 < len(doc) and _goes_on(parsed, j):
            continue
        else:
            break
    return end


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
        if (token.is_punct and token.text not in _DASHES) or token.lower_ in agreement_words().dates:
            break
        if token.pos_ in {"SCONJ", "CCONJ"} or token.tag_ in {"WDT", "WP", "WRB", "VBD", "VBZ"}:
            break
        if token.pos_ in _NOMINAL or parsed.mention(token):
            end = j
    return end


def _described(parsed: Parsed, term: Term, right: int) -> int:
    """The end of a bare noun's description: the other side ("with Kenya"), or what it does ("under which …")."""
    doc, i = parsed.doc, right + 1
    if i + 1 >= len(doc):
        return right
    if doc[i].lower_ in agreement_words().sides and doc[i + 1].tag_ != "VB":
        return _clause(parsed, i, 9, stop=frozenset({"VERB", "AUX", "SCONJ"}))
    if doc[i].lower_ in {"that", "which", "under", "whereby"} or doc[i].tag_ in {"VBN", "VBG"}:
        return _clause(parsed, i, 10, stop=frozenset())
    return right


def _clause(parsed: Parsed, i: int, length: int, stop: frozenset[str]) -> int:
    doc, end = parsed.doc, i - 1
    for j in range(i, min(len(doc), i + length)):
        token = doc[j]
        if (
            token.pos_ in stop
            or (token.is_punct and token.text not in {*_DASHES, ","})
            or token.lower_ in agreement_words().dates
        ):
            break
        if token.text == "," and not (j + 1 < len(doc) and parsed.mention(doc[j + 1])):
            break
        if token.pos_ in _NOMINAL or parsed.mention(token) or token.pos_ == "VERB":
            end = j
    return end
