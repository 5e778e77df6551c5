"""A real Neo4j server for the contract tests, from Maven artifacts (pom.xml): no Docker engine is needed."""
