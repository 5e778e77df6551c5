"""Word memory: the part of speech and lemma that the model's rules give a word, worked out once per kind of word.

Almost all rules of a pipeline's attribute ruler look at one word alone: its form, tag and dependency. What they and
the lemmatizer make of it is then the same each time. Sentences in which a rule over several words applies go the
whole way. Morphology is not kept: nothing here reads it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from spacy.attrs import DEP, LEMMA, ORTH, POS, TAG
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc

NAME = "accord_word_memory"
_RULER, _LEMMATIZER = "attribute_ruler", "lemmatizer"
_LIMIT = 400_000
"""Words remembered at most; then it starts anew, so that memory stays flat however many articles are read."""

Kind = tuple[int, int, int]
Pattern = list[dict[str, Any]]


class WordMemory:
    """Sets the part of speech and lemma of a doc's words as `ruler` and then `lemmatizer` would."""

    def __init__(self, ruler: AttributeRuler, lemmatizer: Lemmatizer) -> None:
        self._ruler, self._lemmatizer = ruler, lemmatizer
        self._known: dict[Kind, tuple[int, int]] = {}
        self._wide = Matcher(ruler.vocab)
        rules: list[dict[str, Any]] = list(ruler.patterns)
        wide: list[Pattern] = [p for rule in rules for p in rule["patterns"] if not _looks_at_one_word(p)]
        if wide:
            self._wide.add("wide", wide)

    def __call__(self, doc: Doc) -> Doc:
        """The doc with both set."""
        if len(self._wide) and self._wide(doc, allow_missing=True):
            return self._lemmatizer(self._ruler(doc))
        kinds = zip(*doc.to_array([ORTH, TAG, DEP]).T.tolist(), strict=True)
        _set(doc, [POS, LEMMA], [self._of(kind, doc) for kind in kinds])
        return doc

    def _of(self, kind: Kind, doc: Doc) -> tuple[int, int]:
        if (known := self._known.get(kind)) is not None:
            return known
        if len(self._known) >= _LIMIT:
            self._known.clear()
        word = Doc(doc.vocab, words=[doc.vocab.strings[kind[0]]])
        _set(word, [TAG, DEP], [kind[1:]])
        token = self._lemmatizer(self._ruler(word))[0]
        self._known[kind] = token.pos, token.lemma
        return token.pos, token.lemma


def _looks_at_one_word(pattern: Pattern) -> bool:
    return len(pattern) == 1 and pattern[0].keys().isdisjoint({"OP", "_"})


def _set(doc: Doc, attributes: list[int | str], rows: list[tuple[int, int]]) -> None:
    if rows:
        values: Any = np.array(rows, dtype=np.uint64)
        doc.from_array(attributes, values)


@Language.factory(NAME)
def _component(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    ruler, lemmatizer = nlp.get_pipe(_RULER), nlp.get_pipe(_LEMMATIZER)
    assert isinstance(ruler, AttributeRuler) and isinstance(lemmatizer, Lemmatizer)  # noqa: S101 - as checked below
    return WordMemory(ruler, lemmatizer)


def with_word_memory(nlp: Language) -> Language:
    """The pipeline with its ruler and lemmatizer behind a memory; as it is where it has no such two in a row."""
    names = nlp.pipe_names
    if _RULER not in names or names[names.index(_RULER) + 1 :][:1] != [_LEMMATIZER]:
        return nlp
    ruler, lemmatizer = nlp.get_pipe(_RULER), nlp.get_pipe(_LEMMATIZER)
    if not isinstance(ruler, AttributeRuler) or not isinstance(lemmatizer, Lemmatizer) or lemmatizer.overwrite:
        return nlp
    nlp.add_pipe(NAME, after=_LEMMATIZER)
    nlp.disable_pipe(_RULER)
    nlp.disable_pipe(_LEMMATIZER)
    return nlp
