// @ts-check
/** Show a text to be copied by hand, where the browser does not let the page copy. */
import { make } from "../dom.js";
import * as TEXTS from "../texts/copying.js";

const MAX_LINES = 12;
let count = 0;

/**
 * Show `text`, selected, below `near`; closing it returns the focus to `near`.
 * @param {string} text
 * @param {HTMLElement} near
 */
export function showText(text, near) {
  document.querySelector(".copy-box")?.remove();
  const id = `copy-${count++}`;
  const area = make("textarea", { readonly: true, id, rows: String(Math.min(MAX_LINES, text.split("\n").length)) }, text);
  const close = make("button", { type: "button" }, TEXTS.close);
  const box = make("div", { class: "copy-box" }, make("label", { for: id }, TEXTS.byHand), area, close);
  const end = () => {
    box.remove();
    near.focus();
  };
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") end();
  });
  close.addEventListener("click", end);
  put(box, near);
  area.focus();
  area.select();
}

/** Below what `near` belongs to, or at its end. @param {HTMLElement} box @param {HTMLElement} near */
function put(box, near) {
  const whole = near.closest(".take-bar, dd");
  if (whole) whole.append(box);
  else (near.closest("[data-copies], .card-tools") ?? near).after(box);
}
