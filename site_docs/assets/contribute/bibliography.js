// @ts-check
/** Read a bibliography, in BibTeX or RIS, as the generator's `add/bibliographies/bibliography.py` does: every work becomes a draft. */
import { isBibtex, readRecords } from "./bibtex.js";
import { readNames } from "./bibtex_names.js";
import { cleanName, cleanTitle } from "./cleaning.js";
import { bare, readDate, readIdentifiers, readLinks, readYear } from "./record_facts.js";
import { isRis, readRisRecords } from "./ris.js";
import { readPages, readVolume } from "./volumes.js";

/** @typedef {readonly import("../identifiers.js").Identifier[]} Identifiers */
/** The facts of a work; one that cannot be read has no data, and a note that says why. @typedef {{ source: string, data: Record<string, any>, place: string, year: number | null, notes: string[] }} Draft */

const NO_WORKS = ["proceedings", "mvproceedings", "collection", "mvcollection", "mvbook", "periodical", "xdata", "set"];
const INHERITED = ["year", "date", "month", "booktitle", "journal", "journaltitle", "volume", "number", "issue"];

/**
 * The drafts of a pasted text with the name of its format, or null if it is no bibliography.
 * @param {string} text @param {Identifiers} rows
 * @returns {{ format: string, drafts: Draft[] } | null}
 */
export function readBibliography(text, rows) {
  if (isRis(text)) return { format: "RIS", drafts: readRis(text, rows) };
  return isBibtex(text) ? { format: "BibTeX", drafts: readBibtex(text, rows) } : null;
}

/**
 * A draft for each work of `text`.
 * @param {string} text @param {Identifiers} rows
 * @returns {Draft[]}
 */
function readBibtex(text, rows) {
  const records = readRecords(text);
  const parents = new Map(records.filter(({ key, fault }) => key && !fault).map(({ key, fields }) => [key.toLowerCase(), fields]));
  return records.flatMap(({ kind, key, line, fields, fault }) => {
    if (fault) return [withoutData(key || kind, line, `cannot be read: ${fault}`)];
    if (NO_WORKS.includes(kind)) return [];
    const parent = parents.get((fields.crossref ?? "").replace(/^ +| +$/g, "").toLowerCase());
    const [names, note] = readNames(fields.author ?? "");
    const found = draft({ kind, key, fields: inherited(fields, parent ?? {}) }, names, note ? [`${key}: ${note}`] : [], true, rows);
    return [Object.keys(found.data).length ? found : withoutData(key || kind, line, "names no work: it has no title")];
  });
}

/** @param {string} source @param {number} line @param {string} reason @returns {Draft} */
function withoutData(source, line, reason) {
  return { source, data: {}, place: "", year: null, notes: [`line ${line}: the record \`${source}\` ${reason}`] };
}

/**
 * A draft for each work of `text`, which is in RIS.
 * @param {string} text @param {Identifiers} rows
 * @returns {Draft[]}
 */
function readRis(text, rows) {
  return readRisRecords(text).map((record) => draft(record, record.authors.map(natural).filter(Boolean), [], false, rows));
}

/** @param {string} author */
function natural(author) {
  const [last = "", first = "", ...more] = author.split(",").map((part) => part.replace(/^ +| +$/g, ""));
  return cleanName([first, last, ...more].join(" "), false);
}

/** @param {Record<string, string>} fields @param {Record<string, string>} parent */
function inherited(fields, parent) {
  const all = /** @type {Record<string, string>} */ ({ booktitle: parent.title ?? "", ...parent });
  return { ...fields, ...Object.fromEntries(INHERITED.map((name) => [name, fields[name] || all[name] || ""])) };
}

/** @param {{ kind: string, key: string, fields: Record<string, string> }} record @param {string[]} authors @param {string[]} notes @param {boolean} isLatex @param {Identifiers} rows @returns {Draft} */
function draft(record, authors, notes, isLatex, rows) {
  const fields = Object.fromEntries(Object.entries(record.fields).filter(([, text]) => /[^ ]/.test(text)));
  const [title, subtitle] = [fields.title, fields.subtitle].map((text) => cleanTitle(text ?? "", isLatex));
  const identifiers = readIdentifiers(fields, rows);
  const data = {
    title: title && subtitle ? `${title}: ${subtitle}` : title,
    authors,
    date: readDate(fields, identifiers.arxiv ?? ""),
    ...identifiers,
    volume: readVolume(bare(fields.volume)),
    number: readVolume(bare(fields.number || fields.issue)),
    pages: [fields.pages, fields.eid, fields["article-number"], fields.articleno].map((text) => readPages(bare(text))).find(Boolean),
    links: readLinks(fields, record.kind, identifiers),
  };
  const places = [fields.booktitle, fields.journal, fields.journaltitle, fields.howpublished];
  const place = places.find((text) => text && !text.includes("://")) ?? "";
  const year = readYear(fields);
  return {
    source: record.key || record.kind,
    data: Object.fromEntries(Object.entries(data).filter(([, value]) => value && (typeof value !== "object" || Object.keys(value).length))),
    place: cleanTitle(place, isLatex),
    year: year ? Number(year) : null,
    notes,
  };
}
