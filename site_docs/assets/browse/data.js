// @ts-check
/** Make rows of the entries, ready to be searched and filtered. */
import { authorSlug, joined, normalizeName } from "../fold.js";
import { peopleText } from "./people.js";
import { american, words } from "./spelling.js";

/**
 * @typedef {object} Manifest
 * @property {number} total all entries
 * @property {number} core how many of these are core work
 * @property {Record<string, string>} scopes labels of the scopes beside core work
 * @property {number} perPage
 * @property {string[]} facets names of the facets, in the order of their filters
 * @property {string} root the path to the site's root
 * @property {string} name what the names of exported files begin with
 * @property {[address: string, count: number][]} chunks from the root, core work first, then the rest, both newest first
 * @property {string} terms address of the vocabularies' terms
 * @property {string[]} [observed] address of what services said, if they said anything
 * @property {string[]} [abstracts] addresses of the abstracts, if there are any
 * @property {Record<string, string>} links labels of links
 * @property {Record<string, string>} facts labels of facts and facets
 * @property {readonly import("../identifiers.js").Identifier[]} identifiers
 *
 * @typedef {object} Fields an entry as the page has it
 * @property {string} id
 * @property {string} title
 * @property {string} name
 * @property {string[]} aliases
 * @property {string[]} authors
 * @property {Record<number, string>} [author_slugs] by place, where a name is one spelling of several
 * @property {number} others whether there are more authors than named
 * @property {string} date
 * @property {string} place
 * @property {string} summary
 * @property {string[]} keywords
 * @property {Record<string, string[]>} facts what it is made of and what it uses, names by kind
 * @property {Record<string, string>} identifiers ids by their fields
 * @property {Record<string, string[]>} links
 * @property {Record<string, string[]>} link_details the label of each link where a kind has several
 * @property {number} highlight
 * @property {string} license the badge of its main part, such as `Weights: Non-commercial`
 * @property {string} status
 * @property {string} added
 * @property {string} scope core, background or adjacent
 * @property {string} table the page whose table compares it: models, datasets or none
 * @property {[string, string][]} namesakes id and label of other entries with the same name
 * @property {Record<string, readonly string[]>} terms by facet
 * @property {[day: string, text: string][]} [observed] what services said
 * @property {number} [citations]
 * @property {number} [stars]
 * @property {number} [downloads]
 * @property {string} [pushed] the day of the last change of the code
 * @property {string} [abstract] in the files of abstracts only
 *
 * @typedef {Fields & Partial<import("./why.js").Reasons>} Entry with the reasons if a search found it
 *
 * @typedef {object} Row what is computed once for each entry
 * @property {Entry} entry
 * @property {number} index its position: core work first, then the rest, both newest first
 * @property {number} year 0 if unknown
 * @property {string} keys folded names, each on a line: the name first, then aliases, title and id
 * @property {string} text its folded words, the most important first
 * @property {readonly [number, number, number, number, number]} ends where in `text` these end: the name, all names, parts of words in names, authors, keywords
 * @property {readonly string[]} terms the folded names of its terms; rows share these texts
 * @property {readonly string[]} narrower the abbreviations of something narrower that its terms have
 * @property {Record<string, readonly string[]>} termsWithParents its terms by facet, with their broader terms
 * @property {string} [abstract] once it is loaded
 * @property {string} [abstractWords] its folded words
 *
 * @typedef {Record<string, Record<string, { words: string[], narrower?: string[], parent: string }>>} Terms by facet and slug, with abbreviations of something narrower
 */

/**
 * The records of a file, which holds them by column.
 * @param {Record<string, unknown[]>} columns
 * @returns {Partial<Entry>[]}
 */
export function records(columns) {
  const named = Object.entries(columns);
  return (columns["id"] ?? []).map((_, index) => Object.fromEntries(named.map(([name, values]) => [name, values[index]])));
}

/**
 * The entries of a chunk, which holds them by column, and their terms by facet.
 * @param {Record<string, any>} columns
 * @returns {Entry[]}
 */
export function entries(columns) {
  const facets = Object.entries(/** @type {Record<string, [lists: string[][], places: number[]]>} */ (columns.terms ?? {}));
  return columns.id.map((/** @type {string} */ _, /** @type {number} */ index) => entry(columns, facets, index));
}

/**
 * Each field by name: an object that is filled in a loop takes three times as much memory.
 * @param {Record<string, any>} columns
 * @param {[facet: string, column: [lists: string[][], places: number[]]][]} facets
 * @param {number} index
 * @returns {Entry}
 */
function entry(columns, facets, index) {
  /** @type {Record<string, readonly string[]>} */
  const terms = {};
  for (const [facet, [lists, places]] of facets) {
    const own = lists[places[index] ?? -1];
    if (own?.length) terms[facet] = own;
  }
  const at = (/** @type {string} */ name) => columns[name]?.[index];
  return {
    id: at("id"), title: at("title"), name: at("name"), aliases: at("aliases"), authors: at("authors"),
    author_slugs: at("author_slugs"), others: at("others"), date: at("date"), place: at("place"), summary: at("summary"),
    keywords: at("keywords"), facts: at("facts"), identifiers: at("identifiers"), links: at("links"),
    link_details: at("link_details"), highlight: at("highlight"), license: at("license"), status: at("status"),
    added: at("added"), scope: at("scope"), table: at("table"), namesakes: at("namesakes"), terms,
  };
}

