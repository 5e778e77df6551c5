"""The packaged vocabularies: who acts, in which sectors, in which roles, with which kinds of acts and agreements."""

from graph.vocabulary.bodies import Bodies, Body, Membership, bodies
from graph.vocabulary.countries import Countries, Country, countries
from graph.vocabulary.not_actors import NotActors, not_actors
from graph.vocabulary.plover import EventType, EventTypes, plover
from graph.vocabulary.roles import Roles, Title, TitleMention, roles
from graph.vocabulary.sectors import Sector, SectorMention, Sectors, sectors

__all__ = [
    "Bodies",
    "Body",
    "Countries",
    "Country",
    "EventType",
    "EventTypes",
    "Membership",
    "NotActors",
    "Roles",
    "Sector",
    "SectorMention",
    "Sectors",
    "Title",
    "TitleMention",
    "bodies",
    "countries",
    "not_actors",
    "plover",
    "roles",
    "sectors",
]
