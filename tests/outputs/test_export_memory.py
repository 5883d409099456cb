"""The open data is written piece by piece: no file is ever in memory as a whole."""

import os
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.catalog.catalog import Catalog
from generator.outputs import data
from generator.settings import Settings
from generator.write import write_file
from tests.data_files import render_data_files
from tests.made_up import make_large_catalog

MAX_FILE_MEMORY = 200_000
"""Bytes that a file may need, however long it is: one piece and the buffers, of which CSV has the largest."""


def whole_list(catalog: Catalog, settings: Settings, folder: Path) -> dict[str, tuple[int, int]]:
    """Bytes on disk and bytes of memory at the peak, beyond what was held before, of each long file.

    A schema is made at once: no entry makes it longer.
    """
    render_data_files(catalog, settings)  # what the catalog remembers of its entries is no file's own
    taken = {}
    tracemalloc.start()
    try:
        for path, pieces in data.stream_data_files(catalog, settings):
            tracemalloc.reset_peak()
            before = tracemalloc.get_traced_memory()[0]
            write_file(folder / path, pieces)
            taken[path] = ((folder / path).stat().st_size, tracemalloc.get_traced_memory()[1] - before)
            if path == "data/csl.json":
                return taken
    finally:
        tracemalloc.stop()
    raise AssertionError("there is no CSL-JSON")


@pytest.mark.parametrize("number", [400, pytest.param(1600, marks=pytest.mark.slow)])
def test_a_file_of_the_whole_list_takes_no_more_memory_than_a_piece_of_it(
    catalog: Catalog, settings: Settings, tmp_path: Path, number: int
) -> None:
    taken = whole_list(make_large_catalog(catalog, number), settings, tmp_path)
    assert sum(size for size, _ in taken.values()) > 2000 * number
    peaks = {path: peak for path, (_, peak) in taken.items() if not path.endswith(".schema.json")}
    assert max(peaks.values()) < MAX_FILE_MEMORY


def test_a_file_is_whole_before_it_takes_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace: Callable[[str, Path], None] = os.replace
    seen = []

    def watched(source: str, target: Path) -> None:
        seen.append(Path(source).read_bytes())
        replace(source, target)

    monkeypatch.setattr(os, "replace", watched)
    write_file(tmp_path / "file", ["a", "é", "b"])
    assert seen == ["aéb".encode()]
    assert (tmp_path / "file").read_text("utf-8") == "aéb"


def test_pieces_that_break_off_leave_the_old_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("old")
    with pytest.raises(ZeroDivisionError):
        write_file(tmp_path / "file", (str(1 // number) for number in (1, 0)))
    assert [file.read_text() for file in tmp_path.iterdir()] == ["old"]
