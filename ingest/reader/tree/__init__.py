"""The tree of a sentence: who a phrase stands for, what an act's words cover, and how real they make it."""
