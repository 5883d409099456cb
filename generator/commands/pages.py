"""`medvlm pages`: write the pages of the website as Markdown, for any site engine."""

from generator.catalog.catalog import Catalog
from generator.catalog.chronicle import load_chronicle
from generator.commands.files import Files, write_files
from generator.commands.folder import FolderOptions, add_folder
from generator.links.remembering.link_state import BrokenState
from generator.links.showing.observations import load_observations
from generator.options import WrongUsage
from generator.outputs import site
from generator.settings import Settings

add_arguments = add_folder


def run(options: FolderOptions) -> int:
    """Write the files; fail without writing if an entry has errors."""
    try:
        observed = load_observations(options.root), load_chronicle(options.root)
    except BrokenState as error:
        raise WrongUsage(str(error)) from error

    def files(catalog: Catalog, settings: Settings) -> Files:
        return ((page.source, page.markdown) for page in site.list_pages(catalog, settings, *observed))

    return write_files(options, files)
