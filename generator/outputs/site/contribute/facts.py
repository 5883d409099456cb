"""What the script of the page needs to know; the patterns of rules are written only in the rules."""

import re
from collections.abc import Mapping
from typing import Any

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
from generator.outputs.identifier_rows import list_identifier_rows
from generator.outputs.site.contribute.addresses import describe_addresses, list_venue_dois
from generator.outputs.site.contribute.services import describe_services
from generator.outputs.site.page import Place
from generator.settings import Settings

MAX_ADDRESS_LENGTH = 8000
"""GitHub and browsers accept addresses of about this length; a longer text is copied instead."""


def _read_pattern(compiled: re.Pattern[str]) -> str:
    """The pattern as JavaScript writes it."""
    return compiled.pattern.replace(r"\Z", "$")


_SUMMARY: Mapping[str, Any] = {
    "shortest": summaries.MIN_LENGTH,
    "longest": summaries.MAX_LENGTH,
    "second": _read_pattern(summaries.SECOND_SENTENCE),
    "itself": _read_pattern(summaries.SELF_REFERENCE),
}
_AUTHORS: Mapping[str, Any] = {
    "etAl": _read_pattern(author_names.ET_AL),
    "initial": _read_pattern(joined_names.INITIALS),
    "familyFirst": _read_pattern(author_names.FAMILY_NAME_FIRST),
    "aside": _read_pattern(author_names.ASIDE),
    "odd": _read_pattern(author_names.ODD_NAME_PART),
    "address": _read_pattern(author_names.FORM_OF_ADDRESS),
    "degree": _read_pattern(author_names.DEGREE),
    "lostAccent": _read_pattern(author_names.LOST_ACCENT),
    "sign": _read_pattern(author_names.SIGN),
    "separator": _read_pattern(joined_names.SEPARATOR),
    "addition": _read_pattern(joined_names.ADDITION),
    "inFull": author_names.IN_FULL,
    "capitals": author_names.MIN_CAPITALS,
}
_PLAIN: Mapping[str, Any] = {
    "markup": plain_text.MARKUP,
    "emoji": plain_text.EMOJI,
    "minWords": titles.MIN_WORDS,
}
_ADDRESSES: Mapping[str, Any] = {
    "tracking": _read_pattern(addresses.TRACKING_PARAMETER),
    "notCode": addresses.NON_CODE_HOSTS,
}
_NAMES: Mapping[str, Any] = {
    "particle": _read_pattern(people.PARTICLE),
    "suffix": _read_pattern(people.SUFFIX),
    "groupWord": _read_pattern(people.GROUP_WORD),
}
_IDS: Mapping[str, Any] = {
    "small": sorted(naming.SMALL_WORDS),
    "longest": naming.MAX_PROPOSED_LENGTH,
    "plainWords": naming.MAX_SLUG_WORDS,
}
_SIZES: Mapping[str, Any] = {"between": sizes.COUNT_SEPARATOR, "counted": sizes.COUNT_WITH_NOUN}
_NEAR: Mapping[str, Any] = {
    "similar": near_duplicates.MIN_SIMILARITY,
    "common": near_duplicates.MAX_TITLES_PER_PAIR,
}


def collect_facts(place: Place, settings: Settings, catalog: Catalog) -> dict[str, Any]:
    """Collect the facts of all rules and of this list, by the name that the script gives them."""
    wording = catalog.wording
    return {
        "root": place.root,
        "repository": settings.repo_url,
        "longestAddress": MAX_ADDRESS_LENGTH,
        "summary": _SUMMARY,
        "wording": {"praise": wording.praise, "avoid": wording.avoid, "allow": wording.allow},
        "authors": _AUTHORS,
        "plain": _PLAIN,
        "addresses": _ADDRESSES,
        "pages": describe_addresses(),
        "venueDois": list_venue_dois(catalog.vocabulary("venues")),
        "services": describe_services(),
        "identifiers": list_identifier_rows(),
        "names": _NAMES,
        "ids": _IDS,
        "sizes": _SIZES,
        "mojibake": _read_pattern(text_hygiene.MOJIBAKE),
        "near": _NEAR,
    }
