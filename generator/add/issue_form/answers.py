"""The labels of the issue form `add-paper.yml`, and the answer below each in the text of an issue."""

MAX_TEXT = 65_536
"""No issue on GitHub is longer; the rest of a longer text is not read."""
MAX_ANSWER = 8000
"""The authors of the largest groups have half of it; the rest of a longer answer is not read."""

PAPER_LABEL = "arXiv id, DOI or address"
LINKS_LABEL = "Links"
FIELD_LABELS = {
    "Title": "title",
    "Short name": "name",
    "Kind": "kind",
    "Authors": "authors",
    "First public appearance": "date",
    "Venue": "venue",
    "Summary": "summary",
    "Section": "section",
    "Tasks": "tasks",
    "Modalities": "modalities",
    "Note": "note",
}
"""The key that each label of the issue form fills, besides `PAPER_LABEL` and `LINKS_LABEL`."""

_LABELS = {PAPER_LABEL, LINKS_LABEL, *FIELD_LABELS}
_HEADING = "### "
_NOTHING = {"", "_no response_", "none", "n/a", "-"}


def read_answers(text: str) -> dict[str, str]:
    """The answer below each heading of the form; empty ones are left out.

    A heading that the form does not have, or has had already, is part of the answer above it.
    """
    found: dict[str, list[str]] = {}
    current: list[str] = []
    for line in text[:MAX_TEXT].replace("\r\n", "\n").split("\n"):
        label = line.removeprefix(_HEADING).strip()
        if line.startswith(_HEADING) and label in _LABELS - found.keys():
            current = found.setdefault(label, [])
        else:
            current.append(line)
    answers = {label: "\n".join(lines).strip()[:MAX_ANSWER] for label, lines in found.items()}
    return {label: answer for label, answer in answers.items() if answer.lower() not in _NOTHING}
