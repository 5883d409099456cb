"""Say how to add a term to a vocabulary that grows with the entries: venues and licenses."""

import json
import re

from generator.entry.vocabulary import Vocabulary
from generator.text import slugify

_PLAIN = re.compile(r"[A-Za-z][\w .&()+-]*", re.ASCII)
"""What needs no quotes in YAML."""
_JOURNAL = re.compile(r"\b(journal|transactions|letters|annals|archives|reviews?|bulletin)\b", re.IGNORECASE)
_WORKSHOP = re.compile(r"\bworkshops?\b", re.IGNORECASE)
_CONFERENCE = re.compile(r"\b(conference|symposium|meeting|proceedings|congress)\b", re.IGNORECASE)
_TYPES = (("workshop", _WORKSHOP), ("conference", _CONFERENCE), ("journal", _JOURNAL))


def describe_new_term(text: str, vocabulary: Vocabulary) -> str:
    """Return the line that adds `text` to `vocabulary`, and what is in it; empty for most vocabularies.

    >>> describe_new_term("Journal of Films", Vocabulary("venues")).partition(" (")[0]
    '`- {slug: journal-of-films, label: Journal of Films, type: journal, name: Journal of Films}`'
    """
    slug = slugify(text)
    if vocabulary.name not in ("venues", "licenses") or not slug or len(text) > 100:
        return ""
    label = text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
    line, explained = (
        _describe_venue(text, label) if vocabulary.name == "venues" else _describe_license(vocabulary)
    )
    return f"`- {{slug: {slug}, label: {label}, {line}}}` ({explained})"


def _describe_venue(text: str, label: str) -> tuple[str, str]:
    type_ = next((name for name, words in _TYPES if words.search(text)), "conference")
    return f"type: {type_}, name: {label}", "`type`: conference, journal or workshop; `name`: the full name"


def _describe_license(vocabulary: Vocabulary) -> tuple[str, str]:
    classes = [term.slug for term in vocabulary if not term.parent and vocabulary.children(term.slug)]
    what = f"`parent`: {', '.join(classes)}; " if classes else ""
    return "parent: …, description: …, url: …", f"{what}`url`: its text"
