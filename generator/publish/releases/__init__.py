"""The release of a month: its tag, its changelog and the version in CITATION.cff."""
