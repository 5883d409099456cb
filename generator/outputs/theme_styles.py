"""The styles of the theme that generated pages use, which are a fourth of all."""

import errno
import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from generator.files.plain import read_plain
from generator.write import write_file

_PROJECT = Path(__file__).parents[2]
_PRUNE_STYLES = Path(__file__).with_name("prune_styles.mjs")
_PALETTES = "palette.*.min.css"
_SHEETS = ("main.*.min.css", _PALETTES)
_MAKERS = (("templates/pages", "*.j2"), ("generator", "*.py"), ("site_docs/assets", "*.js"))
"""What makes the HTML of generated pages: a class that none of these files names is on no page."""
_ERROR = re.compile(r"\w*Error\b.*: ")
_WORD = re.compile(r"[\w-]+")
_VARIABLE = re.compile(r"--[\w-]+")


class BrokenStyles(Exception):
    """The styles of the theme cannot be read; the message says why."""


def keep_used_styles(theme: Path, frame: str, modules: Path = _PROJECT / "node_modules") -> str:
    """Return the rules of the style sheets in `theme` that a page can use inside `frame`, an HTML document.

    What was found is kept beside the npm packages, as it seldom changes. Raises FileNotFoundError where
    `npm ci` has not been run, and BrokenStyles.
    """
    request = _request(theme, frame)
    if not (package := modules / "purgecss" / "package.json").is_file():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(package))
    parts = (_PRUNE_STYLES.read_bytes(), package.read_bytes(), request.encode())
    key = sha256(b"\0".join(parts)).hexdigest()
    kept = modules / ".cache" / "medvlm" / f"{key}.css"
    if (styles := _recall(kept)) is None:
        styles = _prune(request)
        with suppress(OSError):  # it can be found again
            write_file(kept, styles)
    return styles


def _recall(kept: Path) -> str | None:
    """Return what an earlier build kept; None where there is nothing, or it cannot be read."""
    try:
        return read_plain(kept).decode() or None
    except (OSError, UnicodeDecodeError):
        return None


def read_palettes(theme: Path) -> str:
    """Return the style sheet in `theme` that has its palettes."""
    return _read_sheet(theme, _PALETTES)


def _read_sheet(theme: Path, name: str) -> str:
    sheet = next((theme / "assets" / "stylesheets").glob(name), None)
    if sheet is None:
        raise BrokenStyles(
            f"the theme has no style sheet {name}: install the version that the lock file names"
        )
    try:
        return read_plain(sheet).decode()
    except UnicodeDecodeError as error:
        raise BrokenStyles(f"{sheet} is not UTF-8: install the theme again, as `make site` does") from error


def _request(theme: Path, frame: str) -> str:
    styles = "\n".join(_read_sheet(theme, name) for name in _SHEETS)
    text = "\n".join((frame, *(text for maker in _MAKERS for text in _read(*maker))))
    words = {*_WORD.findall(text)} & {*_WORD.findall(styles)}  # others change nothing
    variables = {*_VARIABLE.findall("\n".join(_read("site_docs/assets", "*.css")))}
    return json.dumps({"styles": styles, "words": sorted(words), "variables": sorted(variables)})


def _read(folder: str, name: str) -> Iterator[str]:
    yield from (file.read_text("utf-8") for file in sorted((_PROJECT / folder).rglob(name)))


def _prune(request: str) -> str:
    command = [shutil.which("node") or "node", str(_PRUNE_STYLES)]
    done = subprocess.run(command, input=request, capture_output=True, encoding="utf-8", errors="replace")
    if done.returncode or not done.stdout:
        reason = _find_reason(done.stderr) or f"node ended with {done.returncode}"
        raise BrokenStyles(f"the styles of the theme cannot be read: {reason}")
    return done.stdout


def _find_reason(said: str) -> str:
    """Return the line of what Node printed that names the error; what calls what stands below it."""
    lines = said.strip().splitlines()
    return next(filter(_ERROR.match, lines), lines[-1] if lines else "")
