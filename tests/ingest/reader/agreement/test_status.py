"""Standing: where an agreement stands, by what governs it, how real that is, and what stood before."""

from __future__ import annotations

import pytest

from ingest.reader import RuleReader
from tests.ingest.reader.agreement.test_agreement import agreements, told


def statuses(reader: RuleReader, text: str) -> list[str]:
    return [a.status for a in agreements(reader, text)]


@pytest.mark.parametrize(
    ("predicate", "status"),
    [
        ("is expected to be signed next week", "agreed"),
        ("is due to be signed next week", "agreed"),
        ("is about to be signed", "agreed"),
        ("remains to be signed", "agreed"),
        ("is ready for signature", "agreed"),
        ("awaits signature", "agreed"),
        ("is reported to have been signed", "signed"),
        ("is expected to be ratified", "signed"),
        ("awaits ratification", "signed"),
        ("was never ratified", "signed"),
        ("is expected to enter into force next week", "agreed"),
        ("is set to expire next week", "in_force"),
        ("is still valid", "in_force"),
        ("will stay in place", "in_force"),
        ("is in the pipeline", "proposed"),
        ("is nearing completion", "under_negotiation"),
        ("is on hold", "suspended"),
        ("is dead", "terminated"),
    ],
)
def test_what_is_said_of_it(reader: RuleReader, predicate: str, status: str) -> None:
    assert statuses(reader, f"The tax treaty between Peru and Cuba {predicate}.") == [status]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Peru and Cuba are close to signing a tax treaty.", "under_negotiation"),
        ("Peru and Cuba have made progress in concluding a tax treaty.", "under_negotiation"),
        ("Peru and Cuba are in talks on signing a tax treaty.", "under_negotiation"),
        ("By signing a tax treaty with Cuba, Peru opened a new page.", "signed"),
        ("Peru is about to sign a tax treaty with Cuba.", "agreed"),
        ("Peru looks forward to the signing of a tax treaty with Cuba.", "agreed"),
        ("Peru called for the signing of a tax treaty with Cuba.", "proposed"),
        ("Peru and Cuba hope for an early signing of the tax treaty.", "agreed"),
        ("Peru and Cuba have yet to sign the tax treaty.", "agreed"),
        ("Peru refused to sign the tax treaty with Cuba.", "proposed"),
        ("Peru and Cuba agreed on the need for a tax treaty.", "proposed"),
        ("Peru's parliament gave its consent to a tax treaty with Cuba.", "ratified"),
        ("Moscow's parliament okayed the treaty with Cuba.", "ratified"),
    ],
)
def test_what_is_near_or_far(reader: RuleReader, text: str, status: str) -> None:
    assert statuses(reader, text) == [status]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Peru decided to scrap its fisheries agreement with Cuba.", "terminated"),
        ("Cuba criticised Peru's decision to withdraw from the fisheries agreement.", "terminated"),
        ("Cuba criticised Peru's move to suspend the fisheries agreement.", "suspended"),
        ("Peru threatened to withdraw from its fisheries agreement with Cuba.", "in_force"),
        ("Peru is considering a decision to suspend the agreement with Cuba on fish.", "in_force"),
        ("Peru asked its parliament to terminate the agreement with Cuba on fish.", "in_force"),
        ("Peru pulled out of a number of agreements with Cuba.", "terminated"),
    ],
)
def test_ends_that_are_decided_or_only_thought_of(reader: RuleReader, text: str, status: str) -> None:
    assert statuses(reader, text) == [status]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Peru and Cuba are negotiating an extension of their fisheries agreement.", "in_force"),
        ("Peru wishes to renegotiate its fisheries agreement with Cuba.", "in_force"),
        ("Peru and Cuba began talks on a new fisheries agreement.", "under_negotiation"),
        ("Under an existing extradition treaty, Peru sent two suspects to Cuba.", "in_force"),
        ("Peru has the extradition treaty that it signed with Cuba in 2015.", "in_force"),
        ("In 2015 Peru signed an extradition treaty with Cuba.", "signed"),
        ("The extradition treaty, which Peru and Cuba signed in 2015, was never ratified.", "signed"),
        ("Peru and Cuba are bound by the 1973 River Treaty. The treaty was signed by two generals.", "in_force"),
    ],
)
def test_what_stands_already(reader: RuleReader, text: str, status: str) -> None:
    assert statuses(reader, text) == [status]


@pytest.mark.parametrize(
    "text",
    [
        "Peru will not sign a tax treaty with Cuba.",
        "Peru has no tax treaty with Cuba.",
        "Peru did not conclude a tax treaty with Cuba.",
    ],
)
def test_what_is_denied_is_no_agreement(reader: RuleReader, text: str) -> None:
    assert statuses(reader, text) == []


def test_what_is_denied_of_one_that_was_initialled(reader: RuleReader) -> None:
    assert statuses(reader, "Peru and Cuba initialled, but did not sign, a tax treaty.") == ["agreed"]


def test_documents_of_one_name_are_one(reader: RuleReader) -> None:
    text = "Peru and Cuba signed the River Treaty in May. Cuba's parliament ratified the River Treaty in June."
    assert told(reader, text) == ["River Treaty | CUB-PER | ratified"]
