// @ts-check
/** The list of suggestions below a field: its options by group, with the matching part marked. */
import { make, number } from "../dom.js";
import { marked } from "./match.js";
import * as TEXTS from "../texts/suggest.js";

/** @typedef {import("./match.js").Item} Item */
/** @typedef {readonly import("../query.js").Token[]} Tokens */

const WORKS = ["work", "data"]; // each leads to one entry

/**
 * @param {ReadonlyMap<string, readonly Item[]>} groups
 * @param {Tokens} tokens
 * @param {string} id of the list; those of groups and options begin with it
 */
export function listbox(groups, tokens, id) {
  const list = make("div", { role: "listbox", id, class: "suggest-list", "aria-label": TEXTS.list });
  let place = 0;
  for (const [group, items] of groups) {
    const name = make("div", { role: "presentation", class: "suggest-group", id: `${id}-${group}` }, TEXTS.groups[group] ?? group);
    const options = items.map((item) => option(item, tokens, `${id}-${place++}`));
    list.append(make("div", { role: "group", "aria-labelledby": name.id }, name, ...options));
  }
  return list;
}

/** @param {Item} item @param {Tokens} tokens @param {string} id */
function option(item, tokens, id) {
  const shown = item.label || item.title;
  const link = make("a", { role: "option", id, href: item.href, tabindex: "-1", "aria-selected": "false" }, make("span", { class: "suggest-label" }, ...highlighted(shown, tokens)));
  const detail = detailOf(item, tokens);
  if (detail) link.append(" ", make("span", { class: "suggest-title" }, ...highlighted(detail, tokens)));
  const hint = hintOf(item);
  if (hint) link.append(" ", make("span", { class: "suggest-hint" }, hint));
  return link;
}

/** The other name that fits where the label does not, else the title of a work. @param {Item} item @param {Tokens} tokens */
function detailOf({ label, title, others }, tokens) {
  const isMarked = (/** @type {string} */ text) => marked(text, tokens).length > 1;
  const other = isMarked(label) || isMarked(title) ? "" : others.find(isMarked);
  return other || (label && shortened(title, label));
}

/** What a name is, and how many entries it leads to. @param {Item} item */
function hintOf({ group, hint, count, isSearch }) {
  const isList = !isSearch && !WORKS.includes(group);
  return [hint, isList && count ? number(count) : ""].filter(Boolean).join(" · ");
}

/** The title without the name that many begin with. @param {string} title @param {string} label */
function shortened(title, label) {
  return title.startsWith(`${label}: `) ? title.slice(label.length + 2) : title;
}

/** @param {string} text @param {Tokens} tokens */
function highlighted(text, tokens) {
  return marked(text, tokens).map((part, place) => (place % 2 ? make("mark", {}, part) : part));
}
