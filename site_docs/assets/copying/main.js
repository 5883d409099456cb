// @ts-check
/** On the page of an entry: a button for each form of the citation that copies it. */
import { make } from "../browse/dom.js";
import { copy } from "./copy.js";
import { showText } from "./show.js";

const COPY = "Copy";
const COPIED = "Copied";
const status = make("p", { role: "status", class: "copy-status" });

for (const text of document.querySelectorAll("[data-copy-label]")) addButton(/** @type {HTMLElement} */ (text));
document.querySelector("[data-copies]")?.before(status);

/** @param {HTMLElement} source the element whose text is copied */
function addButton(source) {
  const name = source.dataset["copyLabel"] ?? "";
  const text = source.textContent ?? "";
  const button = make("button", { type: "button", class: "copy-button", "aria-label": `${COPY} ${name}` }, COPY);
  button.addEventListener("click", async () => {
    if (!(await copy(text))) return showText(text, button);
    button.textContent = COPIED;
    status.textContent = `${name} copied`;
  });
  source.closest("[data-copies]")?.append(button);
}
