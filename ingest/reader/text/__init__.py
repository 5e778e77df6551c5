"""Before the parser: sentences, words and dates of a text, and whether it can matter."""
