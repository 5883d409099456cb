"""Complete a draft with what services know of its work; their facts win, and notes say each difference."""

from generator.add.asking.by_identifier import complete_by_identifier
from generator.add.asking.by_repository import complete_by_repository
from generator.add.asking.by_title import complete_by_title
from generator.add.asking.services import Services
from generator.add.draft import Draft
from generator.add.sources import Source
from generator.links.providers.github import NAME as GITHUB


def complete_draft(source: Source, services: Services) -> Draft:
    """Complete the draft of `source` by what names its work: a title, a repository or an identifier.

    Raises NotFound where no service knows the work, and OtherWork where its identifier is another work's.
    """
    if source.is_title:
        return complete_by_title(source.draft, services)
    if source.target is None:
        return source.draft
    if source.target.service == GITHUB:
        return complete_by_repository(source.draft.source, source.target, services)
    return complete_by_identifier(source.draft, source.target, services)
