"""Parts of a text, one at a time, so that a long file is never held as a whole."""

from collections.abc import Iterable, Iterator


def join_pieces(parts: Iterable[str], separator: str) -> Iterator[str]:
    """`parts` with `separator` between them."""
    for number, part in enumerate(parts):
        if number:
            yield separator
        yield part
