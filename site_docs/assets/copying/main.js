// @ts-check
/** On the page of an entry: a button for each form of the citation that copies it. */
import { copy } from "./copy.js";
import { showText } from "./show.js";

const COPY = "Copy";
const COPIED = "Copied";

for (const text of document.querySelectorAll("[data-copy-label]")) addButton(/** @type {HTMLElement} */ (text));

/** @param {HTMLElement} text the element whose text is copied */
function addButton(text) {
  const button = document.createElement("button");
  const name = text.dataset["copyLabel"] ?? "";
  button.type = "button";
  button.className = "copy-button";
  show(button, COPY, name);
  button.addEventListener("click", async () => {
    if (await copy(text.textContent ?? "")) show(button, COPIED, name);
    else showText(text.textContent ?? "", button);
  });
  text.closest("[data-copies]")?.append(button);
}

/** @param {HTMLElement} button @param {string} what @param {string} name */
function show(button, what, name) {
  button.textContent = what;
  button.setAttribute("aria-label", `${what} ${name}`);
}
