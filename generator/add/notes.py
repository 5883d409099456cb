"""The notes of a draft: how they show what a person wrote."""

_MAX_SHOWN = 120


def quote(text: str) -> str:
    """Return `text` in quotation marks, cut where it is long."""
    return f"“{text}”" if len(text) <= _MAX_SHOWN else f"“{text[:_MAX_SHOWN]}…”"
