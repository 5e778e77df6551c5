"""What is taken off a story, and what is left of one that looks like it."""

import pytest

from graph.vocabulary.furniture import furniture

STORY = "Japan and Chile signed a pact on fisheries."


@pytest.mark.parametrize(
    "text",
    [
        f"SANTIAGO, May 4 (Reuters) - {STORY}",
        f"SANTIAGO — {STORY}",
        f"ST. JOHN'S, Antigua: {STORY}",
        f"New Delhi, Oct 7 (PTI) {STORY}",
        f"(AFP) - {STORY}",
        f"{STORY} (Reporting by Ana Roe; Editing by Kofi Doe)",
        f"{STORY}\n\nReporting by Ana Roe in Santiago; editing by Kofi Doe",
        f"{STORY}\n© Example Times. All rights reserved.",
        f"{STORY} — AFP",
        f"{STORY}\nRead more: Chile and Peru talk about anchovies",
        f"Advertisement\n{STORY}",
        f"{STORY}\nThis story has not been edited by our staff and is generated from an agency feed.",
    ],
)
def test_what_is_not_the_story_is_taken_off(text: str) -> None:
    assert furniture().off(text) == STORY


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        "NATO said on Monday that it would send ships.",
        "Japan - which has no oil - buys gas from Qatar.",
        "The letter was written by the minister.",
    ],
)
def test_what_is_the_story_stays(text: str) -> None:
    assert furniture().off(text) == text
