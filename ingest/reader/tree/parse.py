"""The parse: one sentence as a dependency tree whose mentions are single words.

A mention ("Russia's foreign minister, Sergei Lavrov,") is parsed as its core word alone ("Lavrov"): the tree gets
shorter and the parser is seldom led astray by titles and appositions. Every token keeps its place in the field.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.language import Language

from ingest.reader.text.sentence import Sentence
from ingest.reader.tree.repair import as_finite, rename, repaired
from ingest.reader.tree.tree import Gardener, Token, Tree
from ingest.reader.who.mention import Form, Mention


@dataclass(slots=True)
class Parsed:
    """A sentence's tree. `spans[i]` are token `i`'s code points in the field; `mention_at` maps tokens to mentions."""

    sentence: Sentence
    doc: Tree
    spans: list[tuple[int, int]]
    mention_at: dict[int, Mention]

    def mention(self, token: Token) -> Mention | None:
        """The mention that `token` stands for."""
        return self.mention_at.get(token.i)


_OPENING_DATE = re.compile(
    r"\W*(?:On|In|By|Since|From|During|Late in|Early in)(?: \d{1,2}(?:st|nd|rd|th)?)? "
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{1,2})? (?:the )?"
)
"""A date that opens a sentence and runs into the mention after it: the parser needs a comma ("On 3 April Nigeria")."""


_CLOSING = re.compile(r", (?=[a-z])(?!(?:who|whom|whose|which|where|when|and|or|but|nor|as|a|an|the)\b)")
"""The comma that closes an apposition before a verb: the parser does better without it ("the emir, Sabah, spoke")."""


def _closes(after: str, at: int, people: Collection[int]) -> bool:
    """Whether an apposition is followed by its closing comma, and then by a verb or "and" with another person."""
    return _CLOSING.match(after) is not None or (after.startswith(", and ") and at + len(", and ") in people)


_DAY = re.compile(
    r" on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?"
    r"(?= (?:\w+ed|has|had|will|would|said|told|held|met|began|sent|gave|took|cut|broke|sought|made|put|shut|hit|shot"
    r"|sold|withdrew|threw|froze|drew|won|led|let|freed|became|bought|lent|swore|fought|flew|struck|sank)\b)"
)
"""A day told in passing ("Fiji on Monday expelled")."""


SHORT = re.compile(r"(?<=\w) \((?=[a-z&/.-]{0,8}[A-Z][a-z&/.-]{0,8}[A-Z])[A-Za-z&/.-]{2,9}\)")
"""A short form behind its name, which the parser takes for a name of its own ("a free trade agreement (FTA)")."""


def _paired(pieces: Sequence[tuple[int, int, Mention | None]], second: Mention) -> bool:
    """Whether a comma joins two countries at the head of a sentence, as in headlines ("Iran, Iraq sign pact")."""
    first = pieces[0][2] if len(pieces) == 1 else None
    both = {Form.NAME, Form.ADJECTIVE}
    return first is not None and {first.form, second.form} <= both and first.actors != second.actors


def rewrite(
    sentence: Sentence, mentions: Sequence[Mention], start: int
) -> tuple[str, list[tuple[int, int, Mention | None]]]:
    """The sentence from `start` with each mention as its core, and the pieces: (new start, old start, mention)."""
    text: list[str] = []
    pieces: list[tuple[int, int, Mention | None]] = []
    length, at = 0, start
    starts = {m.start for m in mentions if m.form is Form.LEADER}

    def put(piece: str, old: int, mention: Mention | None) -> None:
        nonlocal length
        if piece:
            pieces.append((length, old, mention))
            text.append(piece)
            length += len(piece)

    def put_words(piece: str, old: int) -> None:
        """Words without a day between a mention and its verb, nor short forms: both lead the parser astray."""
        day = _DAY.match(piece) if pieces else None
        cut = day.end() if day else 0
        for short in SHORT.finditer(piece, cut):
            put(piece[cut : short.start()], old + cut, None)
            cut = short.end()
        put(piece[cut:], old + cut, None)

    for m in mentions:
        if m.start < at:
            continue
        before = sentence.text[at - sentence.start : m.start - sentence.start]
        if at == start and _OPENING_DATE.fullmatch(before):
            put(before[:-1], at, None)
            put(", ", m.start - 1, None)
        elif before == ", " and _paired(pieces, m):
            put(" and ", at, None)
        else:
            put_words(before, at)
        put(_core(sentence, m), m.start, m)
        at = m.end
        if m.form is Form.LEADER and "," in m.text and _closes(sentence.text[at - sentence.start :], at, starts):
            at += 1
    put_words(sentence.text[at - sentence.start :], at)
    return "".join(text), pieces


def _core(sentence: Sentence, mention: Mention) -> str:
    """One word for the mention: the last of its core, without marks that the tokeniser would split."""
    start, end = mention.core or (mention.start, mention.end)
    word = sentence.text[start - sentence.start : end - sentence.start].split()[-1]
    word = word.replace("-", "").replace("‑", "").replace("'", "").replace("’", "").rstrip(".,")
    if mention.form in {Form.LEADER, Form.SEAT, Form.METONYM, Form.BODY, Form.INSTITUTION, Form.NAME}:
        word = word[:1].upper() + (word[1:] if len(word) < 6 else word[1:].lower())
    return word.replace(".", "") or "It"


def parse(
    nlp: Language, sentences: Iterable[tuple[Sentence, Sequence[Mention], int]], batch_size: int = 128
) -> Iterator[Parsed]:
    """Parses sentences, each with its mentions and the code point where its matter begins (after a dateline)."""

    def inputs() -> Iterator[tuple[str, tuple[Sentence, list[tuple[int, int, Mention | None]]]]]:
        for sentence, mentions, start in sentences:
            text, pieces = rewrite(sentence, mentions, start)
            yield text, (sentence, pieces)

    gardener = Gardener(nlp.vocab.strings)
    for doc, (sentence, pieces) in nlp.pipe(inputs(), as_tuples=True, batch_size=batch_size):
        yield _aligned(sentence, repaired(gardener.tree(doc)), pieces)


def _aligned(sentence: Sentence, tree: Tree, pieces: list[tuple[int, int, Mention | None]]) -> Parsed:
    starts = [p[0] for p in pieces]
    spans: list[tuple[int, int]] = []
    mention_at: dict[int, Mention] = {}
    for token in tree:
        new, old, mention = pieces[max(0, bisect.bisect_right(starts, token.idx) - 1)]
        if mention is not None:
            spans.append((mention.start, mention.end))
            mention_at[token.i] = mention
            if token.pos_ == "VERB":
                rename(token)
            elif mention.leader is not None and token.dep_ in {"amod", "compound", "nmod"}:
                as_finite(token)
        else:
            begin = old + token.idx - new
            spans.append((begin, begin + len(token.text)))
    return Parsed(sentence, tree, spans, mention_at)
