"""What somebody's own query may not say, with its near misses."""

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
    ],
)
def test_what_reads_the_graph_is_permitted(query: str) -> None:
    check_permitted(query)
