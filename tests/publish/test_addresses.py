"""The addresses of the website and the repository: filled in where unset, and proposed once."""

from pathlib import Path

import pytest

from generator.publish.addresses import fill_in_addresses
from generator.publish.github.api import PublishError
from generator.settings import load_settings
from tests.paths import PROJECT
from tests.publish.conftest import run
from tests.publish.fake_github import FakeGithub
from tests.publish.test_publish import publish

SITE = "https://example.github.io/imaging"
HERE = {"GITHUB_REPOSITORY": "example/imaging"}


def fill_in(root: Path, text: str, site_url: str = SITE) -> str:
    (root / "mkdocs.yml").write_bytes(text.encode())
    fill_in_addresses(root, site_url, HERE)
    return (root / "mkdocs.yml").read_bytes().decode()


def test_the_settings_of_this_list_get_two_values_and_change_nowhere_else(tmp_path: Path) -> None:
    before = (PROJECT / "mkdocs.yml").read_text("utf-8")
    unset = before.replace(*_line(before, "site_url")).replace(*_line(before, "repo_url"))
    after = fill_in(tmp_path, unset)
    assert after == unset.replace("\nsite_url:", f"\nsite_url: {SITE}/").replace(
        "\nrepo_url:", "\nrepo_url: https://github.com/example/imaging"
    )
    settings = load_settings(tmp_path)
    assert (settings.site_url, settings.repo_url) == (SITE, "https://github.com/example/imaging")


def _line(text: str, key: str) -> tuple[str, str]:
    """The line of `key` as it is, and without a value."""
    return next(line for line in text.splitlines() if line.startswith(key)), f"{key}:"


UNSET = {
    "site_url:\n": "site_url: @\n",
    "site_url:": "site_url: @",
    "site_url:   \n": "site_url: @   \n",
    "site_url: # the website\n": "site_url: @ # the website\n",
    "site_url: null\n": "site_url: @\n",
    "site_url: ~ # none\n": "site_url: @ # none\n",
    "site_url: ''\n": "site_url: @\n",
    "site_name: Ä 🩺\r\nsite_url:\r\nnav: []\r\n": "site_name: Ä 🩺\r\nsite_url: @\r\nnav: []\r\n",
}
"""Ways to leave a value unset, and what is written; `@` is the address."""


@pytest.mark.parametrize("text", UNSET)
def test_every_way_to_leave_a_value_unset_is_known(tmp_path: Path, text: str) -> None:
    other = "repo_url: https://git.example.org/imaging\n"
    after = fill_in(tmp_path, other + text)
    assert after == other + UNSET[text].replace("@", f"{SITE}/")
    assert fill_in(tmp_path, after) == after


@pytest.mark.parametrize(
    "value", ["https://own.example.org/", "!ENV SITE_URL", ">-\n  https://own.example.org/"]
)
def test_a_value_set_by_hand_stays(tmp_path: Path, value: str) -> None:
    text = f"site_url: {value}\nrepo_url: https://git.example.org/imaging\n"
    assert fill_in(tmp_path, text) == text


def test_a_missing_key_is_added_at_the_end(tmp_path: Path) -> None:
    after = fill_in(tmp_path, "repo_url: https://git.example.org/imaging\nnav:\n  - index.md")
    assert after == f"repo_url: https://git.example.org/imaging\nnav:\n  - index.md\nsite_url: {SITE}/\n"


@pytest.mark.parametrize(
    "address",
    ["", "javascript:alert(1)", "ftp://example.org", "https://a b", "https://a\nx: y", "https://a/#x"],
)
def test_what_is_not_an_address_is_refused_and_nothing_is_written(tmp_path: Path, address: str) -> None:
    with pytest.raises(PublishError, match="is not an address: write https://host/path"):
        fill_in(tmp_path, "site_url:\n", address)
    assert (tmp_path / "mkdocs.yml").read_text() == "site_url:\n"


@pytest.mark.parametrize("text", ["", "- a\n", "{site_url: }\n", "site_url: [\n"])
def test_a_file_without_settings_is_an_error_message(tmp_path: Path, text: str) -> None:
    with pytest.raises(PublishError, match=r"^mkdocs\.yml"):
        fill_in(tmp_path, text)


def test_a_custom_domain_and_another_server_are_respected(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_url:\nrepo_url:\n")
    server = {"GITHUB_SERVER_URL": "https://git.example.org"}
    fill_in_addresses(tmp_path, "http://list.example.org", HERE | server)
    settings = load_settings(tmp_path)
    assert settings.site_url == "http://list.example.org"
    assert settings.repo_url == "https://git.example.org/example/imaging"


def test_the_repository_is_asked_for_if_nobody_names_it(tmp_path: Path) -> None:
    with pytest.raises(PublishError, match="set GITHUB_REPOSITORY"):
        fill_in_addresses(tmp_path, SITE, {})


def test_one_pull_request_proposes_the_addresses_until_people_close_it(
    github: FakeGithub, remote: Path, checkout: Path, tmp_path: Path
) -> None:
    file = checkout / "mkdocs.yml"
    file.write_text("site_name: A # ours\nsite_url:\nrepo_url:\n")
    assert publish("commit", "--message", "Settings", "mkdocs.yml", root=checkout)[1] == 0

    def propose() -> str:
        run("git", "reset", "--quiet", "--hard", "origin/main", cwd=checkout)
        text, code = publish("addresses", "--site-url", SITE, root=checkout)
        assert (code, f"- `site_url: {SITE}/`" in text) == (0, True)
        (tmp_path / "addresses.md").write_text(text)
        words = ("pull-request", "--once", "--branch", "bot/addresses", "--title", "Addresses")
        return publish(*words, str(tmp_path / "addresses.md"), "mkdocs.yml", root=checkout)[0]

    assert propose() == "pull request 1: opened"
    assert propose() == "pull request 1: updated"
    assert run("git", "show", "bot/addresses:mkdocs.yml", cwd=remote) == (
        f"site_name: A # ours\nsite_url: {SITE}/\nrepo_url: https://github.com/example/imaging"
    )
    github.pulls[0]["state"] = "closed"
    assert propose() == "pull request 1: closed before, so nothing is proposed"
    assert len(github.pulls) == 1


def test_nothing_is_proposed_once_both_are_set(github: FakeGithub, checkout: Path, tmp_path: Path) -> None:
    (checkout / "mkdocs.yml").write_text("site_url: https://a.example.org\nrepo_url: https://b.example.org\n")
    publish("commit", "--message", "Settings", "mkdocs.yml", root=checkout)
    text, _ = publish("addresses", "--site-url", SITE, root=checkout)
    assert text == "`mkdocs.yml` has both addresses; nothing to fill in."
    (tmp_path / "addresses.md").write_text(text)
    words = ("pull-request", "--once", "--branch", "bot/addresses", "--title", "Addresses")
    assert publish(*words, str(tmp_path / "addresses.md"), "mkdocs.yml", root=checkout) == (
        "nothing to propose",
        0,
    )
    assert github.pulls == []
