"""How the paths of the files of a site end: the preview finds each by it."""

from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from generator.engine.content import (
    DATA_ENDINGS,
    FILE_ENDINGS,
    SCRIPT_ENDINGS,
    TextFile,
    bundle_scripts,
    list_files_of,
    load_content,
)


def list_others(files: Iterable[TextFile], endings: tuple[str, ...]) -> list[str]:
    return [path for path, _ in files if not path.endswith(endings)]


def test_every_file_ends_as_the_preview_expects(root: Path) -> None:
    content = load_content(root)
    pages = list(content.list_pages())
    beside = chain.from_iterable(map(content.list_files_beside, pages))
    data = chain.from_iterable(
        chain(map(list_files_of, pages), (make() for make in content.list_made_files()))
    )
    assert list_others(chain(beside, content.list_files()), FILE_ENDINGS) == []
    assert list_others(data, DATA_ENDINGS) == []
    assert list_others(bundle_scripts(), SCRIPT_ENDINGS) == []