/** Makes rows. Many entries have the same terms; what these give is computed only once. */
export class RowMaker {
  /** By facet and terms of an entry: the terms with their broader terms, and the words that a search compares.
   * @type {Map<string, { termsWithParents: readonly string[], words: string, narrower: string }>} */
  #known = new Map();

  /**
   * @param {readonly string[]} facets names of the facets
   * @param {Terms} terms
   */
  constructor(facets, terms) {
    this.facets = facets;
    this.terms = terms;
  }

  /**
   * @param {Entry} entry
   * @param {number} index its position
   * @returns {Row}
   */
  row(entry, index) {
    const called = [entry.name, ...entry.aliases, entry.title].filter(Boolean);
    const titles = ` ${searched(called)} \n`;
    const names = `${titles} ${parts(called.join(" "))} \n`;
    const people = `${names} ${peopleText(entry.authors)} \n`;
    const topics = `${people} ${searched(entry.keywords)} \n`;
    // An identifier is one word, so that the numbers in it are found as no year.
    const ids = Object.values(entry.identifiers).map(normalizeName).join(" ");
    const year = entry.date.slice(0, 4);
    const rest = `${words(`${entry.place} ${year} ${entry.summary}`)} \n ${searched(Object.values(entry.facts).flat())} ${words(entry.id)} ${ids}`;
    return {
      entry,
      index,
      year: Number(year),
      keys: `\n${[...called, entry.id].map(normalizeName).join("\n")}\n`,
      text: `${topics} ${rest} `,
      ends: [entry.name ? words(entry.name).length + 1 : 0, titles.length, names.length, people.length, topics.length],
      ...this.#borne(entry),
    };
  }

  /** @param {Entry} entry @returns {Pick<Row, "termsWithParents" | "terms" | "narrower">} */
  #borne(entry) {
    /** @type {Record<string, readonly string[]>} */
    const termsWithParents = {};
    const [terms, narrower] = [/** @type {string[]} */ ([]), /** @type {string[]} */ ([])];
    for (const facet of this.facets) {
      const own = entry.terms[facet] ?? (entry.links[facet] ? FLAG : NONE);
      if (!own.length) continue;
      const known = this.#know(facet, own);
      termsWithParents[facet] = known.termsWithParents;
      if (known.words) terms.push(known.words);
      if (known.narrower) narrower.push(known.narrower);
    }
    return { termsWithParents, terms, narrower };
  }

  /** @param {string} facet @param {readonly string[]} terms */
  #know(facet, terms) {
    const written = `${facet} ${terms.join(" ")}`;
    let known = this.#known.get(written);
    if (!known) {
      const termsWithParents = new Set(terms);
      for (const term of termsWithParents) {
        const parent = this.#term(facet, term).parent;
        if (parent) termsWithParents.add(parent);
      }
      const called = [...termsWithParents].map((term) => this.#term(facet, term));
      const narrower = compared(called.flatMap((term) => term.narrower ?? NONE));
      known = { termsWithParents: [...termsWithParents], words: compared(called.flatMap(({ words }) => words)), narrower };
      this.#known.set(written, known);
    }
    return known;
  }

  /** @param {string} facet @param {string} term */
  #term(facet, term) {
    return this.terms[facet]?.[term] ?? { words: [], parent: "" };
  }
}

/** @type {readonly string[]} */
const NONE = [];
/** The only term of a facet that says yes or no, such as whether there is code. */
const FLAG = ["1"];

/**
 * The words of `texts` that a search compares; words with punctuation inside also joined, as in `llavamed`.
 * @param {readonly string[]} texts
 */
export function searched(texts) {
  return `${texts.map(words).join(" \n ")} \n ${american(texts.map(joined).filter(Boolean).join(" "))}`;
}

/** @param {readonly string[]} texts */
function compared(texts) {
  return texts.length ? ` ${searched(texts)} ` : "";
}

const INNER = /(?<=[a-z\d])[A-Z]|(?<=[A-Z]{2})[A-Z][a-z]{2}|(?<=\d)[a-z]/g;
const SHORTEST = 3;

/**
 * The parts of longer words from a capital or a digit on, folded, and acronyms inside: `clip`, `clipseg` and `seg` for `MedCLIPSeg`.
 * @param {string} text
 */
export function parts(text) {
  /** @type {string[]} */
  const found = text.match(/(?<=[a-z\d])[A-Z]{3,}(?![a-z])|[A-Z]{3,}(?=\d|[A-Z][a-z]|v\d)/g) ?? [];
  for (const word of text.match(/[A-Za-z\d][A-Za-z\d-]{3,}/g) ?? []) {
    for (const { index = 0 } of word.matchAll(INNER)) {
      const part = word.slice(index);
      if (part.length >= SHORTEST) found.push(part.replaceAll("-", " "), ...(part.includes("-") ? [part.replaceAll("-", "")] : []));
    }
  }
  return american(found.join(" ").toLowerCase());
}

/**
 * The slugs of an entry's authors.
 * @param {Row} row
 */
export function authorSlugs({ entry }) {
  return entry.authors.map((name, place) => entry.author_slugs?.[place] ?? authorSlug(name));
}
