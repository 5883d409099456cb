"""Repositories: the paper that a README presents as its own."""
