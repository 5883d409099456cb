"""Files outside the code that must stay in step with it: issue forms, hooks, settings of editors."""

import json
import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from generator.add.issue_form import answers
from generator.catalog.catalog import Catalog
from generator.entry.model import Entry, Links
from generator.entry.results import expand_results
from generator.outputs.site.contribute.fields import FIELD_GROUPS, FIELDS_LEFT_OUT, PASTED_FIELDS
from generator.outputs.site.reporting import describe_numbers, make_report_address
from generator.settings import Settings
from tests.paths import PROJECT
from tests.whole import load_whole

FORMS = PROJECT / ".github" / "ISSUE_TEMPLATE"


def form(name: str) -> dict[str, Any]:
    return yaml.safe_load((FORMS / f"{name}.yml").read_text("utf-8"))


def fields(name: str) -> dict[str, dict[str, Any]]:
    """Each field of a form that a person fills in, by its label."""
    body = form(name)["body"]
    return {part["attributes"]["label"]: part for part in body if part["type"] != "markdown"}


@pytest.fixture(scope="module")
def own() -> Catalog:
    """The list itself."""
    return load_whole()


@pytest.mark.parametrize("name", ["add-paper", "report-problem"])
def test_forms_have_what_github_requires(name: str) -> None:
    found = form(name)
    assert {"name", "description", "body"} <= set(found)
    ids = [part["id"] for part in found["body"] if part["type"] != "markdown"]
    assert len(set(ids)) == len(ids)
    for part in found["body"]:
        assert part["type"] in ("markdown", "input", "textarea", "dropdown")
        assert all(isinstance(text, (str, list)) for text in part["attributes"].values())
        options = part["attributes"].get("options", [])
        assert len(set(options)) == len(options)


def test_every_field_of_the_form_for_papers_is_read() -> None:
    assert {*fields("add-paper")} == {*answers.FIELD_LABELS, answers.PAPER_LABEL, answers.LINKS_LABEL}
    assert {*answers.FIELD_LABELS.values()} <= {*Entry.model_fields}
    assert {part["id"] for part in fields("add-paper").values()} == {
        *answers.FIELD_LABELS.values(),
        "paper",
        "links",
    }


def test_the_form_asks_for_required_keys() -> None:
    required = {
        part["id"] for part in fields("add-paper").values() if part.get("validations", {}).get("required")
    }
    needed = {name for name, field in Entry.model_fields.items() if field.is_required()} - {
        "id",
        "added",
        "title",
    }
    assert required == needed | {"paper", "summary"}, "the title is looked up by the paper's id"


def test_options_are_the_terms_of_the_vocabularies(own: Catalog) -> None:
    for label, vocabulary in (("Kind", "kinds"), ("Section", "sections")):
        options = fields("add-paper")[label]["attributes"]["options"]
        assert options == [term.label for term in own.vocabulary(vocabulary)]
        for option in options:
            assert own.vocabulary(vocabulary).suggest(option)


def test_kinds_of_links_are_named() -> None:
    said = fields("add-paper")[answers.LINKS_LABEL]["attributes"]["description"]
    assert {kind for kind in Links.model_fields if re.search(rf"\b{kind}\b", said)} == {*Links.model_fields}


def test_links_to_the_form_for_problems_fill_in_fields_that_it_has(own: Catalog) -> None:
    settings = Settings("List", repo_url="https://example.org/list")
    result = next(result for entry in own for result in expand_results(entry))
    address = make_report_address(next(iter(own)), settings, describe_numbers([result], own))
    filled = parse_qs(urlsplit(address).query, strict_parsing=True)
    assert filled.pop("template") == ["report-problem.yml"]
    assert {*filled} == {"title", *(part["id"] for part in fields("report-problem").values())} - {
        "what",
        "right",
    }


def test_a_list_without_repository_has_no_form_to_link_to(own: Catalog) -> None:
    assert make_report_address(next(iter(own)), Settings("List")) == ""


def test_the_website_s_form_asks_for_every_key() -> None:
    asked = {field.path.partition(".")[0] for group in FIELD_GROUPS for field in group.fields}
    assert asked | {*FIELDS_LEFT_OUT, *PASTED_FIELDS} == {*Entry.model_fields}
    assert not asked & {*FIELDS_LEFT_OUT}


def list_hooks() -> dict[str, list[dict[str, Any]]]:
    """The hooks by where they are: those for other lists, and those for a clone of this one."""
    own = yaml.safe_load((PROJECT / ".pre-commit-config.yaml").read_text("utf-8"))
    shared = yaml.safe_load((PROJECT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    return {"shared": shared, "own": own["repos"][0]["hooks"]}


@pytest.mark.parametrize("where", ["shared", "own"])
def test_the_hook_that_checks_runs_on_all_files_whatever_was_deleted(where: str) -> None:
    layout, check = list_hooks()[where]
    assert check["entry"].endswith("medvlm check")
    assert (check["pass_filenames"], check["always_run"]) == (False, True)
    assert "files" not in check
    assert layout["entry"].endswith("medvlm fmt")
    assert re.search(layout["files"], "entries/2024/a.yaml")
    assert not re.search(layout["files"], "README.md")


def test_the_hooks_of_a_clone_are_those_for_other_lists() -> None:
    hooks = list_hooks()
    described = [
        {**hook, "entry": f".venv/bin/{hook['entry']}", "language": "system"} for hook in hooks["shared"]
    ]
    assert hooks["own"] == described


def test_the_example_for_other_lists_names_hooks_that_exist() -> None:
    guide = (PROJECT / ".github" / "CONTRIBUTING.md").read_text("utf-8")
    (example,) = re.findall(r"```yml\n(.*?)```", guide, re.DOTALL)
    (repository,) = yaml.safe_load(example)["repos"]
    assert {hook["id"] for hook in repository["hooks"]} == {hook["id"] for hook in list_hooks()["shared"]}


def test_the_editor_s_schema_is_one_that_the_site_publishes() -> None:
    settings = json.loads((PROJECT / ".vscode/settings.json").read_text("utf-8"))
    ((path, files),) = settings["yaml.schemas"].items()
    assert path == "./site/data/entry.schema.json"
    matched = {file for pattern in files for file in PROJECT.glob(pattern)}
    assert matched == {PROJECT / path for path in load_whole().paths.values()}
