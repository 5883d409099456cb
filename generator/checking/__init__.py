"""Judging files, remembering what was found, loading the list and checking it."""
