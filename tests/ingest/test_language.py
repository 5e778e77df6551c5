from __future__ import annotations

import pytest

from graph.errors import ArticleError
from ingest.language import in_english, language_name, language_of
from ingest.text import make_article

SPANISH = (
    "El presidente de Chile se reunió el lunes en Santiago con su homólogo de Argentina y ambos firmaron un acuerdo "
    "sobre energía, según informó la cancillería en un comunicado difundido por la tarde."
)
INDONESIAN = (
    "Presiden Indonesia bertemu dengan Perdana Menteri Jepang di Tokyo pada hari Senin dan kedua pemimpin sepakat "
    "untuk meningkatkan kerja sama di bidang energi, perdagangan, dan pertahanan."
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (SPANISH, "es"),
        (INDONESIAN, "id"),
        ("日本首相周一在雅加达会见了印度尼西亚总统，双方同意加强能源和防务合作。", "zh"),
        ("Премьер-министр Японии встретился в понедельник с президентом Индонезии.", "ru"),
        ("Kishida, Widodo sign LNG deal", "en"),
        ("Japan met Chile.", "en"),
        (
            "Visiting Prime Minister Nguyễn Xuân Phúc of Việt Nam met President Hồ in Hà Nội and they signed a pact.",
            "en",
        ),
    ],
)
def test_languages(text: str, code: str) -> None:
    assert language_of(text) == code


def test_languages_have_names() -> None:
    assert language_name("es") == "Spanish"
    assert language_name("xx") == "xx"


def test_what_is_not_in_english_is_refused_by_name() -> None:
    english, spanish = (make_article(text, where="a") for text in ("Japan met Chile in Tokyo.", SPANISH))
    assert in_english(english, "a") is english
    with pytest.raises(ArticleError, match=r"Spanish \(es\)") as error:
        in_english(spanish, "b")
    assert (error.value.where, error.value.reason) == ("b", "language")
