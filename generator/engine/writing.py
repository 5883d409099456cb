"""Write the files of this project into the site, in all cores."""

import os
from collections.abc import Sequence
from functools import partial

from generator.engine.content import TextFile
from generator.processes import work_on_shares


def write_files(site: str, files: Sequence[TextFile]) -> None:
    """Write `files` below the folder `site`, which exists; each is rendered when it is written."""
    for _ in work_on_shares(partial(_write, site), files):
        pass


def _write(site: str, files: Sequence[TextFile]) -> None:
    folder = ""
    for path, pieces in files:
        above, _, name = f"{site}/{path}".rpartition("/")
        if above != folder:
            os.makedirs(above, exist_ok=True)
            folder = above
        with open(f"{above}/{name}", "wb") as file:
            file.write("".join(pieces).encode())
