"""The workflows: pinned, with the fewest permissions, and made of commands that a person can run too."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.cli import _parser
from generator.links.remembering.abstracts import ABSTRACTS_FILE
from tests.paths import PROJECT

FILES = sorted((PROJECT / ".github" / "workflows").glob("*.yml"))
WORKFLOWS = {file.stem: yaml.load(file.read_text("utf-8"), Loader=yaml.CBaseLoader) for file in FILES}

RIGHTS = {
    "ci": {"test": {"contents": "read"}},
    "comment": {"comment": {"actions": "read", "contents": "read", "pull-requests": "write"}},
    "discover": {
        "read": {"contents": "read", "issues": "read", "pull-requests": "read"},
        "report": {"contents": "write", "issues": "write"},
    },
    "entries": {"entries": {"contents": "read"}},
    "nightly": {"slow": {"contents": "read"}, "engines": {"contents": "read"}},
    "links": {
        "check": {"contents": "read"},
        "report": {"contents": "write", "issues": "write", "pull-requests": "write"},
    },
    "propose": {
        "answer": {"contents": "read", "issues": "write"},
        "propose": {"contents": "write", "issues": "write", "pull-requests": "write"},
        "command": {"contents": "write", "issues": "write", "pull-requests": "write"},
        "decline": {"contents": "write", "issues": "write", "pull-requests": "write"},
        "waiting": {"contents": "write", "issues": "write", "pull-requests": "write"},
    },
    "publish": {
        "readme": {"contents": "write"},
        "build": {"contents": "read", "pages": "read"},
        "deploy": {"pages": "write", "id-token": "write"},
        "addresses": {"contents": "write", "pages": "read", "pull-requests": "write"},
    },
    "release": {"release": {"contents": "write"}},
}


def steps() -> Iterator[tuple[str, dict[str, Any]]]:
    for name, workflow in WORKFLOWS.items():
        for job, content in workflow["jobs"].items():
            for number, step in enumerate(content["steps"], 1):
                yield f"{name}, {job}, step {number}", step


RUNS = {place: step["run"] for place, step in steps() if "run" in step}
USES = {place: step for place, step in steps() if "uses" in step}


@pytest.mark.parametrize("run", RUNS.values(), ids=RUNS)
def test_every_line_is_a_command_that_exists(run: str) -> None:
    words = shlex.split(run.partition(" >")[0])
    if words[0] == "make":
        targets = re.findall(r"^([a-z]+):.*## ", (PROJECT / "Makefile").read_text("utf-8"), re.MULTILINE)
        assert words[1:] == [words[1]]
        assert words[1] in targets
    elif words[0].startswith(".ci/"):
        assert os.access(PROJECT / words[0], os.X_OK)
    elif words[0] == "cp":
        assert all(line.startswith('cp "$RUNNER_TEMP/') for line in run.splitlines())
    else:
        assert words[0] == ".venv/bin/medvlm"
        _parser().parse_args([_example(word, words[1]) for word in words[1:]])


def _example(word: str, command: str) -> str:
    """An example for a value that the workflow fills in; a published file must exist."""
    if command == "publish" and word.endswith(".md") and word != "README.md":
        return str(PROJECT / "CITATION.cff")
    examples = {"$BASE": "HEAD", "$HEAD": "0" * 40, "$NUMBER": "7", "$COMMENT": "8"}
    examples |= {"$SITE_URL": "https://list.example.org"}
    return examples.get(word, word)


@pytest.mark.parametrize("run", RUNS.values(), ids=RUNS)
def test_no_value_of_an_event_is_in_a_command(run: str) -> None:
    assert "${{" not in run


@pytest.mark.parametrize("step", USES.values(), ids=USES)
def test_actions_are_pinned_by_commit(step: dict[str, Any]) -> None:
    assert re.fullmatch(r"actions/[a-z/-]+@[0-9a-f]{40}", step["uses"])


def test_the_version_is_next_to_each_commit() -> None:
    for file in FILES:
        for line in file.read_text("utf-8").splitlines():
            assert "uses:" not in line or re.search(r"@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line), line


def test_permissions_are_as_listed_and_none_are_at_the_top() -> None:
    found = {
        name: {job: content["permissions"] for job, content in workflow["jobs"].items()}
        for name, workflow in WORKFLOWS.items()
    }
    assert found == RIGHTS
    assert all(workflow["permissions"] == {} for workflow in WORKFLOWS.values())


def test_no_checkout_keeps_a_token_or_takes_a_foreign_head() -> None:
    for step in USES.values():
        if step["uses"].startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"
            assert "ref" not in step["with"]


def test_files_of_a_pull_request_are_unpacked_outside_the_checkout() -> None:
    """Otherwise it could overwrite files that run with the permissions of this repository."""
    of_another_run = [step["with"] for step in USES.values() if "run-id" in step.get("with", {})]
    assert of_another_run
    assert all(given["path"].startswith("${{ runner.temp }}/") for given in of_another_run)


def test_abstracts_are_kept_by_the_daily_check_on_main_and_only_restored_elsewhere() -> None:
    caching = {place: step for place, step in USES.items() if step["uses"].startswith("actions/cache")}
    assert {step["with"]["path"] for step in caching.values()} == {ABSTRACTS_FILE}
    saving = {place: step for place, step in caching.items() if "/restore@" not in step["uses"]}
    assert [place.partition(",")[0] for place in saving] == ["links"]
    assert all("github.ref == 'refs/heads/main'" in step["if"] for step in saving.values())


def test_every_job_has_a_time_limit_and_no_two_runs_collide() -> None:
    for workflow in WORKFLOWS.values():
        assert workflow["concurrency"]["group"]
        assert all(int(job["timeout-minutes"]) <= 60 for job in workflow["jobs"].values())


def test_every_pull_request_gets_both_checks_whatever_it_changes() -> None:
    """A workflow that a filter of paths skips leaves a required check waiting for ever."""
    for name in ("ci", "entries"):
        assert WORKFLOWS[name]["on"]["pull_request"] == ""
        assert all("if" not in job for job in WORKFLOWS[name]["jobs"].values())


@pytest.mark.parametrize("name", ["command", "decline"])
def test_a_comment_is_taken_from_maintainers_alone_and_never_reaches_a_shell(name: str) -> None:
    job = WORKFLOWS["propose"]["jobs"][name]
    trusted = """contains(fromJSON('["OWNER", "MEMBER", "COLLABORATOR"]')"""
    assert f"&& {trusted}, github.event.comment.author_association)" in job["if"]
    assert " || " not in job["if"]
    assert "comment.body" not in str(job["steps"]) + str(job["env"])


def test_no_two_comments_share_a_group_in_which_one_would_be_dropped() -> None:
    """Of three runs in a group, GitHub drops the one that waits; a maintainer comments fast."""
    assert "github.event.comment.id" in WORKFLOWS["propose"]["concurrency"]["group"]
    assert "github.event.comment.id" in WORKFLOWS["propose"]["jobs"]["command"]["concurrency"]["group"]


def test_what_bots_commit_reaches_the_website_daily_and_before_the_release() -> None:
    """A push with the token of a workflow starts no other workflow."""
    times = {
        name: [int(part) for part in WORKFLOWS[name]["on"]["schedule"][0]["cron"].split()[1::-1]]
        for name in ("discover", "links", "publish", "release")
    }
    assert times["discover"] < times["links"] < times["publish"] < times["release"]


def test_no_step_asks_about_the_links_twice() -> None:
    asking = [run for place, run in RUNS.items() if place.startswith("entries") and "medvlm links" in run]
    assert len(asking) == 1


def test_zizmor_finds_nothing() -> None:
    zizmor = Path(sys.executable).with_name("zizmor")
    command = [
        zizmor,
        "--persona",
        "auditor",
        "--offline",
        "--color=never",
        "--quiet",
        *FILES,
        PROJECT / ".github" / "dependabot.yml",
    ]
    done = subprocess.run(command, capture_output=True, text=True)
    assert (done.returncode, done.stdout.strip()) == (0, "No findings to report. Good job! (2 ignored)")


def test_actionlint_finds_nothing_but_a_planted_error(tmp_path: Path) -> None:
    faulty = tmp_path / "faulty.yml"
    step = "{run: 'echo ${{ github.event.issue.title }}'}"
    faulty.write_text(f"on: push\njobs: {{a: {{runs-on: ubuntu-latest, steps: [{step}]}}}}")
    command = ["node", "tests/lint_workflows.mjs", *FILES, faulty]
    done = subprocess.run(command, capture_output=True, text=True, cwd=PROJECT, check=True)
    (found,) = done.stdout.splitlines()
    assert found.startswith(f"{faulty}:")
    assert "potentially untrusted" in found


def test_a_token_is_given_only_to_the_step_that_needs_it() -> None:
    """Whatever else a job runs, such as what a package does when it is installed, finds none."""
    for workflow in WORKFLOWS.values():
        assert "github.token" not in str(workflow.get("env", ""))
        for job in workflow["jobs"].values():
            assert "github.token" not in str(job.get("env", ""))
    given = [step["run"] for _, step in steps() if "github.token" in str(step.get("env", ""))]
    assert all(run.startswith((".venv/bin/medvlm publish ", ".venv/bin/medvlm links ")) for run in given)
    local = (" publish addresses ", " publish history")
    publishing = {run for run in RUNS.values() if " publish " in run and not any(map(run.count, local))}
    assert publishing <= {*given}
