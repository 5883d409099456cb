"""DOIs: Crossref's lists first, then DataCite's, then doi.org for what neither knows."""

from collections.abc import Sequence
from typing import ClassVar

from generator.links.providers import crossref, datacite, handles
from generator.links.providers.client import ServiceDown, Setting, Tell
from generator.links.verdict import Answer, Verdict


class Doi:
    """DOIs in lower case; judged by their registry, never by the publisher's page."""

    batch: ClassVar[int] = crossref.BATCH

    def __init__(self, setting: Setting) -> None:
        self._registries = (crossref.Crossref(setting), datacite.DataCite(setting))
        self._handles = handles.Handles(setting)

    def check(self, ids: Sequence[str], tell: Tell) -> None:
        """Tell of each DOI; a registry that is down leaves its DOIs to the next one."""
        told: set[str] = set()

        def note(id_: str, answer: Answer) -> None:
            if answer.verdict is not Verdict.UNKNOWN:
                told.add(id_)
                tell(id_, answer)

        for registry in self._registries:
            try:
                registry.check([id_ for id_ in ids if id_ not in told], note)
            except ServiceDown:
                continue
        self._handles.check([id_ for id_ in ids if id_ not in told], tell)
