"""The licenses of code, weights and data, and what they allow, as a reader sees them."""

from dataclasses import dataclass

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.entry.vocabulary import Term

LICENSED_PARTS = ("code", "weights", "data")
NOT_STATED = "not stated"


@dataclass(frozen=True, slots=True)
class PartLicense:
    """The license of one part of a work; `use` is empty where no license is stated."""

    label: str
    use: str
    """The label of its class, such as `Non-commercial`."""

    @property
    def is_stated(self) -> bool:
        """Whether the entry names a license."""
        return bool(self.use)


def list_licenses(entry: Entry, catalog: Catalog) -> dict[str, PartLicense]:
    """List the licenses of `entry` by part; a linked part without a license is `not stated`."""
    found: dict[str, PartLicense] = {}
    for part in LICENSED_PARTS:
        if written := getattr(entry.license, part, None):
            class_ = find_license_class(written, catalog)
            found[part] = PartLicense(written, class_.label if class_ else written)
        elif getattr(entry.links, part):
            found[part] = PartLicense(NOT_STATED, "")
    return found


def find_license_class(written: str, catalog: Catalog) -> Term | None:
    """Find the class of a license, its topmost term in the vocabulary; None for an unknown license.

    `CC-BY-NC-4.0` is in the class `non-commercial`; a class written as a license is its own class.
    """
    vocabulary = catalog.vocabulary("licenses")
    term = vocabulary.get(written)
    return vocabulary.path(term.slug)[0] if term else None
