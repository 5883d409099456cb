// @ts-check
/** What the data files have. */
import { authorSlug } from "../fold.js";

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
 * @property {Record<string, readonly string[]>} [terms] by facet, in entries that are shown
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
 * @property {readonly TermsOfFacet[]} terms of each facet that it has; rows share these
 * @property {readonly string[]} [authorSlugs] once they are needed
 * @property {string} [abstract] once it is loaded
 * @property {string} [abstractWords] its folded words
 *
 * @typedef {object} TermsOfFacet what the same terms give each entry that has them
 * @property {string} facet
 * @property {readonly string[]} own
 * @property {readonly string[]} withParents with their broader terms
 * @property {string} words the folded names of these
 * @property {string} narrower the abbreviations of something narrower that these have
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
 * The slugs of an entry's authors.
 * @param {Row} row
 */
export function authorSlugs(row) {
  const { authors, author_slugs: slugs } = row.entry;
  return (row.authorSlugs ??= authors.map((name, place) => slugs?.[place] ?? authorSlug(name)));
}
