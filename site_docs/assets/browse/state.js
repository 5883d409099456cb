// @ts-check
/** What is searched, filtered and shown, and how the page's address says it. */

/**
 * @typedef {Readonly<Record<string, readonly string[]>>} Choice terms by facet
 *
 * @typedef {object} State never changed in place
 * @property {string} q
 * @property {Choice} include
 * @property {Choice} exclude
 * @property {readonly string[]} all the facets whose included terms an entry must all have; elsewhere one is enough
 * @property {number} from the first year, 0 for any
 * @property {number} to the last year, 0 for any
 * @property {readonly string[]} scopes what is shown beside core work: background, adjacent
 * @property {string} sort empty for the default order of the query
 * @property {number} page
 *
 * @typedef {object} Filter one thing that narrows the list
 * @property {"q" | "year" | "include" | "exclude" | "all"} kind `all` only where nothing is found
 * @property {string} facet
 * @property {string} term
 */

/** @type {State} */
export const EMPTY = { q: "", include: {}, exclude: {}, all: [], from: 0, to: 0, scopes: [], sort: "", page: 1 };
const MAX_LETTERS = 1000; // of the text, as the search fields say too: no title is nearly so long
const SEARCHED = /[\p{L}\p{N}]/u; // as the pattern of the search box says too
const SCOPES = ["background", "adjacent"];

/**
 * Read the state from the query part of an address; invalid parts are ignored.
 * @param {string} search
 * @param {readonly string[]} facets
 * @param {readonly string[]} sorts the orders that the page offers
 * @returns {State}
 */
export function read(search, facets, sorts) {
  const given = new URLSearchParams(search);
  const sort = given.get("sort") ?? "";
  return {
    q: (given.get("q") ?? "").slice(0, MAX_LETTERS),
    include: chosen(given, facets, ""),
    exclude: chosen(given, facets, "-"),
    all: facets.filter((facet) => given.get(allKey(facet)) === "1"),
    ...years(given.get("year") ?? ""),
    scopes: scopes(given.get("scope")),
    sort: sorts.includes(sort) ? sort : "",
    page: Math.max(1, Math.trunc(Number(given.get("page"))) || 1),
  };
}

/** @param {URLSearchParams} given @param {readonly string[]} facets @param {string} mark @returns {Choice} */
function chosen(given, facets, mark) {
  const named = facets.map((facet) => /** @type {const} */ ([facet, [...new Set(given.getAll(mark + facet))].filter(Boolean)]));
  return Object.fromEntries(named.filter(([, terms]) => terms.length));
}

/** The key that says that an entry must have all terms of `facet`. @param {string} facet */
function allKey(facet) {
  return `${facet}.all`;
}

/** @param {string | null} text a scope, or `all` */
function scopes(text) {
  return SCOPES.filter((scope) => text === "all" || text === scope);
}

/** @param {string} text */
function years(text) {
  const [, first = "", dash = "", last = ""] = /^(\d{4})?(-)?(\d{4})?$/.exec(text) ?? [];
  const from = Number(first);
  const to = dash ? Number(last) : from;
  return from && to && from > to ? { from: to, to: from } : { from, to };
}

/**
 * The query part of the address of `state`, empty if nothing is chosen.
 * @param {State} state
 * @param {readonly string[]} facets the order of the facets
 */
export function write(state, facets) {
  const given = new URLSearchParams();
  if (state.q.trim()) given.set("q", state.q.trim());
  for (const facet of facets) {
    for (const term of state.include[facet] ?? []) given.append(facet, term);
    if (state.all.includes(facet) && state.include[facet]) given.set(allKey(facet), "1");
    for (const term of state.exclude[facet] ?? []) given.append(`-${facet}`, term);
  }
  if (state.from || state.to) given.set("year", yearsText(state));
  if (state.scopes.length) given.set("scope", state.scopes.length > 1 ? "all" : (state.scopes[0] ?? ""));
  if (state.sort) given.set("sort", state.sort);
  if (state.page > 1) given.set("page", String(state.page));
  const text = given.toString();
  return text && `?${text}`;
}

