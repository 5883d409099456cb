"""What `mkdocs serve` shows: a page or file of this project is rendered when it is asked for."""

import os
import threading
from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from pathlib import Path

from generator.engine.content import TextFile

Source = tuple[tuple[str, ...], Iterable[TextFile]]
"""The possible endings of the paths of some files, and these files, which are listed until one is found."""

FindFiles = Callable[[], Iterable[Source]]


class RenderedFiles:
    """Files by path: those of MkDocs, and those of this project, each rendered when it is first asked for."""

    def __init__(self, sources: Iterable[Source] = (), of_mkdocs: Mapping[str, bytes] | None = None) -> None:
        self._ready: dict[str, bytes | Exception] = dict(of_mkdocs or {})
        self._found: dict[str, Iterable[str]] = {}
        self._sources = [(endings, iter(files)) for endings, files in sources]
        self._lock = threading.Lock()

    def read(self, path: str) -> bytes | None:
        """Return the content of the file, or None where there is none. Raises what its template raises."""
        with self._lock:
            if path not in self._ready and self._find(path):
                self._ready[path] = _render(self._found.pop(path))
            content = self._ready.get(path)
        if isinstance(content, Exception):
            raise content
        return content

    def __contains__(self, path: str) -> bool:
        with self._lock:
            return path in self._ready or self._find(path)

    def _find(self, path: str) -> bool:
        if path in self._found:
            return True
        sources = (files for endings, files in self._sources if path.endswith(endings))
        for name, pieces in chain.from_iterable(sources):
            self._found.setdefault(name, pieces)
            if name == path:
                return True
        return False


class Preview:
    """What the preview shows: the files of the last build that succeeded, and why there is no newer one."""

    def __init__(self) -> None:
        self.files = RenderedFiles()
        self.trouble = ""
        """What is wrong with what was changed last; empty where the files show it."""
        self._of_mkdocs: Mapping[str, bytes] = {}
        self._find_again: FindFiles = tuple
        self._prepared: tuple[Iterable[Source], FindFiles] = (), tuple

    def prepare(self, sources: Iterable[Source], find_again: FindFiles) -> None:
        """Have the files of `sources` ready for `show`; when entries have changed, those of `find_again`."""
        self._prepared = sources, find_again

    def show(self, folder: str) -> None:
        """Show the prepared files, and those that MkDocs has written into `folder`.

        They are kept in memory: the next build begins with an empty folder, and may fail.
        """
        sources, self._find_again = self._prepared
        self._of_mkdocs = _read_folder(folder)
        self.files, self.trouble = RenderedFiles(sources, self._of_mkdocs), ""

    def reload_entries(self) -> None:
        """Show the entries as they are now. Raises PluginError for entries with errors."""
        self.files, self.trouble = RenderedFiles(self._find_again(), self._of_mkdocs), ""


def _render(pieces: Iterable[str]) -> bytes | Exception:
    try:
        return "".join(pieces).encode()
    except Exception as error:  # a template of the person who looks at the preview may have any
        return error


def _read_folder(folder: str) -> dict[str, bytes]:
    """Return the content of each file below `folder`, by its path from there."""
    files = chain.from_iterable((Path(above, name) for name in names) for above, _, names in os.walk(folder))
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}
