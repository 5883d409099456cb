"""Write the files of this project into the site, in all cores."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from generator.engine.content import MakeFiles, TextFile
from generator.processes import run_jobs, split_into_shares


def write_files(site: str, first: Iterable[MakeFiles], files: Iterable[TextFile]) -> None:
    """Write files below the folder `site`, which exists; each is rendered when it is written.

    What is in `first` takes long, so it begins first.
    """
    # In this order, the files of an entry are written one after the other.
    in_order = sorted(files, key=lambda file: file[0])
    jobs: list[Callable[[], None]] = [partial(_make, site, make) for make in first]
    for _ in run_jobs([*jobs, *_list_jobs(site, in_order)]):
        pass


def _list_jobs(site: str, files: Sequence[TextFile]) -> Iterator[Callable[[], None]]:
    whole = [file for file in files if _is_of_whole_list(file[0])]
    rest = [file for file in files if not _is_of_whole_list(file[0])]
    yield from (partial(_write, site, [file]) for file in whole)
    yield from (partial(_write, site, share) for share in split_into_shares(rest))


def _is_of_whole_list(path: str) -> bool:
    """Whether a file has all entries, so that it takes much longer than others."""
    return path.startswith("data/") and path.count("/") == 1


def _make(site: str, make: MakeFiles) -> None:
    _write(site, make())


def _write(site: str, files: Iterable[TextFile]) -> None:
    folder = ""
    for path, pieces in files:
        above, _, name = f"{site}/{path}".rpartition("/")
        if above != folder:
            os.makedirs(above, exist_ok=True)
            folder = above
        with open(f"{above}/{name}", "wb") as file:
            file.write("".join(pieces).encode())
