"""Write a text as a YAML scalar, with quotes only where they are needed to read it back."""

import json
import re

from generator.yamlfiles.scalars import is_number, resolve_plain_scalar

_INDICATORS = "-?:,[]{}#&*!|>'\"%@`="
_GUESSED = {"y", "n", "yes", "no", "on", "off", "true", "false", "null"}
"""Words that YAML 1.1 readers take for booleans or null, in any case."""

_SURELY_PLAIN = re.compile(r"[^\W\d_][\w .()/'+&=-]*(?::(?=/)[\w .()/'+&=-]*)*(?<=[\w)/])")
"""Matches most texts: they begin with a letter and have no special characters of YAML."""

# Few texts need these, and they take long to compile: `re` does so on their first use.
_UNPRINTABLE = "[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
_BREAKS = "[\n\x85\u2028\u2029\ufeff\t]"
_ENCODER = json.JSONEncoder(ensure_ascii=False)
_OTHER_SPACES = "[^\\S ]|\ufeff"


def write_scalar(text: str, inline: bool = False, quoted: bool = False) -> str:
    """Return `text` as a scalar on one line; `inline` where it is inside brackets."""
    if not quoted:
        is_surely = _SURELY_PLAIN.fullmatch(text) and text.lower() not in _GUESSED
        if is_surely or _can_be_plain(text, inline):
            return text
    if _has_odd_characters(text):
        return _put_in_quotes(text)
    if ('"' in text or "\\" in text) and "'" not in text:
        return f"'{text}'"
    return _put_in_quotes(text)


def _can_be_plain(text: str, inline: bool) -> bool:
    if is_number(text) or not isinstance(resolve_plain_scalar(text), str):
        return False
    if text.lower() in _GUESSED or text != text.strip():
        return False
    if text[0] in _INDICATORS or text.startswith("...") or text.endswith(":"):
        return False
    if ": " in text or " #" in text or _has_odd_characters(text):
        return False
    return not (inline and re.search(r"[,\[\]{}]|[:?](?=[,\[\]{}]|$)", text))


def _has_odd_characters(text: str) -> bool:
    """Whether `text` has a character that YAML does not print, or one that ends a line or is a tab."""
    return not text.isprintable() and bool(re.search(f"{_UNPRINTABLE}|{_BREAKS}", text))


def _put_in_quotes(text: str) -> str:
    """Put `text` in double quotes. YAML has all escapes of JSON, and lone surrogates cannot occur here."""
    escaped = _ENCODER.encode(text)
    if text.isprintable():
        return escaped
    return re.sub(f"{_UNPRINTABLE}|{_BREAKS}", _escape, escaped)


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def can_fold(value: object) -> bool:
    """Whether `value` is a text that is read back unchanged from a folded block (`>-`)."""
    if not isinstance(value, str) or not value or value != value.strip() or "  " in value:
        return False
    return value.isprintable() or not re.search(f"{_UNPRINTABLE}|{_OTHER_SPACES}", value)


def fold_text(text: str, width: int, indent: str) -> list[str]:
    """Return the lines of a folded block: as many words on each as fit into `width`."""
    room = width - len(indent)
    lines: list[str] = []
    while len(text) > room:
        end = text.rfind(" ", 0, room + 1)
        if end < 0 and (end := text.find(" ", room)) < 0:
            break
        lines.append(indent + text[:end])
        text = text[end + 1 :]
    return [*lines, indent + text]
