// @ts-check
/** The list of suggestions below a field: its options by group, with the matching part marked. */
import { make, number } from "../browse/dom.js";
import { marked } from "./match.js";

/** @typedef {import("./match.js").Item} Item */
/** @typedef {readonly import("../browse/query.js").Token[]} Tokens */

const LABEL = "Suggestions";
/** @type {Readonly<Record<string, string>>} */
const GROUPS = { work: "Works", author: "Authors", term: "Topics and filters", data: "Datasets", model: "Built on" };

/**
 * @param {ReadonlyMap<string, readonly Item[]>} groups
 * @param {Tokens} tokens
 * @param {string} id of the list; those of groups and options begin with it
 */
export function listbox(groups, tokens, id) {
  const list = make("div", { role: "listbox", id, class: "suggest-list", "aria-label": LABEL });
  let place = 0;
  for (const [group, items] of groups) {
    const name = make("div", { role: "presentation", class: "suggest-group", id: `${id}-${group}` }, GROUPS[group] ?? group);
    const options = items.map((item) => option(item, tokens, `${id}-${place++}`));
    list.append(make("div", { role: "group", "aria-labelledby": name.id }, name, ...options));
  }
  return list;
}

/** @param {Item} item @param {Tokens} tokens @param {string} id */
function option(item, tokens, id) {
  const { label, title, others, href } = item;
  const shown = label || title || "";
  const link = make("a", { role: "option", id, href, tabindex: "-1", "aria-selected": "false" }, make("span", { class: "suggest-label" }, ...highlighted(shown, tokens)));
  const detail = label && title ? shortened(title, label) : others.find((other) => marked(other, tokens).length > 1 && marked(shown, tokens).length === 1);
  if (detail) link.append(" ", make("span", { class: "suggest-title" }, ...highlighted(detail, tokens)));
  const hint = [item.hint, item.isCounted && item.count ? number(item.count) : ""].filter(Boolean).join(" · ");
  if (hint) link.append(" ", make("span", { class: "suggest-hint" }, hint));
  return link;
}

/** The title without the name that many begin with. @param {string} title @param {string} label */
function shortened(title, label) {
  return title.startsWith(`${label}: `) ? title.slice(label.length + 2) : title;
}

/** @param {string} text @param {Tokens} tokens */
function highlighted(text, tokens) {
  return marked(text, tokens).map((part, place) => (place % 2 ? make("mark", {}, part) : part));
}
