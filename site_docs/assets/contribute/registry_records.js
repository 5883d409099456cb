// @ts-check
/**
 * Make drafts of the records of Crossref and DataCite, as the generator's `links/providers` and `add/registries/record_draft.py` do.
 * Any part of a record may be missing or of another form: such a part is left out.
 */
import { readIdentifier } from "../identifiers.js";
import { cleanName, cleanTitle } from "./cleaning.js";
import { readPages, readVolume } from "./volumes.js";

/** @typedef {import("../identifiers.js").Identifier} Identifier */
/** The facts of a registry. @typedef {{ data: Record<string, any>, place: string, year: number | null, notes: string[], related: Record<string, string> }} RegistryDraft `related` are identifiers of other versions */

const RETRACTION = /^\[?(?:retracted|withdrawn|removed)(?: article| paper| chapter)?(?:\]|:)\s*/i;
const MAX_LENGTH = 5000; // characters of one text, as in the generator

/**
 * @param {any} record what Crossref has under `message`
 * @param {readonly Identifier[]} rows
 * @returns {RegistryDraft}
 */
export function ofCrossref(record, rows) {
  const date = dateOf(record?.issued?.["date-parts"]?.[0]);
  const titles = list(record?.title).map(text).filter(Boolean);
  const place = text(list(record?.["container-title"]).at(-1)); // the first one may be a series
  const isRetracted = RETRACTION.test(titles[0] ?? "") || list(record?.["updated-by"]).some((update) => update?.type === "retraction");
  return {
    data: kept({
      title: cleanTitle(withSubtitle((titles[0] ?? "").replace(RETRACTION, ""), text(list(record?.subtitle)[0])), false),
      authors: list(record?.author).map(nameOf).filter(Boolean),
      date,
      doi: idOf(text(record?.DOI), "doi", rows),
      volume: readVolume(text(record?.volume)),
      number: readVolume(text(record?.issue)),
      pages: readPages(text(record?.page) || text(record?.["article-number"])),
    }),
    place,
    year: Number(place.match(/(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])/g)?.at(-1) ?? date.slice(0, 4)) || null,
    notes: isRetracted ? ["the work was retracted, as Crossref says"] : [],
    related: kept({ arxiv: list(record?.relation?.["has-preprint"]).map((related) => idOf(text(related?.id), "arxiv", rows)).find(Boolean) }),
  };
}

/**
 * @param {any} record what DataCite has under `data.attributes`
 * @param {readonly Identifier[]} rows
 * @returns {RegistryDraft}
 */
export function ofDatacite(record, rows) {
  const doi = text(record?.doi);
  const arxiv = idOf(doi, "arxiv", rows);
  return {
    data: kept({
      title: cleanTitle(list(record?.titles).map(({ title }) => text(title)).find(Boolean) ?? "", false),
      authors: [...new Set(list(record?.creators).map(creatorOf))].filter(Boolean),
      date: dateOfDatacite(record, arxiv ? ["Submitted"] : ["Issued", "Available"]),
      ...(arxiv ? { arxiv } : { doi: idOf(doi, "doi", rows) }),
    }),
    place: "",
    year: null,
    notes: [],
    related: kept({ doi: arxiv && list(record?.relatedIdentifiers).map((related) => publishedDoi(related, rows)).find(Boolean) }),
  };
}

/** @param {any} value @returns {any[]} objects and texts; nothing else is read */
function list(value) {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string" || (typeof item === "object" && item !== null)) : [];
}

/** @param {any} value */
function text(value) {
  return typeof value === "string" && value.length <= MAX_LENGTH ? value.split(/\s+/).filter(Boolean).join(" ") : "";
}

/** @param {Record<string, any>} data */
function kept(data) {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value && (!Array.isArray(value) || value.length)));
}

/** @param {string} title @param {string} subtitle */
function withSubtitle(title, subtitle) {
  const isNew = title && subtitle && !title.toLowerCase().includes(subtitle.toLowerCase());
  return isNew ? `${title.replace(/[:. ]+$/, "")}: ${subtitle}` : title;
}

/** @param {any} author */
function nameOf({ name, given, family, suffix }) {
  return natural(text(name) || [given, family, suffix].map(text).filter(Boolean).join(" "), Boolean(text(name)));
}

/** @param {any} creator */
function creatorOf({ name, givenName, familyName, nameType }) {
  const isGroup = nameType === "Organizational";
  const [given, family] = [givenName, familyName].map(text);
  return given && family && !isGroup ? cleanName(`${given} ${family}`, false) : natural(text(name), isGroup);
}

/** `First Last` for `Last, First`. @param {string} name @param {boolean} isGroup */
function natural(name, isGroup) {
  const comma = isGroup ? -1 : name.indexOf(",");
  return cleanName(comma < 0 ? name : `${name.slice(comma + 1)} ${name.slice(0, comma)}`, false);
}

/** @param {any} parts year, month and day, as far as they are known */
function dateOf(parts) {
  const known = (Array.isArray(parts) ? parts : []).slice(0, 3).filter((part) => Number.isInteger(part) && part > 0 && part < 10000);
  return known[0] > 999 ? known.map((part) => String(part).padStart(2, "0")).join("-") : "";
}

/** @param {any} record @param {string[]} types the kinds of dates, the best first */
function dateOfDatacite(record, types) {
  const dates = list(record?.dates);
  const found = types.map((type) => dates.filter(({ dateType }) => dateType === type).map(({ date }) => isoDate(text(date))).filter(Boolean).sort()[0]);
  const year = String(record?.publicationYear ?? "");
  return found.find(Boolean) ?? (/^[12][0-9]{3}$/.test(year) ? year : "");
}

/** @param {string} written */
function isoDate(written) {
  return /^[12][0-9]{3}(?:-[0-9]{2}){0,2}(?![0-9-])/.exec(written)?.[0] ?? "";
}

/** @param {any} related @param {readonly Identifier[]} rows */
function publishedDoi(related, rows) {
  if (!["IsVersionOf", "IsPreviousVersionOf", "IsVariantFormOf"].includes(related.relationType) || related.relatedIdentifierType !== "DOI") return "";
  return idOf(text(related.relatedIdentifier), "doi", rows);
}

/** The id of the field in `written`; one of arXiv's own DOIs is an arXiv id. @param {string} written @param {string} field @param {readonly Identifier[]} rows */
function idOf(written, field, rows) {
  const found = readIdentifier(rows, written);
  return found?.row.field === field ? found.id : "";
}
