"""Complete a draft with the one work that has its title."""

from dataclasses import replace

from generator.add.asking.by_identifier import complete_by_identifier
from generator.add.asking.not_found import NotFound
from generator.add.asking.services import Services
from generator.add.asking.title_search import choose_by_title, describe_found
from generator.add.draft import Draft
from generator.entry.identifiers import BY_FIELD
from generator.links.answers.verdict import Answer, Target


def complete_by_title(own: Draft, services: Services) -> Draft:
    """Complete `own` with the one work that has its title; a note names that work. Raises NotFound."""
    title = own.data["title"]
    found, silent = services.find_titles(title)
    same, alike = choose_by_title(title, own.data.get("authors", []), found)
    if not same:
        raise _describe_failure(title, {target: found[target] for target in alike}, silent)
    ids = {BY_FIELD[target.service].field: target.id for target in same}
    draft = complete_by_identifier(replace(own, data={**ids, **own.data}), same[0], services)
    note = f"found by its title: {describe_found(same[0], found[same[0]])}: check that it is this work"
    return replace(draft, notes=(note, *draft.notes))


def _describe_failure(title: str, alike: dict[Target, Answer], silent: list[str]) -> NotFound:
    if alike:
        listed = "; ".join(describe_found(target, answer) for target, answer in alike.items())
        return NotFound(f"“{title}”: not sure which work it is: {listed}: add the right one by its id")
    if silent:
        return NotFound(f"“{title}” could not be looked up: {'; '.join(silent)}", may_change=True)
    return NotFound(f"“{title}”: neither arXiv nor Crossref has a work with this title: name its id or DOI")
