// @ts-check
/** What the scripts of the search fields say. */

export const list = "Suggestions";
/** The groups of suggestions, by key. @type {Readonly<Record<string, string>>} */
export const groups = { work: "Works", author: "Authors", term: "Topics and filters", data: "Datasets", model: "Model components" };
/** @param {number} count */
export const count = (count) => `${count} ${count === 1 ? "suggestion" : "suggestions"}. Use the arrow keys to choose.`;
export const turnKeyOff = "Turn off the / key for search";
export const turnKeyOn = "Turn on the / key for search";
