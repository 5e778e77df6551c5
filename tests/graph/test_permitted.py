"""What somebody's own query may not say, with its near misses."""

from contextlib import suppress
from time import process_time

import pytest

from graph.errors import QueryRefused
from graph.permitted import check_permitted


@pytest.mark.parametrize(
    "query",
    [
        "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
        "MATCH (n) LOAD  csv FROM $u AS row RETURN row",
        "MATCH (n:`'`) LOAD CSV FROM $u AS row MATCH (m:`'`) RETURN row",
        r"MATCH (n) \u004cOAD CSV FROM $u AS row RETURN row",
        "RETURN 1 /* */ UNION LOAD /* x */ CSV FROM $u AS row RETURN row",
        "SHOW TRANSACTIONS",
        "/* a */ // b\n SHOW TRANSACTIONS",
        "TERMINATE TRANSACTIONS 'q1'",
        "SHOW USERS",
        "show current user",
        "SHOW SETTINGS",
        "SHOW DATABASES",
        "CREATE USER eve SET PASSWORD 'secret-word'",
        "EXPLAIN CREATE (:X)",
        "CALL dbms.listConfig()",
        "CALL `dbms`.`listConfig`()",
        "CALL dbms . listConfig ( ) YIELD name RETURN name",
        "CALL dbms.killQuery('q1')",
        "CALL apoc.load.json('http://127.0.0.1/')",
        "MATCH (n) CALL apoc.cypher.doIt('CREATE (:X)', {}) YIELD value RETURN value",
        "CALL apoc.export.csv.all('x.csv', {})",
        "CALL dbms.listConfig",
        "CALL dbms . listConfig;",
        "CALL dbms.listConfig UNION RETURN 1 AS x",
        "RETURN '\\'' AS x CALL dbms.listConfig()",
        "SELECT FROM Actor",
        "",
    ],
)
def test_what_is_no_reading_of_the_graph_is_refused(query: str) -> None:
    with pytest.raises(QueryRefused):
        check_permitted(query)


@pytest.mark.parametrize(
    "query",
    [
        "MATCH (n) RETURN n",
        "  // the strongest\n OPTIONAL MATCH (n) RETURN n",
        "EXPLAIN MATCH (n) RETURN n",
        "MATCH (a:Article) WHERE a.text CONTAINS 'LOAD CSV' RETURN a",
        "MATCH (a:Article {title: \"CALL apoc.load.json('x')\"}) RETURN a // CALL dbms.listConfig()",
        "MATCH (m:Meeting {kind: 'call'}) RETURN m.call AS call",
        "MATCH (d:Dyad) CALL (d) { MATCH (d)<-[:OF]-(f) RETURN count(f) AS n } RETURN n",
        "CALL { MATCH (n) RETURN count(n) AS n } RETURN n",
        "CALL db.labels() YIELD label RETURN label",
        "CALL dbms.components()",
        "SHOW INDEXES",
        "SHOW RANGE INDEXES YIELD name",
        "WITH 1 AS x RETURN x UNION RETURN 2 AS x",
        "MATCH (m:Meeting) WITH m AS call RETURN call, call.date ORDER BY call.date",
        "MATCH (m:Meeting) WITH m AS call ORDER BY call.date RETURN call",
    ],
)
def test_what_reads_the_graph_is_permitted(query: str) -> None:
    check_permitted(query)


@pytest.mark.parametrize(
    "hostile",
    [
        "RETURN 1 AS x CALL a" + " " * 19_970 + "x",
        "RETURN 1 CALL" + " " * 19_980,
        "RETURN 1 " + "CALL a " * 2_800,
        "RETURN 1 CALL a" + ".b" * 9_900 + "!",
        "RETURN 1 CALL a" + " . " * 6_600,
        "RETURN " + "\\'" * 9_990,
        "RETURN " + '\\"' * 9_990,
        "RETURN " + "'a" * 9_990 + "\\",
        "RETURN 1 " + "/* " * 6_600,
        "RETURN `" + "a" * 19_990,
        "LOAD" + " " * 19_990,
        "EXPLAIN" + " " * 19_990,
        "RETURN 1 " + "\\u" * 9_990,
    ],
    ids=lambda text: text[:24].strip(),
)
def test_no_text_takes_long(hostile: str) -> None:
    """What reads any part of a text of 20,000 letters again and again takes half a second and more of computing."""
    began = process_time()
    with suppress(QueryRefused):
        check_permitted(hostile)
    assert process_time() - began < 0.3
