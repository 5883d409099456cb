"""Exit codes of all commands."""

OK = 0
PROBLEMS_FOUND = 1
"""The data has problems."""
USAGE = 2
NOT_SAVED = 3
"""What was found is reported, but what was learned, or a fix of an entry, could not be written."""
NO_NETWORK = 4
"""Not one server answered, so nothing was learned."""
INTERRUPTED = 130
