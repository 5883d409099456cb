"""Archived copies of dead pages are found."""

from generator.links.asking.service import ClientContext
from generator.links.providers.wayback import MAX_LOOKUPS, Wayback
from tests.links.fakes.server import Reply
from tests.links.fakes.world import World


def test_archived_copies_are_found_up_to_a_limit(world: World, context: ClientContext) -> None:
    world.copies |= {"https://x.org/"}
    wayback = Wayback(context)
    assert wayback.find_copy("https://x.org/") == "https://web.archive.org/web/20240102030405/https://x.org/"
    assert wayback.find_copy("https://y.org/") == ""
    world.servers["wayback"].answer = lambda request: Reply(200, b"?")
    assert wayback.find_copy("https://x.org/") == ""
    for _ in range(MAX_LOOKUPS):
        wayback.find_copy("https://x.org/")
    assert world.requests("wayback") == MAX_LOOKUPS
