"""What a claim says, as a person would say it."""

from __future__ import annotations

from api.answer.phrase import listed, sector_name
from graph.claim import Agreement, Cooperation, Dispute, Event, Meeting, Office, Pair, Statement
from graph.vocabulary.names import actor_name
from viz.lettering import capital
from viz.spoken import act, words


def told(statement: Statement) -> tuple[str, str | None]:
    """A sentence without its full stop, and the status, stage or modality that it is told with, if any."""
    match statement:
        case Cooperation():
            about = listed([sector_name(s) for s in statement.subsectors])
            inside = f" ({about})" if about else ""
            return f"{_pairs(statement.pairs)} cooperate in {sector_name(statement.sector)}{inside}", statement.status
        case Dispute():
            over = f" over {sector_name(statement.sector)}" if statement.sector else ""
            return f"{_pairs(statement.pairs)} are at odds{over}", None
        case Event():
            return _act(statement), unless_actual(statement.modality)
        case Agreement():
            return f"{statement.name}: {words(statement.kind)} of {_names(statement.parties)}", statement.status
        case Meeting():
            return _meeting(statement), unless_actual(statement.modality)
        case Office():
            title = statement.title or words(statement.role)
            return f"{statement.name}, {title} of {actor_name(statement.actor)}", None


def unless_actual(modality: str) -> str | None:
    """A modality that is told: that something happened goes without saying."""
    return None if modality == "actual" else modality


def _act(statement: Event) -> str:
    acts = listed([act(statement.type, *pair, statement.modality) for pair in statement.pairs])
    about = f", on {listed([sector_name(s) for s in statement.sectors])}" if statement.sectors else ""
    return f"{acts}{about}"


def _meeting(statement: Meeting) -> str:
    where = f" in {statement.place}" if statement.place else ""
    who = f": {listed(list(statement.leaders))}" if statement.leaders else ""
    return f"{capital(words(statement.kind))} of {_names(statement.participants)}{where}{who}"


def _pairs(pairs: tuple[Pair, ...]) -> str:
    return listed([f"{actor_name(a)} and {actor_name(b)}" for a, b in pairs])


def _names(actors: tuple[str, ...]) -> str:
    return listed([actor_name(actor) for actor in actors])
