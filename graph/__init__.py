"""Records, vocabularies and storage of Accord's knowledge graph of bilateral relations."""
