"""Say what is wrong with the scripts of the site, as the bundler esbuild found it."""

import re
from pathlib import Path

from generator.problems import Problem

_FAULT = re.compile(r"^✘ \[ERROR\] (.+)\n\n {4}(.+):(\d+):(\d+):$", re.MULTILINE)
_FAULT_WITHOUT_PLACE = re.compile(r"^✘ \[ERROR\] (.+)$", re.MULTILINE)


class BrokenScripts(Exception):
    """The scripts cannot be bundled; the message says where and why."""


def describe_faults(said: str, folder: Path) -> str:
    """Return what `said`, which esbuild printed in `folder`, says of each fault: file, line and column.

    Without a file it is a fault of the system, such as a full disk or a missing program: the last line of
    those says what.
    """
    faults = [_make_problem(folder, *found) for found in _FAULT.findall(said)]
    if faults:
        return "\n".join(("scripts with errors; correct them and build again:", *map(str, sorted(faults))))
    reasons = _FAULT_WITHOUT_PLACE.findall(said) or said.strip().splitlines()[-1:]
    return "\n".join(("the scripts cannot be bundled:", *reasons))


def _make_problem(folder: Path, message: str, path: str, line: str, column: str) -> Problem:
    return Problem(
        path, int(line), _count_characters(folder / path, int(line), int(column)), "script", message
    )


def _count_characters(file: Path, line: int, column: int) -> int:
    """Return the column as editors count it, from 1 and in characters: esbuild counts bytes from 0."""
    lines = file.read_bytes().splitlines() if file.is_file() else []
    before = b"".join(lines[line - 1 : line])[:column]
    return len(before.decode("utf-8", "replace")) + 1
