"""`medvlm add-results`: a pasted table in an entry, with notes on what was not understood."""

import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.add.results.names import NameFinder
from generator.add.results.pasted_tables import UnreadableTable, read_table
from generator.add.results.proposal import TableDefaults, propose_table
from generator.catalog.catalog import Catalog
from generator.checking.check import check
from generator.checking.load import load
from generator.cli import main
from generator.entry import layout
from generator.entry.layout.tree import LayoutNode
from generator.exits import USAGE

ENTRY = "entries/2023/sample2023wordpix.yaml"
PASTED = """\
| Method | AskFilm (Acc.) | | BLEU |
| | zero-shot | fine-tuned, test split | |
|---|---|---|---|
| ImageTalk (7B) [12, 13] | **61.50** | 70.1 ± 0.4 | — |
| Ours | 48% | 55 | 0.310 |
"""
GIVEN = ("--benchmark", "AskFilm", "--where")
TABLE = """\
results:
  - where: Table 4
    benchmark: AskFilm
    columns:
      - {setting: zero-shot, metric: accuracy}
      - {setting: fine-tuned, metric: accuracy}
      - {metric: bleu}
    rows:
      - {model: ImageTalk, variant: 7B, own: false, values: [61.50, 70.1 ± 0.4,     ~]}
      - {model: WordPix,                            values: [   48,         55, 0.310]}
"""


@pytest.fixture
def pasted(tmp_path: Path) -> Path:
    file = tmp_path / "table.md"
    file.write_text(PASTED, "utf-8")
    return file


def test_a_table_is_added_to_the_entry(root: Path, pasted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (root / ENTRY).read_text("utf-8")
    assert main(["--root", str(root), "add-results", "WordPix", str(pasted), *GIVEN, "Table 4"]) == 0
    assert capsys.readouterr().out == (
        "note: empty cells in the head take the text at their left: check them\n"
        "note: rows of other works get `own: false`, such as `ImageTalk`: check them\n"
        f"{ENTRY} written: 2 rows, 5 numbers\n"
    )
    text = (root / ENTRY).read_text("utf-8")
    assert TABLE in text
    assert text.replace(TABLE, "") == before
    assert check(root).problems == []


def test_a_second_table_is_added_after_the_first(root: Path, pasted: Path) -> None:
    for place in ("Table 4", "Table 5"):
        assert main(["--root", str(root), "add-results", ENTRY, str(pasted), *GIVEN, place]) == 0
    entry = load(root).catalog.entries["sample2023wordpix"]
    assert [table.where for table in entry.results] == ["Table 4", "Table 5"]


def test_an_entry_with_errors_is_named_and_not_guessed(
    root: Path, pasted: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "entries/2024/broken.yaml").write_text("title: [\n", "utf-8")
    assert main(["--root", str(root), "add-results", "broken", str(pasted)]) == 1
    said = capsys.readouterr().out
    assert said.startswith("error: entries/2024/broken.yaml has errors: run `medvlm check")
    assert "did you mean" not in said


def test_a_dry_run_reads_standard_input_and_writes_nothing(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"Net,50.0\n"), "utf-8"))
    before = {file: file.read_bytes() for file in root.rglob("*.yaml")}
    named = ["--benchmark", "Tiny Films", "--metric", "acc", "--dry-run"]
    assert main(["--root", str(root), "add-results", "WordPix", "-", *named]) == 0
    assert capsys.readouterr().out == (
        "note: no entry has the name `Net`: kept as a plain name\n"
        "note: rows of other works get `own: false`, such as `Net`: check them\n"
        "results:\n"
        "  - {benchmark: Tiny Films, metric: accuracy, rows: [{model: Net, own: false, values: [50.0]}]}\n"
    )
    assert {file: file.read_bytes() for file in root.rglob("*.yaml")} == before


def test_a_command_of_the_paper_is_reported(catalog: Catalog) -> None:
    pasted = read_table(rb"Model & AskFilm Acc. \\ \method & 50.0 \\")
    table = propose_table(pasted, NameFinder(catalog), "sample2023wordpix", TableDefaults())
    assert table.data["rows"] == [{"model": "\\method", "variant": None, "own": False, "values": [50.0]}]
    assert "`\\method` is a LaTeX command of the paper: write what it prints" in table.notes
    assert not table.is_complete


NOT_UNDERSTOOD = """\
Model,AskFilm on the moon,Fps (s),Backbone
Older models,,,
WordPixx,1.5*,20,big
ImageTalk,2.5,30,small
"""


