from __future__ import annotations

import pytest

from graph.claim import AGREEMENT_STATUSES, COOPERATION_STATUSES, MODALITIES
from tests.viz.sample import edge
from viz.style import DISPUTE_DASH, FAMILIES, KINDS, LINES, dash_of, family_of, has_arrow, line_of, width_of


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("status", [*COOPERATION_STATUSES, *AGREEMENT_STATUSES, *MODALITIES])
def test_every_status_has_a_line(status: str) -> None:
    assert line_of(status) in {style.line for style in LINES}


@pytest.mark.parametrize(
    ("status", "line"),
    [("in_force", "active"), ("pledged", "agreed"), ("possible", "proposed"), ("terminated", "ended"), (None, None)],
)
def test_the_line_of_a_status(status: str | None, line: str | None) -> None:
    assert line_of(status) == line


def test_an_unknown_status_is_no_line() -> None:
    assert line_of("</script>") is None


@pytest.mark.parametrize(
    ("edge_type", "family"),
    [
        ("COOPERATES_IN", "cooperation"),
        ("AIDED", "cooperation"),
        ("DISPUTES", "dispute"),
        ("SANCTIONED", "dispute"),
        ("REQUESTED_OF", "neutral"),
        ("BOUND_BY", "bond"),
        ("REPRESENTS", "frame"),
        ("NEVER_HEARD_OF", "neutral"),
    ],
)
def test_the_family_of_a_type(edge_type: str, family: str) -> None:
    assert family_of(edge_type) == family


def test_cooperation_and_dispute_differ_in_dash_whatever_their_status() -> None:
    for line in ("active", "agreed", "proposed"):
        assert dash_of("dispute", line) == DISPUTE_DASH != dash_of("cooperation", line)


def test_statuses_differ_without_colour() -> None:
    looks = {(dash_of("cooperation", style.line), width_of(style.line, "cooperation", 1)) for style in LINES}
    assert len(looks) == len(LINES)


@pytest.mark.parametrize(("sources", "more"), [(0, 0), (1, 0), (2, 1), (3, 1), (4, 2), (16, 4), (1000, 4)])
def test_width_grows_with_sources_and_ends(sources: int, more: int) -> None:
    assert width_of("agreed", "cooperation", sources) == 2 + more


def test_arrows_only_from_one_actor_to_another() -> None:
    arrows = {t: has_arrow(edge("A", "B", t, "x", None)) for t in ("AIDED", "ACCUSED", "AGREED_WITH", "COOPERATES_IN")}
    assert arrows == {"AIDED": True, "ACCUSED": True, "AGREED_WITH": False, "COOPERATES_IN": False}


@pytest.mark.parametrize("style", [style for style in KINDS if style.on.startswith("#")], ids=lambda style: style.kind)
def test_what_is_written_on_a_kind_is_readable(style: object) -> None:
    for page in ("light", "dark"):
        assert contrast(getattr(style, "on"), getattr(style, page)) >= 4.2, page  # noqa: B009 - mypy: parametrized


@pytest.mark.parametrize("style", [style for style in FAMILIES if style.family != "frame"], ids=lambda s: s.family)
def test_lines_stand_out_on_either_page(style: object) -> None:
    assert contrast(getattr(style, "light"), "#ffffff") >= 4.2  # noqa: B009
    assert contrast(getattr(style, "dark"), "#12171d") >= 4.2  # noqa: B009
