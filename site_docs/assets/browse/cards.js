// @ts-check
/** The card of an entry, the same as the generator makes, and the tools that need scripts. */
import { make } from "./dom.js";
import { addressOf } from "./identifiers.js";
import { MOST_AUTHORS, MOST_TERMS } from "./limits.js";

/** @typedef {import("./data.js").Entry} Entry */

/**
 * @typedef {object} Setting what cards need besides the entry
 * @property {string} root the path to the site's root
 * @property {Record<string, string>} links labels of links
 * @property {Record<string, string>} scopes labels of the scopes beside core work
 * @property {readonly import("./identifiers.js").Identifier[]} identifiers
 * @property {(facet: string, term: string) => string} label
 * @property {() => Node} mark the mark of highlighted entries
 */

/** @param {Entry} entry @param {Setting} setting */
export function card(entry, setting) {
  const item = make("li", { class: "card" }, title(entry, setting));
  if (entry.summary) item.append(make("p", { class: "card-summary" }, entry.summary));
  item.append(facts(entry, setting));
  for (const [label, text] of entry.why ?? []) item.append(make("p", { class: "card-why" }, `${label}: `, text));
  if (entry.mark) mark(item, new RegExp(`(${entry.mark})`, "u"));
  item.append(links(entry, setting));
  return item;
}

/** Mark the words in `node` that `sought` has as its group. @param {Node} node @param {RegExp} sought */
function mark(node, sought) {
  for (const child of [...node.childNodes]) {
    const parts = child instanceof Text ? child.data.split(sought) : [];
    if (child instanceof Text && parts[1]) child.replaceWith(...parts.map((part, place) => (place % 2 ? make("mark", {}, part) : part)));
    else mark(child, sought); // a text has no children
  }
}

/** @param {Entry} entry @param {Setting} setting */
function title(entry, { root, mark }) {
  const line = make("p", { class: "card-title" });
  if (entry.highlight) line.append(mark());
  if (entry.status) line.append(make("span", { class: "status" }, capital(entry.status)), " ");
  line.append(make("a", { href: `${root}papers/${entry.id}/` }, entry.title));
  if (entry.name && !entry.title.includes(entry.name)) line.append(" ", make("span", { class: "name" }, entry.name));
  if (entry.namesakes.length) line.append(" ", namesakes(entry, root));
  return line;
}

/** The other entries with the same name. @param {Entry} entry @param {string} root */
function namesakes(entry, root) {
  const links = entry.namesakes.map(([id, label]) => make("a", { href: `${root}papers/${id}/` }, label));
  return make("span", { class: "namesakes" }, "not the same as ", ...between(links, ", "));
}

/** @param {string} text */
function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** @param {Entry} entry @param {Setting} setting */
function facts(entry, { label, scopes }) {
  const more = entry.others || entry.authors.length > MOST_AUTHORS;
  const authors = entry.authors.slice(0, MOST_AUTHORS).join(", ") + (more ? ", et al." : "");
  const date = entry.date && make("time", { datetime: entry.date }, entry.date);
  const kinds = (entry.terms["kind"] ?? []).map((kind) => label("kind", kind));
  const { [entry.scope]: text } = scopes; // core work has none
  const scope = text && make("span", { class: "scope" }, text);
  const license = entry.license && make("span", { class: "badge" }, entry.license);
  const parts = [scope, authors, date, entry.place, ...kinds, license].filter(Boolean);
  return make("p", { class: "card-facts" }, ...between(parts, " · "));
}

/** `parts` with `text` between them. @param {(Node | string)[]} parts @param {string} text */
function between(parts, text) {
  return parts.flatMap((part, index) => (index ? [text, part] : [part]));
}

/** @param {Entry} entry @param {Setting} setting */
function links(entry, { root, links: labels, identifiers, label }) {
  const line = make("p", { class: "card-links" });
  for (const [kind, url, detail] of addresses(entry, identifiers)) {
    line.append(make("a", { class: `chip chip-${kind}`, href: url }, `${labels[kind] ?? kind} ${detail}`.trimEnd()), " ");
  }
  const terms = ["task", "modality"].flatMap((facet) => (entry.terms[facet] ?? []).map((term) => [facet, term]));
  for (const [facet = "", term = ""] of terms.slice(0, MOST_TERMS)) {
    line.append(make("a", { class: "term", href: `${root}${facet}/${term}/` }, label(facet, term)), " ");
  }
  return line;
}

/**
 * Kind, address and detail of each link, in the order of `views/links.py`.
 * @param {Entry} entry
 * @param {readonly import("./identifiers.js").Identifier[]} identifiers
 * @returns {[string, string, string][]}
 */
export function addresses(entry, identifiers) {
  const own = identifiers.filter(({ field }) => entry.identifiers[field]);
  /** @param {boolean} isPaper @returns {[string, string, string][]} */
  const of = (isPaper) =>
    own.filter((row) => row.isPaper === isPaper).map((row) => [row.field, addressOf(row, entry.identifiers[row.field] ?? ""), ""]);
  /** @type {[string, string, string][]} */
  const links = Object.entries(entry.links).flatMap(([kind, urls]) =>
    urls.map((url, index) => /** @type {[string, string, string]} */ ([kind, url, entry.link_details[kind]?.[index] ?? ""])),
  );
  return [...of(true), ...links, ...of(false)];
}

/**
 * The box that selects an entry and the button that copies its citation.
 * @param {string} id @param {string} title
 * @param {{ has: (id: string) => boolean }} selection
 */
export function tools(id, title, selection) {
  const box = make("input", { type: "checkbox", class: "card-box", value: id, "aria-label": `Select ${title}`, autocomplete: "off" });
  box.checked = selection.has(id);
  const cite = make("button", { type: "button", class: "card-cite", value: id, "aria-label": `Copy BibTeX of ${title}` }, "Copy BibTeX");
  return make("div", { class: "card-tools" }, make("label", {}, box, " Select"), cite);
}
