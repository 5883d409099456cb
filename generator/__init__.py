"""From entry files to a README, a website and open data."""


def find_version() -> str:
    """Return the version of the installed package; `0` where only its files are here."""
    from importlib.metadata import PackageNotFoundError, version  # here, as this takes a while

    try:
        return version("medvlm")
    except PackageNotFoundError:
        return "0"
