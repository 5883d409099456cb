// @ts-check
/** What a page says about additions since the reader's last visit. */

export const mark = "New since your last visit";
/** @param {number} count @param {string} day */
export const added = (count, day) => `${count === 1 ? "1 entry was" : `${count} entries were`} added since your last visit on ${day}.`;
/** @param {string} day */
export const none = (day) => `Nothing was added since your last visit on ${day}.`;
