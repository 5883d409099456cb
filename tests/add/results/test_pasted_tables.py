"""Tables as people paste them: every format gives the same rows, and no text gives a traceback."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.add.results.pasted_tables import UnreadableTable, read_table
from generator.add.results.printed_values import read_value

COMMA = "Model,Open,Closed\nNet,50.00,—\nWeb Net,61.5 ± 0.4,\n"
MARKDOWN = """\
As the paper prints it:

| Model | Open | Closed |
|:--|--:|---|
| [Net](https://example.org/net) | **50.00** | — |
| Web Net | <u>61.5</u> ± 0.4 | |

The end | of it.
"""
LATEX = r"""
\begin{table}\caption{A table & its caption \\}
\begin{tabular}{l|cc} % a comment & more \\
\toprule
Model & Open & \multirow{1}{*}{Closed}~\cite{who} \\ \cmidrule(lr){2-3}
\rowcolor{gray!10} Net$^\dagger$ & \textbf{50.00} & — \\[2pt]
\begin{tabular}[c]{@{}l@{}}Web\\Net\end{tabular} & $61.5_{\pm 0.4}$ & \textsuperscript{1} \\
\bottomrule
\end{tabular}
\end{table}
"""


def texts(raw: str) -> list[list[str]]:
    return [[cell.text for cell in row] for row in read_table(raw.encode()).rows]


@pytest.mark.parametrize(
    "raw", [COMMA, COMMA.replace(",", "\t"), COMMA.replace(",", ";"), f"\ufeff{COMMA}", MARKDOWN, LATEX]
)
def test_every_format_gives_the_same_rows(raw: str) -> None:
    *rows, last = texts(raw)
    assert rows == [["Model", "Open", "Closed"], ["Net", "50.00", "—"]]
    assert (last[0], read_value(last[1]), last[2]) == ("Web Net", "61.5 ± 0.4", "")


def test_the_rows_of_a_tabular_are_enough() -> None:
    assert texts(r"Net & 50.00 \\ \hline Web & \textit{7\%} \\") == [["Net", "50.00"], ["Web", "7%"]]


def test_a_command_of_the_paper_stays_in_a_text_but_not_at_a_number() -> None:
    raw = r"\ours{} & \method & \best{50.0} & 51.0\worse & \textbf{\small Net}\xspace \\"
    assert texts(raw) == [["\\ours", "\\method", "50.0", "51.0", "Net"]]


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        (r"$85.2^{\pm 0.3}$", "85.2 ± 0.3"),
        (r"\textbf{85.2}\textsuperscript{$\pm$0.3}", "85.2 ± 0.3"),
        (r"$85.2_{3}$", "85.2 3"),
        (r"\textbf{85}\std{3}", "85 3"),
        (r"85{\tiny 3}", "85 3"),
        (r"85{.}5$^{2}$", "85.5"),
    ],
)
def test_small_print_after_a_number_is_not_lost_and_not_part_of_it(cell: str, shown: str) -> None:
    assert texts(rf"Net & {cell} & 1 \\") == [["Net", shown, "1"]]


def test_a_raised_deviation_in_html_is_not_lost() -> None:
    ((_, shown), *_) = texts("| Net | 61.5<sup>±0.3</sup> |\n|--|--|\n| Web | 1 |\n")
    assert read_value(shown) == "61.5 ± 0.3"


def test_a_cell_over_several_columns_continues() -> None:
    (row,) = read_table(rb"\multicolumn{3}{c|}{\textbf{Films}} & 1 \\").rows
    assert [(cell.text, cell.continues) for cell in row] == [
        ("Films", False),
        ("Films", True),
        ("Films", True),
        ("1", False),
    ]


def test_quotes_and_bars_are_possible_within_a_cell() -> None:
    assert texts('"Net, large",1\n') == [["Net, large", "1"]]
    assert texts('a,b\n"Net\nlarge",1\n') == [["a", "b"], ["Net large", "1"]]
    assert texts("| a | b |\n|---|---|\n| x \\| y | 1 |\n") == [["a", "b"], ["x | y", "1"]]


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "no table found: paste CSV, TSV, Markdown or a LaTeX tabular"),
        (b"only words", "no table found: paste CSV, TSV, Markdown or a LaTeX tabular"),
        (b"\xff\xfe", "the text is not UTF-8: save it in that encoding"),
        (b"x" * 300_000, "the text is larger than 256 KiB: paste one table"),
        (b"a," * 200, "the table has 1 rows and 201 columns: paste at most 500 and 100"),
        (b"a,b\n" * 600, "the table has 600 rows and 2 columns: paste at most 500 and 100"),
        (b"a," + b"x" * 2000, "a cell has more than 1,000 characters: paste only the table"),
        (
            b'a,"' + b"\n" + b"x" * 200_000,
            "the text cannot be read as CSV: field larger than field limit (131072)",
        ),
    ],
)
def test_a_text_that_is_not_a_table_is_refused(raw: bytes, message: str) -> None:
    with pytest.raises(UnreadableTable) as error:
        read_table(raw)
    assert str(error.value) == message


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("85.2", 85.2),
        ("85.20", "85.20"),
        ("48", 48),
        ("-0.5", -0.5),
        ("−0.5", -0.5),
        ("85.2%", 85.2),
        ("85.2 %±0.3 %", "85.2 ± 0.3"),
        ("85.20 +/- 0.30", "85.20 ± 0.30"),
        ("—", None),
        ("", None),
        ("N/A", None),
        ("1,234", "1,234"),
        ("85.2*", "85.2*"),
        ("OOM", "OOM"),
    ],
)
def test_a_cell_keeps_its_printed_digits(text: str, value: object) -> None:
    assert read_value(text) == value


PIECES = st.sampled_from(
    [
        *"&|,;\t\n\\{}$%^_-~*`<>[]()±\x00\u202e",
        *("\\\\", "\\begin{tabular}{ll}", "\\end{tabular}", "\\multicolumn{2}{c}{x}", "\\hline", "\\pm"),
        *("\\multirow{2}{*}{y}", "|---|---|\n", "**", "50.00", "Net"),
    ]
)


@given(st.lists(PIECES | st.text(max_size=4), max_size=40).map("".join))
def test_no_text_gives_a_traceback(text: str) -> None:
    try:
        table = read_table(text.encode("utf-8", "surrogatepass"))
    except UnreadableTable:
        return
    assert len({len(row) for row in table.rows}) == 1
    assert all(cell.text.isprintable() for row in table.rows for cell in row)
