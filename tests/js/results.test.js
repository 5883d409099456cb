import assert from "node:assert/strict";
import { test } from "node:test";
import { keepChanges } from "../../site_docs/assets/contribute/results/keep_changes.js";
import { readTable, UnreadableTable } from "../../site_docs/assets/contribute/results/pasted.js";
import { findCellError, readValue, shift } from "../../site_docs/assets/contribute/results/printed.js";
import { checkResults } from "../../site_docs/assets/contribute/results/result_rules.js";
import { makeTable } from "../../site_docs/assets/contribute/results/table_data.js";
import { writeTables } from "../../site_docs/assets/contribute/results/table_yaml.js";

const texts = (raw) => readTable(raw).rows.map((row) => row.map(({ text }) => text));
const COMMA = "Model,Open,Closed\nNet,50.00,—\nWeb Net,61.5 ± 0.4,\n";
const MARKDOWN = "Printed:\n\n| Model | Open | Closed |\n|:--|--:|---|\n| [Net](https://example.org) | **50.00** | — |\n| Web Net | <u>61.5</u> ± 0.4 | |\n\nThe | end.";
const LATEX = String.raw`\begin{tabular}{l|cc} % a comment & more \\
\toprule
Model & Open & \multirow{1}{*}{Closed}~\cite{who} \\ \cmidrule(lr){2-3}
\rowcolor{gray!10} Net$^\dagger$ & \textbf{50.00} & — \\[2pt]
\begin{tabular}[c]{@{}l@{}}Web\\Net\end{tabular} & $61.5_{\pm 0.4}$ & \textsuperscript{1} \\
\end{tabular}`;

test("every format gives the same rows", () => {
  for (const raw of [COMMA, COMMA.replaceAll(",", "\t"), COMMA.replaceAll(",", ";"), MARKDOWN, LATEX]) {
    const [head, first, last] = texts(raw);
    assert.deepEqual([head, first], [["Model", "Open", "Closed"], ["Net", "50.00", "—"]]);
    assert.deepEqual([last[0], readValue(last[1]), last[2]], ["Web Net", "61.5 ± 0.4", ""]);
  }
});

test("quotes, bars and line breaks are possible within a cell", () => {
  assert.deepEqual(texts('a,b\n"Net, ""large""\nof it",1\n'), [["a", "b"], ['Net, "large" of it', "1"]]);
  assert.deepEqual(texts("| a | b |\n|---|---|\n| x \\| y | 1 |\n"), [["a", "b"], ["x | y", "1"]]);
});

test("a command of the paper stays in a text but not at a number", () => {
  const raw = String.raw`\ours{} & \method & \best{50.0} & 51.0\worse & \textbf{\small Net}\xspace \\`;
  assert.deepEqual(texts(raw), [["\\ours", "\\method", "50.0", "51.0", "Net"]]);
});

test("a text that is no table is refused with the reason", () => {
  for (const [raw, reason] of [["", /no table found/], ["only words", /no table found/], ["x".repeat(300_000), /larger than 256 KiB/], ["a,b\n".repeat(600), /600 rows and 2 columns/]]) {
    assert.throws(() => readTable(raw), (error) => error instanceof UnreadableTable && reason.test(error.message));
  }
});

test("a cell in another form is reported with its written form where that is certain", () => {
  const written = { "85,2": "85.2", "85.2±0.3": "85.2 ± 0.3", "85.2%": "85.2", "0,852": "0.852", "−.5": "-.5" };
  for (const [text, better] of Object.entries(written)) assert.equal(findCellError(text), `is not a number: write \`${better}\``);
  for (const text of ["1,234", "85.2*", "n/a"]) assert.match(findCellError(text), /write it as printed/);
  for (const text of ["85.2", "85.2 ± 0.3", ".5", "-1"]) assert.equal(findCellError(text), null);
});

test("a decimal point is moved without losing a digit", () => {
  assert.deepEqual([".8520", "0.5", "1", "0.05 ± 0.010"].map((text) => shift(text, 2)), ["85.20", "50", "100", "5 ± 1.0"]);
  assert.deepEqual(["85.20", "-7", "100"].map((text) => shift(text, -2)), ["0.8520", "-0.07", "1.00"]);
  assert.equal(shift("0.00001", 2), "0.001");
});

const row = (model, values, isOther = false) => ({ label: model, model, variant: "", isOther, values });

test("what all columns share is written once, and the rows are aligned", () => {
  const columns = [
    { head: "Open", benchmark: "Films", setting: "open", metric: "accuracy" },
    { head: "BLEU", benchmark: "Films", setting: "", metric: "bleu" },
  ];
  const table = makeTable({ where: "Table 4", columns, rows: [row("", ["50.00", null]), row("Web Net", ["7", "0.25"], true)] }, "Net");
  assert.deepEqual(writeTables([table]), [
    "results:",
    "  - where: Table 4",
    "    benchmark: Films",
    "    columns:",
    "      - {setting: open, metric: accuracy}",
    "      - {metric: bleu}",
    "    rows:",
    "      - {model: Net,                 values: [50.00,    ~]}",
    "      - {model: Web Net, own: false, values: [    7, 0.25]}",
  ]);
});

test("a table without a number, without a metric or with a repeated number is reported", () => {
  const messages = (table) => checkResults([table], []).map(({ message }) => message);
  const rows = [{ model: "Net", values: ["1"] }, { model: "Net", values: ["2"] }];
  assert.deepEqual(messages({ benchmark: "Films", metric: "x", rows }), ["the same result as number 1 of row 1 of table 1: delete one"]);
  assert.deepEqual(messages({ benchmark: "Films", metric: "x", rows: [{ model: "Net", values: [null] }] }), ["the table has no number: write its numbers, or delete the table"]);
  assert.deepEqual(messages({ benchmark: "Films", rows: [{ model: "Net", values: ["1"] }] }), ["the table has no `metric`: write it"]);
});

test("what a person changed is kept for the column of the same head, and no more", () => {
  const column = (head, metric, benchmark = "") => ({ head, benchmark, setting: "", metric });
  const before = [column("Score", ""), column("Acc", "accuracy")];
  const chosen = [column("Score", "bleu", "Films"), column("Acc", "accuracy")];
  assert.deepEqual(keepChanges(column("Score", "x"), 0, chosen, before, "head"), column("Score", "bleu", "Films"));
  assert.deepEqual(keepChanges(column("Score", ""), 1, chosen, before, "head"), column("Score", "bleu", "Films"));
  assert.deepEqual(keepChanges(column("Acc", "top"), 1, chosen, before, "head"), column("Acc", "top"));
  assert.deepEqual(keepChanges(column("Other", ""), 0, chosen, before, "head"), column("Other", ""));
});
