// @ts-check
/** Read CSV, TSV and Markdown tables as rows of texts, as the generator's `add/results/pasted_tables.py` does. */

/**
 * Return the rows of `text`, which is Markdown where it has a line such as `|---|`.
 * @param {string} text
 * @returns {string[][]}
 */
export function readPlainRows(text) {
  const lines = text.split(/\r\n|\r|\n/);
  return lines.some(isRule) ? readMarkdown(lines) : readSeparated(lines);
}

/** Return the first block of lines with bars, without the line below the head. @param {string[]} lines */
function readMarkdown(lines) {
  const start = lines.findIndex((line) => line.includes("|"));
  const length = lines.slice(start).findIndex((line) => !line.includes("|"));
  const block = lines.slice(start, length < 0 ? undefined : start + length);
  return block.filter((line) => !isRule(line)).map(readMarkdownCells);
}

/** Whether `line` is the one below the head of a Markdown table. @param {string} line */
function isRule(line) {
  return line.includes("|") && line.includes("-") && /^[|:\- \t]*$/.test(line);
}

/** @param {string} line */
function readMarkdownCells(line) {
  const inner = line.trim().replace(/^\|/, "");
  const cells = (inner.endsWith("\\|") ? inner : inner.replace(/\|$/, "")).split(/(?<!\\)\|/);
  return cells.map((cell) => cell.replaceAll("\\|", "|"));
}

/** @param {string[]} lines */
function readSeparated(lines) {
  const first = lines.find((line) => line.trim()) ?? "";
  const count = (/** @type {string} */ mark) => first.split(mark).length - 1;
  const mark = first.includes("\t") ? "\t" : count(";") > count(",") ? ";" : ",";
  return first.includes(mark) ? readQuoted(lines.join("\n"), mark) : [];
}

/** Read rows whose cells may be in double quotes. @param {string} text @param {string} mark */
function readQuoted(text, mark) {
  /** @type {string[][]} */
  const rows = [];
  let row = [];
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"?)?([^${mark}\\n]*)(${mark}|\\n|$)`, "y");
  for (cell.lastIndex = 0; cell.lastIndex <= text.length; ) {
    const [, inQuotes = "", rest = "", end] = cell.exec(text) ?? [];
    row.push(inQuotes.replaceAll('""', '"') + rest);
    if (end === mark) continue;
    rows.push(row);
    row = [];
    if (!end) break;
  }
  return rows;
}
