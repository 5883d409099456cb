"""The vocabularies as JSON: every term that an entry may use, with its other names."""

import json
from typing import Any

from generator.catalog.catalog import Catalog
from generator.entry.vocabulary import Term, Vocabulary


def render_vocabularies_json(catalog: Catalog) -> str:
    """Render each vocabulary by its name, with its terms in their own order, one on each line."""
    parts = (_dump_vocabulary(vocabulary) for vocabulary in catalog.vocabularies.values())
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _dump_vocabulary(vocabulary: Vocabulary) -> str:
    terms = ",\n".join(json.dumps(_make_term(term, vocabulary), ensure_ascii=False) for term in vocabulary)
    return f"{json.dumps(vocabulary.name)}: [\n{terms}\n]" if terms else f"{json.dumps(vocabulary.name)}: []"


def _make_term(term: Term, vocabulary: Vocabulary) -> dict[str, Any]:
    """`written` is the text that an entry has for the term; the rest is for people."""
    own = term.model_dump(mode="json", exclude_defaults=True, exclude={"proceedings"})
    return {"written": vocabulary.entry_value(term), **own}
