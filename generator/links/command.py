"""The command `links`: read the list, check its links, write the reports."""

import math
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TextIO

from generator.checking.load import LoadResult, load
from generator.entry.folder import is_below
from generator.exits import INTERRUPTED, NO_NETWORK, NOT_SAVED, OK, PROBLEMS_FOUND, USAGE
from generator.files.named import require_folder, write_named
from generator.files.project import find_inside
from generator.links.abstracts import ABSTRACTS_FILE, Abstracts
from generator.links.arguments import LinksOptions
from generator.links.changes import NoRevision, list_changed_paths
from generator.links.compare.comparison import fingerprint
from generator.links.fix import fix_entries
from generator.links.gather import gather_links
from generator.links.hearing import NothingAnswered
from generator.links.lines import clean_line
from generator.links.memory import STATE_FILE, BrokenState, Memory
from generator.links.pacing import Clock, SystemClock
from generator.links.plan import Plan, count_requests, make_plan
from generator.links.progress import make_progress_reporter
from generator.links.providers.arxiv import NAME as ARXIV
from generator.links.providers.client import user_agent
from generator.links.providers.semanticscholar import SemanticScholar
from generator.links.providers.wayback import Wayback
from generator.links.recognize import recognize
from generator.links.reports import REPORT_FORMATS, REPORT_SUFFIXES
from generator.links.reports.row import ReportRows
from generator.links.run import LinkRun
from generator.links.service import ClientContext
from generator.links.services import LINK_SERVICES
from generator.links.verdict import Target, Verdict
from generator.report import sanitize_report
from generator.sanitizing.logs import LogText, sanitize_log
from generator.settings import load_settings

MAX_ANONYMOUS = 20
"""Repositories of a pull request that are asked for without a token; GitHub allows sixty an hour."""


@dataclass(frozen=True, slots=True)
class CommandOutput:
    """The text that the command prints, and its exit code."""

    text: LogText
    code: int = OK


def run(options: LinksOptions, console: TextIO, clock: Clock | None = None) -> CommandOutput:
    """Run the command; progress goes to `console`, the report is returned."""
    clock = clock or SystemClock()
    for file in options.report:
        require_folder(file)
    try:
        paths = _wanted(options)
        memory = Memory(options.state or find_inside(options.root, STATE_FILE))
    except (NoRevision, BrokenState) as error:
        return CommandOutput(sanitize_log(f"medvlm links: {error}"), USAGE)
    loaded = load(options.root)
    # A pull request asks only what its review needs.
    abstracts = None if options.changed_since else Abstracts(find_inside(options.root, ABSTRACTS_FILE))
    unread: list[str] = []
    plan = _plan(options, paths, loaded, memory, clock, abstracts, unread)
    if options.plan:
        return CommandOutput(sanitize_log(_describe_plan(plan)))
    _warn_of_unread(unread, loaded, console)
    link_run = _link_run(options, plan, loaded, memory, clock)
    link_run.abstracts = abstracts
    link_run.progress = make_progress_reporter(plan.due, console)
    try:
        outcome = link_run.run()
    except NothingAnswered as error:
        return CommandOutput(sanitize_log(f"medvlm links: {error}"), NO_NETWORK)
    except KeyboardInterrupt:
        said = "interrupted: the results until now are saved, the next run continues from there"
        return CommandOutput(sanitize_log(said), INTERRUPTED)
    is_partial = options.paths or options.changed_since or options.only
    # What is unreadable still has links: what is known of them is kept.
    if not is_partial and loaded.is_whole and not unread and not outcome.unsaved:
        _forget_others(plan, memory, abstracts)
    return _report(options, ReportRows(outcome, loaded.document), loaded)


def _warn_of_unread(pages: list[str], loaded: LoadResult, console: TextIO) -> None:
    for problem in pages:
        print(sanitize_log(f"{problem}; the links there are not checked"), file=console)
    if not loaded.is_whole:
        print("entries with errors may lack links here; `medvlm check` lists them", file=console)


