"""The works that wait to be read: the file that `medvlm discover` writes and the site shows.

`site_docs/data/candidates.json` has `version`, `day` (when it was written), `until` (the last day that was
read) and `candidates`, the best first: `id` (of arXiv), `title`, `authors`, `date` (of the first version),
`section` (a slug, or empty), `score` (0 to 1: the share of works like this that are listed), `day` (when it
came up), and what a maintainer reads: `tasks`, `modalities`, `venue`, `code`, `words`, `nearest` (ids).
"""

import json
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from generator.entry.identifiers import ARXIV
from generator.files.project import ProjectFileError, read_inside, write_inside

CANDIDATES_FILE = "site_docs/data/candidates.json"

MAX_BYTES = 4 * 1024 * 1024
MAX_AUTHORS = 200

_Day = Annotated[str, StringConstraints(pattern=r"^([0-9]{4}-[0-9]{2}-[0-9]{2})?$")]
_Line = Annotated[str, StringConstraints(max_length=500)]
_Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{0,80}$")]


class Candidate(BaseModel):
    """A work that is not in the list, and may belong there."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Annotated[str, StringConstraints(pattern=ARXIV.pattern)]
    title: Annotated[_Line, Field(min_length=1)]
    authors: Annotated[list[_Line], Field(max_length=MAX_AUTHORS)] = []
    date: _Day = ""
    section: _Slug = ""
    score: Annotated[float, Field(ge=0, le=1)]
    day: _Day
    """When it came up."""
    tasks: list[_Slug] = []
    modalities: list[_Slug] = []
    venue: _Line = ""
    """Where it was accepted, in the words of its authors' comment or as a term of the venues."""
    code: _Line = ""
    words: list[_Line] = []
    """The words of title and abstract that speak most for it."""
    nearest: list[_Slug] = []
    """The entries with the most similar text."""


class CandidateFile(BaseModel):
    """The whole file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: Literal[1] = 1
    day: _Day = ""
    until: _Day = ""
    candidates: list[Candidate] = []


def read_candidates(root: Path) -> CandidateFile:
    """Read the file of the list at `root`; one that is missing or damaged counts as empty.

    Every run writes it again, so this is no reason to stop.
    """
    try:
        return CandidateFile.model_validate_json(read_inside(root, CANDIDATES_FILE, MAX_BYTES) or b"{}")
    except (ProjectFileError, ValidationError):
        return CandidateFile()


def write_candidates(root: Path, content: CandidateFile) -> None:
    """Write the file, one line for each value, so that a change can be read. Raises ProjectFileError."""
    write_inside(root, CANDIDATES_FILE, json.dumps(content.model_dump(), ensure_ascii=False, indent=1) + "\n")
