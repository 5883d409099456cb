"""The options of a command as a frozen dataclass, so that mypy checks each use of them."""

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Options:
    """What every command is given; the options of one command are a subclass with a field for each argument.

    A parser names its class: `parser.set_defaults(options=CheckOptions)`.
    """

    root: Path
    """The project's folder."""


def read_options(parsed: argparse.Namespace) -> Any:
    """The options in `parsed`, of the class that the command's parser named.

    Raises TypeError where an argument has no field, or a field no argument.
    """
    values = dict(vars(parsed))
    kind: type[Options] = values.pop("options")
    return kind(**values)
