// @ts-check
/** On a narrow screen the filters open over the list, in a dialog. */
import { byId } from "../dom.js";
import { EMPTY } from "./state.js";

const WIDE = "(min-width: 60em)"; // where browse.css shows the filters beside the list

/** @type {HTMLDialogElement | undefined} */
let dialog;

/** @param {import("./page.js").BrowsePage} page */
export function openPanel(page) {
  dialog ??= panelOf(page);
  dialog.prepend(page.side);
  dialog.showModal();
}

/** @param {import("./page.js").BrowsePage} page */
function panelOf(page) {
  const { side, fold, done, title } = page;
  const home = side.parentElement;
  const panel = byId("browse-dialog", HTMLDialogElement);
  panel.addEventListener("click", ({ target }) => {
    if (target === panel) panel.close(); // beside the panel
  });
  byId("browse-close", HTMLButtonElement).addEventListener("click", () => panel.close());
  byId("browse-clear", HTMLButtonElement).addEventListener("click", () => {
    const { q, scopes, sort } = page.state;
    page.go({ ...EMPTY, q, scopes, sort });
  });
  panel.addEventListener("close", () => {
    home?.append(side);
    if (document.activeElement === document.body) fold.focus(); // where a browser gives no focus to a button that is clicked
  });
  done.addEventListener("click", () => {
    panel.close();
    title.focus();
  });
  matchMedia(WIDE).addEventListener("change", () => panel.close());
  return panel;
}
