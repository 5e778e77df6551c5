"""The packaged vocabularies: who acts, in which sectors, in which roles, with which kinds of acts and agreements."""

from graph.vocabulary.countries import Countries, Country, countries

__all__ = ["Countries", "Country", "countries"]
