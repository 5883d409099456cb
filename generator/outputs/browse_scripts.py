"""The scripts of the browse page: those of the page in one small file, those of its worker in another."""

import subprocess
from pathlib import Path

_PROJECT = Path(__file__).parents[2]
_SOURCES = _PROJECT / "site_docs" / "assets" / "browse"
_ENTRIES = {"assets/browse.js": "main.js", "assets/browse-worker.js": "worker.js"}
# What browsers of the last three years understand.
_FLAGS = ("--bundle", "--minify", "--format=iife", "--target=es2022", "--log-level=warning")


def bundle_scripts(programs: Path = _PROJECT / "node_modules" / ".bin") -> dict[str, str]:
    """The text of each file by its address; FileNotFoundError where npm has not been run."""
    return {address: _bundled(programs / "esbuild", _SOURCES / name) for address, name in _ENTRIES.items()}


def _bundled(program: Path, source: Path) -> str:
    command = [str(program), str(source), *_FLAGS]
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout
