"""The page on which an entry is written in a form: its fields, and what the page's script must know."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal

from markupsafe import Markup

from generator.catalog.catalog import Catalog
from generator.checking.rules import (
    addresses,
    author_names,
    near_duplicates,
    sizes,
    summaries,
    text_hygiene,
)
from generator.entry import naming, people
from generator.entry.identifiers import IDENTIFIERS
from generator.entry.vocabulary import Vocabulary
from generator.outputs.identifier_rows import identifier_rows
from generator.outputs.site.page import Page, Place
from generator.render.json_in_html import json_in_html
from generator.render.templates import render
from generator.settings import Settings

MAX_ADDRESS = 8000
"""GitHub and the browsers before it take an address of about this length; a longer text is copied."""

Control = Literal["text", "number", "sentence", "lines", "words", "addresses", "counts", "term", "terms"]
"""How a field is filled: `lines`, `addresses`, `counts` one a line, `words` by commas, `terms` by boxes."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the form: the path of its key in an entry, and what a reader sees."""

    path: str
    label: str
    control: Control
    hint: str = ""
    vocabulary: str = ""
    required: bool = False


@dataclass(frozen=True, slots=True)
class FieldGroup:
    """Fields that stand together; `folded` where most entries leave them empty."""

    label: str
    fields: tuple[Field, ...]
    folded: bool = True


GROUPS = (
    FieldGroup(
        "The work",
        (
            Field("title", "Title", "text", "As it is printed, on one line.", required=True),
            Field("name", "Short name", "text", "What people call it, if it has a name."),
            Field("kind", "Kind", "term", "", "kinds", required=True),
            Field("authors", "Authors", "lines", "Full names, one a line, given name first."),
            Field("date", "First public appearance", "text", "YYYY, YYYY-MM or YYYY-MM-DD."),
            *(Field(row.field, row.name, "text", row.hint) for row in IDENTIFIERS),
            Field("venue.name", "Venue", "term", "Empty for a preprint.", "venues"),
            Field("venue.year", "Year of the venue", "number"),
            Field("venue.track", "Track", "term", "", "tracks"),
        ),
        folded=False,
    ),
    FieldGroup(
        "What it is about",
        (
            Field(
                "summary",
                "Summary",
                "sentence",
                f"One plain sentence of {summaries.MIN_LENGTH} to {summaries.MAX_LENGTH} characters: what it "
                "is or found, without praise and without its name at the start.",
                required=True,
            ),
            Field("section", "Section", "term", "Its one place in the list.", "sections", required=True),
            Field("tasks", "Tasks", "terms", "The most telling ones.", "tasks"),
            Field("modalities", "Modalities", "terms", "", "modalities"),
        ),
        folded=False,
    ),
    FieldGroup(
        "Links",
        (
            Field(
                "links.code",
                "Code",
                "addresses",
                "One address a line. Labels may be before them: `7B: https://…`.",
            ),
            Field("links.weights", "Weights", "addresses"),
            Field("links.data", "Data", "addresses"),
            Field("links.project", "Project page", "addresses"),
            Field("links.demo", "Demo", "addresses"),
            Field("links.pdf", "PDF", "addresses"),
            Field("links.paper", "Paper", "addresses", "Only where no identifier leads to it."),
        ),
        folded=False,
    ),
    FieldGroup(
        "More terms",
        (
            Field("anatomy", "Anatomy", "terms", "", "anatomy"),
            Field("dimension", "Dimension", "terms", "", "dimensions"),
            Field("languages", "Languages of the text", "terms", "", "languages"),
            Field("keywords", "Keywords", "words", "At most six, with commas between."),
        ),
    ),
    FieldGroup(
        "The model",
        (
            Field("model.image_encoder", "Image encoder", "text"),
            Field("model.text_encoder", "Text encoder", "text"),
            Field("model.language_model", "Language model", "text"),
            Field("model.base", "Starts from", "text", "An entry's id, or the name its owners give it."),
            Field("model.parameters", "Parameters", "text", "Such as 7B, 400M or 4B, 27B."),
            Field("model.trained_parameters", "Trained parameters", "text", "Where not all are trained."),
            Field("model.training_data", "Training data", "text"),
            Field("model.domain", "Domain", "term", "", "domains"),
            Field("training", "Training", "terms", "How it is trained.", "training"),
        ),
    ),
    FieldGroup(
        "The data",
        (
            Field(
                "dataset.counts",
                "Counts",
                "counts",
                "Only where the kind is a dataset or benchmark. One a line, such as images: 377110; "
                "approximate ones as ~15K, 1.6M or 160000+.",
                "counts",
            ),
            Field("dataset.size", "Size", "text", "What no count says, such as splits."),
            Field("dataset.classes", "Classes", "number"),
            Field("dataset.access", "Access", "term", "", "access_levels"),
            Field("dataset.built_from", "Built from", "lines", "Ids of entries or plain names, one a line."),
        ),
    ),
    FieldGroup(
        "What it builds on and brings",
        (
            Field("uses.trained_on", "Trained on", "lines", "Ids of entries or plain names, one a line."),
            Field("uses.evaluated_on", "Evaluated on", "lines"),
            Field("uses.introduces", "Introduces", "lines"),
        ),
    ),
    FieldGroup(
        "Licenses and code",
        (
            Field("code_status", "State of the code", "term", "", "code_status"),
            Field("license.code", "License of the code", "term", "", "licenses"),
            Field("license.weights", "License of the weights", "term", "", "licenses"),
            Field("license.data", "License of the data", "term", "", "licenses"),
        ),
    ),
    FieldGroup(
        "Other names and notes",
        (
            Field("aliases", "Other names", "lines", "Earlier titles too, one a line."),
            Field(
                "distinct_from",
                "Another work than",
                "lines",
                "Ids of entries with nearly the same title, one a line.",
            ),
            Field("note", "Note", "sentence", "A doubt or caveat, in your own words."),
        ),
    ),
)
"""Every field of the form, in the order of the page."""

