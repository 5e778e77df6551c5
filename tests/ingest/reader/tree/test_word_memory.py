from __future__ import annotations

import pytest
import spacy
from spacy.language import Language
from spacy.pipeline import AttributeRuler, Lemmatizer

from ingest.reader.reader import MODEL, load_model
from ingest.reader.tree.word_memory import NAME, WordMemory, with_word_memory

SENTENCES = (
    "Peru's ministers have met Chile's, and they will meet again.",
    "There is a row over what was said; it isn't over.",
    "They're gonna sign it, ain't they? Let's see, said Ottawa.",
    "That France did so, that treaty does not say.",
    "But Mali wouldn't have agreed to that had Niger's troops not left.",
    "Norway  has two ships.\n\nIt had three; once it got gas, it gets more.",
)


@pytest.fixture(scope="module")
def plain() -> Language:
    return spacy.load(MODEL, exclude=["ner"])


@pytest.mark.parametrize("sentence", SENTENCES)
def test_gives_what_the_model_gives_the_first_time_and_the_next(plain: Language, sentence: str) -> None:
    wanted = [(t.text, t.pos_, t.lemma_) for t in plain(sentence)]
    for _ in range(2):
        assert [(t.text, t.pos_, t.lemma_) for t in load_model()(sentence)] == wanted


def test_an_empty_text_has_no_words() -> None:
    assert len(load_model()("")) == 0


def test_it_stands_where_ruler_and_lemmatizer_stood() -> None:
    assert NAME in load_model().pipe_names
    assert not {"attribute_ruler", "lemmatizer"} & set(load_model().pipe_names)


def test_a_pipeline_without_the_two_stays_as_it_is() -> None:
    blank = spacy.blank("en")
    assert with_word_memory(blank).pipe_names == []


def test_memory_is_bounded(plain: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.reader.tree.word_memory._LIMIT", 3)
    ruler, lemmatizer = plain.get_pipe("attribute_ruler"), plain.get_pipe("lemmatizer")
    assert isinstance(ruler, AttributeRuler)
    assert isinstance(lemmatizer, Lemmatizer)
    memory = WordMemory(ruler, lemmatizer)
    doc = plain("Brazil sold planes to Portugal.")
    assert [t.lemma_ for t in memory(doc)] == ["Brazil", "sell", "plane", "to", "Portugal", "."]
