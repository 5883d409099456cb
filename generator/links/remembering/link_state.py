"""What is known of all links, as the file `site_docs/data/links.json` holds it: one line for each target."""

import json
import re
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    NonNegativeInt,
    StringConstraints,
    ValidationError,
)

from generator.files.plain import read_plain
from generator.files.refusals import explain
from generator.links.answers.lines import MAX_DETAIL_LENGTH, clean_line
from generator.links.answers.verdict import Verdict
from generator.links.remembering.observed_values import ObservedValues
from generator.options import WrongUsage

STATE_FILE = "site_docs/data/links.json"
STATE_VERSION = 1
STATE_SCHEMA = "links.schema.json"

_TIME = "%Y-%m-%dT%H:%M:%SZ"


def format_time(time: datetime) -> str:
    """Format a time in UTC as the memory writes it: `2026-11-24T08:00:00Z`."""
    return time.strftime(_TIME)


def parse_time(text: str) -> datetime:
    """Parse a time that `format_time` wrote."""
    return datetime.fromisoformat(text)


def _check_time(text: str) -> str:
    parse_time(text)
    return text


Timestamp = Annotated[
    str, StringConstraints(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"), AfterValidator(_check_time)
]


class StateModel(BaseModel):
    """A JSON object of the file: immutable, and without unknown keys."""

    model_config = ConfigDict(extra="forbid", frozen=True)


Detail = Annotated[str, StringConstraints(max_length=MAX_DETAIL_LENGTH, pattern=r"^[^\x00-\x1f\x7f]*$")]
_ADDRESS = r"^(?:https?://[^\s\"<>]+)?$"
Address = Annotated[str, StringConstraints(max_length=4000, pattern=_ADDRESS)]
"""A web address, or an empty text."""

Copy = Annotated[
    str, StringConstraints(max_length=4000, pattern=r"^(?:https://web\.archive\.org/[^\s\"<>]+)?$")
]


def is_address(text: str) -> bool:
    """Whether `text` is an address that the memory may hold."""
    return len(text) <= 4000 and bool(re.fullmatch(_ADDRESS, text)) and not text.endswith("\n")


class LinkJudgment(StateModel):
    """How the target compares with one entry that links to it; `print` is the entry's fingerprint then."""

    print: Annotated[str, StringConstraints(max_length=100)]
    verdict: Verdict = Verdict.OK
    detail: Detail = ""
    suggestion: Detail = ""
    doi: Annotated[str, StringConstraints(max_length=500, pattern=r"^(?:10\.[0-9]{4,9}/[!-~]+)?$")] = ""
    """A proposal: the DOI of the published work."""


class LinkRecord(StateModel):
    """What is known of one target, from the runs until now."""

    verdict: Verdict
    since: Timestamp
    """When the target got this verdict."""
    checked: Timestamp
    """When the service was last asked."""
    fine: Timestamp | None = None
    """When the target was last found."""
    failing: Timestamp | None = None
    """When the current series of failures began."""
    failed: Timestamp | None = None
    """When the last failure was counted."""
    failures: NonNegativeInt = 0
    """How many runs in a row, at least a day apart, did not find the target."""
    errors: NonNegativeInt = 0
    """How many runs in a row got no usable answer."""
    next: Timestamp
    """When the target is due to be asked for again."""
    detail: Detail = ""
    moved_to: Address = ""
    archived: Copy = ""
    """The address of a copy in the Wayback Machine, for a dead link."""
    observed: ObservedValues = {}
    entries: dict[str, LinkJudgment] = {}

    @property
    def failing_day(self) -> str:
        """The day since when the target is not found; empty unless the last usable answer was so."""
        is_failing = self.verdict is Verdict.UNKNOWN and self.failing and not self.errors
        return self.failing[:10] if is_failing and self.failing else ""


class LinkState(StateModel):
    """The content of the whole file."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    schema_: str = Field(STATE_SCHEMA, alias="$schema")
    version: Literal[1] = 1
    links: dict[str, LinkRecord] = {}


EMPTY_STATE = LinkState.model_validate({})
"""The memory before the first run."""


class BrokenState(WrongUsage):
    """The memory's file exists but its content is not valid; the message says where and what to do."""


_PLAIN_FAULTS = {
    "string_pattern_mismatch": "a text of this form is not allowed here",
    "extra_forbidden": "no such value is known",
    "json_invalid": "is not JSON",
}
_REMEDY = "restore it from git, or delete it: then the next run asks about every link again"


def read_state(file: Path) -> LinkState:
    """Read the memory in `file`; it is empty if there is no file. Raises `BrokenState`."""
    try:
        content = read_plain(file)
        return LinkState.model_validate_json(content)
    except FileNotFoundError:
        return EMPTY_STATE
    except OSError as error:
        raise BrokenState(f"{file} cannot be read: {explain(error)}") from error
    except ValidationError as error:
        raise BrokenState(f"{file}{_describe_fault(content, error)}: {_REMEDY}") from error


def _describe_fault(content: bytes, error: ValidationError) -> str:
    """Say where the file is broken, and how."""
    if conflict := re.search(rb"^(?:<{7}|={7}|>{7})(?: |\r?$)", content, re.MULTILINE):
        line = content.count(b"\n", 0, conflict.start()) + 1
        return f":{line}: two versions are merged here, and the marks of the conflict are left"
    first = error.errors(include_url=False, include_input=False)[0]
    place = "/".join(clean_line(str(step))[:100] for step in first["loc"])
    says = _PLAIN_FAULTS.get(first["type"], first["msg"].removeprefix("Value error, "))
    return f": {place}: {says}" if place else f": {says}"


def dump_state(links: dict[str, LinkRecord]) -> str:
    """Format `links` as the file's text: sorted, one line for each target, so that diffs are small."""
    lines = (
        f"  {_dump_json(key)}: {_dump_json(record.model_dump(mode='json', exclude_defaults=True))}"
        for key, record in sorted(links.items())
    )
    body = ",\n".join(lines)
    inside = f"{{\n{body}\n }}" if body else "{}"
    return (
        f'{{\n "$schema": {_dump_json(STATE_SCHEMA)},\n "version": {STATE_VERSION},\n "links": {inside}\n}}\n'
    )


def _dump_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(", ", ": "))
