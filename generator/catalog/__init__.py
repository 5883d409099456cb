"""The catalog: every entry with the vocabularies, and how these are loaded."""
