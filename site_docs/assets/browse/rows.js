// @ts-check
/** Make rows of the entries, ready to be searched and filtered. */
import { compared, parts, searched } from "../search_text.js";
import { fold, normalizeName, spaced, spacedLines } from "../fold.js";
import { peopleText } from "./people.js";
import { american, joinNon } from "../spelling.js";

/**
 * @typedef {import("./data.js").Entry} Entry
 * @typedef {import("./data.js").Row} Row
 * @typedef {import("./data.js").Terms} Terms
 * @typedef {import("./data.js").TermsOfFacet} TermsOfFacet
 * @typedef {Record<string, any>} Columns of a chunk: the values of all entries by field
 * @typedef {(place: number) => TermsOfFacet | undefined} FindTerms what an entry has of one facet
 */

/** @type {readonly string[]} */
const NONE = [];
/** The only term of a facet that says yes or no, such as whether there is code. */
const FLAG = ["1"];
/** Between the parts of the text of a row: it is in no word. */
const CUT = "\f";
/** As the end of the last line of a part. */
const END = `\n${CUT}`;

/** Makes rows. Many entries have the same terms; what these give is computed only once. */
export class RowMaker {
  /** By facet and terms of an entry. @type {Map<string, TermsOfFacet>} */
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
   * The rows of a chunk.
   * @param {Columns} columns
   * @param {number} index the position of the first
   * @param {ReadonlyMap<string, Partial<Entry>>} observed what services said, by id
   * @returns {Iterable<Row>}
   */
  *rows(columns, index, observed) {
    const finders = this.facets.map((facet) => this.#finder(facet, columns));
    for (const [place, id] of columns["id"].entries()) {
      const entry = entryOf(columns, place);
      const terms = [];
      for (const find of finders) {
        const own = find(place);
        if (own) terms.push(own);
      }
      yield row(observed.has(id) ? { ...entry, ...observed.get(id) } : entry, index + place, terms);
    }
  }

  /** @param {string} facet @param {Columns} columns @returns {FindTerms} */
  #finder(facet, columns) {
    const column = /** @type {[lists: string[][], places: number[]] | undefined} */ (columns["terms"]?.[facet]);
    if (!column) {
      const flag = this.#know(facet, FLAG);
      return (place) => (columns["links"][place][facet] ? flag : undefined);
    }
    const [lists, places] = column;
    const known = lists.map((own) => (own.length ? this.#know(facet, own) : undefined));
    return (place) => known[places[place] ?? -1];
  }

  /** @param {string} facet @param {readonly string[]} own */
  #know(facet, own) {
    const written = `${facet} ${own.join(" ")}`;
    let known = this.#known.get(written);
    if (!known) {
      const withParents = new Set(own);
      for (const term of withParents) {
        const { parent } = this.#term(facet, term);
        if (parent) withParents.add(parent);
      }
      const called = [...withParents].map((term) => this.#term(facet, term));
      const narrower = names(called.flatMap((term) => term.narrower ?? NONE));
      known = { facet, own, withParents: [...withParents], words: names(called.flatMap(({ words }) => words)), narrower };
      this.#known.set(written, known);
    }
    return known;
  }

  /** @param {string} facet @param {string} term */
  #term(facet, term) {
    return this.terms[facet]?.[term] ?? { words: [], parent: "" };
  }
}

/** @param {readonly string[]} texts */
function names(texts) {
  return texts.length ? ` ${searched(texts)} ` : "";
}

/**
 * Each field by name: an object that is filled in a loop takes three times as much memory.
 * @param {Columns} columns
 * @param {number} place
 * @returns {Entry}
 */
function entryOf(columns, place) {
  const at = (/** @type {string} */ name) => columns[name]?.[place];
  return {
    id: at("id"), title: at("title"), name: at("name"), aliases: at("aliases"), authors: at("authors"),
    author_slugs: at("author_slugs"), others: at("others"), date: at("date"), place: at("place"), summary: at("summary"),
    keywords: at("keywords"), facts: at("facts"), identifiers: at("identifiers"), links: at("links"),
    link_details: at("link_details"), highlight: at("highlight"), license: at("license"), status: at("status"),
    added: at("added"), scope: at("scope"), table: at("table"), namesakes: at("namesakes"),
  };
}

/**
 * @param {Entry} entry
 * @param {number} index its position
 * @param {readonly TermsOfFacet[]} terms
 * @returns {Row}
 */
function row(entry, index, terms) {
  const called = [entry.name, ...entry.aliases, entry.title].filter(Boolean).join("\n");
  const folded = fold(called);
  const year = entry.date.slice(0, 4);
  const facts = fold(Object.values(entry.facts).flat().join("\n"));
  // An identifier is one word, so that the numbers in it are found as no year.
  const ids = Object.values(entry.identifiers).map(normalizeName).join(" ");
  const segments = [
    compared(folded), END, parts(called), END, peopleText(entry.authors), END,
    compared(fold(entry.keywords.join("\n"))), END, joinNon(spaced(`${entry.place} ${year} ${entry.summary}`)), "\n",
    compared(facts), spaced(entry.id), ids,
  ];
  const text = american(` ${segments.join(" ")} `);
  const titles = text.indexOf(CUT);
  const nameParts = text.indexOf(CUT, titles + 1);
  const people = text.indexOf(CUT, nameParts + 1);
  const topics = text.indexOf(CUT, people + 1);
  return {
    entry,
    index,
    year: Number(year),
    keys: `\n${keysOf(called, folded)}\n${normalizeName(entry.id)}\n`,
    text,
    ends: [entry.name ? text.indexOf(" \n") : 0, titles, nameParts, people, topics],
    terms,
  };
}

/** As `normalizeName` makes them, of each line. @param {string} called @param {string} folded the same, folded */
function keysOf(called, folded) {
  const lines = called.includes("+") ? fold(called.replaceAll("+", " plus ")) : folded;
  return spacedLines(lines).replaceAll(" ", "");
}
