"""The abstracts that the browse page searches after all else, in files that the first search loads."""

from collections.abc import Mapping

from generator.catalog.catalog import Catalog
from generator.outputs.browse_files import make_browse_file
from generator.views.order import list_newest_first

ABSTRACTS_PER_FILE = 500
"""Less than 300 kB compressed."""


def render_abstract_data(catalog: Catalog, abstracts: Mapping[str, str]) -> dict[str, str]:
    """Render the files, as text by their address from the root of the site; none without abstracts.

    `abstracts` are by arXiv id. The oldest work is first, so that a new one changes the last file only.
    """
    oldest = reversed(list_newest_first(catalog))
    found = [(entry.id, text) for entry in oldest if (text := abstracts.get(entry.arxiv or ""))]
    parts = [found[first : first + ABSTRACTS_PER_FILE] for first in range(0, len(found), ABSTRACTS_PER_FILE)]
    return dict(
        make_browse_file(
            f"abstracts-{number}", {"id": [id_ for id_, _ in part], "abstract": [text for _, text in part]}
        )
        for number, part in enumerate(parts)
    )
