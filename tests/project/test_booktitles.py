"""The real list's venues give the names that are printed on the volumes."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.views.citation import cite_entry
from tests.entry.test_model import MINIMAL
from tests.paths import GOLDEN
from tests.whole import load_whole

DOIS = {
    ("ACL", 2018): ("10.18653/v1/P18-1001", "10.18653/v1/P18-2001"),
    ("ACL", 2021): ("10.18653/v1/2021.acl-long.1", "10.18653/v1/2021.acl-short.1"),
    ("ACL", 2023): ("10.18653/v1/2023.acl-long.1", "10.18653/v1/2023.acl-short.1"),
    ("ACCV", 2022): ("10.1007/978-3-031-1_1",),
    ("EACL", 2024): ("10.18653/v1/2024.eacl-long.1",),
    ("KDD", 2025): ("10.1145/3690624.1", "10.1145/3711896.1"),
    ("NAACL", 2018): ("10.18653/v1/N18-1001", "10.18653/v1/N18-2001"),
    ("NAACL", 2024): ("10.18653/v1/2024.naacl-long.1",),
    ("NAACL", 2025): ("10.18653/v1/2025.naacl-long.1",),
}
YEARS = range(2018, 2026)


def list_places(catalog: Catalog) -> Iterator[dict[str, Any]]:
    """Every venue with volumes, in several years, with each of their tracks, and with some DOIs."""
    for venue in catalog.vocabulary("venues"):
        tracks = dict.fromkeys(volume.track for volume in venue.proceedings)
        for year in YEARS:
            for track in tracks:
                for doi in ("", *DOIS.get((venue.label, year), ())):
                    if any(volume.fits(year, track, doi) for volume in venue.proceedings):
                        yield {
                            "venue": {"name": venue.label, "year": year, "track": track},
                            **({"doi": doi} if doi else {}),
                        }


def describe(place: dict[str, Any], catalog: Catalog) -> str:
    cited = cite_entry(Entry.model_validate({**MINIMAL, **place, "id": "a1"}), catalog)
    volume = f" = {cited.series} {cited.volume}".rstrip() if cited.series or cited.volume else ""
    given = " ".join([*map(str, place["venue"].values()), place.get("doi", "")]).strip()
    return f"{given}: {cited.container}{volume}\n"


def test_the_volumes_of_the_venues_are_unchanged(golden: Callable[[Path, str], None]) -> None:
    catalog = load_whole()
    lines = (describe(place, catalog) for place in list_places(catalog))
    golden(GOLDEN / "data" / "booktitles.txt", "".join(lines))


def test_no_volume_has_a_placeholder_in_its_name() -> None:
    catalog = load_whole()
    assert not [line for place in list_places(catalog) if "{" in (line := describe(place, catalog))]
