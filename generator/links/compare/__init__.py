"""Compare what a link leads to with the entry: pure functions without requests."""
