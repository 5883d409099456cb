// @ts-check
/** Keep what a person chose for a column or row when the pasted text is corrected. */

/** @typedef {import("./propose.js").Column | import("./propose.js").Row} TablePart */

/**
 * Return the part `fresh` of a proposal with what a person changed in the part of the same name.
 * @template {TablePart} Part
 * @param {Part} fresh
 * @param {number} place
 * @param {Part[]} chosen
 * @param {Part[]} before what was proposed when the person chose
 * @param {keyof Part} name
 * @returns {Part}
 */
export function keepChanges(fresh, place, chosen, before, name) {
  const isSame = chosen[place]?.[name] === fresh[name];
  const found = isSame ? place : chosen.findIndex((part) => part[name] === fresh[name]);
  const proposed = /** @type {Record<string, any>} */ (before[found] ?? {});
  const changed = Object.entries(chosen[found] ?? {}).filter(([key, value]) => key !== "values" && value !== proposed[key]);
  return { ...fresh, ...Object.fromEntries(changed) };
}
