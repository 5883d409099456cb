// @ts-check
/** The card of an entry, as the generator makes it, and the tools that scripts add to it. */
import { make } from "./dom.js";

/** @typedef {import("./data.js").Row} Row */

/**
 * @typedef {object} Setting what cards need beside the entry
 * @property {string} root the way to the site's root
 * @property {Record<string, string>} links labels of links
 * @property {(facet: string, term: string) => string} label
 * @property {() => Node} mark the mark of highlighted entries
 */

const MOST_TERMS = 4;
const MOST_AUTHORS = 3;

/** @param {Row} row @param {Setting} setting */
export function card(row, setting) {
  const item = make("li", { class: "card" }, title(row, setting));
  if (row.summary) item.append(make("p", { class: "card-summary" }, row.summary));
  item.append(facts(row, setting), links(row, setting));
  return item;
}

/** @param {Row} row @param {Setting} setting */
function title(row, { root, mark }) {
  const line = make("p", { class: "card-title" });
  if (row.highlight) line.append(mark());
  if (row.status) line.append(make("span", { class: "status" }, capital(row.status)), " ");
  line.append(make("a", { href: `${root}papers/${row.id}/` }, row.title));
  if (row.name && !row.title.includes(row.name)) line.append(" ", make("span", { class: "name" }, row.name));
  return line;
}

/** @param {string} text */
function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** @param {Row} row @param {Setting} setting */
function facts(row, { label }) {
  const more = row.others || row.authors.length > MOST_AUTHORS;
  const authors = row.authors.slice(0, MOST_AUTHORS).join(", ") + (more ? ", et al." : "");
  const date = row.date && make("time", { datetime: row.date }, row.date);
  const kinds = (row.own["kind"] ?? []).map((kind) => label("kind", kind));
  const parts = [authors, date, row.place, ...kinds].filter(Boolean);
  return make("p", { class: "card-facts" }, ...parts.flatMap((part, index) => (index ? [" · ", part] : [part])));
}

/** @param {Row} row @param {Setting} setting */
function links(row, { root, links: labels, label }) {
  const line = make("p", { class: "card-links" });
  for (const [kind, url] of addresses(row)) {
    line.append(make("a", { class: `chip chip-${kind}`, href: url }, labels[kind] ?? kind), " ");
  }
  const terms = ["task", "modality"].flatMap((facet) => (row.own[facet] ?? []).map((term) => [facet, term]));
  for (const [facet = "", term = ""] of terms.slice(0, MOST_TERMS)) {
    line.append(make("a", { class: "term", href: `${root}${facet}/${term}/` }, label(facet, term)), " ");
  }
  return line;
}

/** @param {Row} row @returns {[string, string][]} */
function addresses(row) {
  /** @type {[string, string][]} */
  const found = [];
  if (row.arxiv) found.push(["arxiv", `https://arxiv.org/abs/${row.arxiv}`]);
  if (row.doi) found.push(["doi", `https://doi.org/${row.doi}`]);
  for (const [kind, urls] of Object.entries(row.links)) for (const url of urls) found.push([kind, url]);
  return found;
}

/**
 * Add to a card the box that selects it and the button that copies its citation.
 * @param {HTMLElement} card
 * @param {{ has: (id: string) => boolean }} selection
 */
export function addTools(card, selection) {
  const link = card.querySelector(".card-title a");
  const id = /papers\/([^/]+)\/$/.exec(link?.getAttribute("href") ?? "")?.[1];
  if (!link || !id) return;
  const name = link.textContent;
  const box = make("input", { type: "checkbox", class: "card-box", value: id, "aria-label": `Select ${name}`, autocomplete: "off" });
  box.checked = selection.has(id);
  const cite = make("button", { type: "button", class: "card-cite", value: id, "aria-label": `Copy BibTeX of ${name}` }, "Copy BibTeX");
  card.append(make("div", { class: "card-tools" }, make("label", {}, box, " Select"), cite));
}
