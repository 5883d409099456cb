"""What happened to the list, day by day: the file that the workflow Publish extends and the digests show.

`site_docs/data/history.json` has `day` (of the last comparison), `unpublished` (the entries without a venue
then), `statuses` (of entries that are not active), `events` (`day`, `kind`, `id`) and `candidates` (`day`,
`id`, `title`), both in the order in which they happened. Additions are not there: entries have their day.
"""

import json
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from generator.entry.identifiers import ARXIV, ENTRY_ID_PATTERN
from generator.files.project import ProjectFileError, read_inside, write_inside

HISTORY_FILE = "site_docs/data/history.json"

EventKind = Literal["published", "withdrawn", "retracted", "superseded"]

_Day = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
_Id = Annotated[str, StringConstraints(pattern=ENTRY_ID_PATTERN)]


class Event(BaseModel):
    """An entry got a venue, or a status."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    day: _Day
    kind: EventKind
    id: _Id


class CameUp(BaseModel):
    """A work became a candidate."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    day: _Day
    id: Annotated[str, StringConstraints(pattern=ARXIV.pattern)]
    title: Annotated[str, StringConstraints(min_length=1, max_length=500)]


class History(BaseModel):
    """The whole file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: Literal[1] = 1
    day: Annotated[str, Field(pattern=r"^([0-9]{4}-[0-9]{2}-[0-9]{2})?$")] = ""
    unpublished: tuple[_Id, ...] = ()
    statuses: dict[_Id, Literal["withdrawn", "retracted", "superseded"]] = {}
    events: tuple[Event, ...] = ()
    candidates: tuple[CameUp, ...] = ()


def read_history(root: Path) -> History:
    """Read the file of the list at `root`; a missing one is empty. Raises ProjectFileError."""
    try:
        content = read_inside(root, HISTORY_FILE)
        return History() if content is None else History.model_validate_json(content)
    except ValidationError as error:
        found = error.errors()[0]
        place = ".".join(map(str, found["loc"]))
        message = f"{HISTORY_FILE}: {place or 'the file'}: {found['msg']}: take the last good one from git"
        raise ProjectFileError(message) from error


def write_history(root: Path, history: History) -> None:
    """Write the file, an event a line, so that a change of it can be read."""
    lines = json.dumps(history.model_dump(mode="json"), ensure_ascii=False, indent=1)
    write_inside(root, HISTORY_FILE, f"{lines}\n")
