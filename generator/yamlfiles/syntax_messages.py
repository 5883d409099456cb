"""Plain messages for what libyaml could not read, each with its place."""

import re
from typing import cast

import yaml
from yaml.error import Mark

from generator.yamlfiles.open_quotes import find_quote_error

_ADVICE = {
    "mapping values are not allowed": "`: ` is not allowed here: quote the value, or fix the indentation",
    "could not find expected ':'": "a line without `key: value`; is a colon or a quote missing?",
    "did not find expected key": "a key is expected here; check the indentation and the quotes",
    "did not find expected '-'": "a list item `- …` is expected here; check the indentation",
    "did not find expected ',' or ']'": "the list `[…]` is not closed, or a comma is missing",
    "did not find expected ',' or '}'": "the mapping `{…}` is not closed, or a comma is missing",
    "did not find expected node content": "a value is expected here; put it in quotes",
    "block sequence entries are not allowed": "a list item `- …` belongs on a line of its own",
    "found a tab character": "a tab: indent with spaces",
    "found character that cannot start": "a value cannot start so: quote it, or use spaces for a tab",
    "found unexpected end of stream": "this quote is never closed",
    "found undefined tag handle": "tags (`!`) are not used here: put the value in quotes",
    "found unknown escape character": "a backslash in double quotes: write `\\\\`, or use '…'",
    "control characters are not allowed": "a control character: delete it",
    "special characters are not allowed": "a control character: delete it",
}
_PASTED = {
    r"```": "a line of Markdown: delete it",
    r".*?:[\u00a0\u2007\u202f\u3000]": "a special space after the colon: type a normal one",
    r"[\w ]*\uff1a": "a wide colon: type `:` and a space",
    r"[^\"']*?: [\u2018\u201c\u201e\u00ab]": 'curly quotes do not count in YAML: type `"` at both ends',
}
"""What programs that paste text make of a line, as patterns, and what to do."""
_MAY_BE_A_QUOTE = ("did not find", "could not find", "mapping values", "found unexpected end of stream")
"""What libyaml reports of a quotation mark that is missing, often lines later."""
_AT_THE_START = ("could not find expected ':'", "did not find expected ','", "found unexpected end of stream")
"""libyaml finds these late: the message is more useful at the start of the value or list they belong to."""


def describe_syntax_error(error: yaml.YAMLError, text: str) -> tuple[int, int, str]:
    """Return the line and column, from 0, of an error in `text`, and a message that says how to fix it."""
    if isinstance(error, yaml.reader.ReaderError):
        before = text.encode()[: error.position].decode(errors="ignore")  # it counts bytes, not characters
        return *end_position(before), _find_advice(error.reason)
    error = cast(yaml.MarkedYAMLError, error)
    problem = error.problem or ""
    mark = error.problem_mark
    if not mark or problem.startswith(_AT_THE_START):
        mark = error.context_mark or mark
    mark = cast(Mark, mark)
    line = "".join(text.splitlines()[mark.line : mark.line + 1])
    pasted = next((advice for pattern, advice in _PASTED.items() if re.match(pattern, line)), None)
    may_be_a_quote = not pasted and problem.startswith(_MAY_BE_A_QUOTE)
    if may_be_a_quote and (found := find_quote_error(text, (error.problem_mark or mark).line)):
        return found
    return mark.line, mark.column, pasted or _find_advice(problem)


def end_position(text: str) -> tuple[int, int]:
    """Return the line and column, from 0, just after `text`."""
    return text.count("\n"), len(text) - (text.rfind("\n") + 1)


def _find_advice(problem: str) -> str:
    for start, advice in _ADVICE.items():
        if problem.startswith(start):
            return advice
    return "this cannot be read as YAML; check indentation, quotes and brackets"
