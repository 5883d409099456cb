"""A made-up catalog whose titles and summaries tell the terms of its entries, for tests that learn."""

from generator.catalog.catalog import Catalog
from tests.made_up import make_catalog, make_entry

_FAMILIES = (  # title, summary, section, kind, task and modality
    ("Asking and answering about {} of {}", "Answers what is asked.", "models", "model", "vqa", "photo"),
    (
        "A bank of riddles on {} of {}",
        "Many riddles in a bank.",
        "datasets-questions",
        "dataset",
        "vqa",
        "ct",
    ),
    (
        "Pointing at outlines in {} of {}",
        "Outlines by pointing.",
        "grounding",
        "method",
        "segmentation",
        "xray",
    ),
    ("Telling about {} of {} in words", "Tells in words.", "tools", "tool", "captioning", "chest-xray"),
)
_WHAT = ("ducks", "kites", "boats", "lamps", "shoes")
_WHERE = ("Avalon", "Utopia", "Atlantis", "Erewhon")


def make_learnable_catalog(catalog: Catalog) -> Catalog:
    """Eighty entries of four families; each title says which one it is of."""
    works = [
        (title.format(what, where), summary, *terms)
        for title, summary, *terms in _FAMILIES
        for what in _WHAT
        for where in _WHERE
    ]
    return make_catalog(
        catalog,
        (
            make_entry(
                f"made{number}",
                title=title,
                summary=summary,
                section=section,
                kind=kind,
                tasks=[task],
                modalities=[modality],
            )
            for number, (title, summary, section, kind, task, modality) in enumerate(works)
        ),
    )
