"""A made-up list whose entries are all correct, and functions that run the command over it."""

import argparse
import io
import json
from datetime import timedelta
from pathlib import Path
from typing import Any

from generator.links import command
from generator.links.arguments import LinksOptions, add_arguments
from generator.options import read_options
from tests.links.fakes.arxiv import Paper
from tests.links.fakes.github import Repo
from tests.links.fakes.world import World

AUTHORS = ("Ada Example", "Björn Muster")
ENTRY = """\
# a comment that stays
title: "{title}"
kind: model
authors: [Ada Example, Björn Muster]
date: 2024-01
arxiv: "{arxiv}"   # another one
links:
  code: {code}
section: x
added: 2026-11-24
"""


def add_entry(project: Path, world: World, id_: str, title: str, arxiv: str, code: str) -> Path:
    """Add an entry, and to the world the paper and repository that make it correct."""
    world.papers[arxiv] = Paper(title, AUTHORS)
    world.repos[code.lower()] = Repo(code, len(world.repos) + 1, description=title)
    file = project / "entries" / f"{id_}.yaml"
    file.write_text(ENTRY.format(title=title, arxiv=arxiv, code=f"https://github.com/{code}"))
    return file


def add_project_link(project: Path, url: str) -> None:
    """Give the first entry a link to its project's page."""
    file = project / "entries/a1.yaml"
    file.write_text(file.read_text().replace("links:\n", f"links:\n  project: {url}\n"))


def run(project: Path, world: World, *arguments: str) -> command.CommandOutput:
    return command.run(options(project, *arguments), io.StringIO(), world.clock)


def options(project: Path, *arguments: str) -> LinksOptions:
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    parsed = parser.parse_args(arguments)
    parsed.root = project
    return read_options(parsed)


def results(output: command.CommandOutput) -> dict[tuple[str, str], dict[str, Any]]:
    return {(result["entry"], result["field"]): result for result in json.loads(output.text)["results"]}


def pass_days(world: World, number: float) -> None:
    world.clock.sleep(timedelta(days=number).total_seconds())
