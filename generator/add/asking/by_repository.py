"""Complete a draft with the paper that a repository presents: in its CITATION.cff, or in its README."""

from dataclasses import replace

from generator.add.asking.by_identifier import complete_by_identifier
from generator.add.asking.by_title import complete_by_title
from generator.add.asking.not_found import NotFound
from generator.add.asking.services import Services
from generator.add.bibliographies.citation_cff import read_citation_cff
from generator.add.draft import Draft
from generator.add.repositories.presented import Presented, choose_paper, describe_choices
from generator.add.repositories.readme import Readme, read_readme
from generator.add.sources import target_of
from generator.links.answers.verdict import Target


def complete_by_repository(source: str, target: Target, services: Services) -> Draft:
    """Make a draft of the paper that the repository `target`, named by `source`, presents.

    Raises NotFound where it is not sure which paper that is.
    """
    name = "/".join(target.id.split("/")[:2])
    own = Draft(source, {"links": {"code": f"https://github.com/{name}"}})
    presented = _find_presented(name, services)
    cited = presented.cited or Draft(own.source)
    if presented.target:
        draft = complete_by_identifier(cited, presented.target, services)
    else:
        draft = _look_up(cited, services)
    merged = own.completed(draft)
    return replace(merged, notes=(f"{own.source}: {presented.note}", *merged.notes))


def _find_presented(name: str, services: Services) -> Presented:
    citation, text = services.read_repository(name)
    readme = read_readme(text)
    cited = next(iter(read_citation_cff(citation)), None)
    target = target_of(cited) if cited else None
    if target and "preferred-citation" in citation:
        return Presented(target, cited, "its CITATION.cff asks to cite it")
    titles = _find_titles(readme, services)
    if chosen := choose_paper(name, readme, titles):
        return chosen
    if target:  # the software itself
        return Presented(target, cited, "its CITATION.cff names it")
    raise NotFound(describe_choices(name, readme, titles))


def _find_titles(readme: Readme, services: Services) -> dict[Target, str]:
    """The titles of all papers that a README names, as far as a registry knows them."""
    cited = [target for draft in readme.citations if (target := target_of(draft))]
    targets = list(dict.fromkeys((*readme.named, *readme.badges, *readme.own, *cited)))
    services.ask_ahead(targets)
    return {target: record.title for target in targets if (record := services.find_record(target))}


def _look_up(cited: Draft, services: Services) -> Draft:
    """Look a citation without an identifier up by its title; what it says itself is kept in any case."""
    try:
        return complete_by_title(cited, services)
    except NotFound as error:
        return replace(cited, notes=(str(error), *cited.notes))
