// @ts-check
/** The table that shows chosen rows side by side: their cells, their summaries, and scores on shared benchmarks. */
import * as TEXTS from "../texts/tables.js";

/**
 * @typedef {{ text: string, value: number, variant: string, source: string }} Score without a source it is the authors' own
 *
 * @typedef {object} BenchmarkScores
 * @property {string} benchmark
 * @property {string} address from the root of the site
 * @property {string} setting
 * @property {string} metric
 * @property {"higher" | "lower"} better
 * @property {Record<string, Score>} best by the id of the model
 *
 * @typedef {{ summaries: Record<string, string>, scores: BenchmarkScores[] }} Details
 */

/** @type {Promise<Details | null> | undefined} */
let loading;

/**
 * What the cells of the table do not have; null if it cannot be loaded.
 * @param {string} address
 * @returns {Promise<Details | null>}
 */
export function loadDetails(address) {
  loading ??= fetch(address)
    .then((answer) => (answer.ok ? answer.json() : null))
    .catch(() => null)
    .then((details) => {
      if (!details) loading = undefined; // the next comparison tries again
      return details;
    });
  return loading;
}

/**
 * Fill `sides` with the `rows` of `table` as columns; lines without any value are left out.
 * @param {HTMLTableElement} sides @param {HTMLTableElement} table
 * @param {readonly HTMLTableRowElement[]} rows @param {Details | null} details
 */
export function fillComparison(sides, table, rows, details) {
  const heads = [...(table.tHead?.rows[0].cells ?? [])].slice(1);
  const head = document.createElement("thead");
  head.append(line("td", TEXTS.corner, rows.map(columnHead)));
  const body = document.createElement("tbody");
  const ids = rows.map((row) => row.dataset.id ?? "");
  const summaries = ids.map((id) => cell(details?.summaries[id] ?? ""));
  addLine(body, TEXTS.summary, summaries);
  heads.forEach((one, index) => {
    addLine(body, one.textContent?.trim() ?? "", rows.map((row) => copy(row.cells[index + 1])));
  });
  if (details?.scores.length) body.append(...scoreLines(details.scores, ids, table));
  sides.replaceChildren(head, body);
}

/** @param {readonly BenchmarkScores[]} all @param {readonly string[]} ids @param {HTMLTableElement} table */
function scoreLines(all, ids, table) {
  const shared = sharedScores(all, ids);
  if (!shared.length) {
    const whole = cell(TEXTS.noScores);
    whole.colSpan = ids.length;
    return [line("th", TEXTS.scores, [whole])];
  }
  return shared.map((scores) => line("th", benchmarkName(scores, table), ids.map((id) => scoreCell(scores, id, ids))));
}

/**
 * For each benchmark the setting and metric with numbers of most of the works, if of two at least.
 * @param {readonly BenchmarkScores[]} scores @param {readonly string[]} ids
 */
export function sharedScores(scores, ids) {
  /** @type {Map<string, BenchmarkScores>} */
  const found = new Map();
  /** @param {BenchmarkScores | undefined} one */
  const measured = (one) => ids.filter((id) => one?.best[id]).length;
  for (const one of scores) {
    if (measured(one) > Math.max(1, measured(found.get(one.address)))) found.set(one.address, one);
  }
  return [...found.values()];
}

/**
 * Whether the number of `id` is the best of those of `ids`.
 * @param {BenchmarkScores} scores @param {string} id @param {readonly string[]} ids
 */
export function isBest({ best, better }, id, ids) {
  const values = ids.flatMap((other) => best[other]?.value ?? []);
  return best[id]?.value === (better === "higher" ? Math.max(...values) : Math.min(...values));
}

/** @param {HTMLTableSectionElement} body @param {string} name @param {HTMLTableCellElement[]} cells */
function addLine(body, name, cells) {
  if (!cells.some((one) => one.textContent?.trim())) return;
  for (const one of cells) if (!one.textContent?.trim()) one.append(hint(TEXTS.blank));
  body.append(line("th", name, cells));
}

/** @param {"th" | "td"} kind @param {string | Node} name @param {readonly HTMLTableCellElement[]} cells */
function line(kind, name, cells) {
  const row = document.createElement("tr");
  const first = document.createElement(kind);
  if (kind === "th") first.setAttribute("scope", "row");
  first.append(name);
  row.append(first, ...cells);
  return row;
}

/** @param {HTMLTableRowElement} row */
function columnHead(row) {
  const head = copy(row.cells[0]);
  head.scope = "col";
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = TEXTS.remove;
  button.dataset.remove = row.dataset.id;
  button.setAttribute("aria-label", TEXTS.removeNamed(row.cells[0].dataset.sort ?? ""));
  head.append(button);
  return head;
}

/** A cell without its checkbox. @param {HTMLTableCellElement} original */
function copy(original) {
  const twin = /** @type {HTMLTableCellElement} */ (original.cloneNode(true));
  twin.querySelector(".choose")?.remove();
  return twin;
}

/** @param {string} text */
function cell(text) {
  const made = document.createElement("td");
  made.textContent = text;
  return made;
}

/** @param {string} text */
function hint(text) {
  const made = document.createElement("span");
  made.className = "hint";
  made.textContent = text;
  return made;
}

/** @param {BenchmarkScores} scores @param {HTMLTableElement} table */
function benchmarkName(scores, table) {
  const link = document.createElement("a");
  link.href = `${table.dataset.root}${scores.address}`;
  link.textContent = scores.benchmark;
  const name = document.createDocumentFragment();
  name.append(link, " ", hint(TEXTS.measured(scores)));
  return name;
}

/** @param {BenchmarkScores} scores @param {string} id @param {readonly string[]} ids */
function scoreCell(scores, id, ids) {
  const score = scores.best[id];
  const made = cell("");
  if (!score) {
    made.append(hint(TEXTS.blank));
    return made;
  }
  const number = document.createElement(isBest(scores, id, ids) ? "strong" : "span");
  number.textContent = score.text;
  const source = score.source ? TEXTS.others(score.source) : TEXTS.own;
  made.append(number, " ", hint([score.variant, source].filter(Boolean).join("; ")));
  return made;
}
