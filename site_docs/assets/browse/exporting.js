// @ts-check
/** Pick the records of some entries out of a file of the whole list. */

/** The formats, with the type of their files. @type {Readonly<Record<string, string>>} */
export const TYPES = {
  bib: "application/x-bibtex",
  ris: "application/x-research-info-systems",
  csv: "text/csv",
  json: "application/json",
};

/** @type {Readonly<Record<string, (text: string, ids: readonly string[]) => string>>} */
const PICKERS = { bib: pickBibtex, ris: pickRis, csv: pickCsv, json: pickJson };

/**
 * Return the file `text` in `format` with only the records of `ids`, in the order of `ids`.
 * @param {string} format
 * @param {string} text
 * @param {readonly string[]} ids
 */
export function pick(format, text, ids) {
  const picker = PICKERS[format];
  if (!picker) throw new Error(`no such format: ${format}`);
  return picker(text, ids);
}

/** @param {string} text @param {readonly string[]} ids */
function pickBibtex(text, ids) {
  return blocks(text, /^@\w+\{([^,]+),/, ids);
}

/** @param {string} text @param {readonly string[]} ids */
function pickRis(text, ids) {
  return blocks(text, /^ID {2}- (.+)$/m, ids);
}

/**
 * Pick records that are separated by blank lines.
 * @param {string} text @param {RegExp} id @param {readonly string[]} ids
 */
function blocks(text, id, ids) {
  const records = text.replace(/\n+$/, "").split(/\n\n+/);
  const byId = new Map(records.map((record) => [id.exec(record)?.[1] ?? "", record]));
  return `${known(byId, ids).join("\n\n")}\n`;
}

/** @param {string} text @param {readonly string[]} ids */
function pickCsv(text, ids) {
  const [head = "", ...rows] = csvRows(text);
  const byId = new Map(rows.map((row) => [row.slice(0, row.indexOf(",")), row]));
  return [head, ...known(byId, ids), ""].join(text.includes("\r\n") ? "\r\n" : "\n");
}

/**
 * The rows as they are written; a line break within quotation marks does not end a row.
 * @param {string} text
 */
function csvRows(text) {
  return text.match(/(?:"[^"]*"|[^"\r\n])+/g) ?? [];
}

/** @param {string} text @param {readonly string[]} ids */
function pickJson(text, ids) {
  const whole = JSON.parse(text);
  const byId = new Map(whole.entries.map((/** @type {{ id: string }} */ entry) => [entry.id, entry]));
  return `${JSON.stringify({ ...whole, entries: known(byId, ids) }, null, 1)}\n`;
}

/**
 * @template Item
 * @param {ReadonlyMap<string, Item>} byId @param {readonly string[]} ids
 * @returns {Item[]}
 */
function known(byId, ids) {
  return ids.flatMap((id) => byId.get(id) ?? []);
}
