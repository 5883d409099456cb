"""Build the website of a list with this project's pages, templates and settings."""

import os
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).parents[2]


def build(entries: Path, folder: Path, **settings: str) -> Path:
    """Build the site of the list in `entries` below `folder`; gives the site's folder.

    `settings` are given to the keys of mkdocs.yml that are empty there.
    """
    for name in ("templates", "site_docs", "generator"):
        (folder / name).symlink_to(PROJECT / name)
    (folder / "entries").symlink_to(entries)
    text = (PROJECT / "mkdocs.yml").read_text("utf-8")
    for name, value in settings.items():
        text = text.replace(f"\n{name}:\n", f"\n{name}: {value}\n")
    (folder / "mkdocs.yml").write_text(text, "utf-8")
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--quiet",
        "--strict",
        "--config-file",
        str(folder / "mkdocs.yml"),
    ]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=PROJECT, check=True, env=environment)
    return folder / "site"
