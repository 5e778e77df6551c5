"""Folding: one row per agreement of an article, with its best name and where it stands at the end."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.claim import AGREEMENT_STATUSES
from graph.vocabulary import agreement_kinds
from ingest.reader.agreement.agreement import MEMBER, PRONOUN, AgreementFound
from ingest.reader.agreement.words import agreement_words

Row = tuple[AgreementFound, tuple[int, ...]]
_GENERAL = frozenset({"agreement", "treaty", "arrangement", "contract"})
_WORD = re.compile(r"[^\W_]+")


def fold_agreements(found: list[tuple[int, AgreementFound]]) -> list[Row]:
    """One row per agreement: those that only point back update the last that fits; the numbers are their sentences'."""
    rows: list[Row] = []
    for number, item in found:
        if item.kind == MEMBER:
            rows += _member(rows, number, item)
            continue
        target = _target(rows, number, item)
        if target is None:
            if not item.generic or (item.direct and item.told):
                rows.append((replace(item, generic=False), (number,)))
            continue
        old, numbers = rows[target]
        if item.latent and not old.latent:
            continue  # a document of its own tells of the promise
        rows[target] = (_joined(old, item), tuple(dict.fromkeys((*numbers, number))))
    rows = _distinct(rows)
    kept = [
        row for row in rows if not (row[0].title and row[0].own == 0) and not row[0].latent and not _spelt(row, rows)
    ]
    return [_signed_with(row, rows) for row in kept]


def _distinct(rows: list[Row]) -> list[Row]:
    """The rows with those of one name as one, where their parties are the same, or nothing says that they differ."""
    out: list[Row] = []
    for item, numbers in rows:
        for i, (old, others) in enumerate(out):
            alike = _content(old) == _content(item) and not (old.listed or item.listed) and old.count == item.count
            told = old.direct and item.direct
            if alike and (old.parties == item.parties or (not told and len(set(old.parties) & set(item.parties)) > 1)):
                out[i] = (_joined(old, item), tuple(dict.fromkeys((*others, *numbers))))
                break
        else:
            out.append((item, numbers))
    return out


def _member(rows: list[Row], number: int, item: AgreementFound) -> list[Row]:
    """The row of one of several agreements of the last sentences; none where no several were told of."""
    several = next((row for row in reversed(rows) if row[0].count and row[1][-1] >= number - 2), None)
    if several is None:
        return []
    name = f"{several[0].noun} on {item.name}"
    own = replace(several[0], name=name, count=0, listed=True, told=True, sectors=item.sectors, head=item.head)
    return [(own, (number,))]


def _signed_with(row: Row, rows: list[Row]) -> Row:
    """The row as signed if no word says where it stands and its parties just signed others ("The second sets …").

    A text that is known already stays what it is.
    """
    item, numbers = row
    if item.told or item.definite or item.status != "agreed" or item.kind == "joint_statement":
        return row
    for other, others in rows:
        near = any(0 <= numbers[0] - n <= _AFTER for n in others)
        if other is not item and other.told and other.status == "signed" and near and other.parties == item.parties:
            return replace(item, status="signed"), numbers
    return row


_AFTER = 3
"""The sentences behind a signing that go on about what was signed."""


def _spelt(row: Row, rows: list[Row]) -> bool:
    """Whether a row that only counts documents ("four documents") has them all named in a list of their own."""
    item = row[0]
    return item.count > 0 and sum(other[0].listed and other[0].parties == item.parties for other in rows) >= item.count


def _target(rows: list[Row], number: int, item: AgreementFound) -> int | None:
    """The row that `item` of sentence `number` tells again."""
    if item.kind == PRONOUN:
        last = max(range(len(rows)), key=lambda i: rows[i][1][-1], default=None)
        return last if last is not None and rows[last][1][-1] >= number - 1 else None
    return next((i for i in range(len(rows) - 1, -1, -1) if _same(rows[i], number, item)), None)


def _same(row: Row, number: int, new: AgreementFound) -> bool:
    """Whether `new` is the row's agreement told again: it points back to it, or shares words and parties."""
    old = row[0]
    if _counts(old, new) or _counts(new, old):
        return old.parties == new.parties
    if new.generic and _bare(new) and old.kind in _PAPERS and number - row[1][-1] <= 1:
        return not new.direct or old.parties == new.parties
    if old.count and not new.generic and new.count != old.count:
        return False
    if old.listed and new.listed and not new.generic:
        return _content(old) == _content(new)
    if new.generic:
        words = _content(new)
        return _kin(old.kind, new.kind) and (len(words) < 2 or new.name[0].isdigit() or bool(words & _content(old)))
    if old.title:
        return _kin(old.kind, new.kind) and len(set(old.parties) & set(new.parties)) > old.direct
    if new.direct and old.direct and set(old.parties) != set(new.parties):
        return False
    if _stands_for(old.name, new.name) or _stands_for(new.name, old.name):
        return bool(set(old.parties) & set(new.parties))
    a, b = _content(old), _content(new)
    short = min(a, b, key=len)
    if short and (a <= b or b <= a) and len(short) >= min(2, len(a | b)):
        return True
    alike = _kin(old.kind, new.kind) and set(old.parties) == set(new.parties)
    if alike and _core(old) and _core(old) == _core(new) and _years(old) == _years(new):
        return True
    return alike and new.definite and _compatible(old, new, number - row[1][-1])


