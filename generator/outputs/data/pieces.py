"""Join the pieces of a text one at a time, so that a long file is never in memory as a whole."""

import json
from collections.abc import Iterable, Iterator

encode_line = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""Returns a value as JSON in one line, without spaces: a tenth of a long file."""


def join_pieces(parts: Iterable[str], separator: str) -> Iterator[str]:
    """Yield `parts` with `separator` between them."""
    for number, part in enumerate(parts):
        if number:
            yield separator
        yield part
