"""Bundle the scripts that pages load as one file: what a page needs at once, and what it loads later."""

import subprocess
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.outputs.script_faults import BrokenScripts, describe_faults

_PROJECT = Path(__file__).parents[2]
_SOURCES = _PROJECT / "site_docs" / "assets"
_AT_ONCE = {
    "assets/asked.js": "browse/asked.js",
    "assets/browse.js": "browse/main.js",
    "assets/browse-worker.js": "browse/worker.js",
    "assets/start.js": "palette_start.js",
    "assets/search.js": "suggest/start.js",
    "assets/copy.js": "copying/main.js",
    "assets/suggest-worker.js": "suggest/worker.js",
}
_ON_FIRST_USE = {
    "assets/browse-cards.js": "browse/cards.js",
    "assets/browse-filters.js": "browse/later_parts.js",
    "assets/browse-take.js": "browse/take.js",
    "assets/suggest.js": "suggest/main.js",
}
"""Modules that other scripts import when a reader needs them."""
_COPIED = (
    "contribute/main.js",
    "results/main.js",
    "results/progress.js",
    "tables/long.js",
    "tables/main.js",
    "visits.js",
)
"""What pages load as it is, with what it imports: it is bundled only to find its faults."""
# ES2022 is what browsers of the last three years support.
_FLAGS = ("--bundle", "--minify", "--target=es2022", "--log-level=warning")


def bundle_scripts(programs: Path = _PROJECT / "node_modules" / ".bin") -> dict[str, str]:
    """Bundle each file, as text by its address.

    Raises FileNotFoundError where `npm ci` has not been run, and BrokenScripts for faults of scripts, also of
    those that are not bundled.
    """
    program = programs / "esbuild"
    checked = {f"checked/{name}": name for name in _COPIED}
    modules = _bundle(program, "esm", _ON_FIRST_USE | checked)
    return _bundle(program, "iife", _AT_ONCE) | {address: modules[address] for address in _ON_FIRST_USE}


def _bundle(program: Path, format_: str, sources: Mapping[str, str]) -> dict[str, str]:
    """Bundle each of `sources` by itself; the program starts once, which takes longer than its work."""
    with TemporaryDirectory() as folder:
        named = (f"{address.removesuffix('.js')}={_SOURCES / name}" for address, name in sources.items())
        command = [str(program), *named, f"--format={format_}", f"--outdir={folder}", *_FLAGS]
        done = subprocess.run(command, cwd=_PROJECT, capture_output=True, text=True, encoding="utf-8")
        if done.returncode:
            raise BrokenScripts(describe_faults(done.stderr, _PROJECT))
        return {address: Path(folder, address).read_text("utf-8") for address in sources}