def _forget_others(plan: Plan, memory: Memory, abstracts: Abstracts | None) -> None:
    """Forget what is known of targets that no link leads to any more."""
    memory.keep_only({str(link.target) for link in plan.links})
    if abstracts:
        abstracts.keep_only({link.target.id for link in plan.links if link.target.service == ARXIV})


def _wanted(options: LinksOptions) -> list[str] | None:
    """The paths to check, relative to the project's folder; empty for all, None for none at all."""
    paths = options.relative_paths()
    if not options.changed_since:
        return paths
    changed = list_changed_paths(options.root, options.changed_since)
    return [path for path in changed if is_below(path, paths)] or None


def _plan(
    options: LinksOptions,
    paths: list[str] | None,
    loaded: LoadResult,
    memory: Memory,
    clock: Clock,
    abstracts: Abstracts | None,
    unread: list[str],
) -> Plan:
    catalog = loaded.catalog
    links = [] if paths is None else gather_links(catalog, options.root, paths, unread)
    if options.only:
        links = [link for link in links if link.target.service in options.only]
    prints: dict[str, str] = {}

    def print_of(entry: str) -> str:
        if entry not in prints:
            prints[entry] = fingerprint(catalog.entries[entry])
        return prints[entry]

    def lacks_abstract(target: Target) -> bool:
        seen = memory.links.get(str(target))
        is_found = seen is not None and seen.verdict is Verdict.OK
        return abstracts is not None and target.service == ARXIV and is_found and target.id not in abstracts

    return make_plan(links, memory.links, clock.now(), print_of, lacks_abstract)


def _link_run(options: LinksOptions, plan: Plan, loaded: LoadResult, memory: Memory, clock: Clock) -> LinkRun:
    context = make_client_context(options.root, clock, private=options.allow_private)
    if options.changed_since:
        context = replace(context, anonymous=MAX_ANONYMOUS)
    return LinkRun(
        plan,
        loaded.catalog,
        memory,
        {
            name: service.provider(context)
            for name, service in LINK_SERVICES.items()
            if name in (options.only or LINK_SERVICES)
        },
        Wayback(context),
        clock,
        citations=None if options.changed_since or options.only else SemanticScholar(context),
        strict=bool(options.changed_since),
        hearing=context.hearing,
        list_faulty_fields=loaded.list_faulty_fields,
        seconds=math.inf if options.minutes is None else 60 * options.minutes,
    )


def make_client_context(
    root: Path, clock: Clock, *, private: bool = False, environment: Mapping[str, str] = os.environ
) -> ClientContext:
    """Make what the providers of all services share, from the list's settings and the environment."""
    home = load_settings(root).repo_url
    try:
        release = version("medvlm")
    except PackageNotFoundError:
        release = "0"
    return ClientContext(
        clock,
        user_agent(release, home),
        recognize,
        contact=environment.get("MEDVLM_CONTACT", ""),
        token=environment.get("GITHUB_TOKEN", ""),
        private=private,
    )


def _describe_plan(plan: Plan) -> str:
    requests = count_requests(plan, lambda service: LINK_SERVICES[service].batch)
    lines = [f"{service}: {len(ids)} due, {requests[service]} requests" for service, ids in plan.due.items()]
    return "\n".join(
        [*lines, f"{len(plan.links)} links, {plan.size} due, at least {sum(requests.values())} requests"]
    )


def _report(options: LinksOptions, rows: ReportRows, loaded: LoadResult) -> CommandOutput:
    for file in options.report:
        write_named(file, REPORT_FORMATS[REPORT_SUFFIXES[file.suffix]](rows) + "\n")
    lines = [sanitize_report(REPORT_FORMATS[options.format](rows), options.format)]
    if options.fix:
        fixes = fix_entries(options.root, rows.outcome.results, loaded.document, options.accept)
        lines += [sanitize_log(f"{fix.path}: {fix.message}") for fix in fixes]
    if rows.outcome.unsaved:
        lines.append(sanitize_log(f"what was learned could not be saved: {clean_line(rows.outcome.unsaved)}"))
        return CommandOutput(LogText("\n".join(lines)), NOT_SAVED)
    return CommandOutput(LogText("\n".join(lines)), PROBLEMS_FOUND if rows.outcome.fails else OK)
