"""Calm text of strangers, so that it only speaks to people: in comments on GitHub, and in logs."""
