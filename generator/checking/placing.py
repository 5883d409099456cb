"""Turn a finding into a problem with a place in its file, unless a comment there silences it.

A comment `# no hint: modalities film, evaluated_on sorting (a reason)` silences two hints of its file.
"""

import re
from collections.abc import Iterator

from generator.checking.rules.finding import Finding
from generator.problems import Problem
from generator.yamlfiles.reading import Document, Keys

_SILENCER = re.compile(r"#\s*no hint:(.*)")


def place(finding: Finding, rule: str, document: Document, keys: Keys) -> Iterator[Problem]:
    """Yield the problem at `keys` of `document`, or at the word there that the finding names."""
    is_silenceable = finding.silenced_by and "no hint:" in document.text
    if is_silenceable and finding.silenced_by in find_silenced(document.text):
        return
    line, column = _locate_word(finding.word, document, *document.locate(keys))
    yield Problem(document.path, line, column, rule, finding.message, finding.severity)


def find_silenced(text: str) -> set[str]:
    """Return what the comments `# no hint: …` in the text of a file name.

    >>> sorted(find_silenced("kind: model  # no hint: modalities film (a contrast), tasks sorting"))
    ['modalities film', 'tasks sorting']
    """
    named = (re.sub(r"\(.*?\)", "", match[1]).split(",") for match in _SILENCER.finditer(text))
    return {" ".join(name.split()) for names in named for name in names}


def _locate_word(word: str, document: Document, line: int, column: int) -> tuple[int, int]:
    """Return the place of `word` in the value that starts at a place, or that place where it is not found."""
    if not word:
        return line, column
    text = "\n".join(document.text.splitlines()[line - 1 :])[column - 1 :]
    words = r"\s+".join(map(re.escape, word.split()))
    found = re.search(rf"(?<![^\W_]){words}(?![^\W_])", text)
    if not found:
        return line, column
    before = text[: found.start()].split("\n")
    return line + len(before) - 1, len(before[-1]) + (column if len(before) == 1 else 1)
