"""Read the records of a text in RIS; `assets/contribute/ris.js` does the same."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_LINE = re.compile(r"([A-Z][A-Z0-9])  ?- ?(.*)")
_FIELDS = {
    "title": ("TI", "T1", "CT"),
    "journal": ("T2", "JO", "JF", "BT", "JA", "J2"),
    "year": ("PY", "Y1"),
    "doi": ("DO", "DI"),
    "url": ("UR", "L2", "L1", "LK"),
    "volume": ("VL",),
    "number": ("IS",),
    "abstract": ("AB", "N2"),
    "note": ("AN", "N1", "M1"),
}
"""The fields of BibTeX that the tags of RIS mean, the best tag first."""
_AUTHORS = ("AU", "A1")


@dataclass
class RisRecord:
    """A record: its fields by their names in BibTeX, as plain text."""

    kind: str
    key: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    authors: list[str] = field(default_factory=list)


def read_ris_records(text: str) -> Iterator[RisRecord]:
    """Yield the records of `text`; one without its last line ends at the next one."""
    tags: list[tuple[str, str]] = []
    for line in re.split(r"\r\n|\r|\n", text):
        line = line.strip(" \t\ufeff")
        tag = _LINE.fullmatch(line)
        if tag and tag[1] in ("TY", "ER"):
            yield from _read_record(tags)
            tags = []
        if tag:
            tags.append((tag[1], tag[2].strip(" \t")))
        elif tags and line:
            name, value = tags[-1]
            tags[-1] = name, f"{value} {line}"
    yield from _read_record(tags)


def _read_record(tags: list[tuple[str, str]]) -> Iterator[RisRecord]:
    if not tags or tags[0][0] != "TY":
        return
    first: dict[str, str] = {}
    for name, value in tags:
        if value:
            first.setdefault(name, value)
    fields = {
        name: next((first[tag] for tag in known if tag in first), "") for name, known in _FIELDS.items()
    }
    fields["date"] = re.sub(r"-+$", "", first.get("DA", fields["year"]).replace("/", "-"))
    fields["pages"] = "-".join(first[tag] for tag in ("SP", "EP") if tag in first)
    accession = re.fullmatch(r"PMID: ?([0-9]+)", first.get("AN", ""))
    fields["pmid"] = accession[1] if accession else ""
    authors = [value for name, value in tags if name in _AUTHORS and value]
    yield RisRecord(first["TY"].lower() if "TY" in first else "ris", first.get("ID", ""), fields, authors)
