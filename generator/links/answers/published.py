"""Whether a DOI or a line of text names the place where a preprint was published."""

import re

from generator.entry.identifiers import DOI

PREPRINT_SERVERS = {
    "10.2139/": "SSRN",
    "10.2196/preprints": "JMIR Preprints",
    "10.1002/essoar": "ESS Open Archive",
    "10.5281/": "Zenodo",
    "10.6084/": "figshare",
    "10.7287/": "PeerJ Preprints",
    "10.13140/": "ResearchGate",
    "10.14293/": "ScienceOpen",
    "10.17605/": "OSF",
    "10.20944/": "Preprints.org",
    "10.21203/": "Research Square",
    "10.22541/": "Authorea",
    "10.26434/": "ChemRxiv",
    "10.31219/": "OSF Preprints",
    "10.31222/": "MetaArXiv",
    "10.31223/": "EarthArXiv",
    "10.31224/": "engrXiv",
    "10.31234/": "PsyArXiv",
    "10.31235/": "SocArXiv",
    "10.32388/": "Qeios",
    "10.32942/": "EcoEvoRxiv",
    "10.35542/": "EdArXiv",
    "10.36227/": "TechRxiv",
    "10.48550/": "arXiv",
    "10.51094/": "Jxiv",
    "10.64898/": "bioRxiv and medRxiv",
}
"""Prefixes of DOIs under which nothing is published: servers of preprints, and deposits of files."""

_RXIV = re.compile(r"10\.1101/(?:[0-9]{6}$|[0-9]{4}\.[0-9]{2}\.[0-9]{2}\.)")
"""bioRxiv and medRxiv; the other DOIs with this prefix are of journals."""

_UNPUBLISHED = re.compile(
    r"\s*(?:arxiv|(?:bio|med)rxiv|ssrn|preprint|(?:to be )?submitted|submission|under (?:review|submission)"
    r"|in preparation)\b",
    re.IGNORECASE,
)
_MAX_TEXT = 500


def find_published_doi(text: str) -> str:
    """Find the first DOI of a publication in `text`, as authors write it; empty if there is none.

    >>> find_published_doi("doi:10.1016/j.media.2022.102402, 10.48550/arXiv.2401.00005")
    '10.1016/j.media.2022.102402'
    """
    for word in re.split(r"[\s,;]+(?=(?:doi:|https?://|10\.))|\s+", text[:_MAX_TEXT]):
        doi = DOI.read(word.strip(".,;"))
        if doi and not is_preprint_doi(doi):
            return doi
    return ""


def is_preprint_doi(doi: str) -> bool:
    """Whether `doi` is of a preprint or a deposit, and not of a publication."""
    folded = doi.lower()
    return folded.startswith(tuple(PREPRINT_SERVERS)) or bool(_RXIV.match(folded))


def is_publication(place: str) -> bool:
    """Whether arXiv's `journal_ref` names a place of publication, and not a plan or a preprint server."""
    return bool(place) and not _UNPUBLISHED.match(place)
