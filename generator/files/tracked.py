"""Find out whether git tracks a file, so that it came with the repository and not from a run here."""

import subprocess
from pathlib import Path


def is_tracked(root: Path, path: str) -> bool:
    """Whether git has `path`, relative to `root`, in its index; False without git."""
    command = ["git", "-C", str(root), "ls-files", "--error-unmatch", "--", path]
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False
