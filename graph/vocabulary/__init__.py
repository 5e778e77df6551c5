"""The packaged vocabularies: who acts, in which sectors, in which roles, with which kinds of acts and agreements."""

from graph.vocabulary.agreement_kinds import AgreementKind, AgreementKinds, AgreementMention, agreement_kinds
from graph.vocabulary.bodies import Bodies, Body, Membership, bodies
from graph.vocabulary.countries import Countries, Country, countries
from graph.vocabulary.lookup import actor_lookup, near_names
from graph.vocabulary.names import actor_name, dyad_id, dyad_name
from graph.vocabulary.not_actors import NotActors, not_actors
from graph.vocabulary.office_holders import OfficeHolder, holders_named, office_holders
from graph.vocabulary.plover import EventType, EventTypes, plover
from graph.vocabulary.regions import Region, regions
from graph.vocabulary.roles import Roles, Title, TitleMention, roles
from graph.vocabulary.sectors import Sector, SectorMention, Sectors, sectors

__all__ = [
    "AgreementKind",
    "AgreementKinds",
    "AgreementMention",
    "Bodies",
    "Body",
    "Countries",
    "Country",
    "EventType",
    "EventTypes",
    "Membership",
    "NotActors",
    "OfficeHolder",
    "Region",
    "Roles",
    "Sector",
    "SectorMention",
    "Sectors",
    "Title",
    "TitleMention",
    "actor_lookup",
    "actor_name",
    "agreement_kinds",
    "bodies",
    "countries",
    "dyad_id",
    "dyad_name",
    "holders_named",
    "near_names",
    "not_actors",
    "office_holders",
    "plover",
    "regions",
    "roles",
    "sectors",
]
