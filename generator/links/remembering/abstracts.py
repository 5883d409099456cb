"""The abstracts of listed works, as arXiv gives them: a file beside the memory, which is never committed.

arXiv's metadata is CC0 (info.arxiv.org/help/license), abstracts included. The daily workflow keeps the
file for the site; without it the site shows no abstract.
"""

import json
from collections.abc import Collection
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from generator.files.plain import read_plain
from generator.write import write_file

ABSTRACTS_FILE = ".cache/abstracts.json"

MAX_BYTES = 64 * 1024 * 1024
"""Twenty thousand abstracts are a third of it."""

_Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9./-]{1,40}$")]
_Text = Annotated[str, StringConstraints(min_length=1, max_length=10_000)]


class _Content(BaseModel):
    """The whole file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    version: Literal[1] = 1
    abstracts: dict[_Id, _Text] = {}


class Abstracts:
    """The abstracts by arXiv id, during a run of the checker."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._texts = read_abstracts(file)
        self._learned: dict[str, str] = {}

    def __contains__(self, id_: str) -> bool:
        return id_ in self._texts

    def learn(self, id_: str, text: str) -> None:
        """Remember the abstract of `id_`; `save` writes it. One of impossible length is left out."""
        if 0 < len(text) <= 10_000 and self._texts.get(id_) != text:
            self._texts[id_] = self._learned[id_] = text

    def save(self) -> None:
        """Write what was learned; another run may have written since, so its abstracts are kept."""
        if self._learned:
            _write(self._file, read_abstracts(self._file) | self._learned)
            self._learned.clear()

    def keep_only(self, ids: Collection[str]) -> None:
        """Forget, also in the file, the abstracts of other works."""
        kept = {id_: text for id_, text in self._texts.items() if id_ in ids}
        if kept != self._texts:
            self._texts = kept
            _write(self._file, kept)


def read_abstracts(file: Path) -> dict[str, str]:
    """Read the abstracts in `file`, by arXiv id; none where the file is missing, too large or damaged.

    They can be asked for again at any time, so a damaged file is no reason to stop.
    """
    try:
        if file.stat().st_size > MAX_BYTES:
            return {}
        return dict(_Content.model_validate_json(read_plain(file)).abstracts)
    except (OSError, ValidationError):
        return {}


def _write(file: Path, texts: dict[str, str]) -> None:
    content = {"version": 1, "abstracts": dict(sorted(texts.items()))}
    write_file(file, json.dumps(content, ensure_ascii=False, indent=0) + "\n")
