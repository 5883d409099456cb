"""Other programs over the same pages or entries, each in an environment of its own."""

import json
import shutil
import subprocess
import sys
import venv
from pathlib import Path

from generator.checking.load import load
from tests.bench.measure import FOLDER, Measured, run

PLAIN = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><main>{{ .Content }}</main></body></html>
"""
HUGO = """baseURL = "https://example.org/"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "section"]
[markup.goldmark.renderer]
unsafe = true
"""
MATERIAL = """site_name: Plain
theme: {name: material, font: false}
plugins: []
nav: [index.md]
not_in_nav: "*"
"""
"""With every page in the navigation, which stands in every page, time and bytes grow with the square."""


class Missing(Exception):
    """A program that cannot be had here; the message says why."""


def program(package: str) -> Path:
    """The program of `package`, installed from the registry where it is not here yet."""
    home = FOLDER / package
    found = home / "bin" / package
    if not found.exists():
        venv.create(home, with_pip=True, clear=True)
        command = [home / "bin" / "pip", "install", "--quiet", package]
        tried = subprocess.run(command, capture_output=True, text=True, check=False)
        if not found.exists():
            raise Missing(tried.stderr.strip().splitlines()[-1] if tried.stderr else "no such program in it")
    return found


def hugo(pages: Path) -> tuple[Measured, Path]:
    """Hugo with the plainest theme: no search, no navigation, no feeds."""
    tool = program("hugo")
    root = _project("hugo-site", pages, "content", "hugo.toml", HUGO)
    (root / "content" / "index.md").rename(root / "content" / "_index.md")
    layouts = root / "layouts" / "_default"
    layouts.mkdir(parents=True)
    for name in ("single.html", "list.html"):
        (layouts / name).write_text(PLAIN, "utf-8")
    return run([tool, "--quiet"], root), root / "public"


def material(pages: Path) -> tuple[Measured, Path]:
    """MkDocs and its theme as they come."""
    root = _project("material", pages, "docs", "mkdocs.yml", MATERIAL)
    return run([Path(sys.executable).with_name("mkdocs"), "build", "-q"], root), root / "site"


def zensical(pages: Path) -> tuple[Measured, Path]:
    """The theme's successor, with the same settings."""
    tool = program("zensical")
    root = _project("zensical-site", pages, "docs", "mkdocs.yml", MATERIAL)
    return run([tool, "build", "--clean"], root), root / "site"


def best_of(list_root: Path) -> tuple[Measured, Path]:
    """The README generator: one page of names and summaries, without what it would ask GitHub."""
    tool = program("best-of")
    root = _emptied("best-of-list")
    projects = [
        {"name": entry.id, "homepage": f"https://example.org/{entry.id}", "description": entry.summary}
        for entry in load(list_root).catalog
    ]
    # JSON is YAML, and quicker to write.
    (root / "projects.yaml").write_text(json.dumps({"projects": projects}), "utf-8")
    return run([tool, "generate", "projects.yaml"], root), root


def _project(name: str, pages: Path, content: str, config: str, text: str) -> Path:
    root = _emptied(name)
    shutil.copytree(pages, root / content)
    (root / config).write_text(text, "utf-8")
    return root


def _emptied(name: str) -> Path:
    root = FOLDER / name
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir(parents=True)
    return root
