"""Run other programs over the same pages or entries, each in an environment of its own."""

import json
import shutil
import subprocess
import sys
import venv
from pathlib import Path

from generator.checking.load import load
from tests.bench.measure import FOLDER, Measurement, run_measured

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
"""With all pages in the navigation, which each page repeats, time and bytes would grow with the square."""


class MissingProgram(Exception):
    """A program that cannot be installed here; the message says why."""


def install_program(package: str) -> Path:
    """Return the program of `package`, which is installed from the registry if necessary."""
    home = FOLDER / package
    found = home / "bin" / package
    if not found.exists():
        venv.create(home, with_pip=True, clear=True)
        command = [home / "bin" / "pip", "install", "--quiet", package]
        result = subprocess.run(command, capture_output=True, text=True, check=False)
        if not found.exists():
            raise MissingProgram(
                result.stderr.strip().splitlines()[-1] if result.stderr else "no such program in it"
            )
    return found


def build_hugo(pages: Path) -> tuple[Measurement, Path]:
    """Build with Hugo and a plain theme: no search, no navigation, no feeds."""
    tool = install_program("hugo")
    root = _project("hugo-site", pages, "content", "hugo.toml", HUGO)
    (root / "content" / "index.md").rename(root / "content" / "_index.md")
    layouts = root / "layouts" / "_default"
    layouts.mkdir(parents=True)
    for name in ("single.html", "list.html"):
        (layouts / name).write_text(PLAIN, "utf-8")
    return run_measured([tool, "--quiet"], root), root / "public"


def build_material(pages: Path) -> tuple[Measurement, Path]:
    """Build with MkDocs and its theme without changes."""
    root = _project("material", pages, "docs", "mkdocs.yml", MATERIAL)
    return run_measured([Path(sys.executable).with_name("mkdocs"), "build", "-q"], root), root / "site"


def build_zensical(pages: Path) -> tuple[Measurement, Path]:
    """Build with the successor of the theme, with the same settings."""
    tool = install_program("zensical")
    root = _project("zensical-site", pages, "docs", "mkdocs.yml", MATERIAL)
    return run_measured([tool, "build", "--clean"], root), root / "site"


def build_best_of(list_root: Path) -> tuple[Measurement, Path]:
    """Build with the README generator: one page of names and summaries, without its requests to GitHub."""
    tool = install_program("best-of")
    root = _emptied("best-of-list")
    projects = [
        {"name": entry.id, "homepage": f"https://example.org/{entry.id}", "description": entry.summary}
        for entry in load(list_root).catalog
    ]
    # JSON is YAML, and faster to write.
    (root / "projects.yaml").write_text(json.dumps({"projects": projects}), "utf-8")
    return run_measured([tool, "generate", "projects.yaml"], root), root


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
