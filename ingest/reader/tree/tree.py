"""The tree: a parsed sentence as plain Python, so that rules may ask for its words as often as they like.

Its words answer as spaCy's tokens do, under the same names; but they are made once, and hold what spaCy looks up anew
each time. That makes the rules about twice as fast, and leaves the parser's memory to the parser.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from spacy.attrs import DEP, HEAD, IDX, LEMMA, ORTH, POS, SPACY, TAG
from spacy.lang.lex_attrs import is_currency, is_punct, is_quote
from spacy.strings import StringStore
from spacy.tokens import Doc

_LEMMAS = {"hop": "hope", "stag": "stage", "wag": "wage", "forgave": "forgive", "datum": "data"}
"""Lemmas that the model gets wrong in texts of this kind."""
_ATTRIBUTES: list[int | str] = [IDX, ORTH, LEMMA, POS, TAG, DEP, SPACY, HEAD]
_SIGN = 1 << 63


class Token:
    """A word of a tree: `i` is its place, `children` are in the order of the text, the root is its own `head`."""

    __slots__ = (
        "__dict__",
        "children",
        "dep_",
        "doc",
        "head",
        "i",
        "idx",
        "lemma_",
        "lower_",
        "pos_",
        "tag_",
        "text",
        "whitespace_",
    )

    doc: tuple[Token, ...]
    head: Token
    children: tuple[Token, ...]

    def __init__(self, i: int, idx: int, text: str, lemma: str, pos: str, tag: str, dep: str, space: int) -> None:
        self.i = i
        self.idx = idx
        self.text = text
        self.lower_ = text.lower()
        self.lemma_ = _LEMMAS.get(lemma, lemma)
        self.pos_ = pos
        self.tag_ = tag
        self.dep_ = dep
        self.whitespace_ = " " if space else ""

    def __repr__(self) -> str:
        return self.text

    @cached_property
    def lefts(self) -> tuple[Token, ...]:
        """The children before the word."""
        return tuple(c for c in self.children if c.i < self.i)

    @cached_property
    def subtree(self) -> tuple[Token, ...]:
        """The word and all that hangs on it, in the order of the text."""
        return tuple(self._below())

    def _below(self) -> Iterator[Token]:
        for child in self.lefts:
            yield from child.subtree
        yield self
        for child in self.children[len(self.lefts) :]:
            yield from child.subtree

    @cached_property
    def ancestors(self) -> tuple[Token, ...]:
        """The words above, the nearest first."""
        return () if self.head is self else (self.head, *self.head.ancestors)

    @cached_property
    def conjuncts(self) -> tuple[Token, ...]:
        """The words coordinated with this one."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        out = [first]
        for word in out:
            out += [c for c in word.children if c.i > word.i and c.dep_ == "conj"]
        return tuple(word for word in out if word is not self)

    @cached_property
    def sent(self) -> tuple[Token, ...]:
        """The words under the same root, in the order of the text."""
        return tuple(sorted((self.ancestors or (self,))[-1].subtree, key=lambda word: word.i))

    @property
    def is_alpha(self) -> bool:
        """Whether it has letters alone."""
        return self.text.isalpha()

    @property
    def is_punct(self) -> bool:
        """Whether it is a punctuation mark."""
        return is_punct(self.text)

    @property
    def is_quote(self) -> bool:
        """Whether it is a quotation mark."""
        return is_quote(self.text)

    @property
    def is_currency(self) -> bool:
        """Whether it is a sign of money."""
        return is_currency(self.text)


Tree = tuple[Token, ...]


class Gardener:
    """Makes trees of the docs of one pipeline; keeps the texts that it has looked up."""

    def __init__(self, store: StringStore) -> None:
        self._texts = _Texts(store)

    def tree(self, doc: Doc) -> Tree:
        """The words of a doc that was parsed."""
        texts = self._texts
        rows = doc.to_array(_ATTRIBUTES).tolist()
        tree = tuple(
            Token(i, idx, texts[orth], texts[lemma], texts[pos], texts[tag], texts[dep], space)
            for i, (idx, orth, lemma, pos, tag, dep, space, _) in enumerate(rows)
        )
        children: list[list[Token]] = [[] for _ in rows]
        for token, row in zip(tree, rows, strict=True):
            token.doc = tree
            place = token.i + (row[7] if row[7] < _SIGN else row[7] - 2 * _SIGN)
            token.head = tree[place]
            if place != token.i:
                children[place].append(token)
        for token, own in zip(tree, children, strict=True):
            token.children = tuple(own)
        return tree


class _Texts(dict[int, str]):
    """The texts of a store's hashes, each looked up once."""

    def __init__(self, store: StringStore) -> None:
        self._store = store

    def __missing__(self, key: int) -> str:
        self[key] = text = self._store[key]
        return text