def test_what_is_not_understood_is_reported_and_stays_readable(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "table.csv"
    file.write_text(NOT_UNDERSTOOD, "utf-8")
    assert main(["--root", str(root), "add-results", "WordPix", str(file)]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[:7] == [
        "note: column 1 with the head `AskFilm on the moon`: `on the moon` is not understood; add the metric",
        "note: column 2 with the head `Fps (s)`: `Fps s` is not understood; add the benchmark and the metric",
        "note: the column with `Backbone` has no numbers: left out",
        "note: row `WordPixx`, number 1: `1.5*` is not a number: kept as text",
        "note: `Older models`, above row `WordPixx`, has no numbers: kept as a comment",
        "note: no entry has the name `WordPixx`: kept as a plain name, did you mean `WordPix`?",
        "note: rows of other works get `own: false`, such as `WordPixx`: check them",
    ]
    assert said[7] == f"{ENTRY} written: 2 rows, 4 numbers"
    assert all(line.startswith(f"  to do: {ENTRY}:") for line in said[8:])
    assert (
        "  - columns:\n"
        "      # TODO: with the head `AskFilm on the moon`: `on the moon` is not understood; add the metric\n"
        "      - {benchmark: AskFilm, setting: on the moon}\n"
        "      # TODO: with the head `Fps (s)`: `Fps s` is not understood; add the benchmark and the metric\n"
        "      - {note: Fps (s)}\n"
        "    rows:\n"
        "      # TODO: above it is `Older models`\n"
        "      - {model: WordPixx, own: false,  values: [1.5*, 20]}\n"
        "      - {model: ImageTalk, own: false, values: [ 2.5, 30]}\n"
    ) in (root / ENTRY).read_text("utf-8")


def test_no_row_of_a_table_is_lost(catalog: Catalog) -> None:
    raw = r"Net & 1.5 \\ Films & & \\ Sounds & & \\ Web & \multicolumn{2}{c}{2.5} \\ Failed & OOM & OOM \\"
    table = propose_table(read_table(raw.encode()), NameFinder(catalog), "sample2023wordpix", TableDefaults())
    assert [row["values"] for row in table.data["rows"]] == [[1.5, None], [2.5, None]]
    assert table.row_comments == {1: "TODO: above it are `Films`, `Sounds`"}
    assert "row `Web`: a number over several columns is put into the first of them" in table.notes
    assert "the last row, `Failed OOM`, has no numbers: left out" in table.notes
    assert not table.is_complete


SPANNED = r"""\begin{tabular}{l|c@{\hspace{2pt}}c}
\multirow{2}{*}{Method} & AskFilm & AskFilm \\ & Acc. & Acc. \\ \hline
\multirow{2}{*}{Net} & 1.5 & \multirow{2}{*}{9} \\ & 2.5 & \\ & 3.5 & 4 \\
\end{tabular} \end{table}"""


def test_a_name_over_several_rows_is_in_each_and_what_is_ambiguous_is_said(catalog: Catalog) -> None:
    table = propose_table(
        read_table(SPANNED.encode()), NameFinder(catalog), "sample2023wordpix", TableDefaults()
    )
    rows = [(row["model"], row["values"]) for row in table.data["rows"]]
    assert rows == [("Net", [1.5, 9]), ("Net", [2.5, None]), ("", [3.5, 4])]
    assert "row 3 has no name: write its `model`" in table.notes
    assert "column 2 is headed as column 1: write what differs, as a setting" in table.notes
    assert not table.is_complete


@pytest.mark.parametrize(
    ("arguments", "content", "message"),
    [
        (
            ["WordPicks"],
            "Net,1",
            "no entry has the id or name `WordPicks`: did you mean `sample2023wordpix`?",
        ),
        (["Nothing at all"], "Net,1", "no entry has the id or name `Nothing at all`"),
        (["WordPix"], "Net,Web", "no row of the table has a number after a name"),
        (["WordPix"], "words", "no table found: paste CSV, TSV, Markdown or a LaTeX tabular"),
    ],
)
def test_a_table_that_cannot_be_added_is_refused(
    root: Path,
    tmp_path: Path,
    arguments: list[str],
    content: str,
    message: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = tmp_path / "table.csv"
    file.write_text(content, "utf-8")
    assert main(["--root", str(root), "add-results", *arguments, str(file)]) == 1
    assert capsys.readouterr().out == f"error: {message}\n"


def test_a_missing_file_is_reported(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--root", str(root), "add-results", "WordPix", "nowhere.csv"])
    assert stopped.value.code == USAGE
    assert "nowhere.csv cannot be read: No such file or directory" in capsys.readouterr().err


def test_an_entry_with_errors_is_not_changed(
    root: Path, pasted: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = root / ENTRY
    file.write_text(f"{file.read_text('utf-8')}results: {{a: 1}}\n", "utf-8")
    before = file.read_bytes()
    assert main(["--root", str(root), "add-results", "WordPix", str(pasted)]) == 1
    assert f"error: `results` in {ENTRY} is not a list" in capsys.readouterr().out
    assert file.read_bytes() == before


TEXTS = st.sampled_from(
    ["AskFilm", "Acc.", "zero-shot", "Ours", "WordPix", "50.00", "±", "1 ± 2", "—", "# x", ": "]
)
CELLS = st.lists(TEXTS | st.text(max_size=5), max_size=3).map(" ".join)
GRIDS = st.lists(st.lists(CELLS, min_size=1, max_size=4), min_size=1, max_size=5)


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(GRIDS)
def test_any_pasted_table_is_written_in_the_one_layout(catalog: Catalog, grid: list[list[str]]) -> None:
    raw = "\n".join("\t".join(" ".join(cell.split()) for cell in [*row, ""]) for row in grid)
    try:
        table = propose_table(
            read_table(raw.encode("utf-8", "replace")),
            NameFinder(catalog),
            "sample2023wordpix",
            TableDefaults(),
        )
    except UnreadableTable:
        return
    root = LayoutNode(children=[LayoutNode("results", children=[table.to_tree()])], is_mapping=True)
    text = layout.format_tree(root)
    assert layout.format_text(text) == text
