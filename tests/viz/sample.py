"""Subgraphs to draw: the first article as a View would return it, and ones that are crowded, wide or hostile."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from graph.fact import Passage
from graph.subgraph import Edge, Node, NodeKind, Subgraph

SEED = json.loads((Path(__file__).parent.parent / "eval" / "seed.article.jsonl").read_text(encoding="utf-8"))
TITLE = "Indonesia and Japan agree to deepen defence and energy ties"

AGREED = "leaders from Indonesia and Japan have agreed to enhance their cooperative efforts in defense and energy"
COMMITMENT = "mutual commitment to deepen ties not only in defense and energy but also in various other sectors"
SUPPORT = "Japan would provide support for Indonesia's ambitious infrastructure projects"
DRILLS = "closer military cooperation, which may include joint defense drills and exchange of military technology"
LNG = "expanding its energy partnerships with Indonesia"
FINANCE = "looking to Japan's expertise in technology and finance"
MEETING = "high-level meeting between Indonesian President Joko Widodo and Japanese Prime Minister Fumio Kishida"
PARTNERSHIP = "deepening its strategic partnership with Indonesia"


def passage(words: str, confidence: float = 0.9, **changes: Any) -> Passage:
    """The sentence of the first article that holds `words`, which are its mark."""
    text: str = SEED["text"]
    at = text.index(words)
    start = max(
        found + len(stop) for stop in (". ", "\n", "\n.") if (found := text.rfind(stop, 0, at)) >= 0 or stop == "\n"
    )
    end = text.index(".", at) + 1
    fields: dict[str, Any] = {
        "claim_id": f"c{at}",
        "article_id": "SEED",
        "title": TITLE,
        "name": TITLE,
        "url": "https://example.org/indonesia-japan",
        "publisher": "The Example",
        "published": "2023-09-07",
        "field": "text",
        "start": start,
        "end": end,
        "text": text[start:end],
        "marks": ((at, at + len(words)),),
        "confidence": confidence,
        "frame": "sample",
    }
    return Passage(**{**fields, **changes})


def node(node_id: str, kind: NodeKind, label: str, /, **attributes: Any) -> Node:
    return Node(node_id, kind, label, attributes)


def edge(
    source: str, target: str, edge_type: str, label: str, status: str | None, /, *evidence: Passage, **attributes: Any
) -> Edge:
    known = {"confidence": max((p.confidence for p in evidence), default=0.0)} if evidence else {}
    seen = {"first_seen": "2023-09-07", "last_seen": "2023-09-07", "articles": 1} if evidence else {}
    weight = attributes.pop("weight", 1)
    return Edge(source, target, edge_type, label, status, weight, {**known, **seen, **attributes}, evidence)


SECTORS = {
    "defence": ("Defence", "agreed", (AGREED, COMMITMENT, DRILLS), ("defence.exercises", "defence.technology")),
    "energy": ("Energy", "agreed", (AGREED, COMMITMENT, LNG), ("energy.gas", "energy.renewables")),
    "infrastructure": ("Infrastructure", "agreed", (SUPPORT,), ()),
    "transport": ("Transport", "agreed", (SUPPORT,), ()),
    "technology": ("Technology", "agreed", (COMMITMENT, FINANCE), ()),
    "trade": ("Trade", "agreed", (COMMITMENT,), ()),
    "investment": ("Investment", "agreed", (COMMITMENT,), ()),
    "finance": ("Finance", "proposed", (FINANCE,), ()),
}

PHRASES = {"agreed": "agreed to cooperate in", "proposed": "may cooperate in"}


def _sectors(dyad: str) -> tuple[list[Node], list[Edge]]:
    nodes, edges = [], []
    for sector, (name, status, words, subsectors) in SECTORS.items():
        nodes.append(node(sector, "sector", name))
        shown = [passage(each) for each in words]
        edges.append(
            edge(
                dyad, sector, "COOPERATES_IN", PHRASES[status], status, *shown, subsectors=list(subsectors), fact=sector
            )
        )
    return nodes, edges


def seed_subgraph() -> Subgraph:
    """Indonesia–Japan as the first article has it."""
    sectors, areas = _sectors("IDN-JPN")
    deal, partnership = "agreement:1", "agreement:2"
    nodes = [
        node("IDN-JPN", "dyad", "Indonesia–Japan"),
        node("IDN", "country", "Indonesia", iso2="ID"),
        node("JPN", "country", "Japan", iso2="JP"),
        *sectors,
        node(
            deal,
            "agreement",
            "agreement to enhance cooperative efforts in defense and energy",
            kind="agreement",
            status="agreed",
        ),
        node(partnership, "agreement", "strategic partnership with Indonesia", kind="partnership", status="in_force"),
        node("leader:1", "leader", "Joko Widodo", title="President", role="head_of_state"),
        node("leader:2", "leader", "Fumio Kishida", title="Prime Minister", role="head_of_government"),
        node("meeting:1", "meeting", "bilateral meeting", kind="bilateral_meeting", participants=["IDN", "JPN"]),
    ]
    met = passage(MEETING, 0.95)
    edges = [
        edge("IDN", "IDN-JPN", "IN_DYAD", "is one of", None),
        edge("JPN", "IDN-JPN", "IN_DYAD", "is one of", None),
        *areas,
        edge("IDN", "JPN", "COOPERATES_WITH", "cooperates with", "agreed", passage(AGREED)),
        edge("IDN", "JPN", "AGREED_WITH", "agreed with", None, passage(AGREED), passage(COMMITMENT), modality="actual"),
        edge("IDN", "JPN", "CONSULTED", "met", None, met, modality="actual"),
        edge("JPN", "IDN", "AIDED", "helped (pledged)", "pledged", passage(SUPPORT), modality="pledged"),
        edge("JPN", "IDN", "SUPPORTED", "supported", None, passage(PARTNERSHIP, 0.7), modality="actual"),
        edge("IDN-JPN", deal, "BOUND_BY", "agreement, agreed", "agreed", passage(AGREED)),
        edge("IDN-JPN", partnership, "BOUND_BY", "partnership, in force", "in_force", passage(PARTNERSHIP, 0.7)),
        *(edge(actor, deal, "PARTY_TO", "is party to", "agreed", passage(AGREED)) for actor in ("IDN", "JPN")),
        *(edge(deal, sector, "COVERS", "covers", None, weight=0) for sector in ("defence", "energy")),
        edge("leader:1", "IDN", "REPRESENTS", "President", None, met, role="head_of_state"),
        edge("leader:2", "JPN", "REPRESENTS", "Prime Minister", None, met, role="head_of_government"),
        edge("meeting:1", "IDN-JPN", "OF", "meeting of", None, met),
        edge("leader:1", "meeting:1", "ATTENDED", "attended", None, met),
        edge("leader:2", "meeting:1", "ATTENDED", "attended", None, passage(MEETING, 0.7, marks=())),
    ]
    return Subgraph("Indonesia–Japan", tuple(nodes), tuple(edges), {})


DATED = {"defence": ("2010-03-01", "2011-05-02", 1), "energy": ("2019-01-05", "2023-09-07", 5)}
"""First and last day and the sources of two areas in `dated_subgraph`; all else is of one source and of 2023-09-07."""


def dated_subgraph() -> Subgraph:
    """Indonesia–Japan as if it had been in the news for years."""
    found = seed_subgraph()
    edges = tuple(
        replace(
            each,
            weight=DATED[each.target][2],
            attributes={**each.attributes, "first_seen": DATED[each.target][0], "last_seen": DATED[each.target][1]},
        )
        if each.type == "COOPERATES_IN" and each.target in DATED
        else each
        for each in found.edges
    )
    return replace(found, edges=edges)


def crowded_subgraph() -> Subgraph:
    """One pair with 12 sectors (one of them disputed), 10 agreements, 6 people, 3 meetings and all types of acts."""
    sectors = [
        "defence", "security", "maritime", "energy", "trade", "investment", "infrastructure", "technology",
        "agriculture", "education", "disaster", "nonproliferation",
    ]  # fmt: skip
    statuses = ["active", "active", "active", "agreed", "agreed", "agreed", "agreed", "proposed", "proposed", "ended"]
    nodes = [
        node("IND-USA", "dyad", "India–United States of America"),
        node("IND", "country", "India"),
        node("USA", "country", "United States of America"),
        node("ORG:QUAD", "organization", "Quadrilateral Security Dialogue"),
    ]
    edges = [
        edge("IND", "IND-USA", "IN_DYAD", "is one of", None),
        edge("USA", "IND-USA", "IN_DYAD", "is one of", None),
        edge("USA", "ORG:QUAD", "MEMBER_OF", "is a member of", None, basis="reference", source="the body's own list"),
        edge("IND", "ORG:QUAD", "MEMBER_OF", "is a member of", None, basis="reference", source="the body's own list"),
    ]
    for number, sector in enumerate(sectors):
        nodes.append(
            node(sector, "sector", sector.capitalize() if number < 11 else "Non-proliferation and arms control")
        )
        status = statuses[number % len(statuses)]
        quotes = [passage(AGREED, article_id=f"A{n}") for n in range(1 + number % 4)]
        edges.append(edge("IND-USA", sector, "COOPERATES_IN", "cooperate in", status, *quotes, weight=12 - number))
    edges.append(edge("IND-USA", "trade", "DISPUTES", "are at odds over", "active", passage(DRILLS), weight=3))
    for number in range(10):
        name = f"Agreement {number} on the supply of equipment and the exchange of information between the two"
        status = ["in_force", "signed", "agreed", "under_negotiation", "terminated"][number % 5]
        nodes.append(node(f"agreement:{number}", "agreement", name, kind="agreement", status=status))
        edges.append(edge("IND-USA", f"agreement:{number}", "BOUND_BY", "are bound by", status, passage(AGREED)))
    for number in range(6):
        nodes.append(
            node(
                f"leader:{number}",
                "leader",
                f"Person Number {number} of Long Name",
                title="Minister of Foreign Affairs",
            )
        )
        edges.append(
            edge(f"leader:{number}", ("IND", "USA")[number % 2], "REPRESENTS", "represents", None, passage(MEETING))
        )
    for number in range(3):
        nodes.append(
            node(
                f"meeting:{number}",
                "meeting",
                "ministerial, New Delhi",
                kind="ministerial",
                place="New Delhi",
                date=f"2023-1{number}-09",
            )
        )
        edges.append(edge(f"meeting:{number}", "IND-USA", "OF", "of", None, passage(MEETING)))
    acts = ["AGREED_WITH", "CONSULTED", "COOPERATED_MATERIALLY_WITH", "AIDED", "ACCUSED", "SANCTIONED", "REQUESTED_OF"]
    for number, act in enumerate(acts):
        ends = ("IND", "USA") if number % 2 else ("USA", "IND")
        edges.append(edge(*ends, act, act.lower().replace("_", " "), "actual", passage(AGREED), weight=1 + number))
    return Subgraph("India–United States of America", tuple(nodes), tuple(edges), {"events": 12, "meetings": 1})


_NAMES = {
    "AUS": "Australia", "CHN": "China", "IDN": "Indonesia", "IND": "India", "JPN": "Japan", "KOR": "South Korea",
    "PHL": "Philippines", "USA": "United States", "VNM": "Viet Nam",
}  # fmt: skip


def _dyads(pairs: list[tuple[str, str]], title: str) -> Subgraph:
    actors = sorted({actor for pair in pairs for actor in pair})
    nodes = [node(actor, "country", _NAMES[actor]) for actor in actors]
    edges: list[Edge] = []
    sectors = list(SECTORS)[:5]
    nodes += [node(sector, "sector", SECTORS[sector][0]) for sector in sectors]
    for number, (a, b) in enumerate(pairs):
        dyad = f"{a}-{b}"
        nodes.append(node(dyad, "dyad", f"{_NAMES[a]}–{_NAMES[b]}"))
        edges += [edge(actor, dyad, "IN_DYAD", "is one of", None) for actor in (a, b)]
        for sector in sectors[number % 3 : number % 3 + 2]:
            status = ["active", "agreed", "proposed"][number % 3]
            edges.append(
                edge(dyad, sector, "COOPERATES_IN", "cooperate in", status, passage(AGREED), weight=1 + number)
            )
        if number % 4 == 1:
            edges.append(edge(dyad, sectors[4], "DISPUTES", "are at odds over", "active", passage(DRILLS)))
    return Subgraph(title, tuple(nodes), tuple(edges), {})


def circle_subgraph() -> Subgraph:
    """Six relationships among four countries."""
    names = ["IDN", "IND", "JPN", "USA"]
    return _dyads([(a, b) for a in names for b in names if a < b], "Indonesia, India, Japan, United States")


def hub_subgraph() -> Subgraph:
    """One country and its eight relationships."""
    pairs = [("JPN", other) if other > "JPN" else (other, "JPN") for other in _NAMES if other != "JPN"]
    return _dyads(pairs, "Japan and its partners")


def large_subgraph(nodes: int = 500, edges: int = 2_000) -> Subgraph:
    """So many nodes and lines: forty countries, their relationships, sectors and agreements."""
    countries = [f"C{number:02}" for number in range(40)]
    pairs = [(a, b) for a in countries for b in countries if a < b][: nodes // 3]
    sectors = list(SECTORS)
    agreements = nodes - len(countries) - len(pairs) - len(sectors)
    made = [node(code, "country", f"Country {code}") for code in countries]
    made += [node(f"{a}-{b}", "dyad", f"{a}–{b}") for a, b in pairs]
    made += [node(sector, "sector", SECTORS[sector][0]) for sector in sectors]
    made += [node(f"agreement:{n}", "agreement", f"Agreement {n}", status="signed") for n in range(agreements)]
    quotes = [passage(AGREED, article_id=f"A{n}") for n in range(7)]
    lines = [edge(actor, f"{a}-{b}", "IN_DYAD", "is one of", None) for a, b in pairs for actor in (a, b)]
    for n in range(agreements):
        a, b = pairs[n % len(pairs)]
        lines.append(edge(f"{a}-{b}", f"agreement:{n}", "BOUND_BY", "signed", "signed", quotes[n % 7]))
    for n in range(edges - len(lines)):
        (a, b), sector = pairs[n % len(pairs)], sectors[(n // len(pairs)) % len(sectors)]
        kind = "DISPUTES" if n % 9 == 0 else "COOPERATES_IN"
        lines.append(edge(f"{a}-{b}", sector, kind, "cooperate in", "active", quotes[n % 7], weight=1 + n % 20))
    return Subgraph("Forty countries", tuple(made), tuple(lines), {})


def countries_subgraph() -> Subgraph:
    """Countries with lines straight between them, and no relationship drawn as a node."""
    names = ["IDN", "IND", "JPN", "USA", "VNM"]
    nodes = tuple(node(name, "country", _NAMES[name]) for name in names)
    edges = [
        edge(a, b, "COOPERATES_WITH", "cooperates with", "active", passage(AGREED), weight=2)
        for a in names
        for b in names
        if a < b
    ]
    edges.append(edge("USA", "IND", "SANCTIONED", "sanctioned", "actual", passage(DRILLS)))
    return Subgraph("Five countries", nodes, tuple(edges), {})


def overview_subgraph(actors: int = 6) -> Subgraph:
    """All relations of so many countries, as `View.overview` gives them: every third pair has some, two are at odds."""
    codes = sorted(_NAMES)[:actors]
    codes += [f"C{number:03}" for number in range(actors - len(codes))]
    names = {code: _NAMES.get(code, f"Country {code}") for code in codes}
    nodes = [node(code, "country", names[code]) for code in codes]
    nodes += [node("energy", "sector", "Energy"), node("trade", "sector", "Trade")]
    edges: list[Edge] = []
    pairs = [(a, b) for a in codes for b in codes if a < b]
    for number, (a, b) in enumerate(pairs[::3]):
        dyad, sources = f"{a}-{b}", 1 + number % 9
        nodes.append(node(dyad, "dyad", f"{names[a]}–{names[b]}", actors=[a, b]))
        status = ("active", "agreed", "proposed")[number % 3]
        edges.append(
            edge(dyad, ("energy", "trade")[number % 2], "COOPERATES_IN", "cooperate in", status, weight=sources)
        )
        if number < 2:
            edges.append(edge(dyad, "trade", "DISPUTES", "at odds over", None, weight=2))
            edges.append(edge(b, a, "ACCUSED", "accused", None, weight=3))
    return Subgraph("All relations", tuple(nodes), tuple(edges), {"actors": 3})


HOSTILE = (
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7 * 7 }}{% raw %}${7*7}<!--",
    "\u202eevil\u202c\u2066\u2028line\u2029",
    "<b>&amp;&lt;</b>'\"`",
)


def hostile_subgraph() -> Subgraph:
    """Every text that could come from an article or a model is an attack."""
    bad = " ".join(HOSTILE)
    quote = passage(
        AGREED,
        text=bad,
        start=10,
        end=10 + len(bad),
        marks=((10, 18), (5, 12), (10 + len(bad) - 3, 10**9)),
        title=bad,
        name=bad,
        publisher=bad,
        published=bad,
        article_id=bad,
        url="javascript:alert(1)",
    )
    nodes = (
        node("IDN-JPN", "dyad", bad),
        node("IDN", "country", HOSTILE[0], note=bad),
        node("JPN", "country", HOSTILE[1], aliases=[bad]),
        node(f"sector:{HOSTILE[0]}", "sector", HOSTILE[3]),
        node("agreement:1", "agreement", HOSTILE[2], kind=bad, status="signed"),
        node("leader:1", "leader", HOSTILE[4], title=bad),
    )
    edges = (
        edge("IDN", "IDN-JPN", "IN_DYAD", bad, None),
        edge("JPN", "IDN-JPN", "IN_DYAD", bad, None),
        edge(
            "IDN-JPN",
            f"sector:{HOSTILE[0]}",
            "COOPERATES_IN",
            bad,
            bad,
            quote,
            **{bad: bad, "history": [{"status": bad}]},
        ),
        edge("IDN-JPN", "agreement:1", "BOUND_BY", bad, "signed", quote),
        edge("JPN", "IDN", bad, bad, bad, quote, modality=bad),
        edge("leader:1", "IDN", "REPRESENTS", bad, None, quote),
    )
    return Subgraph(bad, nodes, edges, {bad: 3})
