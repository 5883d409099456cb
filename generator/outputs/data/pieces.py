"""Join the pieces of a text one at a time, so that a long file is never in memory as a whole."""

from collections.abc import Iterable, Iterator


def join_pieces(parts: Iterable[str], separator: str) -> Iterator[str]:
    """Yield `parts` with `separator` between them."""
    for number, part in enumerate(parts):
        if number:
            yield separator
        yield part
