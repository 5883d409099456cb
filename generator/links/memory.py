"""What the checker remembers between runs: one line for each identifier in `site_docs/data/links.json`."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from generator.links.verdict import Verdict
from generator.write import write_file

STATE = "site_docs/data/links.json"
VERSION = 1
SCHEMA = "links.schema.json"

_TIME = "%Y-%m-%dT%H:%M:%SZ"


def written(time: datetime) -> str:
    """A moment in UTC as the memory writes it."""
    return time.strftime(_TIME)


def read_time(text: str) -> datetime:
    """The moment that `text` writes."""
    return datetime.fromisoformat(text)


def _checked_time(text: str) -> str:
    read_time(text)
    return text


Time = Annotated[
    str, StringConstraints(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"), AfterValidator(_checked_time)
]


class Part(BaseModel):
    """A mapping of the file."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Judged(Part):
    """What was said of the link as it stands in one entry; `print` changes with the entry's own words."""

    print: str
    verdict: Verdict = Verdict.OK
    detail: str = ""
    suggestion: str = ""
    doi: str = ""
    """A proposal: the DOI under which the work is published now."""


class Seen(Part):
    """What is known of one identifier."""

    verdict: Verdict
    since: Time
    """When the verdict became what it is."""
    checked: Time
    fine: Time | None = None
    """When it was last seen to be there."""
    failing: Time | None = None
    """When the first of the failures in a row was seen."""
    failed: Time | None = None
    """When the last failure that counts was seen."""
    failures: int = 0
    """Runs in a row, at least a day apart, that found nothing."""
    errors: int = 0
    """Runs in a row in which nothing could be told."""
    next: Time
    """When it falls due."""
    detail: str = ""
    moved_to: str = ""
    archived: str = ""
    """Where the Wayback Machine keeps a copy of what is dead."""
    observed: dict[str, Any] = {}
    entries: dict[str, Judged] = {}


class State(Part):
    """The whole file."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    schema_: str = Field(SCHEMA, alias="$schema")
    version: Literal[1] = 1
    links: dict[str, Seen] = {}


EMPTY = State.model_validate({})
"""What is remembered before the first run."""


class BrokenState(Exception):
    """The file is there but cannot be read as what it should be."""


def read_state(file: Path) -> State:
    """The memory in `file`; empty where there is no file."""
    try:
        return State.model_validate_json(file.read_bytes())
    except FileNotFoundError:
        return EMPTY
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = "/".join(map(str, first["loc"]))
        raise BrokenState(f"{file}: {place}: {first['msg']}") from error


def dump(links: dict[str, Seen]) -> str:
    """The file's text: sorted, a line for each identifier, so that a change is a change of lines."""
    lines = (
        f"  {_json(key)}: {_json(seen.model_dump(mode='json', exclude_defaults=True))}"
        for key, seen in sorted(links.items())
    )
    body = ",\n".join(lines)
    inside = f"{{\n{body}\n }}" if body else "{}"
    return f'{{\n "$schema": {_json(SCHEMA)},\n "version": {VERSION},\n "links": {inside}\n}}\n'


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(", ", ": "))


class Memory:
    """The file in use: what this run learns is written over what others learnt, if it is newer."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._stamp = _stamp(file)
        self.links = dict(read_state(file).links)
        self._learnt: set[str] = set()

    def learn(self, key: str, seen: Seen) -> None:
        """Remember `seen` under `key`."""
        self.links[key] = seen
        self._learnt.add(key)

    def forget(self, keep: set[str]) -> None:
        """Leave out what nothing links to any more; a file that is not there stays so."""
        if not self._file.exists():
            return
        with _locked(self._file.parent):
            current = read_state(self._file).links
            kept = {key: seen for key, seen in current.items() if key in keep}
            if kept != current:
                _replace(self._file, dump(kept))
        self.links = {key: seen for key, seen in self.links.items() if key in keep}

    def save(self) -> None:
        """Write what was learnt; killed at any moment, the old file or the new one is there, whole."""
        if not self._learnt:
            return
        self._file.parent.mkdir(parents=True, exist_ok=True)
        with _locked(self._file.parent):
            is_alone = _stamp(self._file) == self._stamp
            _replace(self._file, dump(self.links if is_alone else self._joined()))
            if is_alone:
                self._stamp = _stamp(self._file)
        self._learnt.clear()

    def _joined(self) -> dict[str, Seen]:
        """What stands in the file, with what was learnt here."""
        current = dict(read_state(self._file).links)
        for key in self._learnt:
            if key not in current or current[key].checked <= self.links[key].checked:
                current[key] = self.links[key]
        return current


def _stamp(file: Path) -> tuple[int, ...]:
    """What stays the same until somebody replaces `file`, so that it need not be read again."""
    try:
        status = file.stat()
    except FileNotFoundError:
        return ()
    return status.st_ino, status.st_size, status.st_mtime_ns


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Hold the folder against other runs; a lock on the folder leaves no file behind."""
    import fcntl

    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _replace(file: Path, text: str) -> None:
    for left in file.parent.glob(f".{file.name}.*"):
        left.unlink()  # of a run that was killed: whoever holds the lock is the only writer
    write_file(file, text, fsync=True)
