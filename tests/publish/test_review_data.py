"""The review of a pull request as data: read back as it was, refused where it is anything else."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from generator.publish.review.collect import collect_review
from generator.publish.review.data import MAX_BYTES, BrokenReview, read_review
from tests.publish.fake_github import FakeGithub
from tests.publish.reviewing import ENTRY, HEAD, change
from tests.publish.test_publish import publish


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "review.json is not a review: it is not the JSON of `medvlm review"),
        ("[" * 100_000, "review.json is not a review: it is not the JSON of `medvlm review"),
        ('{"version": 2}', "review.json is not a review: see `version`"),
        (" " * (MAX_BYTES + 1), f"review.json is larger than {MAX_BYTES // 1024} KiB"),
    ],
)
def test_another_file_is_refused(tmp_path: Path, github: FakeGithub, text: str, message: str) -> None:
    file = tmp_path / "review.json"
    file.write_text(text)
    with pytest.raises(BrokenReview, match=re.escape(message)):
        read_review(file)


def test_an_address_that_is_no_web_address_is_refused(tracked: Path, tmp_path: Path) -> None:
    change(tracked, ENTRY, lambda text: text.replace("several turns", "many turns"))
    data = json.loads(collect_review(tracked, "HEAD").to_json())
    data["entries"][0]["preview"]["url"] = "javascript:alert(1)"
    file = tmp_path / "review.json"
    file.write_text(json.dumps(data))
    with pytest.raises(BrokenReview, match="preview"):
        read_review(file)


def test_data_read_back_are_the_same(tracked: Path, report: Path, tmp_path: Path) -> None:
    (tracked / ENTRY).unlink()
    review = collect_review(tracked, "HEAD", report)
    file = tmp_path / "review.json"
    file.write_text(review.to_json(), "utf-8")
    assert read_review(file) == review


EVIL = "@ada fixes #12 GH-7 <b>x</b> [a](javascript:x) ![i](https://x.example) ::error::y `code"


def fill(value: Any) -> Any:
    """The data of a review with `EVIL` as every text."""
    if isinstance(value, dict):
        return {
            key: fill(inner) if key not in ("kind", "severity", "verdict", "status") else inner
            for key, inner in value.items()
        }
    if isinstance(value, list):
        return [fill(inner) for inner in value]
    is_address = isinstance(value, str) and value.startswith("http")
    return EVIL if isinstance(value, str) and not is_address else value


def test_words_of_a_fork_are_inert(tracked: Path, report: Path, github: FakeGithub, tmp_path: Path) -> None:
    change(tracked, ENTRY, lambda text: text.replace("kind: ", "kid: "))
    change(
        tracked, "entries/_vocabulary/tasks.yaml", lambda text: text.replace("slug: vqa,", "slug: asking,")
    )
    change(tracked, "README.md", lambda text: text + "More\n")
    data = json.loads(collect_review(tracked, "HEAD", report).to_json())
    file = tmp_path / "review.json"
    file.write_text(json.dumps(fill(data)))
    head = {"sha": HEAD, "ref": "patch-1", "repo": {"full_name": "ada/imaging"}}
    github.pulls = [{"number": 7, "state": "open", "head": head}]
    assert publish("review", "--head", HEAD, str(file), root=tracked) == ("comment on 7: written", 0)
    body = github.comments[7][0]["body"]
    assert "@ada" not in body
    tokens = list(MarkdownIt("gfm-like", {"linkify": False}).parse(body))
    inner = [child for token in tokens for child in token.children or ()]
    html = {child.content for child in inner if child.type == "html_inline"}
    assert html <= {"<span>", "</span>"}
    assert not any(child.type == "image" for child in inner)
    links = [str(child.attrs["href"]) for child in inner if child.type == "link_open"]
    assert links
    assert all(link.startswith("https://") for link in links)
    shown = "".join(child.content for child in inner if child.type == "text")
    assert not re.search(r"#\d|GH-\d", shown)
    assert not any(line.lstrip().startswith("::") for line in body.splitlines())
