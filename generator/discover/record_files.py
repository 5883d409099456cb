"""Read records from files: JSON lines, also packed with gzip."""

import gzip
import zlib
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Annotated, BinaryIO, cast

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from generator.discover.record import Record, is_day
from generator.entry.identifiers import ARXIV
from generator.files.named import read_named
from generator.text import quoted

MAX_BYTES = 1024 * 1024 * 1024
MAX_LINE = 256 * 1024
MAX_RECORDS = 200_000
_MAX_SHOWN = 20
_PACKED = b"\x1f\x8b"

_Text = Annotated[str, StringConstraints(max_length=20_000)]


class _Line(BaseModel):
    """One line; other keys are ignored."""

    model_config = ConfigDict(strict=True)

    id: str
    title: Annotated[_Text, Field(min_length=1)]
    authors: Annotated[list[_Text], Field(max_length=10_000)] = []
    abstract: _Text = ""
    categories: Annotated[list[_Text], Field(max_length=100)] = []
    comment: _Text | None = None
    announced: str
    journal: _Text = ""
    doi: _Text = ""


class BadRecords(Exception):
    """A file that is not one of records; each line of the message says where, and what was expected."""


def read_records(files: Sequence[Path]) -> list[Record]:
    """Read the records of all `files`, the first with an id. Raises BadRecords and WrongUsage."""
    found: dict[str, Record] = {}
    errors: list[str] = []
    for file in files:
        for place, item in _read_file(file):
            if isinstance(item, str):
                errors.append(f"{file}:{place}: {item}")
            else:
                found.setdefault(item.id, item)
            if len(found) > MAX_RECORDS or len(errors) >= _MAX_SHOWN:
                break
    if len(found) > MAX_RECORDS:
        errors.append(f"more than {MAX_RECORDS:,} records: split the files")
    if errors:
        raise BadRecords("\n".join(errors))
    return list(found.values())


def _read_file(file: Path) -> Iterator[tuple[int, Record | str]]:
    number = 0
    try:
        with _unpack(read_named(file, MAX_BYTES)) as stream:
            while line := stream.readline(MAX_LINE + 1):
                number += 1
                if len(line) > MAX_LINE:
                    yield number, f"the line is longer than {MAX_LINE // 1024} KiB: a record is short"
                    return
                if line.strip():
                    yield number, _read_line(line)
    except (OSError, EOFError, zlib.error) as error:
        yield number + 1, f"cannot be read: {error}"


def _unpack(content: bytes) -> BinaryIO:
    stream = BytesIO(content)
    return cast(BinaryIO, gzip.GzipFile(fileobj=stream)) if content.startswith(_PACKED) else stream


def _read_line(line: bytes) -> Record | str:
    """Return the record of a line, or what is wrong with it."""
    try:
        read = _Line.model_validate_json(line)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(map(str, first["loc"]))
        return f"{f'`{place}`: ' if place else ''}{first['msg']}: write an object with id, title, announced"
    if ARXIV.find_error(read.id):
        return f"{quoted(read.id)} is not an arXiv id: write one without version, such as `2210.10163`"
    if not is_day(read.announced):
        return f"`announced` is {quoted(read.announced)}: write a day, YYYY-MM-DD"
    return _make_record(read)


def _make_record(read: _Line) -> Record:
    return Record(
        read.id,
        _put_on_one_line(read.title),
        tuple(map(_put_on_one_line, read.authors)),
        _put_on_one_line(read.abstract),
        tuple(read.categories),
        _put_on_one_line(read.comment or ""),
        read.announced,
        read.journal,
        read.doi,
    )


def _put_on_one_line(text: str) -> str:
    return " ".join(text.split())
