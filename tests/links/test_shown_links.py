"""What the site shows of the links, before the first check and after one."""

from pathlib import Path

from generator.checking.load import load
from generator.links.showing.health import summarize_entry_health, summarize_health
from generator.links.showing.observations import load_observations
from tests.links.fakes.github import Repo
from tests.links.fakes.world import World
from tests.links.made_list import run


def test_the_site_shows_warnings_and_proposals(two_entries: Path, world: World) -> None:
    world.repos["ada/radbar"] = Repo("ada/radbar", 9, "RadBar", archived=True, stars=7)
    world.papers["2401.00001"].comment = "withdrawn by the authors"
    world.papers["2401.00002"].doi = "10.5555/x"
    run(two_entries, world)
    catalog, state = load(two_entries).catalog, load_observations(two_entries).state
    ours = summarize_entry_health(catalog.entries["b2"], state)
    assert [(warning.kind, warning.field) for warning in ours.warnings] == [("archived", "links.code")]
    assert [(fact.kind.label, fact.text, fact.day) for fact in ours.facts["2026-11-24"]] == [
        ("Citations", "0", "2026-11-24"),
        ("Stars", "7", "2026-11-24"),
        ("Last push", "2026-10-01", "2026-11-24"),
        ("Code archived", "", "2026-11-24"),
        ("Links checked", "", "2026-11-24"),
    ]
    assert [warning.kind for warning in summarize_entry_health(catalog.entries["a1"], state).warnings] == [
        "withdrawn"
    ]
    whole = summarize_health(catalog, state)
    assert [service.service for service in whole.services] == ["arxiv", "github"]
    assert whole.services[0].verdicts["degraded"] == 1
    assert (whole.total, whole.unchecked, whole.oldest) == (4, 0, "2026-11-24")
    assert [(result.entry, result.detail) for result in whole.proposals] == [
        ("b2", "now published: doi 10.5555/x")
    ]
    assert whole.broken == ()


def test_a_site_without_any_check_shows_all_links_as_unchecked(two_entries: Path) -> None:
    catalog, state = load(two_entries).catalog, load_observations(two_entries).state
    assert summarize_entry_health(catalog.entries["a1"], state).facts == {}
    assert summarize_health(catalog, state).unchecked == 4
