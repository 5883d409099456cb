"""Build the website of a list with this project's pages, templates and settings."""

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.paths import DATA, PROJECT
from tests.whole import copy_judgments

ENVIRONMENT = os.environ | {"NO_MKDOCS_2_WARNING": "1"}


def build_once(
    name: str, factory: pytest.TempPathFactory, entries: Path, *, own: bool = False, **settings: str
) -> Path:
    """Build a site for all tests of this run, whichever process they run in; gives the site's folder.

    The first process that asks builds it and notes where it is; the others wait for the note. See
    `prepare_project` for `own` and `settings`.
    """
    with (_folder_of_run(factory) / f"{name}.txt").open("a+") as note:
        fcntl.flock(note, fcntl.LOCK_EX)
        note.seek(0)
        site = note.read()
        if not site:
            site = str(build(entries, factory.mktemp(name), own=own, **settings))
            note.write(site)
    return Path(site)


def build_published(factory: pytest.TempPathFactory) -> Path:
    """Build the site of the made-up list with the list's own addresses."""
    return build_once("published", factory, DATA / "catalog" / "entries", **addresses_of_made_up_list())


def addresses_of_made_up_list() -> dict[str, str]:
    """The addresses of its site and its repository, from its settings."""
    settings = yaml.safe_load((DATA / "catalog" / "mkdocs.yml").read_text("utf-8"))
    return {name: settings[name] for name in ("site_url", "repo_url")}


def _folder_of_run(factory: pytest.TempPathFactory) -> Path:
    """The folder that all processes of a run share; pytest-xdist gives each a folder of its own in it."""
    own = factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


def build(
    entries: Path, folder: Path, nav: Sequence[str] = (), *, own: bool = False, **settings: str
) -> Path:
    """Build the site of the list in `entries` below `folder`, strictly; gives the site's folder."""
    _run_mkdocs(prepare_project(entries, folder, nav, own=own, **settings))
    return folder / "site"


def build_observed(factory: pytest.TempPathFactory) -> Path:
    """Build the site of the made-up list with its addresses, and what services said of it."""
    folder = factory.mktemp("observed")
    config = prepare_project(DATA / "catalog" / "entries", folder, **addresses_of_made_up_list())
    data = folder / "site_docs" / "data"
    shutil.rmtree(data)  # the memory of the list itself
    data.mkdir()
    shutil.copy(DATA / "observed" / "links.json", data)
    (folder / ".cache").mkdir()
    shutil.copy(DATA / "observed" / "abstracts.json", folder / ".cache")
    _run_mkdocs(config)
    return folder / "site"


def _run_mkdocs(config: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(config)]
    subprocess.run(command, cwd=PROJECT, check=True, env=ENVIRONMENT, capture_output=True, text=True)


def prepare_project(
    entries: Path, folder: Path, nav: Sequence[str] = (), *, own: bool = False, **settings: str
) -> Path:
    """Make `folder` a project of the list in `entries`; gives its mkdocs.yml.

    If they are this list's `own`, all or some, the site has its name and its handwritten pages. Another list
    has its own name in the mkdocs.yml beside `entries`, and none of the pages that speak of this one. Pages
    in `nav` join the navigation; `settings` are further settings.
    """
    for name in ("templates", "generator"):
        (folder / name).symlink_to(PROJECT / name)
    (folder / "entries").symlink_to(entries)
    config = yaml.safe_load((PROJECT / "mkdocs.yml").read_text("utf-8"))
    if own:
        shutil.copytree(PROJECT / "site_docs", folder / "site_docs")
        copy_judgments(folder)
    else:
        _make_another(config, entries, folder)
    config["nav"] += list(nav)
    config |= settings
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config), "utf-8")
    return folder / "mkdocs.yml"


def _make_another(config: dict[str, Any], entries: Path, folder: Path) -> None:
    (folder / "site_docs").mkdir()
    for name in ("assets", "data"):
        shutil.copytree(PROJECT / "site_docs" / name, folder / "site_docs" / name)
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
