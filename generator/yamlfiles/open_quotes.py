"""Find the quotation mark in a YAML text that is not closed on its line, or is inside another quotation.

libyaml reports such a mistake lines later, where the next quotation mark is, or not at all.
"""

import re
from collections.abc import Iterator

_NEXT_KEY = re.compile(r"\s*(?:- )?[A-Za-z_][\w-]*:(?:\s|$)")
_AFTER_VALUE = re.compile(r"\s*(?:$|[,\]}:]|\s#)")

OPEN = "this quote is never closed"
INSIDE = "text after the closing quote: write a quote inside quotes as `\\\"`, or put '…' around the text"


def find_quote_error(text: str, last: int) -> tuple[int, int, str] | None:
    """Return line and column, from 0, of the first such mark up to the line `last`, and a message; or None.

    >>> find_quote_error('title: "Films\\nname: "FilmNet"\\n', 1)
    (0, 7, 'this quote is never closed')
    """
    lines = text.splitlines()
    opened = ""
    for number, line in enumerate(lines[: last + 1]):
        if opened not in line:
            continue  # inside a quotation of several lines
        opened = ""
        for column, end in _list_quotations(line):
            following = next(filter(str.strip, lines[number + 1 :]), "")
            if end is None and (not following or _NEXT_KEY.match(following)):
                return number, column, OPEN
            if end is None:
                opened = line[column]
            elif not _AFTER_VALUE.match(line, end):
                return number, end, INSIDE
    return None


def _list_quotations(line: str) -> Iterator[tuple[int, int | None]]:
    """Yield the places where a quotation starts and ends in `line`; None where it does not end."""
    place, depth, can_start = 0, 0, True
    while place < len(line):
        char, before = line[place], line[place - 1 : place]
        if char == "#" and (not before or before.isspace()):
            return
        if char in "\"'" and can_start:
            end = _find_end(line, place)
            yield place, end
            if end is None:
                return
            place, can_start = end, False
            continue
        depth += (char in "[{" and can_start) - (char in "]}" and depth > 0)
        if char.isspace():
            can_start = can_start or before in ":-"
        else:
            can_start = (char in "[{" and can_start) or (char == "," and depth > 0)
        place += 1


def _find_end(line: str, start: int) -> int | None:
    """Return the place after the mark that closes the one at `start`, or None."""
    inside = r'"(?:[^"\\]|\\.)*"' if line[start] == '"' else r"'(?:[^']|'')*'"
    match = re.compile(inside).match(line, start)
    return match.end() if match else None
