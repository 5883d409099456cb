"""An entry of the made-up list, and files that are older than the cache."""

import os
from pathlib import Path

ENTRY = "entries/2022/filmkit.yaml"


def age(root: Path) -> None:
    """Make every file older than the cache, as real files soon are."""
    for file in (root / "entries").rglob("*.yaml"):
        os.utime(file, ns=(10**18, 10**18))
