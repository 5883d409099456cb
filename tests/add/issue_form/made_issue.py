"""An issue made with the form, and what is proposed of it with other answers."""

import re

from generator.add.adding import add_from_issue
from generator.add.asking.services import Services
from generator.add.drafting.proposal import Proposal
from generator.catalog.catalog import Catalog
from tests.add.conftest import TODAY

ISSUE = """### arXiv id, DOI or address

2405.00001

### Title

_No response_

### Kind

Survey

### Authors

Ada Example, Ben Sample

### First public appearance

2024-05

### Venue

Example Conference on Examples 2024

### Summary

Pairs made-up films with invented reports
and measures what is found again.

### Section

Adjacent work

### Tasks

Visual question answering, nonsense

### Links

code: https://github.com/example/issue
data: https://data.example.org/a
data: https://data.example.org/b
what is this
"""


def answered(**answers: str) -> str:
    """The issue with other answers, by the first word of their labels."""
    text = ISSUE
    for word, answer in answers.items():
        text = re.sub(
            rf"(### {word}\b[^\n]*\n\n).*?(?=\n### |\Z)", lambda m, a=answer: f"{m[1]}{a}\n", text, flags=re.S
        )
    return text


def propose(catalog: Catalog, services: Services | None = None, **answers: str) -> Proposal:
    done = add_from_issue(answered(Title="An Invented Survey", **answers), catalog, TODAY, services)
    assert (done.failures, done.duplicates) == ([], [])
    return done.proposals[0]
