"""The command `links`: read the list, check its links, write the reports."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TextIO

from generator.catalog.catalog import Catalog
from generator.checking.load import LoadResult, load
from generator.entry.folder import is_below
from generator.exits import INTERRUPTED, NO_NETWORK, NOT_SAVED, OK, PROBLEMS_FOUND, USAGE
from generator.files.changes import NoRevision, list_changed_paths
from generator.files.named import require_writable, write_named
from generator.files.project import find_inside
from generator.files.refusals import explain_with_file
from generator.links.answers.lines import clean_line
from generator.links.answers.verdict import Target, Verdict
from generator.links.arguments import LinksOptions
from generator.links.asking.pacing import Clock, SystemClock
from generator.links.client_context import make_client_context
from generator.links.compare.comparison import fingerprint
from generator.links.fix import ALL, FileFix, fix_entries
from generator.links.gathering.gather import gather_links
from generator.links.http.hearing import NothingAnswered
from generator.links.plan import Plan, count_requests, make_plan
from generator.links.providers.arxiv import NAME as ARXIV
from generator.links.providers.semanticscholar import SemanticScholar
from generator.links.providers.wayback import Wayback
from generator.links.remembering.abstracts import ABSTRACTS_FILE, Abstracts
from generator.links.remembering.link_state import STATE_FILE, BrokenState
from generator.links.remembering.memory import Memory
from generator.links.reports import REPORT_FORMATS, REPORT_SUFFIXES
from generator.links.reports.progress import make_progress_reporter
from generator.links.reports.row import ReportRows
from generator.links.result import RunOutcome
from generator.links.run import LinkRun
from generator.links.services import LINK_SERVICES
from generator.options import WrongUsage
from generator.report import sanitize_report
from generator.sanitizing.logs import LogText, sanitize_log
from generator.text import count_noun

MAX_ANONYMOUS = 20
"""Repositories of a pull request that are asked for without a token; GitHub allows sixty an hour."""


@dataclass(frozen=True, slots=True)
class CommandOutput:
    """The text that the command prints, and its exit code."""

    text: LogText
    code: int = OK


@dataclass(frozen=True, slots=True)
class _Work:
    """What one run of the command works with."""

    options: LinksOptions
    loaded: LoadResult
    memory: Memory
    abstracts: Abstracts | None
    clock: Clock
    unread: list[str] = field(default_factory=list)
    """What is wrong with pages and folders that could not be read."""


def run(options: LinksOptions, console: TextIO, clock: Clock | None = None) -> CommandOutput:
    """Run the command; progress goes to `console`, the report is returned."""
    if options.accept and not options.fix:
        raise WrongUsage("--accept goes with --fix: add it")
    if options.fix and options.plan:
        raise WrongUsage("--plan asks nothing, so --fix has nothing to write: leave one of them out")
    for file in options.report:
        require_writable(file)
    try:
        paths = _list_wanted_paths(options)
        memory = Memory(options.state or find_inside(options.root, STATE_FILE))
    except (NoRevision, BrokenState) as error:
        return CommandOutput(sanitize_log(f"medvlm links: {error}"), USAGE)
    # A pull request asks only what its review needs.
    abstracts = None if options.changed_since else Abstracts(find_inside(options.root, ABSTRACTS_FILE))
    work = _Work(options, load(options.root), memory, abstracts, clock or SystemClock())
    _refuse_unknown_ids(options.accept, work.loaded.catalog)
    plan = _make_plan(work, paths)
    _warn_of_unread(work, console)
    if options.plan:
        return CommandOutput(sanitize_log(_describe_plan(plan)))
    return _check_links(work, plan, console)


def _refuse_unknown_ids(accepted: Sequence[str], catalog: Catalog) -> None:
    for id_ in accepted:
        if id_ not in (ALL, *catalog.paths):
            raise WrongUsage(f"--accept: {catalog.describe_unknown_id(id_)}")


def _check_links(work: _Work, plan: Plan, console: TextIO) -> CommandOutput:
    link_run = _make_run(work, plan)
    link_run.progress = make_progress_reporter(plan.due, console)
    try:
        outcome = link_run.run()
    except NothingAnswered as error:
        return CommandOutput(sanitize_log(f"medvlm links: {error}"), NO_NETWORK)
    except KeyboardInterrupt:
        saved = "the results until now are saved, the next run continues from there"
        said = _describe_unsaved(link_run.unsaved) if link_run.unsaved else saved
        return CommandOutput(sanitize_log(f"interrupted: {said}"), INTERRUPTED)
    if _is_whole_list(work) and not outcome.unsaved:
        outcome = replace(outcome, unsaved=_forget_others(plan, work.memory, work.abstracts))
    return _report(work, ReportRows(outcome, work.loaded.find_document), console)


def _is_whole_list(work: _Work) -> bool:
    """Whether the links of this run are all that the list has; what is unreadable still has links."""
    options, is_read = work.options, work.loaded.is_whole and not work.unread
    return is_read and not (options.paths or options.changed_since or options.only)


def _warn_of_unread(work: _Work, console: TextIO) -> None:
    for problem in dict.fromkeys(work.unread):  # all pages of one folder may have the same
        print(sanitize_log(f"{problem}; the links there are not checked"), file=console)
    if not work.loaded.is_whole:
        print("entries with errors may lack links here; `medvlm check` lists them", file=console)


def _forget_others(plan: Plan, memory: Memory, abstracts: Abstracts | None) -> str:
    """Forget what is known of targets that no link leads to any more.

    Returns why that could not be saved, or an empty text.
    """
    try:
        memory.keep_only({str(link.target) for link in plan.links})
        if abstracts:
            abstracts.keep_only({link.target.id for link in plan.links if link.target.service == ARXIV})
    except OSError as error:
        return explain_with_file(error)
    return ""


def _list_wanted_paths(options: LinksOptions) -> list[str] | None:
    """The paths to check, relative to the project's folder; empty for all, None for none at all."""
    paths = options.relative_paths()
    if not options.changed_since:
        return paths
    changed = list_changed_paths(options.root, options.changed_since)
    return [path for path in changed if is_below(path, paths)] or None


