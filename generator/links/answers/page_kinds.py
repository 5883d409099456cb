"""What the address of a page shows: paper, code, data or project; and the DOI in addresses of some hosts.

All of it is data, because the contribute page reads addresses by the same tables.
"""

from collections.abc import Iterable
from dataclasses import dataclass

DOI_HOSTS = (
    "link.springer.com",
    "onlinelibrary.wiley.com",
    "dl.acm.org",
    "tandfonline.com",
    "journals.sagepub.com",
    "pubs.acs.org",
    "science.org",
    "pnas.org",
    "pubs.rsna.org",
    "frontiersin.org",
    "journals.plos.org",
    "ascopubs.org",
    "ahajournals.org",
    "liebertpub.com",
    "annualreviews.org",
    "worldscientific.com",
    "iopscience.iop.org",
    "spiedigitallibrary.org",
)
"""Hosts of papers whose addresses may contain a DOI without `/doi/` before it."""

PAPER_HOSTS = (
    *DOI_HOSTS,
    *("aclanthology.org", "aclweb.org", "openaccess.thecvf.com", "ecva.net", "bmva-archive.org.uk"),
    *("bmvc2024.org", "proceedings.mlr.press", "jmlr.org", "openreview.net", "proceedings.iclr.cc"),
    *("papers.nips.cc", "papers.neurips.cc", "proceedings.neurips.cc", "nips.cc", "neurips.cc"),
    *("aaai.org", "ijcai.org", "isca-archive.org", "isca-speech.org", "miccai.org", "melba-journal.org"),
    *("ieeexplore.ieee.org", "computer.org", "sciencedirect.com", "cell.com", "thelancet.com", "mdpi.com"),
    *("pubmed.ncbi.nlm.nih.gov", "pmc.ncbi.nlm.nih.gov", "ncbi.nlm.nih.gov", "europepmc.org"),
    *("jamanetwork.com", "nejm.org", "ai.nejm.org", "bmj.com", "nature.com", "academic.oup.com", "jmir.org"),
    *(
        "springer.com",
        "springeropen.com",
        "biomedcentral.com",
        "wiley.com",
        "karger.com",
        "thieme-connect.com",
    ),
    *("ajronline.org", "jacr.org", "ajnr.org", "snmjournals.org", "lww.com", "elifesciences.org", "plos.org"),
    *("hindawi.com", "cambridge.org", "degruyter.com", "iospress.com", "iospress.nl", "elsevier.com"),
    *("arxiv.org", "biorxiv.org", "medrxiv.org", "techrxiv.org", "chemrxiv.org", "researchsquare.com"),
    *("preprints.org", "ssrn.com", "ceur-ws.org", "hal.science", "scitepress.org", "dspace.mit.edu"),
)
"""Hosts of publishers, proceedings and archives, with their subdomains: an address there leads to a paper."""

CODE_HOSTS = ("github.com", "gitlab.com", "bitbucket.org", "codeberg.org")
PROJECT_HOSTS = ("github.io", "gitlab.io", "pages.dev", "netlify.app", "sites.google.com")
DATA_HOSTS = ("zenodo.org", "physionet.org", "figshare.com", "kaggle.com", "osf.io")

KIND_HOSTS = {"paper": PAPER_HOSTS, "code": CODE_HOSTS, "project": PROJECT_HOSTS, "data": DATA_HOSTS}
"""Hosts by the key of `links` under which an address there belongs."""


@dataclass(frozen=True, slots=True)
class DoiPage:
    """Pages at `host` that do not write the DOI: `path` finds what takes the place of `{}` in `doi`.

    Patterns use only syntax that means the same in Python and JavaScript.
    """

    host: str
    path: str
    doi: str


DOI_PAGES = (
    DoiPage("zenodo.org", r"^/records?/([0-9]{3,9})(?:/|$)", "10.5281/zenodo.{}"),
    DoiPage("nature.com", r"^/articles/([a-z0-9.-]+?)(?:\.pdf)?/?$", "10.1038/{}"),
    DoiPage("biorxiv.org", r"(10\.[0-9]{4,9}/[0-9.]*[0-9])", "{}"),
    DoiPage("medrxiv.org", r"(10\.[0-9]{4,9}/[0-9.]*[0-9])", "{}"),
)

DOI_TAILS = (
    *(f"/{view}" for view in ("abstract", "full", "fulltext", "pdf", "epdf", "epub", "meta", "html")),
    *("/references", "/summary", ".full", ".pdf", ".html"),
)
"""What an address has after the DOI, for one view of the work; several may follow each other."""


def is_at(host: str, hosts: Iterable[str]) -> bool:
    """Whether `host` is one of `hosts` or below one of them."""
    return any(host == known or host.endswith(f".{known}") for known in hosts)
