"""The works that a maintainer declined: `entries/_declined.yaml`, its form and its problems."""

import re
from typing import Annotated

from pydantic import BaseModel, ConfigDict

from generator.catalog.validating import make_or_report
from generator.entry.field_marks import WrittenForm
from generator.entry.folder import DECLINED_FILE, ENTRIES_FOLDER
from generator.entry.identifiers import ARXIV, DOI
from generator.entry.written_forms import find_date_error
from generator.problems import Problem
from generator.text import quoted
from generator.yamlfiles.reading import Document

DECLINED_PATH = f"{ENTRIES_FOLDER}/{DECLINED_FILE}"

REASON_PATTERN = r"^[a-z]+(-[a-z]+){0,3}$"

_DAY_PATTERN = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"


def find_reason_error(text: str) -> str | None:
    """Return what is wrong with `text` as the reason to decline a work, or None."""
    if len(text) <= 40 and re.match(REASON_PATTERN + r"\Z", text):
        return None
    return "is not a reason: write a word in lower case, such as `off-topic` or `duplicate`"


def _find_id_error(text: str) -> str | None:
    if not ARXIV.find_error(text) or not DOI.find_error(text):
        return None
    return "is neither an arXiv id, such as `2210.10163`, nor a DOI"


def _find_day_error(text: str) -> str | None:
    return find_date_error(text) if re.match(_DAY_PATTERN, text) else "is not a day: write YYYY-MM-DD"


class DeclinedWork(BaseModel):
    """A work that is not wanted: its arXiv id or DOI, the day of the decision, the reason in a word."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")

    id: Annotated[str, WrittenForm("id", _find_id_error, r"^[0-9a-z]")]
    day: Annotated[str, WrittenForm("day", _find_day_error, _DAY_PATTERN)]
    reason: Annotated[str, WrittenForm("reason", find_reason_error, REASON_PATTERN)]


def read_declined(document: Document, problems: list[Problem]) -> dict[str, DeclinedWork]:
    """Return the valid works by id; what is wrong with the others is added to `problems`."""
    rows = document.data
    if not isinstance(rows, list):
        if rows is not None:
            message = "a list is expected here, of works such as `- {id: …, day: …, reason: off-topic}`"
            problems.append(Problem(document.path, 1, 1, "wrong-type", message))
        return {}
    declined: dict[str, DeclinedWork] = {}
    for index, row in enumerate(rows):
        work = make_or_report(DeclinedWork, row, document, problems, (index,))
        if work and declined.setdefault(work.id, work) is not work:
            message = f"{quoted(work.id)} is here twice: delete one of the two"
            problems.append(document.problem_at((index, "id"), "declined", message))
    return declined
