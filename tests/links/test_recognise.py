"""Which addresses hold which identifier, where links stand in pages, and what git says has changed."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.entry.written_forms import url_fault
from generator.links.pages import page_links
from generator.links.recognise import doi_target, is_canonical, recognise
from generator.links.services import DEFAULTS, address


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("https://arxiv.org/abs/2210.10163v2", "arxiv:2210.10163"),
        ("http://www.arxiv.org/pdf/2210.10163.pdf", "arxiv:2210.10163"),
        ("https://arxiv.org/html/2210.10163", "arxiv:2210.10163"),
        ("https://arxiv.org/abs/hep-ex/9901001", "arxiv:hep-ex/9901001"),
        ("https://ar5iv.labs.arxiv.org/html/2210.10163", "arxiv:2210.10163"),
        ("https://www.alphaxiv.org/overview/2210.10163", "arxiv:2210.10163"),
        ("https://huggingface.co/papers/2210.10163", "arxiv:2210.10163"),
        ("https://doi.org/10.48550/arXiv.2210.10163", "arxiv:2210.10163"),
        ("https://arxiv.org/list/cs.CV/recent", "unasked:https://arxiv.org/list/cs.CV/recent"),
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
        (
            "https://www.medrxiv.org/content/10.1101/2020.01.01.123456v1.full.pdf",
            "doi:10.1101/2020.01.01.123456",
        ),
        ("https://www.biorxiv.org/", "web:https://www.biorxiv.org/"),
        ("https://zenodo.org/records/12345", "doi:10.5281/zenodo.12345"),
        ("https://zenodo.org/communities/x", "web:https://zenodo.org/communities/x"),
        ("https://github.com/A/b.git", "github:A/b"),
        ("https://github.com/a/b/issues/3", "github:a/b"),
        ("https://github.com/a/b/tree/main/x%20y/", "github:a/b/main/x y"),
        ("https://raw.githubusercontent.com/a/b/main/x", "github:a/b/main/x"),
        ("https://raw.githubusercontent.com/a", "web:https://raw.githubusercontent.com/a"),
        ("https://github.com/topics/x", "unasked:https://github.com/topics/x"),
        ("https://github.com/somebody", "unasked:https://github.com/somebody"),
        ("https://gist.github.com/a/b", "unasked:https://gist.github.com/a/b"),
        ("https://huggingface.co/a/b/blob/main/z", "huggingface:models/a/b"),
        ("https://huggingface.co/datasets/a/b", "huggingface:datasets/a/b"),
        ("https://huggingface.co/spaces/a/b", "huggingface:spaces/a/b"),
        ("https://huggingface.co/datasets/squad", "huggingface:datasets/squad"),
        ("https://huggingface.co/somebody", "web:https://huggingface.co/somebody"),
        ("https://huggingface.co/docs/hub", "web:https://huggingface.co/docs/hub"),
        ("https://pubmed.ncbi.nlm.nih.gov/123/", "pubmed:123"),
        ("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC123/", "pubmed:PMC123"),
        ("https://pmc.ncbi.nlm.nih.gov/articles/PMC123/", "pubmed:PMC123"),
        ("https://www.ncbi.nlm.nih.gov/gene/1", "web:https://www.ncbi.nlm.nih.gov/gene/1"),
        ("https://x.org/page#part", "web:https://x.org/page"),
    ],
)
def test_recognised(url: str, target: str) -> None:
    assert str(recognise(url)) == target


HOSTS = st.sampled_from(["arxiv.org", "doi.org", "github.com", "huggingface.co", "zenodo.org", "x.org"])


STEPS = st.sampled_from(
    ["datasets", "spaces", "papers", "abs", "articles", "records", "a", "2401.00001", "1", ""]
)
PATHS = st.text(alphabet="abcAB019./-_%?=&:@#[]", max_size=40) | st.lists(STEPS, max_size=4).map("/".join)


@given(PATHS, HOSTS)
@example("datasets", "huggingface.co")
@example("spaces/", "huggingface.co")
def test_any_valid_address_is_recognised(path: str, host: str) -> None:
    url = f"https://{host}/{path}"
    if not url_fault(url):
        assert recognise(url).id


@given(st.text())
@example("https://[x")
def test_nothing_that_somebody_wrote_stops_it(url: str) -> None:
    recognise(url)


def test_what_is_canonical() -> None:
    for url, expected in (("https://doi.org/10.1000/1", True), ("https://www.nature.com/articles/s1", False)):
        assert is_canonical(url, recognise(url)) is expected
    assert is_canonical("https://github.com/a/b", recognise("https://github.com/a/b"))
    assert str(doi_target("10.48550/arXiv.odd")) == "doi:10.48550/arxiv.odd"


def test_addresses_of_services() -> None:
    assert address("DOI", {}).url == DEFAULTS["MEDVLM_DOI_API"]
    assert not address("DOI", {}).chosen
    assert address("DOI", {"MEDVLM_DOI_API": "http://127.0.0.1:1/"}).url == "http://127.0.0.1:1"
    assert address("DOI", {"MEDVLM_DOI_API": "http://127.0.0.1:1/"}).chosen


PAGE = """\
# Page

A [link](https://a.org/x) and ![image](https://b.org/i.png), <https://c.org/>, and https://d.org/bare.
Again [link](https://a.org/x#part), [local](other.md), [mail](mailto:a@b.org), [example](https://www.example.org/x).

<p><a href="https://e.org/html">e</a><img src=https://f.org/i.png></p>

`https://code.org/` and

```
https://fence.org/
```

| a |
| - |
| [cell](https://g.org/cell) |

[ref]: https://h.org/reference
See [ref] and [template]({{ url }}) and [bad](https://[1).
"""


def test_the_links_of_a_page() -> None:
    found = {link.url: (link.line, link.column) for link in page_links(PAGE, "page.md")}
    assert found == {
        "https://a.org/x": (3, 10),
        "https://b.org/i.png": (3, 40),
        "https://c.org/": (3, 63),
        "https://d.org/bare": (3, 84),
        "https://e.org/html": (6, 13),
        "https://f.org/i.png": (6, 47),
        "https://g.org/cell": (16, 10),
        "https://h.org/reference": (18, 8),
    }


def test_an_address_that_is_written_otherwise_is_placed_at_its_block() -> None:
    [link] = page_links("text\n\n[a](https://x.org/a&amp;b)\n", "page.md")
    assert (link.url, link.line, link.column) == ("https://x.org/a&b", 3, 1)


@given(st.text(max_size=300))
def test_any_page_is_read(text: str) -> None:
    assert isinstance(page_links(text, "page.md"), list)
