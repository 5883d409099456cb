"""The fields of the form for a new entry, in groups, as a reader sees them."""

from dataclasses import dataclass
from typing import Literal

from generator.checking.rules import summaries
from generator.entry.identifiers import IDENTIFIERS

FieldControl = Literal[
    "text",
    "number",
    "sentence",
    "lines",
    "words",
    "addresses",
    "counts",
    "settings",
    "settings by task",
    "term",
    "terms",
]
"""How a field is filled: `words` by commas, `terms` by boxes, several of any other control one per line."""


@dataclass(frozen=True, slots=True)
class FormField:
    """A field of the form: the path of its key in an entry, and what a reader sees."""

    path: str
    label: str
    control: FieldControl
    hint: str = ""
    vocabulary: str = ""
    is_required: bool = False


@dataclass(frozen=True, slots=True)
class FieldGroup:
    """Fields under one heading; they are folded where most entries leave them empty."""

    label: str
    fields: tuple[FormField, ...]
    is_folded: bool = True


FIELD_GROUPS = (
    FieldGroup(
        "The work",
        (
            FormField("title", "Title", "text", "As printed, on one line.", is_required=True),
            FormField("name", "Short name", "text", "What people call it, if it has a name."),
            FormField("kind", "Kind", "term", "", "kinds", is_required=True),
            FormField("authors", "Authors", "lines", "Full names, one per line, given name first."),
            FormField("date", "First public appearance", "text", "YYYY, YYYY-MM or YYYY-MM-DD."),
            *(FormField(row.field, row.name, "text", row.hint) for row in IDENTIFIERS),
            FormField("venue.name", "Venue", "term", "Empty for a preprint.", "venues"),
            FormField("venue.year", "Year of the venue", "number"),
            FormField("venue.track", "Track", "term", "", "tracks"),
            FormField("volume", "Volume", "text", "The volume of the journal or of the proceedings series."),
            FormField("number", "Number", "text", "The issue within the volume."),
            FormField("pages", "Pages", "text", "123-145, or one page or article number: 123, e1234."),
        ),
        is_folded=False,
    ),
    FieldGroup(
        "Overview",
        (
            FormField(
                "summary",
                "Summary",
                "sentence",
                f"One sentence of {summaries.MIN_LENGTH} to {summaries.MAX_LENGTH} characters: what it is, "
                "on what data, and what it does or showed. No praise; do not begin with the name.",
                is_required=True,
            ),
            FormField(
                "section", "Section", "term", "Each work is in one section.", "sections", is_required=True
            ),
            FormField(
                "tasks", "Tasks", "terms", "All that a source names; the most important first.", "tasks"
            ),
            FormField(
                "modalities",
                "Modalities",
                "terms",
                "All that a source names; choose the most specific terms.",
                "modalities",
            ),
        ),
        is_folded=False,
    ),
    FieldGroup(
        "Links",
        (
            FormField(
                "links.code",
                "Code",
                "addresses",
                "One web address per line. A label may come first: `7B: https://…`.",
            ),
            FormField("links.weights", "Weights", "addresses"),
            FormField("links.data", "Data", "addresses"),
            FormField("links.project", "Project page", "addresses"),
            FormField("links.demo", "Demo", "addresses"),
            FormField("links.pdf", "PDF", "addresses"),
            FormField("links.paper", "Paper", "addresses", "Only where no identifier leads to the paper."),
        ),
        is_folded=False,
    ),
    FieldGroup(
        "More terms",
        (
            FormField("anatomy", "Anatomy", "terms", "", "anatomy"),
            FormField("dimension", "Dimension", "terms", "", "dimensions"),
            FormField("languages", "Languages of the text", "terms", "", "languages"),
            FormField("keywords", "Keywords", "words", "At most six, separated by commas."),
        ),
    ),
    FieldGroup(
        "The model",
        (
            FormField("model.image_encoder", "Image encoder", "text"),
            FormField("model.text_encoder", "Text encoder", "text"),
            FormField("model.language_model", "Language model", "text"),
            FormField(
                "model.base",
                "Base model",
                "text",
                "The name or id of an entry, or its own name.",
            ),
            FormField("model.parameters", "Parameters", "text", "Such as 7B, 400M or 4B, 27B."),
            FormField(
                "model.trained_parameters", "Trained parameters", "text", "Only where not all are trained."
            ),
            FormField("model.training_data", "Training data", "text"),
            FormField("model.domain", "Domain", "term", "", "domains"),
            FormField("training", "Training", "terms", "How it is trained.", "training"),
        ),
    ),
    FieldGroup(
        "The data",
        (
            FormField(
                "dataset.counts",
                "Counts",
                "counts",
                "Only where the kind is a dataset or benchmark. One per line, such as images: 377110; "
                "approximate ones as ~15K, 1.6M or 160000+.",
                "counts",
            ),
            FormField("dataset.size", "Size", "text", "What the counts do not say, such as splits."),
            FormField("dataset.classes", "Classes", "number"),
            FormField("dataset.access", "Access to the data", "term", "", "access_levels"),
            FormField(
                "dataset.built_from",
                "Built from",
                "lines",
                "Names or ids of entries, or plain names, one per line.",
            ),
            FormField(
                "settings",
                "Settings",
                "settings",
                "Ways to evaluate on this data, one per line, the main one first, such as "
                "zero-shot: without training.",
            ),
            FormField(
                "settings_by_task",
                "Settings by task",
                "settings by task",
                "Only where the metric does not show the task of a setting. One task per line, such as "
                "captioning: zero-shot, fine-tuned.",
            ),
        ),
    ),
    FieldGroup(
        "Data and lineage",
        (
            FormField(
                "uses.trained_on",
                "Trained on",
                "lines",
                "Names or ids of entries, or plain names, one per line.",
            ),
            FormField("uses.evaluated_on", "Evaluated on", "lines"),
            FormField("uses.introduces", "Introduces", "lines"),
        ),
    ),
    FieldGroup(
        "Licenses and code",
        (
            FormField("code_status", "Status of the code", "term", "", "code_status"),
            FormField("license.code", "License of the code", "term", "", "licenses"),
            FormField("license.weights", "License of the weights", "term", "", "licenses"),
            FormField("license.data", "License of the data", "term", "", "licenses"),
            FormField("weights_access", "Access to the weights", "term", "", "access_levels"),
        ),
    ),
    FieldGroup(
        "Other names and notes",
        (
            FormField("aliases", "Other names", "lines", "Earlier titles too, one per line."),
            FormField(
                "distinct_from",
                "Distinct from",
                "lines",
                "Ids of entries with nearly the same title, one per line.",
            ),
            FormField("note", "Note", "sentence", "A doubt or caveat, in your own words."),
        ),
    ),
)
"""Every field of the form, in the order of the page."""

PASTED_FIELDS = ("results",)
"""Keys with a part of their own on the page, where printed tables are pasted."""

FIELDS_LEFT_OUT = {
    "id": "the page fills it in",
    "added": "the page fills it in",
    "highlight": "maintainers set it",
    "news": "it comes later in the life of an entry",
    "status": "it comes later in the life of an entry",
    "formerly": "it comes later in the life of an entry",
}
"""The keys without a field, each with the reason."""
