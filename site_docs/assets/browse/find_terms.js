// @ts-check
/** The boxes that find a term in a long facet. */
import { all } from "../dom.js";
import { spaced } from "../fold.js";

let ready = false;

/** @param {HTMLElement} root */
export function letFindTerms(root) {
  if (ready) return;
  ready = true;
  for (const box of all(root, "input.facet-box", HTMLInputElement)) {
    const facet = box.closest("details");
    if (facet) letFind(facet, box);
  }
}

/** @param {HTMLElement} facet @param {HTMLInputElement} box */
function letFind(facet, box) {
  const items = all(facet, "li", HTMLElement).map((item) => ({ item, text: ` ${spaced(item.querySelector(".facet-label")?.textContent ?? "")}` }));
  const show = () => {
    const wanted = spaced(box.value);
    facet.classList.toggle("is-searched", Boolean(wanted));
    for (const { item, text } of items) item.classList.toggle("is-other", !text.includes(` ${wanted}`));
  };
  box.addEventListener("input", show);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
    if (event.key !== "Escape" || event.isComposing || !box.value) return;
    event.preventDefault(); // or the panel would close on a phone
    box.value = "";
    show();
  });
  if (box.value) show();
}
