"""What summary, note and card mention is in the facets: a modality, a task, a part of the body.

A hint, as a text may mention what the work is not about. A narrower or a broader term in the facet is
enough. Names of works are left out, and so are the words under `no_hint` in `wording.yaml`.

Passes:
    summary: Writes captions for photographs, after training on three thousand invented pairs.
    modalities: [photo]

Fails:
    summary: Writes captions for photographs, after training on three thousand invented pairs.
"""

import re
from collections.abc import Iterator

from generator.catalog.catalog import Catalog
from generator.checking.rules.finding import Finding
from generator.entry.model import Entry
from generator.entry.phrases import Found, Phrases, hide_quotations, is_in_name
from generator.entry.references import find_mentions
from generator.entry.vocabulary import Term, Vocabulary
from generator.problems import Severity
from generator.text import quoted
from generator.yamlfiles.reading import Keys

FACETS = ("modalities", "tasks", "anatomy")
_ACRONYM = re.compile(r"[A-Z][A-Z]|[a-z][A-Z]")


def check(entry: Entry, catalog: Catalog) -> Iterator[Finding]:
    """Look up the terms of each facet in each text."""
    texts = _collect_texts(entry)
    for facet, phrases in catalog.index(_build_phrases).items():
        known = _list_covered(getattr(entry, facet), catalog.vocabulary(facet))
        for keys, text in texts:
            for found in phrases.find(text):
                slug = found.value.slug
                if slug not in known and _is_meant(text, found):
                    known.add(slug)
                    yield _hint(facet, slug, keys, found.written)


def _build_phrases(catalog: Catalog) -> dict[str, Phrases[Term]]:
    """Return the labels and aliases of the terms of each facet, also with the ending of the plural."""
    ignored = {word.lower() for word in catalog.wording.no_hint}
    return {facet: Phrases(dict(_list_names(catalog.vocabulary(facet), ignored))) for facet in FACETS}


def _list_names(vocabulary: Vocabulary, ignored: set[str]) -> Iterator[tuple[str, Term]]:
    for term in vocabulary:
        for name in (term.label, *term.aliases):
            if name.lower() not in ignored and re.fullmatch(r"[\w -]+", name):
                yield from ((name + ending, term) for ending in ("", "s", "es"))


def _collect_texts(entry: Entry) -> list[tuple[Keys, str]]:
    """Return summary, note and the phrases of the cards, without quotations and names of works."""
    fields: list[tuple[Keys, str | None]] = [(("summary",), entry.summary), (("note",), entry.note)]
    if entry.model:
        fields.append((("model", "training_data"), entry.model.training_data))
    if entry.dataset:
        fields.append((("dataset", "size"), entry.dataset.size))
    names = {mention.text for mention in find_mentions(entry)}
    names.update((entry.title, entry.label, *entry.aliases))
    return [(keys, _hide_names(hide_quotations(text), names)) for keys, text in fields if text]


def _hide_names(text: str, names: set[str]) -> str:
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, " " * len(name))
    return text


def _list_covered(slugs: tuple[str, ...], vocabulary: Vocabulary) -> set[str]:
    """Return `slugs` with all terms above and below them."""
    above = {term.slug for slug in slugs for term in vocabulary.ancestors(slug)}
    below = {term.slug for slug in slugs for term in vocabulary.descendants(slug)}
    return {*slugs, *above, *below}


def _is_meant(text: str, found: Found[Term]) -> bool:
    """Whether a found name is no part of a longer name, and an acronym in it is written as one."""
    words = list(zip(re.split(r"\W", found.phrase), re.split(r"\W", found.written), strict=True))
    acronyms = [(known, written) for known, written in words if _ACRONYM.search(known)]
    is_written = all(known == written for known, written in acronyms)
    return is_written and (words[0] in acronyms or not is_in_name(text, found))


def _hint(facet: str, slug: str, keys: Keys, written: str) -> Finding:
    silenced_by = f"{facet} {slug}"
    message = (
        f"{quoted(written)} is here, but `{slug}` is not in `{facet}`: add it there, "
        f"or write the comment `# no hint: {silenced_by}`"
    )
    return Finding(keys, message, Severity.HINT, written, silenced_by)
