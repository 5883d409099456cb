// @ts-check
/** On the page of an entry: a button for each form of the citation that copies it. */
import { make } from "../dom.js";
import { copy } from "./copy.js";
import { showText } from "./show.js";
import * as TEXTS from "../texts/copying.js";

const status = make("p", { role: "status", class: "copy-status" });

for (const text of document.querySelectorAll("[data-copy-label]")) addButton(/** @type {HTMLElement} */ (text));
document.querySelector("[data-copies]")?.before(status);

/** @param {HTMLElement} source the element whose text is copied */
function addButton(source) {
  const name = source.dataset["copyLabel"] ?? "";
  const text = source.textContent ?? "";
  const button = make("button", { type: "button", class: "copy-button", "aria-label": TEXTS.copyNamed(name) }, TEXTS.copy);
  button.addEventListener("click", async () => {
    if (!(await copy(text))) return showText(text, button);
    button.textContent = TEXTS.copied;
    status.textContent = TEXTS.copiedNamed(name);
  });
  source.closest("[data-copies]")?.append(button);
}
