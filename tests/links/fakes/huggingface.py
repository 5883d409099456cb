"""A fake of Hugging Face's API in its documented shapes."""

from generator.entry.model import Entry
from tests.links.fakes.fake import FakeService
from tests.links.fakes.server import Reply, Request, as_json
from tests.links.fakes.world import World


class Fake(FakeService):
    examples = (
        ("https://huggingface.co/a/b/blob/main/z", "huggingface:models/a/b"),
        ("https://huggingface.co/datasets/a/b", "huggingface:datasets/a/b"),
        ("https://huggingface.co/spaces/a/b", "huggingface:spaces/a/b"),
        ("https://huggingface.co/datasets/squad", "huggingface:datasets/squad"),
        ("https://huggingface.co/somebody", "web:https://huggingface.co/somebody"),
        ("https://huggingface.co/docs/hub", "web:https://huggingface.co/docs/hub"),
    )
    path = "/api"

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self.moved: dict[str, str] = {}
        self.forget_once: set[str] = set()

    def __call__(self, request: Request) -> Reply:
        key = request.path.strip("/").removeprefix("api/")
        if key in self.moved:
            return Reply(307, b"", {"Location": f"/api/{self.moved[key]}"})
        item = self.world.hub.get(key)
        if item is None or key in self.forget_once:
            self.forget_once.discard(key)
            return as_json(401, {"error": "Repository not found"}, {"X-Error-Code": "RepoNotFound"})
        if item.get("gated") == "hidden":
            return as_json(401, {"error": "gated"}, {"X-Error-Code": "GatedRepo"})
        return as_json(200, {"id": key.partition("/")[2], "private": False, "disabled": False, **item})

    def add(self, id_: str, entry: Entry) -> None:
        self.world.hub.setdefault(id_, {})
