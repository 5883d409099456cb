"""The page with the form for a new entry, and what its script needs to know."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from markupsafe import Markup

from generator.catalog.catalog import Catalog
from generator.checking.rules import (
    addresses,
    author_names,
    near_duplicates,
    sizes,
    summaries,
    text_hygiene,
    titles,
)
from generator.entry import joined_names, naming, people, plain_text
from generator.entry.vocabulary import FOR_PAGES_ONLY, Vocabulary
from generator.outputs.identifier_rows import list_identifier_rows
from generator.outputs.site.contribute_addresses import describe_addresses, list_venue_dois
from generator.outputs.site.contribute_fields import FIELD_GROUPS
from generator.outputs.site.contribute_services import (
    ASKED_SERVICES,
    describe_services,
    list_asked_hosts,
    list_asked_origins,
)
from generator.outputs.site.page import Page, Place
from generator.render.json_in_html import dump_json_for_html
from generator.render.templates import render
from generator.settings import Settings

MAX_ADDRESS_LENGTH = 8000
"""GitHub and browsers accept addresses of about this length; a longer text is copied instead."""


def pages(catalog: Catalog, settings: Settings) -> Iterator[Page]:
    """Yield the one page."""
    place = Place("contribute/")
    body = partial(
        render,
        "pages/contribute.html.j2",
        place=place,
        groups=FIELD_GROUPS,
        terms={
            name: _options(vocabulary)
            for name, vocabulary in catalog.vocabularies.items()
            if name not in FOR_PAGES_ONLY
        },
        repo_url=settings.repo_url,
        services=list(
            zip((service.title for service in ASKED_SERVICES.values()), list_asked_hosts(), strict=True)
        ),
        facts=Markup(dump_json_for_html(_facts(place, settings, catalog))),
    )
    head = partial(render, "pages/contribute_head.html.j2", place=place)
    yield Page(
        place.address,
        "Contribute",
        "Add a paper to the list in a minute.",
        body,
        head,
        connections=list_asked_origins(),
    )


def _options(vocabulary: Vocabulary) -> list[dict[str, Any]]:
    return [
        {
            "written": vocabulary.entry_value(term),
            "label": term.label,
            "hint": term.description or term.name,
            "depth": len(vocabulary.ancestors(term.slug)),
        }
        for term in vocabulary
    ]


def _facts(place: Place, settings: Settings, catalog: Catalog) -> dict[str, Any]:
    """What the script needs to know; the patterns of rules are written only in the rules."""
    wording = catalog.wording
    return {
        "root": place.root,
        "repository": settings.repo_url,
        "longestAddress": MAX_ADDRESS_LENGTH,
        "summary": {
            "shortest": summaries.MIN_LENGTH,
            "longest": summaries.MAX_LENGTH,
            "second": summaries.SECOND_SENTENCE.pattern,
            "itself": summaries.SELF_REFERENCE.pattern,
        },
        "wording": {"praise": wording.praise, "avoid": wording.avoid, "allow": wording.allow},
        "authors": {
            "etAl": author_names.ET_AL.pattern,
            "initial": joined_names.INITIALS.pattern.replace(r"\Z", "$"),
            "familyFirst": author_names.FAMILY_NAME_FIRST.pattern,
            "aside": author_names.ASIDE.pattern.replace(r"\Z", "$"),
            "odd": author_names.ODD_NAME_PART.pattern.replace(r"\Z", "$"),
            "address": author_names.FORM_OF_ADDRESS.pattern,
            "degree": author_names.DEGREE.pattern.replace(r"\Z", "$"),
            "lostAccent": author_names.LOST_ACCENT.pattern,
            "sign": author_names.SIGN.pattern,
            "separator": joined_names.SEPARATOR.pattern,
            "addition": joined_names.ADDITION.pattern,
            "inFull": author_names.IN_FULL,
            "capitals": author_names.MIN_CAPITALS,
        },
        "plain": {"markup": plain_text.MARKUP, "emoji": plain_text.EMOJI, "minWords": titles.MIN_WORDS},
        "addresses": {
            "tracking": addresses.TRACKING_PARAMETER.pattern.replace(r"\Z", "$"),
            "notCode": addresses.NON_CODE_HOSTS,
        },
        "pages": describe_addresses(),
        "venueDois": list_venue_dois(catalog.vocabulary("venues")),
        "services": describe_services(),
        "identifiers": list_identifier_rows(),
        "names": {
            "particle": people.PARTICLE.pattern,
            "suffix": people.SUFFIX.pattern,
            "groupWord": people.GROUP_WORD.pattern,
        },
        "ids": {
            "small": sorted(naming.SMALL_WORDS),
            "longest": naming.MAX_PROPOSED_LENGTH,
            "plainWords": naming.MAX_SLUG_WORDS,
        },
        "sizes": {"between": sizes.COUNT_SEPARATOR, "counted": sizes.COUNT_WITH_NOUN},
        "mojibake": text_hygiene.MOJIBAKE.pattern,
        "near": {"similar": near_duplicates.MIN_SIMILARITY, "common": near_duplicates.MAX_TITLES_PER_PAIR},
    }
