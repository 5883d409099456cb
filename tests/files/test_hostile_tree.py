"""A pull request is a tree that anybody wrote: odd names and links end in words, and nothing leaves it."""

import shutil
import subprocess
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.exceptions import PluginError

from generator import mkdocs_hook
from generator.cli import main
from generator.links.remembering.abstracts import ABSTRACTS_FILE
from generator.links.showing.observations import load_observations
from tests.paths import DATA

Output = pytest.CaptureFixture[str]


def git(root: Path, *words: str) -> None:
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    subprocess.run(["git", *identity, *words], cwd=root, check=True, capture_output=True)


@pytest.fixture
def tree(root: Path) -> Path:
    """A list in a repository of git, and what a hostile change adds to it."""
    for words in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-qm", "x"]):
        git(root, *words)
    (root / "entries/2022/x\udcff.yaml").write_text("x")
    (root / "entries/2022/y\udcff\n# z.txt").write_text("x")
    (root / "site_docs").mkdir(exist_ok=True)
    for name, target in {
        "entries/2022/passwd.yaml": "/etc/passwd",
        "entries/_vocabulary/evil.yaml": "/etc/hostname",
        "site_docs/nowhere.md": "/nowhere",
        "site_docs/all.md": "/etc",
    }.items():
        (root / name).symlink_to(target)
    return root


@pytest.mark.parametrize(
    "command",
    [
        ["check"],
        ["check", "--format", "github"],
        ["fmt"],
        ["review", "--changed-since", "HEAD"],
        ["review", "--changed-since", "HEAD", "--format", "json"],
        ["build", "--check", "--changed-since", "HEAD"],
        ["links", "--minutes", "0", "--changed-since", "HEAD"],
        ["links", "--minutes", "0"],
    ],
)
def test_every_command_ends_in_words(
    tree: Path, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    assert main(["--root", str(tree), *command]) in (0, 1)
    out = capsys.readouterr().out
    assert out
    assert "root:" not in out  # of /etc/passwd


def test_the_site_is_not_built_through_links(root: Path) -> None:
    (root / "site_docs").mkdir(exist_ok=True)
    config: Any = SimpleNamespace(
        config_file_path=str(root / "mkdocs.yml"),
        site_dir=str(root / "site"),
        docs_dir=str(root / "site_docs"),
        strict=False,
    )
    assert mkdocs_hook.on_config(config) is config
    (root / "site_docs/secret.txt").symlink_to("/etc/hostname")
    with pytest.raises(PluginError, match=r"`site_docs/secret.txt` is a link"):
        mkdocs_hook.on_config(config)
    (root / "site_docs/secret.txt").unlink()
    (root / "site").mkdir()
    (root / "site/papers").symlink_to(root.parent)  # MkDocs does not delete it: pages would be written there
    with pytest.raises(PluginError, match=r"`site/papers` is a link"):
        mkdocs_hook.on_config(config)
    shutil.rmtree(root / "site")
    (root / "site").symlink_to(root.parent)
    with pytest.raises(PluginError, match="`site` is a link"):
        mkdocs_hook.on_config(config)


def test_what_the_system_refuses_is_reported_in_words() -> None:
    with pytest.raises(
        PluginError, match=r"the site cannot be built: site/a\.html: No space left on device; make"
    ):
        mkdocs_hook.on_build_error(error=OSError(28, "No space left on device", "site/a.html"))
    mkdocs_hook.on_build_error(error=ValueError("a bug"))  # MkDocs raises it again


def test_abstracts_that_came_with_a_change_are_not_shown(root: Path) -> None:
    git(root, "init", "-q")
    file = root / ABSTRACTS_FILE
    file.parent.mkdir(exist_ok=True)
    file.write_bytes((DATA / "observed/abstracts.json").read_bytes())
    assert load_observations(root).abstracts
    git(root, "add", "--force", ABSTRACTS_FILE)
    assert load_observations(root).abstracts == {}
