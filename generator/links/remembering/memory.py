"""The checker's memory between runs: what it reads from the file, learns in a run, and writes back."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.links.remembering.link_state import LinkRecord, dump_state, read_state
from generator.write import write_file


class Memory:
    """The memory during a run; several runs may use one file, and the newer record of a target wins."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._stamp = _take_stamp(file)
        self.links = dict(read_state(file).links)
        self._learned: set[str] = set()

    def learn(self, key: str, record: LinkRecord) -> None:
        """Remember `record` as what is known of the target `key`; `save` writes it."""
        self.links[key] = record
        self._learned.add(key)

    def keep_only(self, keys: set[str]) -> None:
        """Forget, also in the file, every target that is not in `keys`; a missing file is not created."""
        if not self._file.exists():
            return
        with _lock(self._file.parent):
            current = read_state(self._file).links
            kept = {key: record for key, record in current.items() if key in keys}
            if kept != current:
                _replace(self._file, dump_state(kept))
        self.links = {key: record for key, record in self.links.items() if key in keys}

    def save(self) -> None:
        """Write what was learned; if the process is killed, the file is the old or the new one, complete."""
        if not self._learned:
            return
        self._file.parent.mkdir(parents=True, exist_ok=True)
        with _lock(self._file.parent):
            is_alone = _take_stamp(self._file) == self._stamp
            _replace(self._file, dump_state(self.links if is_alone else self._merge()))
            if is_alone:
                self._stamp = _take_stamp(self._file)
        self._learned.clear()

    def _merge(self) -> dict[str, LinkRecord]:
        """The file's records with those learned here, where these are newer."""
        current = dict(read_state(self._file).links)
        for key in self._learned:
            if key not in current or current[key].checked <= self.links[key].checked:
                current[key] = self.links[key]
        return current


def _take_stamp(file: Path) -> tuple[int, ...]:
    """A value that changes when somebody replaces `file`; until then the file need not be read again."""
    try:
        status = file.stat()
    except FileNotFoundError:
        return ()
    return status.st_ino, status.st_size, status.st_mtime_ns


@contextmanager
def _lock(folder: Path) -> Iterator[None]:
    """Keep other runs from writing to the folder; a lock on the folder itself leaves no lock file behind."""
    import fcntl  # imported here: Windows has no fcntl, and who only reads needs no lock

    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _replace(file: Path, text: str) -> None:
    for leftover in file.parent.glob(f".{file.name}.*"):
        leftover.unlink()  # of a run that was killed: who holds the lock is the only writer
    write_file(file, text, fsync=True)
