"""Where each service is: its documented address, or the one that the environment names."""

import os
from collections.abc import Mapping
from dataclasses import dataclass

DEFAULTS = {
    "MEDVLM_ARXIV_API": "https://export.arxiv.org/api/query",
    "MEDVLM_GITHUB_API": "https://api.github.com",
    "MEDVLM_CROSSREF_API": "https://api.crossref.org",
    "MEDVLM_DATACITE_API": "https://api.datacite.org",
    "MEDVLM_DOI_API": "https://doi.org/api/handles",
    "MEDVLM_HUGGINGFACE_API": "https://huggingface.co/api",
    "MEDVLM_SEMANTICSCHOLAR_API": "https://api.semanticscholar.org/graph/v1",
    "MEDVLM_PUBMED_API": "https://eutils.ncbi.nlm.nih.gov/entrez/eutils",
    "MEDVLM_WAYBACK_API": "https://archive.org/wayback/available",
}


@dataclass(frozen=True, slots=True)
class Address:
    """A service's base address; `chosen` where a person named it, who may name a private one."""

    url: str
    chosen: bool


def address(name: str, environment: Mapping[str, str] = os.environ) -> Address:
    """The address of the service called MEDVLM_`name`_API."""
    variable = f"MEDVLM_{name}_API"
    url = environment.get(variable) or DEFAULTS[variable]
    return Address(url.rstrip("/"), url != DEFAULTS[variable])
