"""Bundle the scripts of palette, search and copying: what a page needs at once, and what it loads later."""

import subprocess
from pathlib import Path

_PROJECT = Path(__file__).parents[2]
_SOURCES = _PROJECT / "site_docs" / "assets"
_AT_ONCE = {
    "assets/browse.js": "browse/main.js",
    "assets/browse-worker.js": "browse/worker.js",
    "assets/start.js": "palette_start.js",
    "assets/search.js": "suggest/start.js",
    "assets/copy.js": "copying/main.js",
    "assets/suggest-worker.js": "suggest/worker.js",
}
_ON_FIRST_USE = {
    "assets/browse-filters.js": "browse/later_parts.js",
    "assets/browse-take.js": "browse/take.js",
    "assets/suggest.js": "suggest/main.js",
}
"""Modules that other scripts import when a reader needs them."""
# ES2022 is what browsers of the last three years support.
_FLAGS = ("--bundle", "--minify", "--target=es2022", "--log-level=warning")


def bundle_scripts(programs: Path = _PROJECT / "node_modules" / ".bin") -> dict[str, str]:
    """Bundle each file, as text by its address.

    Raises FileNotFoundError where `npm ci` has not been run.
    """
    formats = {"iife": _AT_ONCE, "esm": _ON_FIRST_USE}
    return {
        address: _bundled(programs / "esbuild", _SOURCES / name, format_)
        for format_, entries in formats.items()
        for address, name in entries.items()
    }


def _bundled(program: Path, source: Path, format_: str) -> str:
    command = [str(program), str(source), f"--format={format_}", *_FLAGS]
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout
