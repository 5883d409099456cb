"""`medvlm pages`: write the pages of the website as Markdown, for any site engine."""

from generator.catalog.catalog import Catalog
from generator.commands.common import FolderOptions, add_folder
from generator.commands.files import Files, write_files
from generator.links.observations import load_observations
from generator.outputs import site
from generator.settings import Settings

add_arguments = add_folder


def run(options: FolderOptions) -> int:
    """Write the files; fail without writing if an entry has errors."""
    observations = load_observations(options.root)

    def files(catalog: Catalog, settings: Settings) -> Files:
        return ((page.source, page.markdown) for page in site.list_pages(catalog, settings, observations))

    return write_files(options, files)
