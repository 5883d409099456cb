"""The command `links`: one run from the files of the list to the reports."""

import math
import os
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TextIO

from generator.checking.load import LoadResult, load
from generator.entry.folder import is_below
from generator.exits import INTERRUPTED, OK, PROBLEMS_FOUND, USAGE
from generator.links.arguments import LinksOptions
from generator.links.changes import NoRevision, changed_since
from generator.links.compare.judge import fingerprint
from generator.links.fix import fix
from generator.links.gather import gather
from generator.links.memory import STATE, BrokenState, Memory
from generator.links.pacing import Clock, SystemClock
from generator.links.plan import Plan, make_plan, requests_of
from generator.links.progress import progress
from generator.links.providers.client import agent
from generator.links.providers.wayback import Wayback
from generator.links.recognize import recognize
from generator.links.registry import LINKED
from generator.links.reports import FORMATS, SUFFIXES
from generator.links.reports.row import Rows
from generator.links.run import Run
from generator.links.service import Setting
from generator.settings import load_settings


@dataclass(frozen=True, slots=True)
class Said:
    """What the command prints, and its exit code."""

    text: str
    code: int = OK


def run(options: LinksOptions, console: TextIO, clock: Clock | None = None) -> Said:
    """Run the command; progress goes to `console`, the report is returned."""
    clock = clock or SystemClock()
    try:
        paths = _wanted(options)
        memory = Memory(options.state or options.root / STATE)
    except (NoRevision, BrokenState) as error:
        return Said(f"medvlm links: {error}", USAGE)
    loaded = load(options.root)
    plan = _plan(options, paths, loaded, memory, clock)
    if options.plan:
        return Said(_planned(plan))
    if not loaded.is_whole:
        print("entries with errors may lack links here; `medvlm check` names them", file=console)
    job = _job(options, plan, loaded, memory, clock)
    job.progress = progress(plan.due, console)
    try:
        outcome = job.run()
    except KeyboardInterrupt:
        return Said("interrupted: what was learnt is saved, the next run goes on from there", INTERRUPTED)
    part = options.paths or options.changed_since or options.only
    if not part and loaded.is_whole:  # the links of what cannot be read are not seen
        memory.forget({str(link.target) for link in plan.links})
    return _said(options, Rows(outcome, loaded.document), loaded)


def _wanted(options: LinksOptions) -> list[str] | None:
    """The paths to check, from the project's folder; empty for all, None for none at all."""
    paths = options.relative_paths()
    if not options.changed_since:
        return paths
    changed = changed_since(options.root, options.changed_since)
    return [path for path in changed if is_below(path, paths)] or None


def _plan(
    options: LinksOptions, paths: list[str] | None, loaded: LoadResult, memory: Memory, clock: Clock
) -> Plan:
    catalog = loaded.catalog
    links = [] if paths is None else gather(catalog, options.root, paths)
    if options.only:
        links = [link for link in links if link.target.service in options.only]
    prints: dict[str, str] = {}

    def print_of(entry: str) -> str:
        if entry not in prints:
            prints[entry] = fingerprint(catalog.entries[entry])
        return prints[entry]

    return make_plan(links, memory.links, clock.now(), print_of)


def _job(options: LinksOptions, plan: Plan, loaded: LoadResult, memory: Memory, clock: Clock) -> Run:
    setting = setting_of(options.root, clock, private=options.allow_private)
    return Run(
        plan,
        loaded.catalog,
        memory,
        {
            name: service.provider(setting)
            for name, service in LINKED.items()
            if name in (options.only or LINKED)
        },
        Wayback(setting),
        clock,
        strict=bool(options.changed_since),
        seconds=math.inf if options.minutes is None else 60 * options.minutes,
    )


def setting_of(
    root: Path, clock: Clock, *, private: bool = False, environment: Mapping[str, str] = os.environ
) -> Setting:
    """What the clients of all services share, from the list's own settings and the environment."""
    home = load_settings(root).repo_url
    try:
        release = version("medvlm")
    except PackageNotFoundError:
        release = "0"
    return Setting(
        clock,
        agent(release, home),
        recognize,
        contact=environment.get("MEDVLM_CONTACT", ""),
        token=environment.get("GITHUB_TOKEN", ""),
        private=private,
    )


def _planned(plan: Plan) -> str:
    requests = requests_of(plan, lambda service: LINKED[service].batch)
    lines = [f"{service}: {len(ids)} due, {requests[service]} requests" for service, ids in plan.due.items()]
    return "\n".join(
        [*lines, f"{len(plan.links)} links, {plan.size} due, at least {sum(requests.values())} requests"]
    )


def _said(options: LinksOptions, rows: Rows, loaded: LoadResult) -> Said:
    for file in options.report:
        file.write_text(FORMATS[SUFFIXES[file.suffix]](rows) + "\n", "utf-8")
    lines = [FORMATS[options.format](rows)]
    if options.fix:
        done = fix(options.root, rows.outcome.results, loaded.document, options.accept)
        lines += [f"{one.path}: {one.done}" for one in done]
    return Said("\n".join(lines), PROBLEMS_FOUND if rows.outcome.fails else OK)
