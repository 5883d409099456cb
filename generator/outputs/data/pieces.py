"""Texts that can be made piece by piece, so that a long file need not be held as a whole."""

from collections.abc import Callable, Iterable, Iterator
from functools import update_wrapper
from typing import Generic, ParamSpec

Arguments = ParamSpec("Arguments")


class InPieces(Generic[Arguments]):
    """What a function that yields pieces becomes: called, it gives the whole text; `pieces` come singly."""

    def __init__(self, pieces: Callable[Arguments, Iterator[str]]) -> None:
        self.pieces = pieces
        update_wrapper(self, pieces)

    def __call__(self, *arguments: Arguments.args, **named: Arguments.kwargs) -> str:
        """The whole text."""
        return "".join(self.pieces(*arguments, **named))


def separated(parts: Iterable[str], separator: str) -> Iterator[str]:
    """`parts` with `separator` between them."""
    for number, part in enumerate(parts):
        if number:
            yield separator
        yield part