/**
 * What is searched for: the text, if it has a letter or a digit.
 * @param {State} state
 */
export function sought({ q }) {
  return SEARCHED.test(q) ? q.trim() : "";
}

/** @param {State} state */
function yearsText({ from, to }) {
  return from === to ? `${from}` : `${from || ""}-${to || ""}`;
}

/**
 * `state` with a term included or excluded, or neither if it was already so.
 * @param {State} state @param {"include" | "exclude"} kind @param {string} facet @param {string} term
 * @returns {State}
 */
export function toggle(state, kind, facet, term) {
  const other = kind === "include" ? "exclude" : "include";
  const change = has(state[kind], facet, term) ? without : withTerm;
  return { ...state, [kind]: change(state[kind], facet, term), [other]: without(state[other], facet, term), page: 1 };
}

/**
 * `state` where an entry must have all included terms of `facet`, or one of them.
 * @param {State} state @param {string} facet @param {boolean} all
 * @returns {State}
 */
export function withAll(state, facet, all) {
  const others = state.all.filter((other) => other !== facet);
  return { ...state, all: all ? [...others, facet] : others, page: 1 };
}

/**
 * The facets of which an entry must have all of several terms.
 * @param {State} state
 */
export function strict({ all, include }) {
  return all.filter((facet) => (include[facet]?.length ?? 0) > 1);
}

/** @param {Choice} choice @param {string} facet @param {string} term */
export function has(choice, facet, term) {
  return choice[facet]?.includes(term) ?? false;
}

/** @param {Choice} choice @param {string} facet @param {string} term @returns {Choice} */
function withTerm(choice, facet, term) {
  return { ...choice, [facet]: [...(choice[facet] ?? []), term] };
}

/** @param {Choice} choice @param {string} facet @param {string} term @returns {Choice} */
function without(choice, facet, term) {
  const { [facet]: terms = [], ...others } = choice;
  const left = terms.filter((other) => other !== term);
  return left.length ? { ...others, [facet]: left } : others;
}

/**
 * `state` with or without one of the scopes beside core work.
 * @param {State} state @param {string} scope @param {boolean} shown
 * @returns {State}
 */
export function withScope(state, scope, shown) {
  return { ...state, scopes: SCOPES.filter((own) => (own === scope ? shown : state.scopes.includes(own))), page: 1 };
}

/**
 * All filters that narrow the list, in the order in which they are shown.
 * @param {State} state @param {readonly string[]} facets
 * @returns {Filter[]}
 */
export function filters(state, facets) {
  /** @type {Filter[]} */
  const found = [];
  const text = sought(state);
  if (text) found.push({ kind: "q", facet: "", term: text });
  for (const facet of facets) {
    for (const term of state.include[facet] ?? []) found.push({ kind: "include", facet, term });
    for (const term of state.exclude[facet] ?? []) found.push({ kind: "exclude", facet, term });
  }
  if (state.from || state.to) found.push({ kind: "year", facet: "", term: yearsText(state) });
  return found;
}

/**
 * `state` without one of its filters.
 * @param {State} state @param {Filter} filter
 * @returns {State}
 */
export function remove(state, { kind, facet, term }) {
  if (kind === "q") return { ...state, q: "", page: 1 };
  if (kind === "year") return { ...state, from: 0, to: 0, page: 1 };
  if (kind === "all") return withAll(state, facet, false);
  return { ...state, [kind]: without(state[kind], facet, term), page: 1 };
}

/**
 * How the entries are sorted: as chosen, or by the default of the query.
 * @param {State} state
 */
export function sorting(state) {
  const fitting = sought(state) ? "relevance" : "newest";
  return !state.sort || (state.sort === "relevance" && fitting === "newest") ? fitting : state.sort;
}

/**
 * Whether `state` shows all core work, newest first, in the order of the data files.
 * @param {State} state @param {readonly string[]} facets
 */
export function isPlain(state, facets) {
  return !filters(state, facets).length && !state.scopes.length && sorting(state) === "newest";
}
