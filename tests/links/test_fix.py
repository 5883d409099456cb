"""`--fix` changes one value and nothing else, or does not change the file."""

from pathlib import Path

import pytest

from generator.checking.load import load
from generator.files.project import ProjectFileError
from generator.links import fix
from generator.links.answers.verdict import Verdict
from generator.links.fix import FileFix, fix_entries
from generator.links.gathering.gather import gather_entry_links
from generator.links.result import LinkResult
from generator.yamlfiles.reading import MAX_BYTES

HEAD = "title: A Title\nkind: model\nsection: x\nadded: 2026-01-01\n"
OLD, NEW = "https://x.org/old", "https://x.org/new"


def fixed_text(
    folder: Path, text: str, new: str = NEW, *, doi: str = "", accepted: tuple[str, ...] = ()
) -> str:
    """The text of an entry's file after all its links were fixed."""
    fix_links(folder, text, new, doi=doi, accepted=accepted)
    return (folder / "entries" / "a1.yaml").read_bytes().decode()


def fix_links(
    folder: Path, text: str, new: str = NEW, *, doi: str = "", accepted: tuple[str, ...] = ()
) -> list[FileFix]:
    """Fix all links of an entry's file with the content `text`."""
    file = folder / "entries" / "a1.yaml"
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(text.encode())
    loaded = load(folder)
    links = gather_entry_links(loaded.catalog.entries["a1"], "entries/a1.yaml")
    if doi:
        results = [
            LinkResult(link, Verdict.OK, "now published", doi, doi) for link in links if link.field == "arxiv"
        ]
    else:
        results = [LinkResult(link, Verdict.MOVED, "moved", new) for link in links if link.url == OLD]
    done = fix_entries(folder, results, loaded.find_document, accepted)
    assert len(done) == len(results) if not doi or accepted else done == []
    return done


@pytest.mark.parametrize(
    "links",
    [
        f"links:\n  data: {OLD}\n",
        f"links:\n  data: {OLD}   # a comment: {OLD}\n",
        f'links:\n  data: "{OLD}"\n',
        f"links:\n  data: '{OLD}'\n",
        f"links: {{data: {OLD}}}\n",
        f"links: {{data: [{OLD}], demo: https://x.org/other}}\n",
        f"links:\n  data:\n    - https://x.org/other\n    -   {OLD}\n",
        f"links:\n  data: {OLD}\n  project: {OLD}\n",
        f"links:\r\n  data: {OLD}\r\n",
        f"\ufefflinks:\n  data: {OLD}\n",
    ],
)
def test_only_the_address_changes(links: str, tmp_path: Path) -> None:
    mark, body = ("\ufeff", links[1:]) if links.startswith("\ufeff") else ("", links)
    before = mark + HEAD + body
    comment = before.partition("# ")[2]
    expected = before.replace(OLD, NEW)
    if comment:
        expected = before.partition("# ")[0].replace(OLD, NEW) + "# " + comment
    assert fixed_text(tmp_path, before) == expected


def test_an_address_gets_quotes_if_yaml_needs_them(tmp_path: Path) -> None:
    after = fixed_text(tmp_path, f"{HEAD}links: {{data: {OLD}}}\n", "https://x.org/a,b[c]")
    assert after == f'{HEAD}links: {{data: "https://x.org/a,b[c]"}}\n'


@pytest.mark.parametrize(
    ("links", "new"),
    [
        (f"links:\n  data: >-\n    {OLD}\n", NEW),
        ('links:\n  data: "https://x.org/\\x6fld"\n', NEW),
        (f"links:\n  data: {OLD}\n", "javascript:alert(1)"),
        (f"links:\n  data: {OLD}\n", "https://x.org/a b"),
        (f"links:\n  data: '{OLD}'\n", "https://x.org/it's"),
    ],
)
def test_a_fix_that_is_not_safe_is_not_made(links: str, new: str, tmp_path: Path) -> None:
    assert fixed_text(tmp_path, HEAD + links, new) == HEAD + links


@pytest.mark.parametrize("ending", ["\n", "\r\n", ""])
def test_a_doi_is_added_after_the_arxiv_id(ending: str, tmp_path: Path) -> None:
    before = f'{HEAD}arxiv: "2401.00001"  # here{ending}'
    assert fixed_text(tmp_path, before, doi="10.5555/x") == before
    after = fixed_text(tmp_path, before, doi="10.5555/x", accepted=("a1",))
    line_end = ending or "\n"
    assert after == f'{HEAD}arxiv: "2401.00001"  # here{line_end}doi: 10.5555/x{line_end}'


def test_every_proposal_can_be_accepted_at_once(tmp_path: Path) -> None:
    before = f'{HEAD}arxiv: "2401.00001"\n'
    assert fixed_text(tmp_path, before, doi="10.5555/x", accepted=("all",)) == f"{before}doi: 10.5555/x\n"


def test_a_doi_gets_quotes_and_an_invalid_one_is_not_written(tmp_path: Path) -> None:
    before = f'{HEAD}arxiv: "2401.00001"\n'
    assert (
        fixed_text(tmp_path, before, doi="10.5555/a,b", accepted=("a1",)) == f'{before}doi: "10.5555/a,b"\n'
    )
    assert fixed_text(tmp_path, before, doi="no doi", accepted=("a1",)) == before


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_file_that_would_be_too_large_is_not_changed(mark: str, tmp_path: Path) -> None:
    head, longer = f"{mark}{HEAD}links:\n  data: {OLD}\n", f"{OLD}er"
    largest = head + "#" * (MAX_BYTES - len(head.encode()) - 2)
    assert fixed_text(tmp_path, largest, longer) == largest.replace(OLD, longer)
    assert fixed_text(tmp_path, f"{largest}#", longer) == f"{largest}#"
    (done,) = fix_links(tmp_path, f"{largest}#", longer)
    assert done.message.startswith("not changed: it would be larger than 256 KiB")
    assert "shorten it, then try again" in done.message


def test_what_cannot_be_written_is_said_of_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(root: Path, path: str, content: bytes) -> None:
        raise ProjectFileError(f"`{path}` cannot be written: No space left on device")

    monkeypatch.setattr(fix, "write_inside", refuse)
    (done,) = fix_links(tmp_path, f"{HEAD}links:\n  data: {OLD}\n")
    assert done.message == "not changed: `entries/a1.yaml` cannot be written: No space left on device"
