"""What the site shows besides the catalog: the works that wait to be read, and what happened to the list."""

from dataclasses import dataclass, field
from pathlib import Path

from generator.catalog.candidates import CandidateFile, read_candidates
from generator.catalog.declined import DECLINED_PATH, read_declined
from generator.catalog.history import History, read_history
from generator.yamlfiles.reading import read_document


@dataclass(frozen=True, slots=True)
class Chronicle:
    """The candidates and the history; nothing where nothing was searched yet."""

    waiting: CandidateFile = field(default_factory=CandidateFile)
    history: History = field(default_factory=History)
    declined: frozenset[str] = frozenset()
    """The ids of works that no page shows."""


NOTHING_HAPPENED = Chronicle()


def load_chronicle(root: Path) -> Chronicle:
    """Load what is kept at `root`. Raises ProjectFileError where a file cannot be used."""
    file = root / DECLINED_PATH
    declined = read_declined(read_document(file, DECLINED_PATH), []) if file.is_file() else ()
    waiting = read_candidates(root)
    return Chronicle(waiting, read_history(root), frozenset(declined))
