"""Bundle the scripts of the browse page: what it needs at once, what it loads on use, and its worker."""

import subprocess
from pathlib import Path

_PROJECT = Path(__file__).parents[2]
_SOURCES = _PROJECT / "site_docs" / "assets" / "browse"
_ON_FIRST_USE = "browse-filters.js"
_ENTRIES = {
    "assets/browse.js": "main.js",
    "assets/browse-filters.js": _ON_FIRST_USE,
    "assets/browse-worker.js": "worker.js",
}
# ES2022 is what browsers of the last three years support.
_FLAGS = ("--bundle", "--minify", "--target=es2022", "--log-level=warning")


def bundle_scripts(programs: Path = _PROJECT / "node_modules" / ".bin") -> dict[str, str]:
    """Bundle each file, as text by its address.

    Raises FileNotFoundError where `npm ci` has not been run.
    """
    return {address: _bundled(programs / "esbuild", _SOURCES / name) for address, name in _ENTRIES.items()}


def _bundled(program: Path, source: Path) -> str:
    # Only what is imported is a module; the address of the import is relative to the script.
    form = (
        ["--format=esm"]
        if source.name == _ON_FIRST_USE
        else ["--format=iife", f"--external:./{_ON_FIRST_USE}"]
    )
    command = [str(program), str(source), *_FLAGS, *form]
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout
