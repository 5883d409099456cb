"""doi.org's handle system: one DOI a request, and the last word on whether it exists."""

from collections.abc import Sequence
from typing import ClassVar
from urllib.parse import quote

from pydantic import BaseModel

from generator.links.http.session import NotUnderstood
from generator.links.pacing import Pace
from generator.links.providers.client import BatchFailed, Client, Setting, Tell, batches
from generator.links.services import address
from generator.links.verdict import Answer, dead, ok

GAP = 0.2
"""No limit is published; five a second is what a person's browser may do."""

EXISTS, NO_SUCH, NO_VALUES = 1, 100, 200


class _Handle(BaseModel):
    responseCode: int


class Handles:
    """Any DOI, whoever registered it."""

    batch: ClassVar[int] = 1

    def __init__(self, setting: Setting) -> None:
        self._client = Client("doi.org", address("DOI"), setting, Pace(setting.clock, GAP))

    def check(self, dois: Sequence[str], tell: Tell) -> None:
        """Tell of each DOI; one that is not found is looked at twice."""
        for doi in batches(dois, 1, self._ask, tell):
            for missing in batches([doi], 1, self._ask, tell):
                tell(missing, dead("no agency has registered this DOI"))

    def _ask(self, dois: Sequence[str]) -> dict[str, Answer]:
        response = self._client.ask("GET", f"/{quote(dois[0], safe='/')}", params={"type": "URL"})
        if response.status not in (200, 404):
            raise BatchFailed(f"doi.org answers {response.status}")
        code = response.parse(_Handle).responseCode
        if code == NO_SUCH and response.status == 404:
            return {}
        if code in (EXISTS, NO_VALUES):
            return {dois[0]: ok()}
        raise NotUnderstood(f"doi.org answers with code {code}")
