"""Say where a key belongs that an entry does not have at its place."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel

from generator.entry.model_fields import find_model_at, find_model_in
from generator.text import find_nearest, quoted
from generator.yamlfiles.reading import Keys

_OTHER_NAMES: dict[str, tuple[str, ...]] = {
    "github": ("links.code",),
    "repo": ("links.code",),
    "repository": ("links.code",),
    "code_url": ("links.code",),
    "huggingface": ("links.weights", "links.data", "links.demo"),
    "checkpoint": ("links.weights",),
    "url": ("links.paper", "links.project"),
    "link": ("links.paper", "links.project"),
    "paper_url": ("links.paper",),
    "pdf_url": ("links.pdf",),
    "homepage": ("links.project",),
    "website": ("links.project",),
    "webpage": ("links.project",),
    "project_page": ("links.project",),
    "abstract": ("summary",),
    "description": ("summary",),
    "category": ("section",),
    "conference": ("venue.name",),
    "journal": ("venue.name",),
    "eprint": ("arxiv",),
    "pmid": ("pubmed",),
    "tags": ("keywords",),
    "type": ("kind",),
    "year": ("date",),
}
"""What people call a key elsewhere, with the keys of an entry that may be meant."""


def describe_unknown_key(keys: Keys, value: Any, model: type[BaseModel]) -> str:
    """Return the message about the unknown key at `keys`, which has `value`, of data for `model`."""
    wanted, known = str(keys[-1]), _list_names(find_model_at(keys[:-1], model))
    return f"unknown key {quoted(wanted)}: {_advise(wanted, keys, value, known, model)}"


def _advise(wanted: str, keys: Keys, value: Any, known: list[str], model: type[BaseModel]) -> str:
    here = ".".join(key for key in keys[:-1] if isinstance(key, str))
    paths = _list_paths(model)
    other = [path for path in _OTHER_NAMES.get(wanted.casefold(), ()) if path in paths]
    if here and wanted in paths:
        return f"it belongs at the top level, not under `{here}`"
    if here:
        names = [path.rpartition(".")[2] for path in other if path.rpartition(".")[0] == here]
        return f"write {_join(names)}" if names else _guess(wanted, known)
    own = [path for path in paths if path.rpartition(".")[2] == wanted]
    meant = other or _prefer_links(own, value)
    return _describe_place(wanted, meant) if meant else _guess(wanted, known)


def _guess(wanted: str, known: list[str]) -> str:
    guess = find_nearest(wanted, known)
    return f"did you mean `{guess}`?" if guess else f"the keys here are {', '.join(known)}"


def _prefer_links(paths: list[str], value: Any) -> list[str]:
    """Return the paths under `links` where `value` is an address, and the others where it is not."""
    is_address = "://" in str(value)
    return [path for path in paths if path.startswith("links.") == is_address] or paths


def _describe_place(wanted: str, paths: list[str]) -> str:
    """Return where a key of the top level belongs."""
    parents = [*dict.fromkeys(path.rpartition(".")[0] for path in paths)]
    names = [*dict.fromkeys(path.rpartition(".")[2] for path in paths)]
    if parents == [""]:
        return f"write {_join(names)}"
    return f"it belongs under {_join(parents)}" + (f", as {_join(names)}" if names != [wanted] else "")


@cache
def _list_paths(model: type[BaseModel]) -> list[str]:
    """Return the keys of `model`, and with a dot those of the mappings in it."""
    return list(_yield_paths(model))


def _yield_paths(model: type[BaseModel]) -> Iterator[str]:
    for name in _list_names(model):
        yield name
        inner = find_model_in(model.model_fields[name].annotation)
        if inner and name != "results":  # a table has keys of its own, which say nothing at the top
            yield from (f"{name}.{key}" for key in _list_names(inner))


def _list_names(model: type[BaseModel]) -> list[str]:
    return [name for name in model.model_fields if name != "id"]


def _join(names: list[str]) -> str:
    *first, last = (f"`{name}`" for name in names)
    return f"{', '.join(first)} or {last}" if first else last
