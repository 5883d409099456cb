// @ts-check
/** Mark what was added to the list since the reader's last visit; it is remembered in this browser alone. */
import * as TEXTS from "./texts/visits.js";

const KEY = "last-visit";

/** @typedef {{ day: string, ids: string[] }} Visit the day, and the latest additions of that day */

/**
 * Return the visit before this one, and remember this one; null on the first visit.
 *
 * A visit lasts until the tab is closed, so that the marks stay while the reader goes from page to page.
 * @param {Visit} now
 * @param {Storage} local
 * @param {Storage} session
 * @returns {Visit | null}
 */
export function recallVisit(now, local, session) {
  const before = session.getItem(KEY) ?? local.getItem(KEY) ?? "";
  session.setItem(KEY, before);
  local.setItem(KEY, JSON.stringify(now));
  return parseVisit(before);
}

/** @param {string} text @returns {Visit | null} */
function parseVisit(text) {
  try {
    const visit = JSON.parse(text);
    return typeof visit.day === "string" && Array.isArray(visit.ids) ? visit : null;
  } catch {
    return null; // nothing was remembered, or by another version
  }
}

/**
 * List the additions that came since `before`.
 * @param {string[]} additions the latest, last added first
 * @param {Visit} before
 */
export function listAdded(additions, before) {
  const seen = new Set(before.ids);
  return additions.filter((id) => !seen.has(id));
}

/** The id of the entry whose page is at `papers/<id>/`. @param {HTMLAnchorElement} link */
function idOf(link) {
  return link.pathname.split("/").at(-2) ?? "";
}

/** @param {Element} link */
function mark(link) {
  const label = document.createElement("span");
  label.className = "since";
  label.textContent = TEXTS.mark;
  link.after(" ", label);
}

function markPage() {
  const data = document.getElementById("additions");
  const status = document.getElementById("since");
  if (!data?.textContent || !status) return;
  const additions = /** @type {string[]} */ (JSON.parse(data.textContent));
  const day = new Date().toLocaleDateString("sv"); // the reader's own day as YYYY-MM-DD
  const before = recallVisit({ day, ids: additions }, localStorage, sessionStorage);
  if (!before) return;
  const added = listAdded(additions, before);
  status.textContent = added.length ? TEXTS.added(added.length, before.day) : TEXTS.none(before.day);
  const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".card-title > a, .lines a"));
  for (const link of links) if (added.includes(idOf(link))) mark(link);
}

try {
  markPage();
} catch {
  // The browser lets no page remember anything: there is nothing to compare with.
}
