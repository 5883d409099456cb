"""Is what a link leads to what the entry says: pure comparisons of words, no request."""
