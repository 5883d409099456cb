// @ts-check
/** A text of an entry as messages show it. */

/**
 * Return `text` as a message shows it: on one line, no hidden characters, cut after 80 characters.
 * @param {string} text
 */
export function quoted(text) {
  const letters = [...text];
  const seen = letters
    .slice(0, 80)
    .join("")
    .replace(/[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu, (char) => `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`);
  return letters.length > 80 ? `\`${seen}…\`` : `\`${seen}\``;
}
