"""What code, weights and data may be used for and how to get them, as a reader sees it."""

from collections.abc import Container
from dataclasses import dataclass

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.entry.vocabulary import Term
from generator.views.tabled import find_card

LICENSED_PARTS = ("code", "weights", "data")
NOT_STATED = "not stated"
GATED = "gated"
"""The access level of what is downloaded after its terms are accepted, which a service can observe."""


@dataclass(frozen=True, slots=True)
class PartLicense:
    """The license of one part of a work; `use` is empty where no license is stated."""

    part: str
    label: str
    """The license as the entry writes it; a class where its source says no more than that."""
    use: str
    """The label of its class, such as `Non-commercial`."""
    rule: str
    """What the class allows, in a sentence."""
    url: str
    """The text of the license; empty where the vocabulary has no address."""

    @property
    def is_stated(self) -> bool:
        """Whether the entry names a license."""
        return bool(self.use)

    @property
    def is_named(self) -> bool:
        """Whether the entry names the license itself, not only its class."""
        return self.is_stated and self.label != self.use

    @property
    def badge(self) -> str:
        """The badge of the part, such as `Weights: Non-commercial`."""
        return f"{self.part.capitalize()}: {self.use or f'license {NOT_STATED}'}"


@dataclass(frozen=True, slots=True)
class BaseLicense:
    """The base model of another one, with the license of its weights."""

    model: Entry
    license: PartLicense


def find_access(entry: Entry, part: str, gated: Container[str] = ()) -> str | None:
    """Find how to get `part` of `entry`, a term of the access levels; all pages and filters ask here.

    Where the entry does not state it, parts that were observed to be `gated` are so.
    """
    stated = {"weights": entry.weights_access, "data": entry.dataset.access if entry.dataset else None}
    return stated.get(part) or (GATED if part in gated else None)


def has_part(entry: Entry, part: str) -> bool:
    """Return whether `entry` has `part`: it links the part, or says how to get or to use it."""
    links, stated = getattr(entry.links, part), getattr(entry.license, part, None)
    return bool(links or stated or find_access(entry, part))


def list_licenses(entry: Entry, catalog: Catalog) -> dict[str, PartLicense]:
    """List the licenses of `entry` by part; a part that it has without a license is `not stated`."""
    return {part: _make_license(entry, part, catalog) for part in LICENSED_PARTS if has_part(entry, part)}


def find_main_license(entry: Entry, catalog: Catalog) -> PartLicense | None:
    """Find the license of what readers mostly want of `entry`: the data of a dataset, else the weights."""
    first = "data" if find_card(entry, catalog) == "dataset" else "weights"
    found = list_licenses(entry, catalog)
    return found.get(first) or next(iter(found.values()), None)


def find_base_license(entry: Entry, catalog: Catalog) -> BaseLicense | None:
    """Find the model that `entry` starts from, if its weights have a license.

    Nothing follows from it for the weights of `entry`: a reader should know both.
    """
    base = catalog.entries.get((entry.model.base if entry.model else None) or "")
    license_ = list_licenses(base, catalog).get("weights") if base else None
    return BaseLicense(base, license_) if base and license_ and license_.is_stated else None


def find_license_class(written: str, catalog: Catalog) -> Term | None:
    """Find the class of a license, its topmost term in the vocabulary; None for an unknown license.

    `CC-BY-NC-4.0` is in the class `non-commercial`; a class written as a license is its own class.
    """
    vocabulary = catalog.vocabulary("licenses")
    term = vocabulary.get(written)
    return vocabulary.path(term.slug)[0] if term else None


def _make_license(entry: Entry, part: str, catalog: Catalog) -> PartLicense:
    written = getattr(entry.license, part, None)
    if not written:
        return PartLicense(part, NOT_STATED, "", "", "")
    term, class_ = catalog.vocabulary("licenses").get(written), find_license_class(written, catalog)
    if not term or not class_:
        return PartLicense(part, written, written, "", "")
    return PartLicense(part, written, class_.label, class_.description, term.url or "")
