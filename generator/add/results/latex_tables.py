"""Read the rows of a LaTeX tabular as plain text, with the number of columns that each cell spans."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.add.results.printed_values import is_number

_GROUP = r"\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}"
_BEGIN = re.compile(
    rf"\\begin\{{(?:(?:tabular|array|longtable)\}}(?:\[[^\]]*\])?|(?:tabular\*|tabularx|tabulary)\}}{_GROUP})\s*{_GROUP}"
)
_END = re.compile(r"\\end\{(?:tabular[*xy]?|array|longtable|tabulary)\}")
_COMMENT = re.compile(r"(?<!\\)%[^\n]*")
_RULES = re.compile(
    r"\\(?:hline|toprule|midrule|bottomrule|endhead|endfirsthead|endfoot|endlastfoot|hdashline|addlinespace"
    r"|specialrule|cmidrule|cline|cdashline|rowcolor|arrayrulecolor|noalign|Xhline|caption|label|centering)"
    rf"(?![A-Za-z])\*?(?:\([^()]*\)|\[[^\[\]]*\]|{_GROUP})*"
)
_TOKEN = re.compile(r"\\\\\*?(?:\[[^\[\]\n]*\])?|\\[A-Za-z]+\*?|\\.|[{}&]|[^\\{}&]+|\\", re.DOTALL)
_NEW_ROW = ("\\\\", "\\tabularnewline")

_DROPPED = re.compile(
    rf"\\(?:cite[a-z]*|footnote|footnotemark|textsuperscript(?!\{{[^{{}}]*(?:\\pm|±))|tnote|ref|cellcolor|color|vspace|hspace|rule)\*?"
    rf"(?:\[[^\[\]]*\])*(?:{_GROUP})?"
)
_TEXTCOLOR = re.compile(rf"\\(?:textcolor|colorbox)(?:\[[^\[\]]*\])?{_GROUP}")
_RAISED = re.compile(r"\^(?:\{(?![^{}]*(?:\\pm|±))[^{}]*\}|\\(?!pm)[A-Za-z]+|[^\s\\{])")
_AFTER_DIGIT = re.compile(r"(?<=[0-9])([}$]*)(?=_|\{[^.,{}]|\\[A-Za-z]+\*?\s*\{)")
"""Where a subscript, a group or an argument follows a number: its digits do not belong to the number."""
_SPANS = re.compile(rf"\s*\\multicolumn\s*\{{\s*(\d{{1,3}})\s*\}}\s*{_GROUP}")
_ROWS = re.compile(
    rf"\s*\\multirow\s*(?:\[[^\[\]]*\])?\{{\s*([*=\d-]{{1,4}})\s*\}}(?:\[[^\[\]]*\])?\s*{_GROUP}"
)
_SYMBOLS = {
    "\\pm": " ± ",
    "\\uparrow": "",
    "\\downarrow": "",
    "\\times": "×",
    "\\textendash": "–",
    "\\textemdash": "—",
    "\\newline": " ",
    "\\quad": " ",
    "~": " ",
}
_ESCAPED = re.compile(r"\\([%&_#$ {}])")
_COMMAND = re.compile(r"\\(?:[A-Za-z]+\*?|.)")
_FONT = (
    "bf|bfseries|it|itshape|em|sc|scshape|sf|sffamily|tt|ttfamily|rm|sl|boldmath|tiny|scriptsize|footnotesize"
    "|small|normalsize|large|Large|centering|raggedright|raggedleft|xspace|hfill|par|left|right|relax|protect"
)
_FORMATTING = re.compile(rf"\\(?:(?:{_FONT})(?![A-Za-z])|[A-Za-z]+\*?(?=\s*\{{\s*[^}}\s])|[^A-Za-z])")
"""Commands that print nothing by themselves: fonts, spaces, and every command with an argument."""


class LatexCell(NamedTuple):
    """The text of a cell, and how many columns it spans."""

    text: str
    span: int


def is_latex(text: str) -> bool:
    """Whether `text` holds a tabular, or the lines of one."""
    lines = text.splitlines()
    return bool(_BEGIN.search(text)) or any("&" in line and "\\\\" in line for line in lines)


def read_rows(text: str) -> Iterator[list[LatexCell]]:
    """Yield the rows of the first tabular in `text`, or of `text` itself where it is the inside of one.

    A name that reaches over several rows is in each of them; a number is in its own row only.

    >>> list(read_rows(r"Net & \\textbf{85.2} \\\\"))
    [[LatexCell(text='Net', span=1), LatexCell(text='85.2', span=1)]]
    """
    reaching: dict[int, tuple[int, LatexCell]] = {}
    for sources in _split(_RULES.sub("", _find_inside(_COMMENT.sub("", text)))):
        cells = [_read_cell(source) for source in sources]
        for place, (source, cell) in enumerate(zip(sources, cells, strict=True)):
            rows_left, above = reaching.pop(place, (0, cell))
            if rows_left and not cell.text:
                cells[place] = above
                reaching[place] = (rows_left - 1, above)
            elif not is_number(cell.text):
                reaching[place] = (_count_rows_below(source), cell)
        yield cells


def _count_rows_below(source: str) -> int:
    """Over how many more rows the cell reaches, by its `\\multirow`."""
    match = _ROWS.match(source)
    return int(match[1]) - 1 if match and match[1].isdigit() else 0


def _find_inside(text: str) -> str:
    """The inside of the first tabular.

    Authors put a tabular into a cell to break its line; it becomes a group, so that it ends no row.
    """
    begin = _BEGIN.search(text)
    if not begin:
        return text
    depth, place, pieces = 1, begin.end(), []
    for mark in sorted([*_BEGIN.finditer(text, place), *_END.finditer(text, place)], key=lambda m: m.start()):
        is_end = mark[0].startswith("\\end")
        pieces.append(text[place : mark.start()])
        depth, place = depth + (-1 if is_end else 1), mark.end()
        if depth == 0:
            return "".join(pieces)
        pieces.append("}" if is_end else "{")
    return "".join([*pieces, text[place:]])


def _split(text: str) -> Iterator[list[str]]:
    """Yield the cells of each row; `&` and `\\\\` within braces do not end a cell or a row."""
    cells, depth = [""], 0
    for token in _TOKEN.findall(text):
        if token in "{}":
            depth = max(0, depth + (1 if token == "{" else -1))
        if depth == 0 and token.startswith(_NEW_ROW):
            yield cells
            cells = [""]
        elif depth == 0 and token == "&":
            cells.append("")
        else:
            cells[-1] += " " if token.startswith(_NEW_ROW) else token
    if any(cell.strip() for cell in cells):
        yield cells


def _read_cell(source: str) -> LatexCell:
    match = _SPANS.match(source)
    inner = _ROWS.sub("", source[match.end() :] if match else source, count=1)
    return LatexCell(_read_plain(inner), max(1, int(match[1])) if match else 1)


def _read_plain(source: str) -> str:
    """What a reader of the printed cell sees, without notes, citations and superscripts.

    A command of the paper's own, such as `\\ours`, stays in a text, for a person to write what it prints.
    """
    text = _RAISED.sub("", _TEXTCOLOR.sub("", _DROPPED.sub("", source)))
    text = _AFTER_DIGIT.sub(r"\1 ", text)
    for command, meant in _SYMBOLS.items():
        text = re.sub(rf"{re.escape(command)}(?![A-Za-z])", meant, text)
    parts = _ESCAPED.split(text)  # every second part is an escaped character
    number = _join_plain(parts, _COMMAND)
    return number if is_number(number) else _join_plain(parts, _FORMATTING)


def _join_plain(parts: list[str], dropped: re.Pattern[str]) -> str:
    plain = [
        part if place % 2 else re.sub(r"[{}$_^]", "", dropped.sub("", part))
        for place, part in enumerate(parts)
    ]
    return " ".join("".join(plain).split())
