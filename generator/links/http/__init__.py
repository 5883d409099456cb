"""Requests to servers that nobody vouches for: where they may go, and what they may cost."""
