"""The catalog of all entries and vocabularies, and how vocabularies are loaded."""
