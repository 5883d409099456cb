"""The command `medvlm`, also `python -m generator`, which Ctrl-C ends in words also while it is loaded."""

import sys


def run() -> int:
    """Run the command and return its exit code."""
    try:
        from generator.cli import main

        return main()
    except KeyboardInterrupt:  # `main` handles it once it runs
        sys.stderr.write("medvlm: interrupted\n")
        return 130  # INTERRUPTED of `exits`, which may not be loaded yet


if __name__ == "__main__":
    sys.exit(run())
