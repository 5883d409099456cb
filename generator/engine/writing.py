"""Write the files of this project into the site, on all cores."""

import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from generator.engine.content import Content, MakeFiles, TextFile, list_files_of
from generator.engine.theme import Theme
from generator.outputs.site.page import Page
from generator.processes import JobsAhead, run_jobs, split_into_shares


def begin_writing(site: str, makers: Iterable[MakeFiles]) -> JobsAhead[None]:
    """Begin to write what `makers` make below the folder `site`, as far as another core is free."""
    return JobsAhead([partial(_make, site, make) for make in makers])


def write_files(site: str, makers: Iterable[MakeFiles], ahead: JobsAhead[None]) -> None:
    """Write what is left of `ahead`, and what `makers` make; each file is rendered when it is written."""
    jobs: list[Callable[[], None]] = [*ahead.take_back(), *(partial(_make, site, make) for make in makers)]
    while jobs and ahead.is_running():
        jobs.pop()()
    ahead.end()
    for _ in run_jobs(jobs):
        pass


def list_page_makers(theme: Theme, content: Content, pages: Iterable[Page]) -> Iterator[MakeFiles]:
    """Yield what makes `pages` and the files beside them: first those that take long, last the entries.

    `run_jobs` takes jobs from both ends: one process makes most lists of entries, and only that one keeps
    what lists share in memory; the other begins with entries. In the middle are the citations of the whole
    list: who makes them has those of half the entries already, and keeps the rest for the pages to come.
    """
    make = partial(_list_files_with, theme, content)
    by_rank: tuple[list[Page], ...] = [], [], []
    for page in sorted(pages, key=lambda page: page.address):
        by_rank[_rank(page, theme)].append(page)
    long, lists, entries = by_rank
    half = len(entries) // 2
    yield from (partial(make, [page]) for page in long)
    yield from (partial(make, share) for share in split_into_shares(lists + entries[:half]))
    yield content.list_citation_files
    yield from (partial(make, share) for share in split_into_shares(entries[half:]))


def _rank(page: Page, theme: Theme) -> int:
    if page.make_files or theme.is_of_navigation(page):
        return 0  # it is about the whole list
    return 2 if page.address.startswith("papers/") else 1


def _list_files_with(theme: Theme, content: Content, pages: Iterable[Page]) -> Iterator[TextFile]:
    for page in pages:
        yield theme.wrap(page)
        yield from content.list_files_beside(page)
        yield from list_files_of(page)
        content.forget(page)


def list_file_makers(content: Content) -> Iterator[MakeFiles]:
    """Yield what makes the open data but citations, and the files for scripts.

    Each file of the whole list is made by itself.
    """
    yield from (partial(iter, [file]) for file in content.list_whole_files())
    yield content.list_group_files
    yield from content.list_made_files()


def _make(site: str, make: MakeFiles) -> None:
    write_now(site, make())


def write_now(site: str, files: Iterable[TextFile]) -> None:
    """Write `files` below the folder `site`, in this process. Raises OSError, which names the file."""
    folder = ""
    for path, pieces in files:
        above, _, name = f"{site}/{path}".rpartition("/")
        if above != folder:
            _make_folder(above)
            folder = above
        _write_file(f"{above}/{name}", "".join(pieces).encode())


def _make_folder(path: str) -> None:
    """Make one of ten thousands of folders: `makedirs` would first ask for the one above it."""
    try:
        os.mkdir(path)
    except FileNotFoundError:
        os.makedirs(path, exist_ok=True)
    except FileExistsError:
        pass


def _write_file(path: str, content: bytes) -> None:
    """Write one of tens of thousands of files: `open` would ask the system three more questions about it."""
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o666)
    try:
        while content:
            content = content[os.write(file, content) :]
    except OSError as error:
        error.filename = path  # the system names none
        raise
    finally:
        os.close(file)
