"""Bibliographies and citation files: BibTeX, RIS and CITATION.cff; each work in one becomes a draft."""
