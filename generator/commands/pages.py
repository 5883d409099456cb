"""`medvlm pages`: the pages of the site as Markdown, for any engine."""

import argparse

from generator.check import check
from generator.commands.common import FAULTY, OK, add_folder, reported
from generator.links.state import load_state
from generator.outputs import site
from generator.outputs.write import write
from generator.problems import has_errors
from generator.settings import load_settings

add_arguments = add_folder


def run(options: argparse.Namespace) -> int:
    """Write the files; entries with errors are refused."""
    checked = check(options.root)
    if has_errors(checked.problems):
        print(reported(checked.problems))
        return FAULTY
    for page in site.pages(checked.catalog, load_settings(options.root), load_state(options.root)):
        write(options.folder / page.source, page.markdown)
    print(f"{options.folder}: written")
    return OK
