// @ts-check
/** Show messages as `medvlm check` writes them: what is between backticks is code. */
import { make } from "../dom.js";

/**
 * The nodes of `message`, its code as elements.
 * @param {string} message
 * @returns {(Node | string)[]}
 */
export function withCode(message) {
  return message.split("`").map((part, place) => (place % 2 ? make("code", {}, part) : part));
}
