"""Texts for telling near-copies from reports that only resemble them, and what papers change in what they print."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping

LEAD = (
    "After months of patient work behind closed doors the governments have taken a step that few had expected this "
    "week, according to people who were in the room."
)
_OTHER_WORDS = {
    "agreed": "consented",
    "also": "too",
    "announced": "declared",
    "countries": "nations",
    "said": "stated",
    "signed": "inked",
    "talks": "discussions",
    "will": "shall",
}


def shortened(text: str) -> str:
    """Without its last third."""
    sentences = _sentences(text)
    return " ".join(sentences[: max(1, round(len(sentences) * 2 / 3))])


def with_another_lead(text: str) -> str:
    return " ".join([LEAD, *_sentences(text)[1:]])


def without_some(text: str) -> str:
    """Every third sentence is left out."""
    return " ".join(s for n, s in enumerate(_sentences(text)) if n % 3 != 1)


def edited(text: str) -> str:
    """Some words are others, and one in thirty is left out."""
    rng = random.Random(len(text))
    words = [_OTHER_WORDS.get(word, word) for word in text.split()]
    return " ".join(word for word in words if rng.random() > 1 / 30)


def filed(text: str) -> str:
    return f"JAKARTA, Sept 7 (Reuters) - {text} (Reporting by Ana Roe; Editing by Kofi Doe)"


def _sentences(text: str) -> list[str]:
    return [sentence for sentence in re.split(r"(?<=[.!?”\"])\s+", text) if sentence]


PRINTS: Mapping[str, Callable[[str], str]] = {
    "shortened by a third": shortened,
    "another lead": with_another_lead,
    "sentences left out": without_some,
    "words changed": edited,
    "another lead, shortened": lambda text: with_another_lead(shortened(text)),
    "filed, changed, shortened": lambda text: filed(edited(shortened(text))),
    "another lead, sentences left out, changed": lambda text: with_another_lead(without_some(edited(text))),
}

COMMUNIQUES = (
    "The President of {c1}, {l1}, held a telephone conversation today with the President of {c2}, {l2}. The two "
    "leaders discussed the state and prospects of bilateral cooperation and exchanged views on regional and "
    "international issues of mutual interest. {l1} thanked his counterpart for the warm congratulations conveyed "
    "on the occasion of the national holiday and invited him to pay a state visit to {k1} at a time convenient to"
    " both sides. The Presidents noted with satisfaction the positive dynamics of trade between the two "
    "countries, which reached {n} million dollars last year, and instructed their governments to prepare a road "
    "map for further cooperation in {s1} and {s2}. They also stressed the importance of the upcoming session of "
    "the intergovernmental commission, to be held in {k2} on {d}. At the end of the conversation the leaders "
    "wished each other good health and success.",
    "On the occasion of the anniversary of the establishment of diplomatic relations between {c1} and {c2}, the "
    "Minister of Foreign Affairs of {c1}, {l1}, and the Minister of Foreign Affairs of {c2}, {l2}, exchanged "
    "messages of congratulations on {d}. In the messages the Ministers noted that over the past {n} years "
    "relations between the two countries have developed steadily on the basis of mutual respect, equality and "
    "mutually beneficial cooperation. They expressed confidence that the traditionally friendly ties would be "
    "further strengthened for the benefit of the two peoples, in particular in {s1}, {s2} and people-to-people "
    "contacts, and reaffirmed their readiness to continue close coordination within the United Nations. The "
    "Ministers recalled the visit to {k1} last spring and looked forward to meeting again in {k2} before the end "
    "of the year.",
)
_FIELDS = ("c1", "l1", "k1", "c2", "l2", "k2", "n", "s1", "s2", "d")
FILLED = tuple(
    dict(zip(_FIELDS, values, strict=True))
    for values in (
        (
            "Kazakhstan",
            "Asan Bekov",
            "Astana",
            "Uzbekistan",
            "Timur Karimov",
            "Tashkent",
            45,
            "energy",
            "rail",
            "4 May",
        ),
        ("Kazakhstan", "Asan Bekov", "Astana", "Azerbaijan", "Rauf Aliyev", "Baku", 56, "ports", "trade", "11 June"),
        ("Peru", "Rosa Quispe", "Lima", "Chile", "Pablo Soto", "Santiago", 29, "mining", "farming", "3 October"),
        ("Kenya", "Peter Otieno", "Nairobi", "Rwanda", "Jean Habimana", "Kigali", 31, "tea", "tourism", "8 July"),
    )
)

INDEPENDENT = (
    "Japan and Indonesia agreed on Thursday to step up cooperation on coast guard patrols and gas, as Prime "
    "Minister Fumio Kishida met President Joko Widodo in Jakarta. “We will protect a free and open order at sea,”"
    " Kishida told reporters after the meeting, which lasted an hour. Japan is to lend 3 billion yen for two "
    "patrol boats, the foreign ministry in Tokyo said. The leaders also spoke of a liquefied gas field in the "
    "Arafura Sea in which a Japanese company has a stake. Kishida is in Indonesia for a summit of ASEAN with "
    "partners that ends on Friday.",
    "Two patrol boats and a promise on gas: that is what Fumio Kishida brought to Jakarta on Thursday. Over lunch"
    " with Joko Widodo the Japanese prime minister offered a loan of 3 billion yen for Indonesia's coast guard, "
    "officials of both sides confirmed. “We will protect a free and open order at sea,” Kishida said. The "
    "Indonesian president for his part asked Tokyo to hurry with its decision about the Arafura Sea, where gas "
    "has waited for investors since 2019. ASEAN, whose summit brought both men together, was mentioned only in "
    "passing, a diplomat told the paper.",
)
"""Two reports of one meeting by two reporters, with a quotation in common."""
