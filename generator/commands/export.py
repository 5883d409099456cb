"""`medvlm export`: the open data as files."""

import argparse

from generator.check import check
from generator.commands.common import FAULTY, OK, add_folder, reported
from generator.outputs import data
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
    for path, text in data.files(checked.catalog, load_settings(options.root)):
        write(options.folder / path, text)
    print(f"{options.folder}: written")
    return OK
