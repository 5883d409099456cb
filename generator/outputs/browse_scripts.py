"""Bundle the scripts of the browse page into one small file, and those of its worker into another."""

import subprocess
from pathlib import Path

_PROJECT = Path(__file__).parents[2]
_SOURCES = _PROJECT / "site_docs" / "assets" / "browse"
_ENTRIES = {"assets/browse.js": "main.js", "assets/browse-worker.js": "worker.js"}
# ES2022 is what browsers of the last three years support.
_FLAGS = ("--bundle", "--minify", "--format=iife", "--target=es2022", "--log-level=warning")


def bundle_scripts(programs: Path = _PROJECT / "node_modules" / ".bin") -> dict[str, str]:
    """Bundle each file, as text by its address.

    Raises FileNotFoundError where `npm ci` has not been run.
    """
    return {address: _bundled(programs / "esbuild", _SOURCES / name) for address, name in _ENTRIES.items()}


def _bundled(program: Path, source: Path) -> str:
    command = [str(program), str(source), *_FLAGS]
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout
