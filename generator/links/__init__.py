"""The link checker: whether every link works and leads to what the entry says."""
