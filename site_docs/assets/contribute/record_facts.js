// @ts-check
/** The date, the identifiers and the links of a record, as in the generator's `add/bibliographies/record_facts.py`. */
import { readIdentifier } from "../identifiers.js";
import { unescapeEntities } from "./cleaning.js";

/** @typedef {import("../identifiers.js").Identifier} Identifier */
/** @typedef {Record<string, string>} FieldTexts */

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const YEAR = /(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])/;
const ISO_DATE = /^([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?(?![0-9-])/;
const ESCAPED = /\\([_#%&~{}$])/g;
const ADDRESS = /https?:\/\/[^ <>"{}|\\^`]{1,2000}/i;
const HOST_AND_PATH = /^https?:\/\/([^/?#]+)([^?#]*)/i;
const ARXIV_NAMED =
  /(?:arxiv[:. ]*|arxiv\.org\/[a-z]+\/|arxiv.{0,3} preprint[:. ]*|(?:^|[ ,])abs\/)([0-9]{4}\.[0-9]{4,5}|[a-z-]+(?:\.[a-z]{2})?\/[0-9]{7})(?:v[0-9]+)?(?![0-9.]*[0-9])/i;
const DOI = /10\.[0-9]{4,9}\/[^ {}]+/;
const DOI_NAMED = /doi(?:\.org\/|[:= ] *)(10\.[0-9]{4,9}\/[^ {}]+)/i;
const AFTER_DOI = /(?:\.full|\.pdf|\.html|\/full|\/pdf|\/abstract|\/meta|v[0-9]+)+$/;
const PAPERS = [
  "article", "inproceedings", "conference", "incollection", "inbook", "book", "phdthesis", "mastersthesis", "thesis", "techreport",
  "report", "unpublished", "proceedings", "jour", "cpaper", "conf", "chap", "rprt", "thes", "unpb",
];
const HUB_KINDS = /** @type {Record<string, string>} */ ({ datasets: "data", spaces: "demo" });
/** Hosts that have a record about the work, not the work. */
export const NO_PAGES = ["semanticscholar.org", "dblp.org", "scholar.google.com"];

/**
 * An identifier or a number without LaTeX's braces and escapes.
 * @param {string | undefined} text
 */
export function bare(text) {
  const plain = unescapeEntities((text ?? "").replace(ESCAPED, "$1").replaceAll("\\url", ""));
  return plain.replace(/[{}]/g, "").replaceAll("~", " ").replace(/^ +| +$/g, "");
}

/**
 * The year in which the record says that the work was published, or an empty text.
 * @param {FieldTexts} fields
 */
export function readYear(fields) {
  const years = [fields.year, fields.date].map((text) => YEAR.exec(text ?? "")?.[0]);
  return years.find(Boolean) ?? (fields.booktitle ?? "").match(new RegExp(YEAR, "g"))?.at(-1) ?? "";
}

/**
 * The date of the record, or the month of its arXiv id, which is that of the first version.
 * @param {FieldTexts} fields @param {string} arxiv
 */
export function readDate(fields, arxiv) {
  const written = writtenDate(fields);
  if (!/^[0-9]{4}\./.test(arxiv)) return written;
  const month = `20${arxiv.slice(0, 2)}-${arxiv.slice(2, 4)}`;
  return written.startsWith(month) ? written : month;
}

/** @param {FieldTexts} fields */
function writtenDate(fields) {
  const given = ISO_DATE.exec((fields.date ?? "").replace(/^[ {]+/, ""));
  if (given && isDate(given[1] ?? "", given[2] ?? "01", given[3] ?? "01")) return given[0];
  const year = readYear(fields);
  const month = monthOf((fields.month ?? "").toLowerCase());
  return year && month ? `${year}-${String(month).padStart(2, "0")}` : year;
}

/** @param {string} year @param {string} month @param {string} day */
function isDate(year, month, day) {
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return year !== "0000" && !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day);
}

/** @param {string} text */
function monthOf(text) {
  for (const word of text.match(/[a-z]{3,}/g) ?? []) {
    const place = MONTHS.indexOf(word.slice(0, 3));
    if (place >= 0) return place + 1;
  }
  return Number(/^[ {]*0?([1-9]|1[0-2])[ }]*$/.exec(text)?.[1] ?? 0);
}

/**
 * The identifiers that the record names, by their fields in an entry.
 * @param {FieldTexts} fields @param {readonly Identifier[]} rows
 */
export function readIdentifiers(fields, rows) {
  const address = readAddress(fields);
  /** @type {Record<string, string>} */
  const found = { arxiv: arxivOf(fields, address, rows), doi: doiOf(fields, address, rows) };
  for (const row of rows) if (!(row.field in found)) found[row.field] = readIdentifier([row], address)?.id ?? "";
  const number = bare(fields.pmid);
  if (/^[1-9][0-9]{0,7}$/.test(number)) found.pubmed = number;
  return Object.fromEntries(Object.entries(found).filter(([, id]) => id));
}

/**
 * The web address of the record, or an empty text.
 * @param {FieldTexts} fields
 */
export function readAddress(fields) {
  const found = [fields.url, fields.howpublished].map((text) => ADDRESS.exec(bare(text))?.[0]).find(Boolean);
  return (found ?? "").replace(/[.,;]+$/, "");
}

/**
 * The address of the record under its key of `links`; none where it has an identifier.
 * @param {FieldTexts} fields @param {string} kind @param {Record<string, string>} identifiers
 * @returns {Record<string, string>}
 */
export function readLinks(fields, kind, identifiers) {
  const address = readAddress(fields);
  const parts = HOST_AND_PATH.exec(address);
  const host = (parts?.[1] ?? "").toLowerCase().replace(/^www\./, "");
  const steps = (parts?.[2] ?? "").split("/").filter(Boolean);
  const [first = "", second = ""] = steps;
  if (!host || Object.keys(identifiers).length || NO_PAGES.some((one) => host.endsWith(one))) return {};
  if (host === "github.com" && second) return { code: `https://github.com/${first}/${second.replace(/\.git$/, "")}` };
  if (host === "huggingface.co") return { [steps.length ? (HUB_KINDS[first] ?? "weights") : "project"]: address };
  if (steps.at(-1)?.toLowerCase().endsWith(".pdf")) return { pdf: address };
  return { [PAPERS.includes(kind) ? "paper" : "project"]: address };
}

/** @param {readonly Identifier[]} rows @param {string} field @param {string} text */
function read(rows, field, text) {
  return readIdentifier(rows.filter((row) => row.field === field), text)?.id ?? "";
}

/** Whether `id` has the form of the ids of a field. @param {readonly Identifier[]} rows @param {string} field @param {string} id */
function isId(rows, field, id) {
  return rows.some((row) => row.field === field && new RegExp(row.pattern).test(id));
}

/** @param {FieldTexts} fields @param {string} address @param {readonly Identifier[]} rows */
function arxivOf(fields, address, rows) {
  const archive = bare(fields.archiveprefix || fields.eprinttype).toLowerCase();
  const eprint = archive === "" || archive === "arxiv" ? read(rows, "arxiv", bare(fields.eprint)) : "";
  const own = eprint || read(rows, "arxiv", address) || read(rows, "arxiv", bare(fields.doi));
  if (own) return own;
  for (const name of ["journal", "journaltitle", "volume", "howpublished", "note", "number", "pages"]) {
    const named = ARXIV_NAMED.exec(bare(fields[name]))?.[1] ?? "";
    if (isId(rows, "arxiv", named)) return named;
  }
  return "";
}

/** @param {FieldTexts} fields @param {string} address @param {readonly Identifier[]} rows */
function doiOf(fields, address, rows) {
  const path = (address.split(/[?#]/)[0] ?? "").replace(/%2f/gi, "/");
  const candidates = [
    DOI.exec(bare(fields.doi))?.[0],
    DOI.exec(path)?.[0].replace(AFTER_DOI, ""),
    DOI_NAMED.exec(bare(fields.howpublished))?.[1],
    DOI_NAMED.exec(bare(fields.note))?.[1],
  ].map((doi) => (doi ?? "").replace(/[.,;]+$/, ""));
  return candidates.find((doi) => doi && !doi.toLowerCase().includes("arxiv") && isId(rows, "doi", doi)) ?? "";
}
