"""Registries: their records become drafts, which are joined with what is known already."""
