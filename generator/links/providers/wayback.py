"""The Wayback Machine: asked only for dead links, a few per run."""

import re
from typing import Annotated, Any

from pydantic import BaseModel, StringConstraints

from generator.links.asking.client import BatchFailed, Client, ServiceDown
from generator.links.asking.pacing import Pace
from generator.links.asking.service import ClientContext, Service
from generator.links.http.answer import NotUnderstood

MAX_LOOKUPS = 20
"""Lookups per run: it is the server of a charity."""

GAP = 1.0


class _Closest(BaseModel):
    available: bool = False
    url: Annotated[
        str, StringConstraints(max_length=2500, pattern=r"^https?://web\.archive\.org/[^\s\"<>]+\z")
    ]


class _Snapshots(BaseModel):
    archived_snapshots: dict[str, Any] = {}


class Wayback:
    """Archived copies of pages; that it finds none does not prove that there is none."""

    def __init__(self, context: ClientContext) -> None:
        self._client = Client(SERVICE, context, Pace(context.clock, GAP))
        self._left = MAX_LOOKUPS

    def find_copy(self, url: str) -> str:
        """Find the address of an archived copy of `url`; empty if none is found."""
        if not self._left:
            return ""
        self._left -= 1
        try:
            # For an address with its protocol the API finds nothing.
            response = self._client.ask("GET", params={"url": url.partition("://")[2]})
            closest = response.parse(_Snapshots).archived_snapshots.get("closest")
            found = _Closest.model_validate(closest) if closest else None
        except (BatchFailed, ServiceDown, NotUnderstood, ValueError):
            return ""
        return re.sub("^http:", "https:", found.url) if found and found.available else ""


SERVICE = Service(name="wayback", title="The Wayback Machine", api="https://archive.org/wayback/available")
