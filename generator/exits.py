"""Exit codes of all commands."""

OK = 0
PROBLEMS_FOUND = 1
"""The data has problems."""
USAGE = 2
INTERRUPTED = 130
