"""What the tests of the cache share."""

from pathlib import Path

import pytest

from generator.yamlfiles import reading
from generator.yamlfiles.reading import Document, QuickReader


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the files that were read and parsed."""
    found: list[str] = []
    read = reading.read_document

    def counted(file: Path, path: str, read_standard: QuickReader | None = None) -> Document:
        found.append(path)
        return read(file, path, read_standard)

    monkeypatch.setattr(reading, "read_document", counted)
    return found
