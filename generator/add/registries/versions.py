"""Join two versions of a work: title and authors are the published ones, the other title is an alias."""

from dataclasses import replace

from generator.add import cleaning
from generator.add.draft import Draft
from generator.links.answers.verdict import WorkRecord
from generator.links.compare.authors import compare_authors
from generator.links.compare.titles import TitleLikeness, compare_titles
from generator.links.compare.versions import may_be_version, propose_authors


def join_versions(published: Draft, record: WorkRecord, preprint: Draft) -> Draft:
    """Return one draft of both versions; `record` is the one that `published` was made from.

    The date is that of the first appearance. Names are as the preprint writes them, which has them in full.
    Where the two are hardly of the same work, the preprint stays alone, with a note.
    """
    authors = preprint.data.get("authors", [])
    titles = [draft.data.get("title", "") for draft in (published, preprint)]
    if not _are_same_work(titles, authors, record):
        doi = published.data.get("doi", "")
        note = f"the DOI {doi} leads to “{record.title}”: is that the published version?"
        return replace(preprint, notes=(*preprint.notes, note))
    data = {**preprint.data, **published.data}
    data |= {key: preprint.data[key] for key in ("doi", "date") if key in preprint.data}
    data["title"] = _choose_title(titles[0], titles[1])
    proposed = [cleaning.clean_name(name) for name in propose_authors(authors, record) or ()]
    data["authors"] = proposed or authors or published.data.get("authors", [])
    data["links"] = {**preprint.data.get("links", {}), **published.data.get("links", {})}
    data["status"] = published.data.get("status", "")  # of a published work, a withdrawn preprint is none
    joined = replace(published, source=f"{preprint.source} and {published.source}", data={})
    joined = joined.completed(replace(preprint, data={}))
    joined = replace(joined, data={key: value for key, value in data.items() if value})
    return add_alias(joined, preprint.data.get("title", ""))


def add_alias(draft: Draft, title: str) -> Draft:
    """Return `draft` with `title` as an alias, unless it is its title or one of its aliases already."""
    known = [draft.data.get("title", ""), *draft.data.get("aliases", [])]
    if not title or any(compare_titles(one, title) is TitleLikeness.SAME for one in known if one):
        return draft
    return replace(draft, data={**draft.data, "aliases": [*draft.data.get("aliases", []), title]})


def _choose_title(published: str, preprint: str) -> str:
    """The published title, but not where it is only the part of the same title before the colon."""
    is_same = compare_titles(published, preprint) is TitleLikeness.SAME
    return preprint if not published or (is_same and len(published) < len(preprint)) else published


def _are_same_work(titles: list[str], authors: list[str], record: WorkRecord) -> bool:
    if compare_titles(titles[0], titles[1]) is TitleLikeness.OTHER:
        return may_be_version(authors, record)
    return not compare_authors(authors, record.authors).are_different_people
