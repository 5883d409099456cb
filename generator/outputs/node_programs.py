"""Runs our small Node programs, which use npm packages, and keeps what they answered."""

import errno
import json
import os
import shutil
import subprocess
from hashlib import sha256
from pathlib import Path

_PROJECT = Path(__file__).parents[2]
MODULES = _PROJECT / "node_modules"
_KEPT = MODULES / ".cache" / "medvlm"
"""Where npm packages keep what takes long to make; `npm ci` empties it."""


def run_node(program: Path, request: object) -> str:
    """Return what `program` prints for `request`, which it gets as JSON.

    The answer may depend on `program`, `request` and the npm packages only: it is kept until one of them
    changes. Raises FileNotFoundError where `npm ci` has not been run.
    """
    if not MODULES.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(MODULES))
    text = json.dumps(request, sort_keys=True)
    lock = (_PROJECT / "package-lock.json").read_bytes()
    kept = _KEPT / sha256(b"\0".join((program.read_bytes(), lock, text.encode()))).hexdigest()
    if not kept.exists():
        _write_whole(kept, _answer(program, text))
    return kept.read_text("utf-8")


def _answer(program: Path, text: str) -> str:
    command = [shutil.which("node") or "node", str(program)]
    return subprocess.run(command, input=text, check=True, capture_output=True, encoding="utf-8").stdout


def _write_whole(file: Path, text: str) -> None:
    """Write `file` so that another process never reads half of it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_suffix(f".{os.getpid()}")
    part.write_text(text, "utf-8")
    part.replace(file)
