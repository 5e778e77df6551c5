"""Near-copies of one text: how they are found, and what is stored of them."""

KEYS = 8
"""Properties of an article, `key0` and so on, each with an index: two near-copies have one of them in common."""

INDEXES: tuple[str, ...] = (
    "CREATE INDEX article_earliest IF NOT EXISTS FOR (n:Article) ON (n.earliest)",
    *(f"CREATE INDEX article_key{n} IF NOT EXISTS FOR (n:Article) ON (n.key{n})" for n in range(KEYS)),
)

ALIKE = "\nUNION\n".join(
    f"MATCH (article:Article) WHERE article.key{n} IN $keys{n} RETURN article.id AS id" for n in range(KEYS)
)
"""Articles with one of `$keys0` as their `key0`, and so on."""

MARKS = """
UNWIND $ids AS id
MATCH (article:Article {id: id})
RETURN article.id AS id, article.published AS published, article.origin AS origin, article.signature AS signature,
       article.earliest AS earliest, article.copy_of AS copy_of, article.source AS source
"""

LATER = """
UNWIND $ids AS id
MATCH (article:Article {earliest: id})
RETURN article.id AS id
"""
"""Articles of which these are the earliest that they are like."""

CONTRIBUTED = """
UNWIND $ids AS id
MATCH (article:Article {id: id})
RETURN article.id AS id, article.keys AS keys
"""

PLACE = """
UNWIND $rows AS row
MATCH (article:Article {id: row.id})
SET article.earliest = row.earliest, article.copy_of = row.copy_of, article.source = row.source
"""
