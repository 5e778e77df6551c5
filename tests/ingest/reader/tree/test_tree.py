from __future__ import annotations

import pytest
from spacy.tokens import Doc

from ingest.reader.reader import load_model
from ingest.reader.tree.tree import Gardener

SENTENCES = (
    "Peru and Chile, which share a border, will sign a treaty on water and on mines in Lima on 3 May.",
    "A row is brewing, said Oslo, over fish that nobody owns and that all want.",
    "“We will not pay $5 million,” the minister of Mali told him.",
)
PLAIN = ("i", "idx", "text", "lower_", "pos_", "tag_", "dep_", "whitespace_")
KINDS = ("is_alpha", "is_punct", "is_quote", "is_currency")
WORDS = ("children", "lefts", "subtree", "ancestors", "conjuncts", "sent")


@pytest.mark.parametrize("sentence", SENTENCES)
def test_its_words_answer_as_the_tokens_of_the_doc(sentence: str) -> None:
    doc = load_model()(sentence)
    tree = Gardener(doc.vocab.strings).tree(doc)
    assert len(tree) == len(doc)
    for word, token in zip(tree, doc, strict=True):
        assert [getattr(word, name) for name in PLAIN + KINDS] == [getattr(token, name) for name in PLAIN + KINDS]
        assert word.head is tree[token.head.i]
        assert word.doc is tree
        for name in WORDS:
            assert [w.i for w in getattr(word, name)] == [t.i for t in getattr(token, name)]


def test_crossing_branches_stay_in_the_order_of_the_text() -> None:
    doc = Doc(load_model().vocab, words=["A", "b", "c", "d"], heads=[2, 3, 2, 2], deps=["x", "x", "ROOT", "x"])
    tree = Gardener(doc.vocab.strings).tree(doc)
    assert [w.i for w in tree[1].sent] == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("sentence", "lemma"),
    [("Oman hoped for more.", "hope"), ("Chad waged war.", "wage"), ("Peru staged a drill.", "stage")],
)
def test_lemmas_that_the_model_gets_wrong_are_mended(sentence: str, lemma: str) -> None:
    doc = load_model()(sentence)
    assert Gardener(doc.vocab.strings).tree(doc)[1].lemma_ == lemma
