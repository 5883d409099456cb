"""Judge files, cache the judgments, load the list and check it."""
