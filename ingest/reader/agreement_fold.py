"""Folding: one row per agreement of an article, with its best name and where it stands at the end."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.claim import AGREEMENT_STATUSES
from graph.vocabulary import agreement_kinds
from ingest.reader.agreement import AgreementFound
from ingest.reader.agreement_words import agreement_words

Row = tuple[AgreementFound, tuple[int, ...]]
_GENERAL = frozenset({"agreement", "treaty", "arrangement", "contract"})
_WORD = re.compile(r"[^\W_]+")


def fold_agreements(found: list[tuple[int, AgreementFound]]) -> list[Row]:
    """One row per agreement: those that only point back update the last that fits; the numbers are their sentences'."""
    rows: list[Row] = []
    for sentence, item in found:
        target = next((i for i in range(len(rows) - 1, -1, -1) if _same(rows[i][0], item)), None)
        if target is None:
            if not item.generic or (len(_content(item)) > 1 and item.told and not item.title):
                rows.append((item, (sentence,)))
            continue
        old, sentences = rows[target]
        rows[target] = (_joined(old, item), tuple(dict.fromkeys((*sentences, sentence))))
    return rows


def _same(old: AgreementFound, new: AgreementFound) -> bool:
    """Whether `new` is `old` told again: it points back to one of its kind, or shares its words and parties."""
    if new.generic:
        words = _content(new)
        return _kin(old.kind, new.kind) and (len(words) < 2 or new.name[0].isdigit() or bool(words & _content(old)))
    apart = new.direct and old.direct and set(old.parties) != set(new.parties)
    if apart and not (old.title and set(old.parties) & set(new.parties)):
        return False
    a, b = _content(old), _content(new)
    short = min(a, b, key=len)
    if short and (a <= b or b <= a) and len(short) >= min(2, len(a | b)):
        return True
    if not _kin(old.kind, new.kind) or set(old.parties) != set(new.parties):
        return False
    return _compatible(old, new)


def _compatible(old: AgreementFound, new: AgreementFound) -> bool:
    """Whether two names of kin and equal parties may be of one: one says no more than the other, or little differs."""
    if not (old.title or new.definite):
        return False
    a, b = _special(old), _special(new)
    if old.title:
        return not (old.proper and new.proper)
    if old.proper and new.proper:
        return bool(a & b) and (a <= b or b <= a)
    if not old.definite and new.proper:
        return not any(w.isdigit() for w in b - a) and old.status not in {"suspended", "terminated"}
    return bool(a & b) or not b or not a


def _content(item: AgreementFound) -> set[str]:
    return {w.rstrip("s") for w in _WORD.findall(item.name.lower())} - agreement_words().empty


def _special(item: AgreementFound) -> set[str]:
    """Content words that do not tell a kind."""
    kinds = {w for m in agreement_kinds().find(item.name) for w in _WORD.findall(item.name[m.start : m.end].lower())}
    return _content(item) - {w.rstrip("s") for w in kinds}


def _kin(a: str, b: str) -> bool:
    return a == b or {a, b} <= _GENERAL


def _joined(old: AgreementFound, new: AgreementFound) -> AgreementFound:
    """Both as one row: the fuller name, the later status, the parties that the words name."""
    later = AGREEMENT_STATUSES.index(new.status) > AGREEMENT_STATUSES.index(old.status)
    status = new.status if new.told and (not old.told or later) else old.status
    fuller = not new.generic and (old.title, new.proper, new.own) > (False, old.proper, old.own)
    better = new if fuller and (new.proper >= old.proper or old.title) else old
    parties = old.parties if old.direct or not new.direct else new.parties
    return replace(
        better,
        status=status,
        told=old.told or new.told,
        parties=parties,
        direct=old.direct or new.direct,
        definite=old.definite,
        title=old.title and new.title,
        generic=False,
    )
