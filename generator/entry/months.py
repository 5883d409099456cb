"""The names of the months, in English wherever the program runs."""

_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
SHORT_MONTHS = tuple(name[:3].lower() for name in _NAMES)
"""As BibTeX names them: `jan`."""


def find_month(word: str) -> int:
    """Return the number of the month that `word` names, in full or shortened; 0 if it names none.

    >>> find_month("Sept"), find_month("november"), find_month("nova")
    (9, 11, 11)
    """
    short = word[:3].lower()
    return SHORT_MONTHS.index(short) + 1 if short in SHORT_MONTHS else 0


def name_month(month: str) -> str:
    """Write the month `YYYY-MM` in words.

    >>> name_month("2026-11")
    'November 2026'
    """
    year, number = month.split("-")
    return f"{_NAMES[int(number) - 1]} {year}"
