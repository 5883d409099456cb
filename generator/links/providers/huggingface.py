"""Hugging Face's API: one model, dataset or space per request, five hundred requests in five minutes."""

import re
from collections.abc import Sequence
from typing import Annotated
from urllib.parse import SplitResult, urlsplit

from pydantic import BaseModel, NonNegativeInt, StringConstraints

from generator.links.answers.verdict import Answer, HubItem, Target, Verdict, ok
from generator.links.asking.client import Client, look_twice, split_redirect
from generator.links.asking.pacing import Pace
from generator.links.asking.service import AnswerCallback, ClientContext, LinkService
from generator.links.http.answer import NotUnderstood, Response

NAME = "huggingface"
MAX_REQUESTS, WINDOW = 480, 300.0
"""Without a token, five hundred requests in five minutes; a few are left for others at our IP address."""

_EXPAND = ("disabled", "downloads", "gated", "likes", "tags")
"""What we read of an item: without it the answer lists all files, which may be a hundred thousand."""

_MAX_HOPS = 3
_OTHER = re.compile(r"blog|collections|docs|join|learn|organizations|papers|posts|pricing|tasks")
_ITEM = re.compile(r"[A-Za-z0-9._-]{1,96}(?:/[A-Za-z0-9._-]{1,96})?\Z", re.ASCII)
_Text = Annotated[str, StringConstraints(max_length=500)]


class _Item(BaseModel):
    id: _Text
    gated: bool | str = False
    disabled: bool = False
    tags: list[_Text] = []
    downloads: NonNegativeInt = 0
    """In the last thirty days."""
    likes: NonNegativeInt = 0


class HuggingFace:
    """Models, datasets and spaces by `models/owner/name`, `datasets/…`, `spaces/…`."""

    def __init__(self, context: ClientContext) -> None:
        pace = Pace(context.clock, limit=MAX_REQUESTS, window=WINDOW)
        self._client = Client(SERVICE, context, pace)

    def check(self, ids: Sequence[str], on_answer: AnswerCallback) -> None:
        """Answer for each item; one that is not found is asked for twice."""
        look_twice(ids, 1, self._ask, on_answer, "Hugging Face knows no such item, or it is private")

    def _ask(self, ids: Sequence[str]) -> dict[str, Answer]:
        kind, _, name = ids[0].partition("/")
        response = self._follow(f"/{kind}/{name}")
        code = response.headers.get("x-error-code", "")
        if code == "GatedRepo":
            return {ids[0]: Answer(Verdict.DEGRADED, "gated", facts=HubItem(kind), observed={"gated": True})}
        if code == "DisabledRepo" or (response.status == 403 and b"is disabled" in response.body):
            return {ids[0]: Answer(Verdict.DEGRADED, "disabled", facts=HubItem(kind))}
        if response.status in (401, 404, 410):  # without a token, 401 is the answer for a missing item too
            return {}
        if response.status != 200:
            raise NotUnderstood(f"Hugging Face answers {response.status}")
        return {ids[0]: _make_answer(kind, name, response.parse(_Item))}

    def _follow(self, path: str) -> Response:
        """The answer for a path; redirects of renamed items are followed, but only within the service."""
        for _ in range(_MAX_HOPS):
            response = self._client.ask("GET", path, params={"expand[]": _EXPAND})
            if response.status not in (301, 302, 307, 308):
                return response
            base = urlsplit(self._client.url)
            target = split_redirect(self._client.url + path, response)
            if target.netloc != base.netloc or not target.path.startswith(base.path + "/"):
                raise NotUnderstood("Hugging Face redirects to another host")
            path = target.path.removeprefix(base.path)
        raise NotUnderstood("Hugging Face redirects in a circle")


def _make_answer(kind: str, name: str, item: _Item) -> Answer:
    facts = HubItem(kind, tuple(tag[6:] for tag in item.tags if tag.startswith("arxiv:")))
    license_ = next((tag[8:] for tag in item.tags if tag.startswith("license:")), "")
    observed = {
        "downloads": item.downloads,
        "gated": bool(item.gated),
        "license": license_,
        "likes": item.likes,
    }
    kept = {key: value for key, value in observed.items() if value}
    if item.id.lower() != name.lower():
        prefix = "" if kind == "models" else f"{kind}/"
        moved_to = f"https://huggingface.co/{prefix}{item.id}"
        return Answer(Verdict.MOVED, f"renamed to {item.id}", moved_to, facts, kept)
    conditions = [word for word, is_so in (("gated", item.gated), ("disabled", item.disabled)) if is_so]
    if conditions:
        return Answer(Verdict.DEGRADED, ", ".join(conditions), facts=facts, observed=kept)
    return ok(facts, **kept)


def _find_item(parts: SplitResult) -> Target | None:
    steps = parts.path.strip("/").split("/")
    kind = steps.pop(0) if steps[0] in ("datasets", "spaces") else "models"
    name = "/".join(steps[:2])
    if not steps or (kind == "models" and len(steps) < 2):
        return None  # the page of a person or an organization, with many items
    return None if _OTHER.fullmatch(steps[0]) or not _ITEM.match(name) else Target(NAME, f"{kind}/{name}")


SERVICE = LinkService(
    name=NAME,
    title="Hugging Face",
    api="https://huggingface.co/api",
    provider=HuggingFace,
    hosts={"huggingface.co": _find_item, "hf.co": _find_item},
)
