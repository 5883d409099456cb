"""Complete a draft with what a registry says of its identifier, and of the other version of the work."""

from dataclasses import replace

from generator.add.asking.not_found import NotFound, describe_missing
from generator.add.asking.services import Services
from generator.add.draft import Draft
from generator.add.registries.preferring import OtherWork, find_other_work, prefer_registry
from generator.add.registries.versions import join_versions
from generator.add.sources import target_of
from generator.entry.identifiers import ARXIV as ARXIV_ID
from generator.entry.identifiers import BY_FIELD
from generator.links.answers.verdict import Target, WorkRecord
from generator.links.providers.arxiv import NAME as ARXIV
from generator.links.providers.doi import NAME as DOI
from generator.links.providers.doi import make_doi_target


def complete_by_identifier(own: Draft, target: Target, services: Services) -> Draft:
    """Complete `own` by `target`, or by its next identifier where no service knows that.

    Raises NotFound where none knows the work, and OtherWork where its identifier is another work's.
    """
    try:
        return _complete(own, target, services)
    except NotFound as error:
        rest = without_identifier(own, target)
        other = target_of(rest)
        if not other or other == target:
            raise
        draft = complete_by_identifier(rest, other, services)
        kept = {} if error.is_wrong else {BY_FIELD[target.service].field: target.id}
        return replace(draft, data={**draft.data, **kept}, notes=(describe_missing(error), *draft.notes))


def without_identifier(draft: Draft, target: Target) -> Draft:
    """Return `draft` without an identifier that is wrong, and without the date that was read from it."""
    data = {key: value for key, value in draft.data.items() if key != BY_FIELD[target.service].field}
    if target.service == ARXIV and data.get("date") == f"20{target.id[:2]}-{target.id[2:4]}":
        data.pop("date")
        data |= {"date": str(draft.year)} if draft.year else {}
    return Draft(draft.source, data, draft.place, draft.year, draft.text, draft.notes, draft.comment)


def _complete(own: Draft, target: Target, services: Services) -> Draft:
    found = services.read_draft(target)
    if error := find_other_work(own, target, services.ask(target)):
        raise OtherWork(error)
    if target.service == ARXIV and "doi" in own.data:
        own = _check_doi(own, make_doi_target(own.data["doi"]), services)
    doi = own.data.get("doi") or found.data.get("doi")
    if target.service == ARXIV and doi:
        found = _add_published(found, make_doi_target(doi), services)
    elif target.service == DOI:
        found = _add_preprint(found, target, services)
    elif doi:
        found = _add_article(found, make_doi_target(doi), services)
    return prefer_registry(own, found)


def _check_doi(own: Draft, target: Target, services: Services) -> Draft:
    """`own` without its DOI where that does not exist or is another work's; a note says so."""
    try:
        services.read_draft(target)
        error = find_other_work(own, target, services.ask(target))
    except NotFound as failure:
        if not failure.is_wrong:
            return replace(own, notes=(str(failure), *own.notes))
        error = str(failure)
    if not error:
        return own
    rest = without_identifier(own, target)
    return replace(rest, notes=(f"{error}; the DOI was left out", *rest.notes))


def _add_published(preprint: Draft, target: Target, services: Services) -> Draft:
    """`preprint` with the facts of the published version, which the registry of its DOI knows."""
    record = services.find_record(target) if target.service == DOI else None
    published = services.find_draft(target) if record else None
    return join_versions(published, record, preprint) if published and record else preprint


def _add_preprint(published: Draft, target: Target, services: Services) -> Draft:
    """`published` with the preprint that its record names: its id, its date and its title."""
    record = services.find_record(target)
    id_ = _find_preprint(record) if record else None
    preprint = services.find_draft(Target(ARXIV, id_)) if id_ else None
    return join_versions(published, record, preprint) if record and preprint else published


def _find_preprint(record: WorkRecord) -> str | None:
    """The arXiv id of the first preprint that `record` names."""
    return next((id_ for name in record.preprints if (id_ := ARXIV_ID.read(name))), None)


def _add_article(summary: Draft, target: Target, services: Services) -> Draft:
    """PubMed's `summary`, which has initials, no date and no venue, with the facts of its DOI."""
    article = services.find_draft(target)
    return _add_preprint(article, target, services).completed(summary) if article else summary
