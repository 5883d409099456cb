"""Requests to untrusted servers: where they may go, and how much time and memory they may take."""
