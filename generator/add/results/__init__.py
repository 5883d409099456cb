"""Results for an entry that exists: from a pasted table to a table in its file."""
