"""A made-up example of each kind of identifier, for tests that run for every kind."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Example:
    """`written` is in no entry of the made-up list, `listed` is in one; `typed` and `wrong` are texts."""

    written: str
    listed: str
    typed: tuple[str, ...]
    """Texts that a person may type for `written`."""
    wrong: tuple[str, ...]


EXAMPLES = {
    "arxiv": Example(
        "2405.12345",
        "2401.00001",
        (
            "2405.12345",
            "arXiv:2405.12345v2",
            "https://arxiv.org/pdf/2405.12345v1.pdf",
            "https://huggingface.co/papers/2405.12345",
            "https://doi.org/10.48550/arXiv.2405.12345",
        ),
        ("2413.12345", "240512345"),
    ),
    "doi": Example(
        "10.1000/nothing",
        "10.9999/EXCONF.2024.1",
        ("10.1000/nothing", "doi: 10.1000/nothing", "https://dx.doi.org/10.1000/nothing?x=1"),
        ("11.1000/nothing", "10.1000/"),
    ),
    "openreview": Example(
        "z9-Y8_x7W6",
        "a1B2c3D4e5",
        (
            "https://openreview.net/forum?id=z9-Y8_x7W6",
            "https://openreview.net/pdf?id=z9-Y8_x7W6",
            "https://openreview.net/forum?noteId=q&id=z9-Y8_x7W6#discussion",
        ),
        ("a1B2c", "a1B2 c3D4"),
    ),
    "pubmed": Example(
        "99000009",
        "99000001",
        ("PMID: 99000009", "https://pubmed.ncbi.nlm.nih.gov/99000009/", "pmid99000009"),
        ("099000009", "1234567890123"),
    ),
}
"""The examples by the field of the identifier; a new kind needs one here."""
