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
from collections.abc import Collection, Iterator

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
    texts = [(keys, hide_quotations(text)) for keys, text in _list_texts(entry) if text]
    names: set[str] = set()
    families, phrases = catalog.index(_build_families), catalog.index(_build_phrases)
    for facet in FACETS:
        known = {name for slug in getattr(entry, facet) for name in families[facet].get(slug, (slug,))}
        for keys, text in texts:
            for found in phrases[facet].find(text):
                slug = found.value.slug
                if slug not in known and _is_meant(text, found):
                    names = names or _list_works(entry)
                    if not _is_in_work(text, found, names):
                        known.add(slug)
                        yield _make_hint(facet, slug, keys, found.written)


def _build_families(catalog: Catalog) -> dict[str, dict[str, set[str]]]:
    """Return the slugs of each term with those above and below it, by facet and slug."""
    found: dict[str, dict[str, set[str]]] = {}
    for facet in FACETS:
        terms = catalog.vocabulary(facet)
        found[facet] = {term.slug: {term.slug} for term in terms}
        for term in terms:
            for above in terms.ancestors(term.slug):
                found[facet][term.slug].add(above.slug)
                found[facet][above.slug].add(term.slug)
    return found


def _build_phrases(catalog: Catalog) -> dict[str, Phrases[Term]]:
    """Return the labels and aliases of the terms of each facet, also with the ending of the plural."""
    ignored = {word.lower() for word in catalog.wording.no_hint}
    return {facet: Phrases(dict(_list_names(catalog.vocabulary(facet), ignored))) for facet in FACETS}


def _list_names(vocabulary: Vocabulary, ignored: set[str]) -> Iterator[tuple[str, Term]]:
    for term in vocabulary:
        for name in (term.label, *term.aliases):
            if name.lower() not in ignored and re.fullmatch(r"[\w -]+", name):
                yield from ((name + ending, term) for ending in ("", "s", "es"))


def _list_texts(entry: Entry) -> Iterator[tuple[Keys, str | None]]:
    yield ("summary",), entry.summary
    yield ("note",), entry.note
    yield ("model", "training_data"), entry.model.training_data if entry.model else None
    yield ("dataset", "size"), entry.dataset.size if entry.dataset else None


def _list_works(entry: Entry) -> set[str]:
    """Return the names of this work and of those that it mentions."""
    return {mention.text for mention in find_mentions(entry)} | {entry.title, entry.label, *entry.aliases}


def _is_in_work(text: str, found: Found[Term], names: Collection[str]) -> bool:
    """Whether what was found is a part of one of the `names` of works."""
    end = found.start + len(found.written)
    return any(name in text[max(0, end - len(name)) : found.start + len(name)] for name in names if name)


def _is_meant(text: str, found: Found[Term]) -> bool:
    """Whether a found name is no part of a longer name, and an acronym in it is written as one."""
    if not _ACRONYM.search(found.phrase):  # true of most
        return not is_in_name(text, found)
    words = list(zip(re.split(r"\W", found.phrase), re.split(r"\W", found.written), strict=True))
    acronyms = [(known, written) for known, written in words if _ACRONYM.search(known)]
    is_written = all(known == written for known, written in acronyms)
    return is_written and (words[0] in acronyms or not is_in_name(text, found))


def _make_hint(facet: str, slug: str, keys: Keys, written: str) -> Finding:
    silenced_by = f"{facet} {slug}"
    message = (
        f"{quoted(written)} is here, but `{slug}` is not in `{facet}`: add it there, "
        f"or write the comment `# no hint: {silenced_by}`"
    )
    return Finding(keys, message, Severity.HINT, written, silenced_by)