LEFT_OUT = ("id", "added", "highlight", "settings", "results", "news", "status", "formerly")
"""What the form does not ask: `id` and `added` the page fills in, the rest comes later in an entry's life."""


def pages(catalog: Catalog, settings: Settings) -> Iterator[Page]:
    """The one page."""
    place = Place("contribute/")
    body = partial(
        render,
        "pages/contribute.html.j2",
        place=place,
        groups=GROUPS,
        terms={name: _options(vocabulary) for name, vocabulary in catalog.vocabularies.items()},
        repo_url=settings.repo_url,
        facts=Markup(json_in_html(_facts(place, settings))),
    )
    head = partial(render, "pages/contribute_head.html.j2", place=place)
    yield Page(place.address, "Contribute", "Add a paper to the list in a minute.", body, head)


def _options(vocabulary: Vocabulary) -> list[dict[str, Any]]:
    return [
        {
            "written": vocabulary.entry_value(term),
            "label": term.label,
            "hint": term.description or term.name,
            "depth": len(vocabulary.ancestors(term.slug)),
        }
        for term in vocabulary
    ]


def _facts(place: Place, settings: Settings) -> dict[str, Any]:
    """What the script must know; the words that rules look for stand in the rules alone."""
    return {
        "root": place.root,
        "repository": settings.repo_url,
        "longestAddress": MAX_ADDRESS,
        "summary": {
            "shortest": summaries.MIN_LENGTH,
            "longest": summaries.MAX_LENGTH,
            "praise": summaries.PRAISE.pattern,
            "itself": summaries.SELF_REFERENCE.pattern,
        },
        "authors": {
            "etAl": author_names.ET_AL.pattern,
            "initial": author_names.INITIAL.pattern.replace(r"\Z", "$"),
            "odd": author_names.ODD_NAME_PART.pattern.replace(r"\Z", "$"),
        },
        "addresses": {
            "tracking": addresses.TRACKING_PARAMETER.pattern.replace(r"\Z", "$"),
            "notCode": addresses.NON_CODE_HOSTS,
        },
        "identifiers": identifier_rows(),
        "names": {
            "particle": people.PARTICLE.pattern,
            "suffix": people.SUFFIX.pattern,
            "groupWord": people.GROUP_WORD.pattern,
        },
        "ids": {
            "small": sorted(naming.SMALL_WORDS),
            "longest": naming.MAX_PROPOSED_LENGTH,
            "plainWords": naming.MAX_SLUG_WORDS,
        },
        "sizes": {"between": sizes.COUNT_SEPARATOR, "counted": sizes.COUNT_WITH_NOUN},
        "mojibake": text_hygiene.MOJIBAKE.pattern,
        "near": {"similar": near_duplicates.MIN_SIMILARITY, "common": near_duplicates.MAX_TITLES_PER_PAIR},
    }
