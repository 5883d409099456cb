// @ts-check
/** What the scripts of the browse page say. Exported one by one: each bundle takes only what it shows. */
import { number } from "../dom.js";

/** @param {number} count */
export const entries = (count) => `${number(count)} ${count === 1 ? "entry" : "entries"}`;
/** @param {number} count */
export const results = (count) => `${number(count)} ${count === 1 ? "result" : "results"}`;
/** @param {string} count while more entries are still being read */
export const soFar = (count) => `${count} so far`;
/** @param {number} page @param {number} pages */
export const onPage = (page, pages) => `, page ${page} of ${pages}`;
/** @param {number} page */
export const pageNumber = (page) => `Page ${page}`;
export const similarWords = "Similar words: ";
export const noResults = "No results";
/** The heading while nothing could be loaded, so that no count is known. */
export const noAnswer = "Entries";
export const loading = "Loading…";
/** @param {number} count @param {number} total */
export const loadingSoFar = (count, total) => `${loading} ${number(count)} of ${entries(total)}`;
export const notLoaded = "The list could not be loaded.";
export const restNotLoaded = "The rest of the list could not be loaded.";
export const partNotLoaded = "A part of this page could not be loaded.";
export const tryAgain = "Try again";

// Cards
export const notTheSame = "Not the same as ";
export const select = "Select";
/** @param {string} title */
export const selectNamed = (title) => `${select} ${title}`;
/** What a link or a button is for: `Code of MedCLIP`. @param {string} text @param {string} name */
export const ofEntry = (text, name) => `${text} of ${name}`;
export const copyBibtex = "Copy BibTeX";

// Background and adjacent work
/** @param {number} count @param {readonly string[]} scopes */
export const moreIn = (count, scopes) => `${number(count)} more in ${scopes.join(" and ")} work`;
export const showThem = "Show them";

// Filters
/** @param {number} active */
export const filtersButton = (active) => `Filters${active ? ` (${active})` : ""}`;
/** @param {number} total @param {boolean} whole */
export const showResults = (total, whole) => {
  const show = `Show ${entries(total)}`;
  return whole ? (total ? show : noResults) : soFar(show);
};
/** @param {string} term */
export const exclude = (term) => `Exclude ${term}`;
/** @param {string} filter */
export const removeFilter = (filter) => `Remove filter: ${filter}`;
export const clearAll = "Clear all";
export const year = "Year";
export const author = "Author";
/** @param {string} label */
export const not = (label) => `not ${label}`;
/** @param {string} words */
export const quoted = (words) => `“${words}”`;
/** @param {string} first */
export const since = (first) => `since ${first}`;
/** @param {string | undefined} last */
export const until = (last) => `until ${last}`;
export const anyOfThese = "any of these, not all";
export const and = "and";
export const or = "or";

// No result
export const nothing = "No results. ";
export const onlySimilar = "Nothing matches exactly: these entries have similar words. ";
export const hintsNotLoaded = "What to try instead could not be loaded.";
export const tryThese = "Try one of these:";
export const clearOrSearch = "Clear all, or search for other words.";
export const didYouMean = "Nothing matches exactly. Did you mean ";
export const similarEntries = "? These entries have similar words.";
/** @param {string} filter @param {number} count */
export const change = (filter, count) => `${filter} (${results(count)})`;
/** @param {string} filter */
export const remove = (filter) => `Remove ${filter}`;
export const onDay = "on";
