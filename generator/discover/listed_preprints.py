"""Ask arXiv about listed preprints: they may be published by now, or have another title."""

from contextlib import suppress

from generator.catalog.catalog import Catalog
from generator.discover.record import Record
from generator.links.answers.verdict import Answer, Verdict, WorkRecord
from generator.links.asking.client import ServiceDown
from generator.links.asking.service import ClientContext
from generator.links.providers.arxiv import GAP, Arxiv


def ask_listed(context: ClientContext, catalog: Catalog) -> list[Record]:
    """Return the records of the listed works that have an arXiv id and neither venue nor DOI.

    Those about which arXiv gives no answer are left for the next run.
    """
    ids = [entry.arxiv for entry in catalog if entry.arxiv and not entry.venue and not entry.doi]
    found: list[Record] = []

    def keep(id_: str, answer: Answer) -> None:
        if answer.verdict is Verdict.OK and isinstance(answer.facts, WorkRecord) and answer.facts.title:
            found.append(_to_record(id_, answer.facts))

    context.clock.sleep(GAP)  # another client may just have asked arXiv
    with suppress(ServiceDown):
        Arxiv(context).check(ids, keep)
    return sorted(found, key=lambda record: record.id)


def _to_record(id_: str, facts: WorkRecord) -> Record:
    return Record(
        id_,
        facts.title,
        facts.authors,
        comment=facts.comment,
        announced=facts.date,
        journal=facts.journal,
        doi=facts.doi,
    )
