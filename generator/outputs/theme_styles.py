"""The styles of the theme that generated pages use, which are a fourth of all."""

import errno
import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from generator.write import write_file

_PROJECT = Path(__file__).parents[2]
_PRUNE_STYLES = Path(__file__).with_name("prune_styles.mjs")
_PALETTES = "palette.*.min.css"
_SHEETS = ("main.*.min.css", _PALETTES)
_MAKERS = (("templates/pages", "*.j2"), ("generator", "*.py"), ("site_docs/assets", "*.js"))
"""What makes the HTML of generated pages: a class that none of these files names is on no page."""
_WORD = re.compile(r"[\w-]+")
_VARIABLE = re.compile(r"--[\w-]+")


def keep_used_styles(theme: Path, frame: str, modules: Path = _PROJECT / "node_modules") -> str:
    """Return the rules of the style sheets in `theme` that a page can use inside `frame`, an HTML document.

    What was found is kept beside the npm packages, as it seldom changes. Raises FileNotFoundError where
    `npm ci` has not been run.
    """
    request = _request(theme, frame)
    if not (package := modules / "purgecss" / "package.json").is_file():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(package))
    parts = (_PRUNE_STYLES.read_bytes(), package.read_bytes(), request.encode())
    key = sha256(b"\0".join(parts)).hexdigest()
    kept = modules / ".cache" / "medvlm" / f"{key}.css"
    if not kept.exists():
        write_file(kept, _prune(request))
    return kept.read_text("utf-8")


def read_palettes(theme: Path) -> str:
    """Return the style sheet in `theme` that has its palettes."""
    return _read_sheet(theme, _PALETTES)


def _read_sheet(theme: Path, name: str) -> str:
    return next((theme / "assets" / "stylesheets").glob(name)).read_text("utf-8")


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
    return subprocess.run(command, input=request, check=True, capture_output=True, encoding="utf-8").stdout
