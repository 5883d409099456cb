"""Files of the project are opened, written and deleted in `files/project.py`, which follows no link."""

import ast

from tests.project.test_layering import modules

READING = {"open", "read_text", "read_bytes", "read_plain"}
WRITING = {
    "write_text",
    "write_bytes",
    "unlink",
    "rmdir",
    "rmtree",
    "mkdir",
    "makedirs",
    "rename",
    "symlink_to",
}
WRITING |= {"link", "copy", "copyfile", "copytree", "move", "touch", "chmod", "write_file", "mkstemp"}

ALLOWED = {
    "generator.write": "what `files` writes with",
    "generator.files.plain": "what `files` reads with",
    "generator.files.project": "inside the project",
    "generator.files.named": "files that a person names",
    "generator.files.user_key": "the key of the user, which is in no project",
    "generator.cli": "the null device",
    "generator.links.remembering.link_state": "the memory, at a place that was checked or is a person's",
    "generator.links.remembering.memory": "as that",
    "generator.links.remembering.abstracts": "beside the memory, as that",
    "generator.engine.writing": "the built site; that it is inside is checked before the build",
    "generator.engine.preview": "the temporary folder into which MkDocs builds",
    "generator.outputs.theme_styles": "the theme, what makes pages, and beside npm packages",
    "generator.outputs.script_bundles": "what the bundler wrote into a folder made for it",
    "generator.outputs.script_faults": "the line of a script that has a fault",
    "generator.checking.cache": "reads files to compare them with what it knows",
    "generator.yamlfiles.reading": "reads a file, and refuses a link",
}
"""Who may do it otherwise, and why."""


def called(tree: ast.Module) -> set[str]:
    """The names of functions that `tree` calls and that read or write files; `x.replace` is for texts."""
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", "") or getattr(node.func, "id", "")
            is_os = isinstance(node.func, ast.Attribute) and getattr(node.func.value, "id", "") == "os"
            names |= {name} & (READING | WRITING) | (
                {f"os.{name}"} if is_os and name in ("replace", "remove") else set()
            )
    return names


def test_files_are_used_in_one_place() -> None:
    others = {name: called(tree) for name, tree in modules() if name not in ALLOWED}
    assert {name: found for name, found in others.items() if found} == {}


def test_every_exception_is_needed() -> None:
    assert {name for name, tree in modules() if called(tree)} >= {*ALLOWED}
