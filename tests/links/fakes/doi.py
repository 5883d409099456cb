"""A fake of doi.org's handle system in its documented shape, and addresses that contain DOIs."""

from urllib.parse import unquote

from generator.entry.model import Entry
from tests.links.fakes.fake import FakeService
from tests.links.fakes.server import Reply, Request, as_json
from tests.links.fakes.work import Work
from tests.links.fakes.world import World

VALUE = {"index": 1, "type": "URL", "data": {"format": "string", "value": "https://journal.example/a"}}


class Fake(FakeService):
    examples = (
        ("https://doi.org/10.1000/ABC", "doi:10.1000/abc"),
        ("https://dx.doi.org/doi:10.1000/1", "doi:10.1000/1"),
        ("https://doi.org/", "web:https://doi.org/"),
        ("https://link.springer.com/chapter/10.1007/978-3_1", "doi:10.1007/978-3_1"),
        ("https://onlinelibrary.wiley.com/doi/full/10.1002/x", "doi:10.1002/x"),
        ("https://pubs.rsna.org/doi/pdf/10.1148/ryai.1", "doi:10.1148/ryai.1"),
        ("https://journal.example/doi/10.1000/a%20b", "web:https://journal.example/doi/10.1000/a%20b"),
        ("https://journals.plos.org/x/article?id=10.1371/j.1", "doi:10.1371/j.1"),
        ("https://www.science.org/about", "web:https://www.science.org/about"),
        ("https://www.nature.com/articles/s41467-1.pdf", "doi:10.1038/s41467-1"),
        ("https://www.nature.com/subjects/x", "web:https://www.nature.com/subjects/x"),
        ("https://www.medrxiv.org/content/10.1101/2020.01.01.123v1.full.pdf", "doi:10.1101/2020.01.01.123"),
        ("https://www.biorxiv.org/", "web:https://www.biorxiv.org/"),
        ("https://zenodo.org/records/12345", "doi:10.5281/zenodo.12345"),
        ("https://zenodo.org/communities/x", "web:https://zenodo.org/communities/x"),
    )

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self.forget_once: set[str] = set()

    def __call__(self, request: Request) -> Reply:
        doi = unquote(request.path.removeprefix("/"))
        if doi in self.world.handles and doi not in self.forget_once:
            return as_json(200, {"responseCode": 1, "handle": doi, "values": [VALUE]})
        self.forget_once.discard(doi)
        return as_json(404, {"responseCode": 100, "handle": doi})

    def add(self, id_: str, entry: Entry) -> None:
        """Make Crossref know the DOI."""
        self.world.works.setdefault(id_, Work(entry.title, (), (int((entry.date or "2100")[:4]),)))
