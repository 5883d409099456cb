"""Find the paper that an issue is about: the answer names it by an identifier, an address or its title."""

from dataclasses import replace

from generator.add.draft import Draft
from generator.add.issue_form.links import ADDRESS
from generator.add.sources import Source, find_sources, read_title, target_of


def name_paper(given: Draft, paper: str) -> tuple[Source, list[str]]:
    """Join the answers with the work that the answer `paper` names; the notes say what was understood."""
    if not paper:
        target = target_of(given)
        return Source(given, target, is_title=not target and "title" in given.data), []
    found = find_sources(paper)
    if found:
        named = [str(source.target or next(iter(source.draft.data.values()))) for source in found]
        notes = [f"more than one work is named, and {named[0]} was taken"] if len(named) > 1 else []
        return Source(given.completed(Draft(given.source, found[0].draft.data)), found[0].target), notes
    if address := ADDRESS.search(paper):
        links = {"paper": address[0].rstrip(".,;:!?"), **given.data.get("links", {})}
        return Source(replace(given, data={**given.data, "links": links})), []
    if (title := read_title(paper)) and "title" not in given.data:
        return Source(replace(given, data={**given.data, **title.draft.data}), is_title=True), []
    return Source(given), [f"“{paper[:120]}” is no arXiv id, DOI or address: correct it"]
