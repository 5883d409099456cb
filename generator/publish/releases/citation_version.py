"""Raise the version and the day in CITATION.cff; all else stays as it is, byte by byte."""

import re
from pathlib import Path

from generator.files.project import read_inside, write_inside
from generator.publish.github.api import PublishError

CITATION_FILE = "CITATION.cff"


def raise_version(root: Path, version: str, day: str) -> None:
    """Write `version` and `date-released` into the file. Raises PublishError where there is no such file."""
    content = read_inside(root, CITATION_FILE)
    if content is None:
        raise PublishError(f"there is no {CITATION_FILE} to raise the version in")
    text = content.decode()
    for key, value in (("version", f'"{version}"'), ("date-released", f'"{day}"')):
        text = _set_value(text, key, value)
    write_inside(root, CITATION_FILE, text)


def _set_value(text: str, key: str, value: str) -> str:
    line = f"{key}: {value}"
    found = re.compile(rf"^{key}:[^\n]*$", re.MULTILINE)
    return found.sub(line, text, count=1) if found.search(text) else f"{text.rstrip()}\n{line}\n"
