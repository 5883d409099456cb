"""What a change does to the list, as data: found where the change is, put into words where it is trusted.

The data of a pull request from a fork are written by anybody. Each text and each list has a limit, each
address begins with http:// or https://, and nothing here is Markdown.
"""

import json
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from generator.files.named import read_named
from generator.options import WrongUsage
from generator.text import quoted

MAX_BYTES = 4 * 1024 * 1024
MAX_ITEMS = 2000
"""Most problems, links and files; what is beyond is only counted."""

MAX_BEFORE_OTHERS = 10
"""Problems of one kind that come before those of others: many of one hide no other."""

MAX_TEXT = 2000

Text = Annotated[str, Field(max_length=MAX_TEXT)]
Path_ = Annotated[str, Field(max_length=500)]
Url = Annotated[str, Field(max_length=MAX_TEXT, pattern=r"^https?://[^\s\"<>]+\z")]
Line = Annotated[int, Field(ge=1, le=10_000_000)]


class BrokenReview(Exception):
    """The file is not one that `medvlm review` wrote; the message says why."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class FoundProblem(_Part):
    """A problem of a file of the change, or of a file that the change breaks."""

    path: Path_
    line: Line
    rule: Annotated[str, Field(max_length=100)]
    message: Text
    severity: Literal["error", "warning", "hint", "notice"]


class FoundLink(_Part):
    """A link of the change with something to report."""

    path: Path_
    line: Line
    url: Text
    verdict: Literal["ok", "moved", "wrong", "degraded", "not compared", "unknown", "dead"]
    detail: Text
    suggestion: Text


class Preview(_Part):
    """The parts of the line of an entry, as plain text; see `EntryLine`."""

    title: Text
    url: Url | Literal[""]
    name: Text
    status: Annotated[str, Field(max_length=30, pattern=r"^[A-Za-z]*\z")]
    highlight: bool
    summary: Text
    authors: Text
    when: Text
    links: Annotated[list[tuple[Text, Url]], Field(max_length=50)]


class EntryChange(_Part):
    """What the change does to one entry; without a `preview` it was deleted or cannot be read."""

    path: Path_
    old_path: Path_
    kind: Literal["new", "changed", "deleted", "renamed"]
    label: Text
    section: Text
    preview: Preview | None
    named_by: Annotated[int, Field(ge=0)]
    """How many entries name the work of a deleted file, and would name no entry any more."""
    loses_id: bool
    """Whether the file was renamed, and the entry does not name its old id under `formerly`."""


class VocabularyChange(_Part):
    """Which terms of a vocabulary the change adds, removes and changes."""

    path: Path_
    added: Annotated[list[Text], Field(max_length=MAX_ITEMS)]
    removed: Annotated[list[Text], Field(max_length=MAX_ITEMS)]
    changed: Annotated[list[Text], Field(max_length=MAX_ITEMS)]


class GeneratedFile(_Part):
    """A generated file that was edited by hand, and the entries to edit instead, if they are known."""

    path: Path_
    entries: Annotated[list[Path_], Field(max_length=50)]


class Review(_Part):
    """All that the comment on a pull request says, without its words."""

    version: Literal[1] = 1
    problems: Annotated[list[FoundProblem], Field(max_length=MAX_ITEMS)]
    problem_count: Annotated[int, Field(ge=0)]
    error_count: Annotated[int, Field(ge=0)]
    """How many of all problems are errors; `problems` has only the first."""
    entries: Annotated[list[EntryChange], Field(max_length=MAX_ITEMS)]
    vocabularies: Annotated[list[VocabularyChange], Field(max_length=100)]
    generated: Annotated[list[GeneratedFile], Field(max_length=100)]
    other_files: Annotated[int, Field(ge=0)]
    links: Annotated[list[FoundLink], Field(max_length=MAX_ITEMS)]
    link_count: Annotated[int, Field(ge=0)] | None
    """How many links were checked; None if the check did not finish."""
    changed_paths: Annotated[list[Path_], Field(max_length=MAX_ITEMS)]

    def to_json(self) -> str:
        """Return the data as `read_review` reads it."""
        return json.dumps(self.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n"


def read_review(file: Path) -> Review:
    """Read what `medvlm review --format json` wrote. Raises BrokenReview for anything else."""
    try:
        return Review.model_validate_json(read_named(file, MAX_BYTES))
    except WrongUsage as error:
        raise BrokenReview(str(error)) from error
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(map(str, first["loc"]))
        says = f"see {quoted(place)}" if place else "it is not the JSON of `medvlm review --format json`"
        raise BrokenReview(f"{file.name} is not a review: {says}") from error
