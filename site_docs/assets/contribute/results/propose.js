// @ts-check
/** Make columns and rows from a pasted table, as the generator's `add/results/proposal.py` does; nothing is guessed. */
import { quoted } from "../quoted.js";
import { UnreadableTable } from "./pasted.js";
import { isPrintedNumber, readValue } from "./printed.js";

/** @typedef {import("./pasted.js").PastedCell} PastedCell */
/** @typedef {import("./table_names.js").TableNames} TableNames */
/** @typedef {{ head: string, benchmark: string, setting: string, metric: string }} Column */
/** A row; `model` is empty where it is the work itself. @typedef {{ label: string, model: string, variant: string, isOther: boolean, values: (string | null)[] }} Row */
/** `notes` say what a person must check or complete. @typedef {{ columns: Column[], rows: Row[], notes: string[] }} Proposal */
/** `names` and `values` are the numbers of columns. @typedef {{ head: PastedCell[][], body: PastedCell[][], names: number[], values: number[] }} Parts */

/**
 * Propose a table of results for `pasted`. Throws UnreadableTable.
 * @param {import("./pasted.js").PastedTable} pasted
 * @param {TableNames} names
 * @returns {Proposal}
 */
export function proposeTable(pasted, names) {
  const parts = findParts(pasted.rows, names);
  /** @type {string[]} */
  const notes = [];
  const heads = readHeads(parts, pasted.hasSpans, notes).map((texts) => names.readHead(texts));
  heads.forEach((head, place) => describeHead(head, place, notes));
  noteLeftOutColumns(parts, notes);
  const rows = readRows(parts, heads.map((head) => names.isPercent(head.metric)), names, notes);
  const columns = heads.map(({ text, benchmark, setting, metric }) => ({ head: text, benchmark: names.listed.nameOf(benchmark), setting, metric }));
  noteEqualHeads(columns, notes);
  const other = rows.find(({ isOther }) => isOther);
  if (other) notes.push(`rows of other works get “another group's model”, such as ${quoted(names.listed.nameOf(other.model))}: check them`);
  return { columns, rows: rows.map((row) => ({ ...row, model: names.listed.nameOf(row.model) })), notes };
}

/** @param {PastedCell[][]} rows @param {TableNames} names @returns {Parts} */
function findParts(rows, names) {
  let first = rows.findIndex((row) => row.slice(1).some(({ text }) => isPrintedNumber(text)));
  if (first < 0) throw new UnreadableTable("no row of the table has a number after a name");
  while (first > 1 && !rows[first - 1]?.slice(1).some(({ text, continues }) => text && !continues)) first--;
  const [head, body] = [rows.slice(0, first), rows.slice(first)];
  const columns = [...(body[0] ?? []).keys()];
  const values = columns.filter((column) => column && body.some((row) => isPrintedNumber(at(row, column))));
  const known = new Map(columns.slice(0, values[0]).map((column) => [column, body.filter((row) => names.listed.findId(at(row, column))).length]));
  return { head, body, names: [...known.keys()].sort((left, right) => (known.get(right) ?? 0) - (known.get(left) ?? 0)), values };
}

/** @param {PastedCell[]} row @param {number} column */
function at(row, column) {
  return row[column]?.text ?? "";
}

/** Return the texts above each column of numbers, from the top. @param {Parts} parts @param {boolean} hasSpans @param {string[]} notes */
function readHeads({ head, values }, hasSpans, notes) {
  const filled = head.map((row) => row.map(({ text }) => text));
  for (const row of hasSpans ? [] : filled.slice(0, -1)) {
    const empty = values.slice(1).filter((column) => !row[column]);
    for (const column of empty) row[column] = row[column - 1] ?? "";
    const note = "empty cells in the head take the text at their left: check them";
    if (empty.length && !notes.includes(note)) notes.push(note);
  }
  return values.map((column) => [...new Set(filled.map((row) => row[column] ?? ""))].filter(Boolean));
}

/** @param {import("./table_names.js").ColumnHead} head @param {number} place @param {string[]} notes */
function describeHead(head, place, notes) {
  const missing = /** @type {const} */ (["benchmark", "metric"]).filter((name) => !head[name]);
  if (!missing.length && !head.rest) return;
  const what = [head.rest && `${quoted(head.rest)} is not understood`, missing.length && `add the ${missing.join(" and the ")}`];
  notes.push(`column ${place + 1} ${head.text ? `with the head ${quoted(head.text)}` : "without a head"}: ${what.filter(Boolean).join("; ")}`);
}

/** @param {Parts} parts @param {string[]} notes */
function noteLeftOutColumns({ head, body, values }, notes) {
  for (let column = values[0] ?? 0; column < (body[0]?.length ?? 0); column++) {
    const text = [...head, ...body].map((row) => at(row, column)).find(Boolean);
    if (!values.includes(column) && text) notes.push(`the column with ${quoted(text)} has no numbers: left out`);
  }
}

/** @param {Column[]} columns @param {string[]} notes */
function noteEqualHeads(columns, notes) {
  const descriptions = columns.map(({ benchmark, setting, metric }) => JSON.stringify([benchmark, setting, metric]));
  descriptions.forEach((description, place) => {
    const first = descriptions.indexOf(description);
    if (first < place) notes.push(`column ${place + 1} is headed as column ${first + 1}: write what differs, as a setting`);
  });
}

/** @param {Parts} parts @param {boolean[]} percent @param {TableNames} names @param {string[]} notes @returns {Row[]} */
function readRows({ body, names: places, values: columns }, percent, names, notes) {
  /** @type {Row[]} */
  const rows = [];
  /** @type {string[]} */
  let headings = [];
  for (const row of body) {
    const texts = columns.map((column) => (row[column]?.continues ? "" : at(row, column)));
    const [label = "", ...others] = places.map((column) => at(row, column)).filter(Boolean);
    if (!texts.some(isPrintedNumber)) {
      headings.push([...new Set(row.map(({ text }) => text).filter(Boolean))].join(" "));
      continue;
    }
    if (columns.some((column) => row[column]?.continues)) notes.push(`row ${quoted(label)}: a number over several columns is put into the first of them`);
    const values = texts.map((text, place) => readValue(text, percent[place]));
    noteValues(label, texts, values, notes);
    const model = names.readModel(label);
    noteRow(rows.length, label, model, headings, notes);
    headings = [];
    rows.push({ label, model: model.model, variant: [model.variant, ...others].filter(Boolean).join(", "), isOther: model.model !== "" || !label, values });
  }
  for (const heading of headings) notes.push(`the last row, ${quoted(heading)}, has no numbers: left out`);
  return rows;
}

/** @param {string} label @param {string[]} texts @param {(string | null)[]} values @param {string[]} notes */
function noteValues(label, texts, values, notes) {
  values.forEach((value, place) => {
    const isText = value !== null && value === texts[place] && !isPrintedNumber(value);
    if (isText) notes.push(`row ${quoted(label)}, number ${place + 1}: ${quoted(value)} is not a number: kept as text`);
  });
}

/** @param {number} number @param {string} label @param {import("./table_names.js").ModelName} model @param {string[]} headings @param {string[]} notes */
function noteRow(number, label, model, headings, notes) {
  for (const heading of headings) notes.push(`${quoted(heading)}, above row ${quoted(label)}, has no numbers: left out`);
  if (!label) notes.push(`row ${number + 1} has no name: write its model`);
  else if (!model.isKnown) notes.push(`no entry has the name ${quoted(label)}: kept as a plain name${model.guess ? `, did you mean \`${model.guess}\`?` : ""}`);
}
