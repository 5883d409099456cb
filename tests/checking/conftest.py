"""What the tests of the cache share."""

from pathlib import Path

import pytest

from generator.yamlfiles import reading
from generator.yamlfiles.reading import Document


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the files that were read and parsed."""
    found: list[str] = []
    read = reading.read_document

    def counted(file: Path, path: str) -> Document:
        found.append(path)
        return read(file, path)

    monkeypatch.setattr(reading, "read_document", counted)
    return found
