from __future__ import annotations

import pytest

from ingest.language import language_name, language_of

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
