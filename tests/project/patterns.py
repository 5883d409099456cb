"""List the regular expressions of the project, in Python and in JavaScript."""

import ast
import importlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.project.test_layering import PROJECT, modules

SCRIPTS = PROJECT / "site_docs" / "assets"
_LITERAL = re.compile(
    r"(?:[(,=:\[!&|?{};\n]|=>|return|case)\s*/((?:[^/\\\n\[*]|\\.|\[(?:[^\]\\\n]|\\.)*\])(?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*\])*)/([dgimsuvy]*)"
)
_FLAGS = {"i": re.IGNORECASE, "m": re.MULTILINE, "s": re.DOTALL}
_FUNCTIONS = {"match", "fullmatch", "search", "split", "sub", "findall", "finditer", "compile"}

Pattern = tuple[str, str, int]
"""Where a pattern is, the pattern in Python's syntax, and its flags."""


def list_python_patterns() -> Iterator[Pattern]:
    """Yield each pattern that a module compiles, and each that it gives to a function of `re` or a model."""
    for name, tree in modules():
        if not name.endswith("__main__"):
            for key, value in vars(importlib.import_module(name)).items():
                yield from ((f"{name}.{key}", found.pattern, found.flags) for found in _compiled(value))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                yield from ((f"{name}:{node.lineno}", text, 0) for text in _written(node))


def _compiled(value: Any) -> Iterator[re.Pattern[str]]:
    values = value if isinstance(value, (tuple, list)) else [value]
    yield from (found for found in values if isinstance(found, re.Pattern) and isinstance(found.pattern, str))


def _written(call: ast.Call) -> Iterator[str]:
    function = call.func
    is_re = isinstance(function, ast.Attribute) and getattr(function.value, "id", "") == "re"
    given = call.args[:1] if is_re and getattr(function, "attr", "") in _FUNCTIONS else []
    given += [word.value for word in call.keywords if word.arg == "pattern"]
    values = (node.value for node in given if isinstance(node, ast.Constant))
    yield from (value for value in values if isinstance(value, str))


def list_script_patterns() -> Iterator[Pattern]:
    """Yield each pattern that is written between slashes in a script of the website."""
    for file in sorted(SCRIPTS.rglob("*.js")):
        text = re.sub(r"^\s*(?://|\*).*$|\s//\s.*$", "", file.read_text("utf-8"), flags=re.MULTILINE)
        for match in _LITERAL.finditer(text.replace("/${", " ${")):  # a path in a template is no pattern
            flags = sum(_FLAGS.get(flag, 0) for flag in match[2])
            yield f"{file.relative_to(Path(SCRIPTS))}: /{match[1]}/", _translate(match[1]), flags


def _translate(pattern: str) -> str:
    """Return a pattern of JavaScript in Python's syntax; classes of letters become those that Python has."""
    plain = re.sub(r"\(\?<(?=[A-Za-z_])", "(?P<", pattern)
    plain = re.sub(r"\\k<(\w+)>", r"(?P=\1)", plain)
    plain = re.sub(r"\\u\{([0-9a-fA-F]+)\}", lambda match: f"\\U{int(match[1], 16):08x}", plain)
    plain = re.sub(r"\\P\{[^}]*\}", r"\\W", re.sub(r"\\p\{[^}]*\}", r"\\w", plain))
    return plain.replace("\\/", "/").replace("[^]", r"[\s\S]")
