"""What a scalar without quotes means: types are not guessed, so dates, `yes` and `1_000` are text."""

import re

_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)\Z")
_FLOAT = re.compile(r"[-+]?[0-9]+\.[0-9]+([eE][-+]?[0-9]+)?\Z")
_WORDS: dict[str, bool | None] = {"": None, "~": None, "null": None, "true": True, "false": False}
_NUMBER_STARTS = "+-0123456789"
_MAX_DIGITS = 18  # no entry has a longer number, and int() is slow for a huge one


def resolve_plain_scalar(text: str) -> str | int | float | bool | None:
    """Return what `text` without quotes is read as; in quotes it is always text.

    A number that Python would write with other digits, such as `50.00`, stays text, so that no digit
    is lost.

    >>> resolve_plain_scalar("48"), resolve_plain_scalar("50.00"), resolve_plain_scalar("~")
    (48, '50.00', None)
    """
    if text in _WORDS:
        return _WORDS[text]
    if text[0] in _NUMBER_STARTS and is_number(text):
        number = int(text) if _INTEGER.match(text) else float(text)
        return number if str(number) == text else text
    return text


def is_number(text: str) -> bool:
    """Whether a YAML reader takes `text` without quotes for a number."""
    if not text or text[0] not in _NUMBER_STARTS or len(text) > _MAX_DIGITS:
        return False
    return bool(_INTEGER.match(text) or _FLOAT.match(text))
