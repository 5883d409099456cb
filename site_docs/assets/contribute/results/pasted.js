// @ts-check
/** Read a table that a person pasted as rows of plain cells, as the generator's `add/results/pasted_tables.py` does. */
import { isLatex, readRows } from "./latex_table.js";
import { readPlainRows } from "./separated.js";

/** A cell; `continues` where the cell before it spans this column too. @typedef {{ text: string, continues: boolean }} PastedCell */
/** `hasSpans`: whether the format itself says which cells span several columns. @typedef {{ rows: PastedCell[][], hasSpans: boolean }} PastedTable */

const [MAX_LENGTH, MAX_ROWS, MAX_COLUMNS, MAX_CELL_LENGTH] = [256 * 1024, 500, 100, 1000];
const NAMED = /** @type {Record<string, string>} */ ({ amp: "&", lt: "<", gt: ">", quot: '"', nbsp: " ", plusmn: "±", minus: "−", ndash: "–", mdash: "—" });

export class UnreadableTable extends Error {}

/**
 * Read the first table in `text`. Throws UnreadableTable, with the reason.
 * @param {string} text
 * @returns {PastedTable}
 */
export function readTable(text) {
  if (text.length > MAX_LENGTH) throw new UnreadableTable("the text is larger than 256 KiB: paste one table");
  const hasSpans = isLatex(text);
  const read = hasSpans ? readRows(text).map(spread) : readPlainRows(text).map((row) => row.map((cell) => makeCell(cell)));
  const rows = read.filter((row) => row.some((cell) => cell.text));
  if (!rows.length) throw new UnreadableTable("no table found: paste CSV, TSV, Markdown or a LaTeX tabular");
  const width = Math.max(...rows.map((row) => row.length));
  if (rows.length > MAX_ROWS || width > MAX_COLUMNS) {
    throw new UnreadableTable(`the table has ${rows.length} rows and ${width} columns: paste at most ${MAX_ROWS} and ${MAX_COLUMNS}`);
  }
  const blanks = (/** @type {number} */ count) => Array.from({ length: count }, () => makeCell(""));
  return { rows: rows.map((row) => [...row, ...blanks(width - row.length)]), hasSpans };
}

/** @param {import("./latex_table.js").LatexCell[]} row */
function spread(row) {
  return row.flatMap(({ text, span }) => {
    const length = Math.min(span, MAX_COLUMNS);
    return Array.from({ length }, (_, place) => makeCell(text, place > 0));
  });
}

/** @param {string} text @param {boolean} [continues] @returns {PastedCell} */
function makeCell(text, continues = false) {
  return { text: clean(text), continues };
}

/** Return `text` on one line without the marks of Markdown and HTML, and without superscripts. @param {string} text */
function clean(text) {
  if (text.length > MAX_CELL_LENGTH) throw new UnreadableTable("a cell has more than 1,000 characters: paste only the table");
  let plain = text
    .replace(/!?\[([^[\]]*)\]\([^()\s]*\)/g, "$1")
    .replace(/<sup>(?![^<]*(?:±|&plusmn;|&#177;))[^<]*<\/sup>/gi, "")
    .replace(/<\/?[A-Za-z][A-Za-z0-9]{0,9}(?:\s[^<>]*)?\/?>/g, " ")
    .replace(/&(?:#(\d{1,7});?|(amp|lt|gt|quot|nbsp|plusmn);?|([a-z]+);)/g, (whole, code, old, named) => (code && code < 0x110000 ? String.fromCodePoint(code) : (NAMED[old ?? named] ?? whole)));
  for (let twice = 0; twice < 2; twice++) plain = plain.replace(/(\*\*|__|\*|`|~~)(?=\S)(.*?\S)\1/g, "$2");
  return plain.replace(/(?! )[\p{C}\p{Z}]/gu, " ").split(/\s+/).filter(Boolean).join(" ");
}
