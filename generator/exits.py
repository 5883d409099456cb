"""The exit codes of all commands."""

OK = 0
FAULTY = 1
"""The data has problems."""
USAGE = 2
INTERRUPTED = 130
