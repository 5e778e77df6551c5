// First questions to an Accord graph, for the Neo4j Browser, cypher-shell and `accord cypher`.
// Each ends with a semicolon and begins with its question. Change the countries: ids are ISO 3166-1 codes, and the id of a
// pair is both in the order of the alphabet. Those that return nodes are drawn; turn "Connect result nodes" off if you
// want no lines but those asked for.

// Japan–Indonesia: cooperation areas, disputes and agreements, as a graph
MATCH (actor:Actor)-[part:IN_DYAD]->(dyad:Dyad {id: 'IDN-JPN'})
MATCH (dyad)-[link:COOPERATES_IN|DISPUTES|BOUND_BY]->(what)
RETURN actor, part, dyad, link, what;

// Japan–Indonesia: cooperation areas, with the sentences behind each
MATCH (:Dyad {id: 'IDN-JPN'})<-[:OF]-(cooperation:Cooperation)-[:IN]->(sector:Sector)
MATCH (cooperation)<-[:SUPPORTS]-(claim:Claim)-[:STATED_IN]->(article:Article)
WITH sector, cooperation, claim, article
ORDER BY claim.confidence DESC
RETURN sector.name AS sector, cooperation.status AS status, cooperation.sources AS sources,
       cooperation.confidence AS confidence, collect(DISTINCT claim.text)[..3] AS sentences,
       collect(DISTINCT article.name)[..3] AS articles
ORDER BY sources DESC, confidence DESC;

// Japan–Indonesia in energy: from the sector to the sentence and its article, as a graph
MATCH (dyad:Dyad {id: 'IDN-JPN'})<-[of:OF]-(cooperation:Cooperation {sector: 'energy'})-[in:IN]->(sector:Sector)
MATCH (cooperation)<-[supports:SUPPORTS]-(claim:Claim)-[stated:STATED_IN]->(article:Article)
RETURN dyad, of, cooperation, in, sector, supports, claim, stated, article
LIMIT 25;

// Japan–Indonesia: their agreements, and where each stands
MATCH (:Dyad {id: 'IDN-JPN'})-[:BOUND_BY]->(agreement:Agreement)
RETURN agreement.name AS agreement, agreement.kind AS kind, agreement.status AS stands, agreement.history AS steps,
       agreement.sectors AS covers, agreement.sources AS sources
ORDER BY sources DESC, agreement;

// Japan–Indonesia: what happened, in order
MATCH (:Dyad {id: 'IDN-JPN'})<-[:OF]-(event:Event)-[:BY]->(actor:Actor)
MATCH (event)-[:TOWARDS]->(recipient:Actor)
WHERE event.modality IN ['actual', 'pledged']
RETURN event.date AS date, actor.name AS actor, event.type AS did, recipient.name AS towards, event.modality AS modality,
       event.sectors AS about, event.sources AS sources
ORDER BY date, did;

// Who met whom, as a graph
MATCH (leader:Leader)-[attended:ATTENDED]->(meeting:Meeting)<-[took:TOOK_PART_IN]-(actor:Actor)
RETURN leader, attended, meeting, took, actor
LIMIT 60;

// Who met whom, when and where
MATCH (meeting:Meeting)
OPTIONAL MATCH (leader:Leader)-[:ATTENDED]->(meeting)
RETURN meeting.date AS date, meeting.kind AS kind, meeting.participants AS countries, collect(leader.name) AS leaders,
       meeting.place AS place, meeting.sources AS sources
ORDER BY date DESC, sources DESC
LIMIT 50;

// Disputes: who with whom, over what
MATCH (dyad:Dyad)<-[:OF]-(dispute:Dispute)
OPTIONAL MATCH (dispute)-[:OVER]->(sector:Sector)
RETURN dyad.name AS between, sector.name AS over, dispute.status AS status, dispute.sources AS sources,
       dispute.first_seen AS first_seen, dispute.last_seen AS last_seen
ORDER BY sources DESC, between
LIMIT 50;

// What links Japan and Indonesia: bodies, agreements and meetings of both, as a graph
MATCH (one:Country {id: 'JPN'})-[first:MEMBER_OF|PARTY_TO|TOOK_PART_IN]->(link)
MATCH (link)<-[second:MEMBER_OF|PARTY_TO|TOOK_PART_IN]-(other:Country {id: 'IDN'})
RETURN one, first, link, second, other
LIMIT 60;

// The shortest chain of agreements from Australia to Indonesia, as a graph
MATCH (one:Country {id: 'AUS'}), (other:Country {id: 'IDN'})
MATCH chain = shortestPath((one)-[:PARTY_TO*..8]-(other))
RETURN chain;

// With whom Japan cooperates, and in what
MATCH (:Country {id: 'JPN'})-[:IN_DYAD]->(dyad:Dyad)-[link:COOPERATES_IN]->(sector:Sector)
RETURN dyad.name AS pair, collect(sector.name) AS sectors, sum(link.sources) AS support, max(link.last_seen) AS last_seen
ORDER BY support DESC, pair
LIMIT 50;

// Who cooperates in energy, as a graph
MATCH (dyad:Dyad)-[link:COOPERATES_IN]->(sector:Sector {id: 'energy'})
RETURN dyad, link, sector
ORDER BY link.sources DESC
LIMIT 40;

// Who did what to whom: Japan's acts, as a graph
MATCH (japan:Country {id: 'JPN'})-[act]->(other:Actor)
WHERE act.events IS NOT NULL
RETURN japan, act, other
LIMIT 60;

// Who speaks for Japan, in which office
MATCH (leader:Leader)-[office:REPRESENTS]->(:Country {id: 'JPN'})
RETURN leader.name AS person, office.title AS title, office.role AS role, office.first_seen AS first_seen,
       office.last_seen AS last_seen, office.sources AS sources
ORDER BY sources DESC, person
LIMIT 50;

// What is only proposed, with its best sentence
MATCH (dyad:Dyad)<-[:OF]-(cooperation:Cooperation {status: 'proposed'})<-[:SUPPORTS]-(claim:Claim)
WITH dyad, cooperation, claim
ORDER BY claim.confidence DESC
RETURN dyad.name AS between, cooperation.sector AS sector, cooperation.confidence AS confidence,
       collect(claim.text)[0] AS sentence
ORDER BY confidence DESC
LIMIT 50;

// What the latest article says, sentence by sentence
MATCH (article:Article)
WITH article
ORDER BY coalesce(article.published, '') DESC, article.id
LIMIT 1
MATCH (claim:Claim)-[:STATED_IN]->(article)
RETURN article.name AS article, claim.kind AS kind, claim.text AS sentence, claim.confidence AS confidence
ORDER BY claim.field DESC, claim.start;

// How much of everything there is
MATCH (node)
WHERE node.id IS NOT NULL AND NOT node:Tally AND NOT node:Name AND NOT node:Erasure
RETURN labels(node) AS kind, count(node) AS number
ORDER BY number DESC;
