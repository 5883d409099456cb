"""`medvlm export`: write the open data as files."""

from generator.commands.files import write_files
from generator.commands.folder import FolderOptions, add_folder
from generator.outputs import data

add_arguments = add_folder


def run(options: FolderOptions) -> int:
    """Write the files; fail without writing if an entry has errors."""
    return write_files(options, data.stream_data_files)
