// @ts-check
/** Fetch the entries, chunk by chunk, and make rows of them that can be searched and filtered. */
import { authorSlug, joined, key, spaced } from "./fold.js";

/**
 * @typedef {object} Manifest
 * @property {number} total
 * @property {number} perPage
 * @property {number} perChunk
 * @property {string} root the way to the site's root
 * @property {string[]} chunks addresses from the root, newest entries first
 * @property {Record<string, string>} links labels of links
 *
 * @typedef {object} Entry an entry as a chunk holds it
 * @property {string} id
 * @property {string} title
 * @property {string} name
 * @property {string[]} aliases
 * @property {string[]} authors
 * @property {number} others whether more authors are not named
 * @property {string} date
 * @property {string} place
 * @property {string} summary
 * @property {string[]} keywords
 * @property {string} arxiv
 * @property {string} doi
 * @property {Record<string, string[]>} links
 * @property {number} highlight
 * @property {string} status
 * @property {string} added
 *
 * @typedef {object} Derived what is worked out once for each entry
 * @property {number} index its place, newest first
 * @property {number} year 0 where it has none
 * @property {string[]} keys folded names: the name first, then aliases, title and id
 * @property {string} names folded name, aliases and title
 * @property {string} text all that is searched, folded
 * @property {Record<string, string[]>} own its terms by facet
 * @property {Record<string, string[]>} bearing the same with the terms above them
 *
 * @typedef {Entry & Derived} Row
 *
 * @typedef {Record<string, Record<string, string>>} Parents the term above a term, by facet
 */

/**
 * The entries of a chunk.
 * @param {string} text
 * @returns {(Entry & Record<string, any>)[]}
 */
export function entries(text) {
  /** @type {Record<string, unknown[]>} */
  const columns = JSON.parse(text);
  const keys = Object.keys(columns);
  const count = columns["id"]?.length ?? 0;
  return Array.from({ length: count }, (_, index) => {
    /** @type {Record<string, any>} */
    const entry = {};
    for (const name of keys) entry[name] = columns[name]?.[index];
    return /** @type {Entry & Record<string, any>} */ (entry);
  });
}

/**
 * @param {Entry & Record<string, any>} entry
 * @param {number} index
 * @param {readonly string[]} facets names of the facets of terms
 * @param {Parents} parents
 * @returns {Row}
 */
export function row(entry, index, facets, parents) {
  const called = [entry.name, ...entry.aliases, entry.title];
  const names = ` ${called.map(spaced).join(" \n ")} \n ${called.map(joined).join(" ")} `;
  const rest = [entry.authors.join(" "), entry.keywords.join(" "), entry.place, entry.summary, entry.id];
  const own = ownTerms(entry, facets);
  return {
    ...entry,
    index,
    year: Number(entry.date.slice(0, 4)),
    keys: [...called, entry.id].map(key),
    names,
    text: `${names}\n ${rest.map(spaced).join(" \n ")} \n ${spaced(`${entry.arxiv} ${entry.doi}`)} `,
    own,
    bearing: Object.fromEntries(
      Object.entries(own).map(([facet, terms]) => [facet, withAncestors(terms, parents[facet] ?? {})]),
    ),
  };
}

/** @param {Entry & Record<string, any>} entry @param {readonly string[]} facets */
function ownTerms(entry, facets) {
  /** @type {Record<string, string[]>} */
  const own = {};
  for (const facet of facets) own[facet] = entry[facet] ?? (entry.links[facet] ? ["1"] : []);
  own["author"] = entry.authors.map(authorSlug);
  return own;
}

/** @param {string[]} terms @param {Record<string, string>} parents */
function withAncestors(terms, parents) {
  const found = new Set(terms);
  for (const term of found) {
    const parent = parents[term];
    if (parent) found.add(parent);
  }
  return [...found];
}

/** The rows that have come so far, in order, and the way to more. */
export class Rows {
  /** @type {Row[][]} */
  #chunks = [];
  /** @type {(Promise<void> | undefined)[]} */
  #asked = [];
  /** @type {Row[] | undefined} */
  #rows;

  /**
   * @param {Manifest} manifest
   * @param {(entry: Entry, index: number) => Row} makeRow
   * @param {(text: string, first: number) => void} onText called with each chunk that comes
   */
  constructor(manifest, makeRow, onText) {
    this.manifest = manifest;
    this.makeRow = makeRow;
    this.onText = onText;
  }

  /** The rows from the newest on, up to the first gap. */
  get rows() {
    if (!this.#rows) {
      const gap = this.manifest.chunks.findIndex((_, number) => !this.#chunks[number]);
      this.#rows = this.#chunks.slice(0, gap < 0 ? undefined : gap).flat();
    }
    return this.#rows;
  }

  get complete() {
    return this.rows.length === this.manifest.total;
  }

  /**
   * Wait until the `count` newest rows are there.
   * @param {number} count
   */
  async newest(count) {
    const wanted = Math.ceil(Math.min(count, this.manifest.total) / this.manifest.perChunk);
    await Promise.all(Array.from({ length: wanted }, (_, number) => this.#chunk(number)));
  }

  /** Wait until all rows are there. */
  all() {
    return this.newest(this.manifest.total);
  }

  /** @param {number} number */
  #chunk(number) {
    const asked = this.#asked[number] ?? this.#fetch(number);
    this.#asked[number] = asked;
    return asked;
  }

  /** @param {number} number */
  async #fetch(number) {
    try {
      const response = await fetch(`${this.manifest.root}${this.manifest.chunks[number]}`);
      if (!response.ok) throw new Error(`${response.status} for chunk ${number}`);
      const text = await response.text();
      const first = number * this.manifest.perChunk;
      this.#chunks[number] = entries(text).map((entry, index) => this.makeRow(entry, first + index));
      this.#rows = undefined;
      this.onText(text, first);
    } catch (error) {
      this.#asked[number] = undefined; // so that another try asks again
      throw error;
    }
  }
}
