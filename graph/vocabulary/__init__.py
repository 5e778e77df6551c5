"""The packaged vocabularies: who acts, in which sectors, in which roles, with which kinds of acts and agreements."""

from graph.vocabulary.bodies import Bodies, Body, Membership, bodies
from graph.vocabulary.countries import Countries, Country, countries
from graph.vocabulary.not_actors import NotActors, not_actors
from graph.vocabulary.sectors import Sector, SectorMention, Sectors, sectors

__all__ = [
    "Bodies",
    "Body",
    "Countries",
    "Country",
    "Membership",
    "NotActors",
    "Sector",
    "SectorMention",
    "Sectors",
    "bodies",
    "countries",
    "not_actors",
    "sectors",
]
