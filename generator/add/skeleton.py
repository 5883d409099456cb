"""Make a draft of what a source says by itself, where no service is asked or none knows the work."""

from dataclasses import replace

from generator.add.asking.by_identifier import without_identifier
from generator.add.asking.not_found import NotFound, describe_missing
from generator.add.draft import Draft
from generator.add.registries.record_draft import read_identifier_fields
from generator.add.sources import Source
from generator.links.providers.github import NAME as GITHUB


def make_skeleton(source: Source) -> Draft:
    """Make a draft from the identifier alone: an arXiv id holds the month of its first version."""
    data = {**source.draft.data, **list_identifiers(source)}
    if source.target and source.target.service == GITHUB:
        data["links"] = {"code": f"https://github.com/{'/'.join(source.target.id.split('/')[:2])}"}
    arxiv = data.get("arxiv", "")
    if "date" not in data and arxiv[:4].isdigit():
        data["date"] = f"20{arxiv[:2]}-{arxiv[2:4]}"
    return replace(source.draft, data=data)


def make_without_facts(source: Source, error: NotFound) -> Draft:
    """Make a draft of what the source says, without an identifier that does not exist."""
    known = source.draft if error.is_wrong else make_skeleton(source)
    if error.is_wrong and source.target:
        known = without_identifier(known, source.target)
    return replace(known, notes=(describe_missing(error), *known.notes))


def list_identifiers(source: Source) -> dict[str, str]:
    """The identifier that the source names, by its field."""
    return read_identifier_fields(source.target) if source.target else {}
