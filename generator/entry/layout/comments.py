"""Find the comments of a YAML file."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

import yaml
from yaml.tokens import ScalarToken

_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
"""All that ends a line in YAML."""

_COMMENT = re.compile("#[^\r\n\x85\u2028\u2029]*")
_BLOCK_HEADER = re.compile("[|>][^#\r\n\x85\u2028\u2029]*#[^\r\n\x85\u2028\u2029]*")


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment with its `#`; `is_trailing` where a value is before it on its line."""

    text: str
    start: int
    line: int
    column: int
    is_trailing: bool


def find_comments(text: str) -> Iterator[Comment]:
    """Yield every comment of `text`, which must be valid YAML, in order."""
    if "#" not in text:
        return
    line_starts = [0, *(match.end() for match in _BREAK.finditer(text))]
    for start, end in _find_gaps(text):
        for match in _COMMENT.finditer(text, start, end):
            line = bisect_right(line_starts, match.start()) - 1
            before = text[line_starts[line] : match.start()]
            yield Comment(match[0].rstrip(), match.start(), line, len(before), bool(before.strip()))


def _find_gaps(text: str) -> Iterator[tuple[int, int]]:
    """Yield where comments can be: the gaps between tokens, and the first lines of block scalars."""
    end = 0
    for token in yaml.scan(text, Loader=yaml.CSafeLoader):
        start = token.start_mark.index
        yield end, start
        if isinstance(token, ScalarToken) and (header := _BLOCK_HEADER.match(text, start)):
            yield header.span()
        end = max(end, token.end_mark.index)
    yield end, len(text)
