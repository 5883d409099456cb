"""A date as a number of years, and the years that an axis of time shows."""


def date_to_years(date: str) -> float:
    """Return a date as years; one without day or month is the middle of what it names.

    >>> date_to_years("2024-01-01"), date_to_years("2024")
    (2024.0, 2024.5)
    """
    parts = [int(part) for part in date.split("-")]
    if len(parts) == 1:
        return parts[0] + 0.5
    month, day = parts[1], parts[2] if len(parts) > 2 else 15
    return parts[0] + (month - 1) / 12 + (day - 1) / 372
