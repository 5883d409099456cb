"""The page's reader of bibliographies, run by Node.js."""

import json
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from generator.add.bibliographies.bibliography import read_bibtex, read_ris
from tests.paths import PROJECT
from tests.running import running

Drafts = list[dict[str, Any]]
SCRIPT = PROJECT / "tests" / "js" / "read_bibliographies.mjs"


class PageReader:
    """A running script; each text is a question and an answer."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def read(self, text: str) -> Drafts:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(text) + "\n")
        self._process.stdin.flush()
        answer: Drafts = json.loads(self._process.stdout.readline())
        return answer


@contextmanager
def start_page_reader() -> Iterator[PageReader]:
    command = ["node", str(SCRIPT)]
    with running(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        yield PageReader(process)


def read_by_command(text: str) -> Drafts:
    """The drafts of the command, in the shape of the page's, which leave out the abstract."""
    is_ris = re.search(r"(?<![^\r\n])[ \t\ufeff]*TY  ?- ?[A-Z]", text)  # as `isRis` of the page
    drafts = read_ris(text) if is_ris else read_bibtex(text)
    return [
        {
            "source": draft.source,
            "data": draft.data,
            "place": draft.place,
            "year": draft.year,
            "notes": list(draft.notes),
        }
        for draft in drafts
    ]
