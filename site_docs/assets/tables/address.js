// @ts-check
/** The parameters of the page's address: each part of the page keeps its own and leaves the others alone. */

/** @typedef {Record<string, string | readonly string[]>} Values the new values of some parameters; none removes it */

/**
 * The query part of an address in which each parameter of `values` is replaced.
 * @param {string} search @param {Values} values
 */
export function withValues(search, values) {
  const given = new URLSearchParams(search);
  for (const [name, value] of Object.entries(values)) {
    given.delete(name);
    for (const one of [value].flat()) if (one) given.append(name, one);
  }
  const text = given.toString();
  return text && `?${text}`;
}

/**
 * All values of a parameter, which may be repeated or hold several between commas.
 * @param {string} search @param {string} name
 */
export function valuesOf(search, name) {
  const found = new URLSearchParams(search).getAll(name).flatMap((text) => text.split(","));
  return [...new Set(found.filter(Boolean))];
}

/**
 * Replace parameters of the page's address, as a new step of its history where `isStep`.
 * @param {Values} values @param {boolean} [isStep]
 */
export function changeAddress(values, isStep = false) {
  const search = withValues(location.search, values);
  if (search === location.search) return;
  history[isStep ? "pushState" : "replaceState"](null, "", `${location.pathname}${search}${location.hash}`);
}
