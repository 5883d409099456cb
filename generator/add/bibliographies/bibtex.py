"""Read the records of a BibTeX text, each by itself; `assets/contribute/bibtex.js` does the same.

A record begins at an `@` with a name and an opening brace. Where a record is broken, the next one at the
beginning of a line is read all the same.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

_HEAD = re.compile(r"(?<![A-Za-z0-9@%.])@([A-Za-z_][A-Za-z0-9_-]*)[ \t\r\n]*([{(])")
_LINE_HEAD = re.compile(r"(?<![^\n])[ \t]*@[A-Za-z_][A-Za-z0-9_-]*[ \t\r\n]*[{(]")
_KEY = re.compile(r"([^,{}=\"#]*)(?:,|(?=\}))")
_NAME = re.compile(r"(?:[ \t\r\n,]|%[^\n]*\n)*([A-Za-z_][^ \t\r\n=,{}\"#%()@]*)[ \t\r\n]*=[ \t\r\n]*")
_BETWEEN = re.compile(r"(?:[ \t\r\n,]|%[^\n]*\n)*")
_JOIN = re.compile(r"[ \t\r\n]*#[ \t\r\n]*")
_BARE = re.compile(r"[^ \t\r\n,#{}()\"=]+")
_SPACES = re.compile(r"[ \t\r\n]+")
MAX_FAULTS = 20
"""The most broken records and comments that are read between two records that begin a line.

After each the text is read again from its head on, so without a bound the time grows with the square.
"""
MAX_VALUE = 100_000
"""No field is longer; the bound keeps macros made of macros small."""
_SWALLOWED = re.compile(
    r"[,}\"] *(?:author|title|year|date|month|journal|booktitle|publisher|editor|pages|volume|number|doi|url"
    r"|eprint|abstract|keywords|note) *= *[{\"]",
    re.IGNORECASE,
)
"""The next field inside a value: a brace or quotation mark is missing before it."""


@dataclass(frozen=True, slots=True)
class BibRecord:
    """A record: its fields by their names in small letters, still in LaTeX; macros are put in.

    >>> next(read_records('@misc{a1, title = "A" # {B}}')).fields
    {'title': 'AB'}
    """

    kind: str
    key: str
    line: int
    fields: Mapping[str, str] = field(default_factory=dict)
    fault: str = ""
    """Why it cannot be read; it has no fields then."""


def read_records(text: str) -> Iterator[BibRecord]:
    """Yield the records of `text` in their order, also the broken ones, but no macros and comments."""
    starts = [match.start() for match in _LINE_HEAD.finditer(text)]
    macros: dict[str, str] = {}
    # What is before the first record at the beginning of a line may have records too.
    for start, end in zip([0, *starts], [*starts, len(text)], strict=True):
        yield from _Part(text, start, end, macros).read()


class _Fault(Exception):
    """A record cannot be read; the message says why."""


class _Part:
    """What is between two records that begin a line: most often one record."""

    def __init__(self, text: str, start: int, end: int, macros: dict[str, str]) -> None:
        self._text, self._start, self._end, self._macros = text, start, end, macros

    def read(self) -> Iterator[BibRecord]:
        place, faults = self._start, 0
        while faults < MAX_FAULTS and (head := _HEAD.search(self._text, place, self._end)):
            kind = head[1].lower()
            key = _KEY.match(self._text, head.end(), self._end)
            line = self._text.count("\n", 0, head.start(1)) + 1
            if kind in ("comment", "preamble"):
                place = self._skip_comment(head)
                faults += place == head.end()
                continue
            fields, place, fault = self._read_body(kind, head, key)
            faults += bool(fault)
            if kind != "string" or fault:
                yield BibRecord(kind, key[1].strip(" \t\r\n") if key else "", line, fields, fault)

    def _skip_comment(self, head: re.Match[str]) -> int:
        """The place after a comment in braces; after its head, where its braces are not balanced."""
        try:
            return self._find_closing(head.end(), "}" if head[2] == "{" else ")", escapes=False) + 1
        except _Fault:
            return head.end()

    def _read_body(
        self, kind: str, head: re.Match[str], key: re.Match[str] | None
    ) -> tuple[dict[str, str], int, str]:
        start = key.end() if key and kind != "string" else head.end()
        fault = ""
        # BibTeX knows no escaped brace; people write some.
        for escapes in (False, True):
            try:
                fields, place = self._read_fields(start, "}" if head[2] == "{" else ")", escapes)
            except _Fault as error:
                fault = fault or str(error)
                continue
            if kind == "string":
                self._macros |= {name: value for name, value in fields.items() if name not in self._macros}
            return fields, place, ""
        return {}, head.end(), fault

    def _read_fields(self, place: int, closing: str, escapes: bool) -> tuple[dict[str, str], int]:
        fields: dict[str, str] = {}
        while name := _NAME.match(self._text, place, self._end):
            value, place = self._read_value(name[1], name.end(), escapes)
            fields.setdefault(name[1].lower(), value)
        between = _BETWEEN.match(self._text, place, self._end)
        place = between.end() if between else place
        if place == self._end:
            if fields:
                return fields, place  # only the last brace is missing
            raise _Fault("it has no fields")
        if self._text[place] != closing:
            last = f"after `{list(fields)[-1]}`" if fields else "at the beginning"
            raise _Fault(f"a field or `{closing}` is expected {last}, in line {self._count_lines(place)}")
        if not fields:
            raise _Fault("it has no fields")
        return fields, place + 1

    def _read_value(self, name: str, place: int, escapes: bool) -> tuple[str, int]:
        whole = ""
        while True:
            part, place = self._read_part(name, place, escapes)
            whole += part
            if len(whole) > MAX_VALUE:
                raise _Fault(
                    f"`{name}` is longer than {MAX_VALUE} characters, in line {self._count_lines(place)}"
                )
            joined = _JOIN.match(self._text, place, self._end)
            if not joined:
                value = _SPACES.sub(" ", whole)
                if _SWALLOWED.search(value):
                    raise _Fault(self._open(name, place))
                return value, place
            place = joined.end()

    def _read_part(self, name: str, place: int, escapes: bool) -> tuple[str, int]:
        opening = self._text[place : min(place + 1, self._end)]
        if opening and opening in '{"':
            try:
                end = self._find_closing(place + 1, "}" if opening == "{" else '"', escapes)
            except _Fault:
                raise _Fault(self._open(name, place)) from None
            return self._text[place + 1 : end], end + 1
        bare = _BARE.match(self._text, place, self._end)
        if not bare:
            raise _Fault(f"`{name}` has no value, in line {self._count_lines(place)}")
        return self._macros.get(bare[0].lower(), bare[0]), bare.end()

    def _find_closing(self, place: int, closing: str, escapes: bool) -> int:
        """The place of the character that ends what begins before `place`."""
        depth = 0
        while place < self._end:
            char = self._text[place]
            if char == "\\" and escapes and self._text[place + 1 : place + 2] in ("{", "}"):
                place += 1
            elif not depth and char == closing:
                return place
            elif char == "{":
                depth += 1
            elif char == "}" and depth:
                depth -= 1
            place += 1
        raise _Fault

    def _open(self, name: str, place: int) -> str:
        return f"a brace or quotation mark of `{name}` is not closed, in line {self._count_lines(place)}"

    def _count_lines(self, place: int) -> int:
        return self._text.count("\n", 0, place) + 1
