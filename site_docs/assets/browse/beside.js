// @ts-check
/** Say what became of a click, beside its button. */
import { make } from "../dom.js";

/**
 * Say `text` below the row of `button`, in place of what was said there before.
 * @param {HTMLElement} button @param {string} text
 * @param {(text: string) => void} say it to people who use a screen reader
 * @param {boolean} [done] whether it is good news
 */
export function sayBeside(button, text, say, done = false) {
  button.closest("details")?.querySelector(".take-said")?.remove();
  button.parentElement?.after(make("p", { class: `take-said${done ? " take-saved" : ""}` }, text));
  say(text);
}
