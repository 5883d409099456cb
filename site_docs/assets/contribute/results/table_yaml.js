// @ts-check
/** Write tables of results in the layout of `medvlm fmt`, as the generator's `layout/tables.py` does. */
import { scalar, textLength, WIDTH } from "../scalars.js";
import { isNumber } from "./printed.js";

const [WIDEST_HEAD, WIDEST_CELL] = [100, 20];

/** Return the lines of `results`. @param {Record<string, any>[]} tables @returns {string[]} */
export function writeTables(tables) {
  return ["results:", ...tables.flatMap(writeTable)];
}

/** @param {Record<string, any>} table */
function writeTable(table) {
  const line = `  - ${inline(table)}`;
  if (!table.columns && table.rows.length === 1 && textLength(line) <= WIDTH) return [line];
  const lines = Object.entries(table).flatMap(([key, value]) => {
    if (key === "columns") return ["    columns:", ...value.flatMap(writeColumn)];
    return key === "rows" ? ["    rows:", ...alignRows(value)] : [`    ${key}: ${scalar(value, false)}`];
  });
  return [`  - ${lines[0]?.trimStart()}`, ...lines.slice(1)];
}

/** @param {Record<string, string>} column */
function writeColumn(column) {
  const line = `      - ${inline(column)}`;
  if (textLength(line) <= WIDTH) return [line];
  return Object.entries(column).map(([key, value], place) => `${place ? "        " : "      - "}${key}: ${scalar(value, false)}`);
}

/** Return a line for each row, with the numbers in columns. @param {Record<string, any>[]} rows @returns {string[]} */
function alignRows(rows) {
  const heads = rows.map(({ values: _, ...before }) => Object.entries(before).map(([key, part]) => `${key}: ${inline(part)}, `).join(""));
  const cells = rows.map(({ values }) => values.map(cell));
  const head = widest(heads, WIDEST_HEAD);
  const widths = (cells[0] ?? []).map((/** @type {string} */ _, /** @type {number} */ place) => widest(cells.map((row) => row[place]), WIDEST_CELL));
  return heads.map((before, row) => {
    const values = cells[row].map((/** @type {string} */ text, /** @type {number} */ place) => pad(text, widths[place]) + text);
    return `      - {${before}${pad(before, head)}values: [${values.join(", ")}]}`;
  });
}

/** @param {string} text @param {number} width */
function pad(text, width) {
  return " ".repeat(Math.max(0, width - textLength(text)));
}

/** @param {string[]} texts @param {number} most */
function widest(texts, most) {
  return Math.max(0, ...texts.map(textLength).filter((length) => length <= most));
}

/** @param {any} value @returns {string} */
function inline(value) {
  if (Array.isArray(value)) return `[${value.map(inline).join(", ")}]`;
  if (value === null || typeof value !== "object") return scalar(value, true);
  const pairs = Object.entries(value).map(([key, part]) => `${key}: ${key === "values" ? `[${part.map(cell).join(", ")}]` : inline(part)}`);
  return `{${pairs.join(", ")}}`;
}

/** A number keeps the digits in which it is printed, without quotes. @param {string | null} value */
function cell(value) {
  if (value === null) return "~";
  return isNumber(value) ? value : scalar(value, true);
}
