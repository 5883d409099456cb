// @ts-check
/** The buttons of the palettes: each shows the other palette, and keeps it for the next pages. */
import { keepPalette, showPalette } from "./palette_choice.js";

const buttons = /** @type {HTMLButtonElement[]} */ ([...document.querySelectorAll(".site-palette button")]);

/** While it is set, the styles of the theme change colors at once, without a transition. */
const SWITCHING = "data-md-color-switching";

for (const button of buttons) button.addEventListener("click", () => show(button));

/** @param {HTMLButtonElement} pressed */
function show(pressed) {
  document.body.setAttribute(SWITCHING, "");
  showPalette(pressed.value);
  keepPalette(pressed.value);
  buttons.find((button) => button !== pressed)?.focus(); // the pressed button is hidden now
  requestAnimationFrame(() => requestAnimationFrame(() => document.body.removeAttribute(SWITCHING)));
}
