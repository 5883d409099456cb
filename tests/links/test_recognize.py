"""Recognizing identifiers in addresses, and finding the links of pages."""

import subprocess
import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.entry.written_forms import find_url_error
from generator.links.gathering.pages import find_page_links
from generator.links.gathering.recognize import is_canonical, recognize
from generator.links.providers.doi import make_doi_target
from generator.links.services import LINK_SERVICES
from tests.links.fakes.fake import fake_of

EXAMPLES = [example for name in LINK_SERVICES for example in fake_of(name).examples]


@pytest.mark.parametrize(("url", "target"), EXAMPLES)
def test_an_example_address_is_recognized(url: str, target: str) -> None:
    assert str(recognize(url)) == target


HOSTS = st.sampled_from(["arxiv.org", "doi.org", "github.com", "huggingface.co", "zenodo.org", "x.org"])


STEPS = st.sampled_from(
    ["datasets", "spaces", "papers", "abs", "articles", "records", "a", "2401.00001", "1", ""]
)
PATHS = st.text(alphabet="abcAB019./-_%?=&:@#[]", max_size=40) | st.lists(STEPS, max_size=4).map("/".join)


@given(PATHS, HOSTS)
@example("datasets", "huggingface.co")
@example("spaces/", "huggingface.co")
def test_any_valid_address_is_recognized(path: str, host: str) -> None:
    url = f"https://{host}/{path}"
    if not find_url_error(url):
        assert recognize(url).id


@given(st.text())
@example("https://[x")
def test_any_text_is_recognized_without_an_error(url: str) -> None:
    recognize(url)


def test_recognizing_addresses_loads_no_http_library() -> None:
    """The site recognizes the links of each entry to read what the memory says about them."""
    program = "import sys, generator.links.showing.health; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "generator.links.services" in done.stdout.split()
    assert not {"requests", "urllib3"} & {*done.stdout.split()}


def test_only_an_address_of_the_service_itself_is_canonical() -> None:
    for url, expected in (("https://doi.org/10.1000/1", True), ("https://www.nature.com/articles/s1", False)):
        assert is_canonical(url, recognize(url)) is expected
    assert is_canonical("https://github.com/a/b", recognize("https://github.com/a/b"))
    assert str(make_doi_target("10.48550/arXiv.odd")) == "doi:10.48550/arxiv.odd"


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


def test_the_links_of_a_page_are_found_with_their_positions() -> None:
    found = {link.url: (link.line, link.column) for link in find_page_links(PAGE, "page.md")}
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


def test_an_escaped_address_has_the_position_of_its_block() -> None:
    [link] = find_page_links("text\n\n[a](https://x.org/a&amp;b)\n", "page.md")
    assert (link.url, link.line, link.column) == ("https://x.org/a&b", 3, 1)


def test_an_address_in_angle_brackets_is_one_link() -> None:
    [link] = find_page_links("See <https://x.org/a%20b>.\n", "page.md")
    assert (link.url, link.line, link.column) == ("https://x.org/a%20b", 1, 6)


@given(st.text(max_size=300))
def test_any_page_is_read(text: str) -> None:
    assert isinstance(find_page_links(text, "page.md"), list)
