"""Build the website of a list with this project's pages, templates and settings."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from tests.paths import PROJECT

OWN = PROJECT / "entries"
ENVIRONMENT = os.environ | {"NO_MKDOCS_2_WARNING": "1"}


def build(entries: Path, folder: Path, nav: Sequence[str] = (), **settings: str) -> Path:
    """Build the site of the list in `entries` below `folder`, strictly; gives the site's folder."""
    config = prepare(entries, folder, nav, **settings)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(config)]
    # Not --quiet: that hides the warnings from --strict too.
    subprocess.run(command, cwd=PROJECT, check=True, env=ENVIRONMENT, capture_output=True, text=True)
    return folder / "site"


def prepare(entries: Path, folder: Path, nav: Sequence[str] = (), **settings: str) -> Path:
    """Make `folder` a project of the list in `entries`; gives its mkdocs.yml.

    Another list than this has its own name in the mkdocs.yml beside `entries`, and none of the pages
    that speak of this one. Pages in `nav` join the navigation; `settings` are further settings.
    """
    for name in ("templates", "generator"):
        (folder / name).symlink_to(PROJECT / name)
    (folder / "entries").symlink_to(entries)
    config = yaml.safe_load((PROJECT / "mkdocs.yml").read_text("utf-8"))
    if entries == OWN:
        (folder / "site_docs").symlink_to(PROJECT / "site_docs")
    else:
        _make_another(config, entries, folder)
    config["nav"] += list(nav)
    config |= settings
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config), "utf-8")
    return folder / "mkdocs.yml"


def _make_another(config: dict[str, Any], entries: Path, folder: Path) -> None:
    (folder / "site_docs").mkdir()
    for name in ("assets", "data"):
        (folder / "site_docs" / name).symlink_to(PROJECT / "site_docs" / name)
    own = entries.parent / "mkdocs.yml"
    named = yaml.safe_load(own.read_text("utf-8")) if own.exists() else {}
    config |= {key: named[key] for key in ("site_name", "site_description", "extra") if key in named}
    config["nav"] = [
        "index.md",
        "browse.md",
        "models.md",
        "datasets.md",
        "new.md",
        "contribute.md",
        "about.md",
    ]
