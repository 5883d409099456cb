"""Join the memories of the shards of one run: of each identifier, what was seen last."""

from collections.abc import Sequence
from pathlib import Path

from generator.links.memory import Memory, read_state


def merge(into: Path, files: Sequence[Path]) -> int:
    """Put what `files` hold into the memory `into`, where it is newer; gives the number of identifiers.

    Raises BrokenState for a file that cannot be read; nothing is written then.
    """
    states = [read_state(file) for file in files]
    memory = Memory(into)
    for state in states:
        for key, seen in state.links.items():
            if key not in memory.links or memory.links[key].checked < seen.checked:
                memory.learn(key, seen)
    memory.save()
    return len(memory.links)
