"""Everything that services said and the site shows: the memory of the links, and the abstracts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.links.abstracts import ABSTRACTS_FILE, read_abstracts
from generator.links.memory import EMPTY_STATE, STATE_FILE, LinkState, read_state


@dataclass(frozen=True, slots=True)
class Observations:
    """What services said until the site was built; nothing where nothing was asked yet."""

    state: LinkState = EMPTY_STATE
    abstracts: Mapping[str, str] = field(default_factory=dict)
    """By arXiv id."""


NOTHING_OBSERVED = Observations()


def load_observations(root: Path) -> Observations:
    """Load what is kept at `root`. Raises `BrokenState` where the memory is not valid."""
    return Observations(read_state(root / STATE_FILE), read_abstracts(root / ABSTRACTS_FILE))
