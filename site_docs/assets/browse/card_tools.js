// @ts-check
/** What a card has for the reader besides the entry. */
import { make } from "../dom.js";
import * as TEXTS from "../texts/browse.js";

/**
 * The box that selects an entry and the button that copies its citation.
 * @param {string} id @param {string} title
 * @param {{ has: (id: string) => boolean }} selection
 */
export function tools(id, title, selection) {
  const box = make("input", { type: "checkbox", class: "card-box", value: id, "aria-label": TEXTS.selectNamed(title), autocomplete: "off" });
  box.checked = selection.has(id);
  const cite = make("button", { type: "button", class: "card-cite", value: id, "aria-label": TEXTS.ofEntry(TEXTS.copyBibtex, title) }, TEXTS.copyBibtex);
  return make("div", { class: "card-tools" }, make("label", {}, box, " ", TEXTS.select), cite);
}