def _make_plan(work: _Work, paths: list[str] | None) -> Plan:
    options, catalog, memory, abstracts = work.options, work.loaded.catalog, work.memory, work.abstracts
    links = [] if paths is None else gather_links(catalog, options.root, paths, work.unread)
    if options.only:
        links = [link for link in links if link.target.service in options.only]

    @cache
    def print_of(entry: str) -> str:
        return fingerprint(catalog.entries[entry])

    def lacks_abstract(target: Target) -> bool:
        seen = memory.links.get(str(target))
        is_found = seen is not None and seen.verdict is Verdict.OK
        return abstracts is not None and target.service == ARXIV and is_found and target.id not in abstracts

    return make_plan(links, memory.links, work.clock.now(), print_of, lacks_abstract)


def _make_run(work: _Work, plan: Plan) -> LinkRun:
    options = work.options
    context = make_client_context(options.root, work.clock, private=options.allow_private)
    if options.changed_since:
        context = replace(context, anonymous=MAX_ANONYMOUS)
    return LinkRun(
        plan,
        work.loaded.catalog,
        work.memory,
        {name: LINK_SERVICES[name].provider(context) for name in LINK_SERVICES if _is_asked(name, options)},
        Wayback(context),
        work.clock,
        citations=None if options.changed_since or options.only else SemanticScholar(context),
        strict=bool(options.changed_since),
        hearing=context.hearing,
        list_faulty_fields=work.loaded.list_faulty_fields,
        seconds=math.inf if options.minutes is None else 60 * options.minutes,
        abstracts=work.abstracts,
    )


def _is_asked(service: str, options: LinksOptions) -> bool:
    return service in (options.only or LINK_SERVICES)


def _describe_plan(plan: Plan) -> str:
    requests = count_requests(plan, lambda service: LINK_SERVICES[service].batch)
    lines = [
        f"{service}: {len(ids):,} due, {count_noun(requests[service], 'request')}"
        for service, ids in plan.due.items()
    ]
    links, total = count_noun(len(plan.links), "link"), count_noun(sum(requests.values()), "request")
    return "\n".join([*lines, f"{links}, {plan.size:,} due, at least {total}"])


def _report(work: _Work, rows: ReportRows, console: TextIO) -> CommandOutput:
    options = work.options
    for file in options.report:
        write_named(file, REPORT_FORMATS[REPORT_SUFFIXES[file.suffix]](rows) + "\n")
    text = sanitize_report(REPORT_FORMATS[options.format](rows), options.format)
    fixes: list[FileFix] = []
    if options.fix:
        fixes = fix_entries(options.root, rows.outcome.results, work.loaded.find_document, options.accept)
    notes = [sanitize_log(note) for note in _list_notes(rows.outcome, fixes)]
    if options.format == "json":  # after them it would be JSON no more
        console.writelines(f"{note}\n" for note in notes)
        notes = []
    return CommandOutput(LogText("\n".join([text, *notes])), _choose_exit_code(rows.outcome, fixes))


def _list_notes(outcome: RunOutcome, fixes: Sequence[FileFix]) -> Iterator[str]:
    """Yield what the report of the links does not say."""
    for fix in fixes:
        yield f"{fix.path}: {fix.message}"
    if outcome.unsaved:
        yield _describe_unsaved(outcome.unsaved)


def _choose_exit_code(outcome: RunOutcome, fixes: Sequence[FileFix]) -> int:
    if outcome.unsaved or any(fix.is_refused for fix in fixes):
        return NOT_SAVED
    return PROBLEMS_FOUND if outcome.fails else OK


def _describe_unsaved(why: str) -> str:
    return f"what was learned could not be saved: {clean_line(why)}"