def _counts(one: AgreementFound, other: AgreementFound) -> bool:
    """Whether the one only counts, as papers of no kind, what the other counts by its kind ("two documents")."""
    return (
        one.count > 1 and one.count == other.count and one.noun in agreement_words().papers and one.noun != other.noun
    )


def _bare(item: AgreementFound) -> bool:
    """Whether the words say nothing but "the agreement", "the deal"."""
    return item.name.lower() in {"agreement", "deal", "accord"}


_PAPERS = frozenset({"loan", "contract", "memorandum", "partnership"})
"""Kinds that "the agreement" right after may point back to."""


def _stands_for(short: str, name: str) -> bool:
    """Whether a name of capitals holds the initials of the other ("RAA": "Reciprocal Access Agreement")."""
    letters = "".join(c for c in short if c.isalnum())
    if len(letters) < 3 or not letters.isupper() or " " in short:
        return False
    return letters in "".join(w[0] for w in _WORD.findall(name) if w[0].isupper())


def _compatible(old: AgreementFound, new: AgreementFound, distance: int) -> bool:
    """Whether a definite name may be of an agreement of the same parties: it says no more, or names what was told."""
    a, b = _special(old), _special(new)
    if old.proper and new.proper:
        return bool(a & b) and (a <= b or b <= a)
    if not b:
        bare = len(_content(new)) == 1 or (old.kind == new.kind and len(_core(new)) < 2)
        return bare or _content(new) <= _content(old)
    if not a or a & b:
        return True
    dated = any(w.isdigit() for w in b - a)
    if (
        dated
        and _core(new) == _years(new)
        and new.definite
        and distance <= 1
        and not _years(old)
        and old.status != "signed"
    ):
        return True  # "the Indus treaty … the 1960 treaty"
    alive = old.status not in {"suspended", "terminated"}
    return not old.definite and not dated and alive and distance == 1


def _content(item: AgreementFound) -> set[str]:
    return {w.rstrip("s") for w in _WORD.findall(item.name.lower())} - agreement_words().empty


def _core(item: AgreementFound) -> set[str]:
    """Content words without the nouns of one kind that stand for each other ("trade pact", "trade agreement")."""
    return _content(item) - agreement_words().nouns


def _years(item: AgreementFound) -> set[str]:
    return {w for w in _content(item) if w.isdigit()}


def _special(item: AgreementFound) -> set[str]:
    """Content words that do not tell a kind."""
    kinds = {w for m in agreement_kinds().find(item.name) for w in _WORD.findall(item.name[m.start : m.end].lower())}
    return _content(item) - {w.rstrip("s") for w in kinds}


def _kin(a: str, b: str) -> bool:
    return a == b or {a, b} <= _GENERAL


def _worth(item: AgreementFound) -> tuple[bool, int, bool]:
    """How good a name is: a name before a description, three words before one, a known one before a new one."""
    return item.proper, min(item.own, 3), item.definite


def _joined(old: AgreementFound, new: AgreementFound) -> AgreementFound:
    """Both as one row: the fuller name, the later status, the parties that the words name."""
    later = AGREEMENT_STATUSES.index(new.status) > AGREEMENT_STATUSES.index(old.status)
    status = new.status if new.told and (not old.told or later) else old.status
    if new.told and new.status == "signed" and old.kind == "loan" and old.status == "in_force":
        status = "signed"  # "extended a loan … the agreement was signed"
    if not old.told and old.status == "in_force" and _years(old) and new.status in {"signed", "agreed"}:
        status = "in_force"  # "the 1973 treaty … the treaty was signed when"
    if new.pending and status in {"in_force", "ratified"}:
        status = "signed"
    better = new if not new.generic and (old.title or _counts(old, new) or _worth(new) > _worth(old)) else old
    sided = old if old.direct or not (new.direct or (old.title and not new.generic)) else new
    return replace(
        better,
        status=status,
        told=old.told or new.told,
        parties=sided.parties,
        direct=old.direct or new.direct,
        definite=old.definite,
        latent=old.latent and not new.generic,
        title=old.title and new.title,
        generic=False,
        sectors=tuple(dict.fromkeys((*old.sectors, *new.sectors))),
    )
