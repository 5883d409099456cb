"""A cache is believed only where this user on this machine wrote it, whole."""

import subprocess
from hashlib import sha256
from pathlib import Path

import pytest

from generator.checking.cache import CACHE_FILE
from generator.checking.check import check
from tests.checking.aging import ENTRY, age


@pytest.mark.parametrize("broken", ["", "{", "cut", "changed"])
def test_a_damaged_cache_is_ignored_and_replaced(root: Path, reads: list[str], broken: str) -> None:
    check(root)
    file = root / CACHE_FILE
    whole = file.read_bytes()
    made = {"cut": whole[:-100], "changed": whole.replace(b'"tool"', b'"tolo"')}
    assert made["changed"] != whole
    file.write_bytes(made.get(broken, broken.encode()))
    reads.clear()
    assert check(root).problems == []
    assert reads
    assert file.read_bytes() == whole


@pytest.mark.parametrize("body", [b"{", b"[]", b'{"a":1}\n3', b'{"a":[1,2,3]}\n3', b"{}\n3", b"\xff"])
def test_a_cache_of_another_form_is_ignored(root: Path, body: bytes) -> None:
    check(root)
    version = (root / CACHE_FILE).read_bytes().partition(b" ")[0]
    (root / CACHE_FILE).write_bytes(version + b" " + sha256(body).hexdigest().encode() + b"\n" + body)
    assert check(root).problems == []


def forge(root: Path, title: str) -> None:
    """Write a cache as one could who knows the code and the entry, but not the key of the user here."""
    head, _, body = (root / CACHE_FILE).read_bytes().partition(b"\n")
    forged = body.replace(b"FilmKit", title.encode())
    assert forged != body
    (root / CACHE_FILE).write_bytes(
        head.split()[0] + b" " + sha256(forged).hexdigest().encode() + b"\n" + forged
    )


def test_a_forged_cache_changes_nothing(root: Path, reads: list[str]) -> None:
    before = check(root).catalog.entries["filmkit"]
    forge(root, "Evil")
    reads.clear()
    age(root)
    assert check(root).catalog.entries["filmkit"] == before
    assert ENTRY in reads


def test_a_cache_of_another_machine_is_not_believed(
    root: Path, reads: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    check(root)
    age(root)
    reads.clear()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "another"))
    check(root)
    assert ENTRY in reads


def test_a_cache_that_git_tracks_is_not_believed(root: Path, reads: list[str]) -> None:
    check(root)
    age(root)
    for words in (["init", "-q"], ["add", "--force", CACHE_FILE]):
        subprocess.run(["git", *words], cwd=root, check=True)
    reads.clear()
    check(root)
    assert ENTRY in reads


def test_without_a_place_for_the_key_there_is_no_cache(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert check(root).problems == []
    assert not (root / CACHE_FILE).exists()


def test_a_cache_is_not_written_through_a_link(root: Path) -> None:
    outside = root.parent / "outside"
    outside.mkdir()
    (root / ".cache").symlink_to(outside)
    assert check(root).problems == []
    assert [*outside.iterdir()] == []
