// @ts-check
/** The rule for tables of results, as in the generator's `rules/result_values.py`. */
import { isPrintedNumber, shift } from "./printed.js";

/** @typedef {import("../schema.js").Problem} Problem */
/** @typedef {import("../schema.js").Keys} Keys */
/** @typedef {import("../facts.js").Term} Term */
/** @typedef {Record<string, any>} Part */

const MAX_NUMBERS = 2000;
const PARTS = /** @type {const} */ (["benchmark", "setting", "metric"]);

/** Return the columns of a table, each with what the table says about all of them. @param {Part} table @returns {Part[]} */
export function completeColumns(table) {
  return (table.columns ?? [{}]).map((/** @type {Part} */ column) => Object.fromEntries(PARTS.map((part) => [part, column[part] ?? table[part]])));
}

/** @param {Part[]} tables @param {Term[]} metrics @returns {Problem[]} */
export function checkResults(tables, metrics) {
  const forms = tables.flatMap((table, place) => checkTable(table, ["results", place]));
  const numbers = tables.flatMap(listNumbers);
  const tooMany = `${numbers.length.toLocaleString("en")} numbers: an entry may have at most ${MAX_NUMBERS.toLocaleString("en")}`;
  /** @type {Map<string, string>} */
  const seen = new Map();
  return [
    ...forms,
    ...findCommands(tables, ["results"]),
    ...(numbers.length > MAX_NUMBERS ? [makeProblem(["results"], tooMany)] : []),
    ...numbers.flatMap((number) => checkNumber(number, metrics, seen)),
  ];
}

/** @param {Keys} keys @param {string} message @param {boolean} [warning] @returns {Problem} */
function makeProblem(keys, message, warning = false) {
  return { keys, rule: "result", message, ...(warning ? { warning } : {}) };
}

/** @param {Part} table @param {Keys} keys @returns {Problem[]} */
function checkTable(table, keys) {
  const rows = /** @type {Part[]} */ (table.rows ?? []);
  const hasNumber = rows.some(({ values = [] }) => values.some((/** @type {string | null} */ value) => value !== null));
  const missing = completeColumns(table).flatMap((column, index) =>
    (/** @type {const} */ (["benchmark", "metric"])).filter((name) => !column[name]).map((name) => {
      const message = table.columns ? `no \`${name}\` here: write it here or at the table` : `the table has no \`${name}\`: write it`;
      return makeProblem([...keys, ...(table.columns ? ["columns", index] : []), name], message);
    }),
  );
  const empty = makeProblem([...keys, "rows"], "the table has no number: write its numbers, or delete the table");
  return hasNumber ? missing : [empty, ...missing];
}

/** A number with its column, its row and its place. @typedef {{ column: Part, row: Part, where: string, text: string, keys: Keys }} PrintedNumber */

/** @param {Part} table @param {number} place @returns {PrintedNumber[]} */
function listNumbers(table, place) {
  const columns = completeColumns(table);
  return (table.rows ?? []).flatMap((/** @type {Part} */ row, /** @type {number} */ rowPlace) =>
    columns.flatMap((column, index) => {
      const text = row.values?.[index];
      const keys = ["results", place, "rows", rowPlace, "values", index];
      const isRead = typeof text === "string" && isPrintedNumber(text) && column.benchmark && column.metric;
      return isRead ? [{ column, row, where: table.where ?? "", text, keys }] : [];
    }),
  );
}

/** @param {PrintedNumber} number @param {Term[]} metrics @param {Map<string, string>} seen @returns {Problem[]} */
function checkNumber({ column, row, where, text, keys }, metrics, seen) {
  const metric = metrics.find(({ written }) => written === column.metric);
  const value = text.split(" ± ")[0] ?? "";
  const found = [];
  const error = metric && findRangeError(value, text, metric);
  if (error) found.push(makeProblem(keys, error));
  else if (metric?.unit === "percent" && text === value && Number(value) > 0 && Number(value) <= 1) {
    found.push(makeProblem(keys, `${value} is in percent here: if it is a fraction, write \`${shift(text, 2)}\``, true));
  }
  const identity = JSON.stringify([column.benchmark, column.setting ?? "", column.metric, row.model, row.variant ?? "", where]);
  const first = seen.get(identity);
  if (first) found.push(makeProblem(keys, `the same result as ${first}: delete one`));
  else seen.set(identity, `number ${Number(keys[5]) + 1} of row ${Number(keys[3]) + 1} of table ${Number(keys[1]) + 1}`);
  return found;
}

/** @param {string} text @param {string} cell @param {Term} metric */
function findRangeError(text, cell, { label, unit, minimum, maximum }) {
  const value = Number(text);
  const hint = unit === "fraction" && value > 1 && value <= 100 ? `: if it is a percent, write \`${shift(cell, -2)}\`` : "";
  if (minimum !== undefined && value < minimum) return `${text} is less than the minimum of ${label}, ${minimum}`;
  return maximum !== undefined && value > maximum ? `${text} is more than the maximum of ${label}, ${maximum}${hint}` : null;
}

/** Return each text with a command of a pasted LaTeX table. @param {any} value @param {Keys} keys @returns {Problem[]} */
function findCommands(value, keys) {
  if (typeof value === "string") {
    const command = /\\[A-Za-z]+/.exec(value);
    return command ? [makeProblem(keys, `\`${command[0]}\` is a LaTeX command: write what it prints`)] : [];
  }
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([name, part]) => findCommands(part, [...keys, Array.isArray(value) ? Number(name) : name]));
}
