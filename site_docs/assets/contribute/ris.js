// @ts-check
/** Read the records of a text in RIS, as the generator's `add/bibliographies/ris.py` does. */

/** @typedef {{ kind: string, key: string, fields: Record<string, string>, authors: string[] }} RisRecord */

const LINE = /^([A-Z][A-Z0-9])  ?- ?(.*)$/s;
const FIELDS = /** @type {Record<string, string[]>} */ ({
  title: ["TI", "T1", "CT"],
  journal: ["T2", "JO", "JF", "BT", "JA", "J2"],
  year: ["PY", "Y1"],
  doi: ["DO", "DI"],
  url: ["UR", "L2", "L1", "LK"],
  volume: ["VL"],
  number: ["IS"],
  abstract: ["AB", "N2"],
  note: ["AN", "N1", "M1"],
});

/**
 * Whether `text` has a record in RIS.
 * @param {string} text
 */
export function isRis(text) {
  return /(?<![^\r\n])[ \t\ufeff]*TY  ?- ?[A-Z]/.test(text);
}

/**
 * The records of `text`; one without its last line ends at the next one.
 * @param {string} text
 * @returns {RisRecord[]}
 */
export function readRisRecords(text) {
  /** @type {[string, string][][]} */
  const records = [[]];
  for (const written of text.split(/\r\n|\r|\n/)) {
    const line = written.replace(/^[ \t\ufeff]+|[ \t\ufeff]+$/g, "");
    const tag = LINE.exec(line);
    if (tag?.[1] === "TY" || tag?.[1] === "ER") records.push([]);
    const tags = records[records.length - 1] ?? [];
    const last = tags[tags.length - 1];
    if (tag) tags.push([tag[1] ?? "", (tag[2] ?? "").replace(/^[ \t]+|[ \t]+$/g, "")]);
    else if (last && line) last[1] += ` ${line}`;
  }
  return records.filter((tags) => tags[0]?.[0] === "TY").map(record);
}

/** @param {[string, string][]} tags @returns {RisRecord} */
function record(tags) {
  /** @type {Map<string, string>} */
  const first = new Map();
  for (const [name, value] of tags) if (value && !first.has(name)) first.set(name, value);
  const named = Object.entries(FIELDS).map(([name, known]) => [name, known.map((tag) => first.get(tag)).find(Boolean) ?? ""]);
  /** @type {Record<string, string>} */
  const fields = Object.fromEntries(named);
  fields.date = (first.get("DA") ?? fields.year ?? "").replaceAll("/", "-").replace(/-+$/, "");
  fields.pages = ["SP", "EP"].flatMap((tag) => first.get(tag) ?? []).join("-");
  fields.pmid = /^PMID: ?([0-9]+)$/.exec(first.get("AN") ?? "")?.[1] ?? "";
  const authors = tags.filter(([name, value]) => (name === "AU" || name === "A1") && value).map(([, value]) => value);
  return { kind: (first.get("TY") ?? "ris").toLowerCase(), key: first.get("ID") ?? "", fields, authors };
}
