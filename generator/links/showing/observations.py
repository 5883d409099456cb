"""Everything that services said and the site shows: the memory of the links, and the abstracts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.files.project import find_inside
from generator.files.tracked import is_tracked
from generator.links.remembering.abstracts import ABSTRACTS_FILE, read_abstracts
from generator.links.remembering.link_state import EMPTY_STATE, STATE_FILE, LinkState, read_state


@dataclass(frozen=True, slots=True)
class Observations:
    """What services said until the site was built; nothing where nothing was asked yet."""

    state: LinkState = EMPTY_STATE
    abstracts: Mapping[str, str] = field(default_factory=dict)
    """By arXiv id."""


NOTHING_OBSERVED = Observations()


def load_observations(root: Path) -> Observations:
    """Load what is kept at `root`. Raises `BrokenState` where the memory is not valid.

    Abstracts that git tracks came with a change and not from arXiv: they are not shown. Raises
    ProjectFileError where one of the files is a link.
    """
    kept = find_inside(root, ABSTRACTS_FILE)
    abstracts = {} if is_tracked(root, ABSTRACTS_FILE) else read_abstracts(kept)
    return Observations(read_state(find_inside(root, STATE_FILE)), abstracts)
