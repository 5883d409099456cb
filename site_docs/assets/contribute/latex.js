// @ts-check
/** Read the LaTeX of titles and names as plain text. */

const ACCENTS = /** @type {Record<string, string>} */ ({
  "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", u: "\u0306", ".": "\u0307",
  '"': "\u0308", r: "\u030a", H: "\u030b", v: "\u030c", d: "\u0323", c: "\u0327", k: "\u0328",
});
const LETTERS = /** @type {Record<string, string>} */ ({
  ss: "ß", ae: "æ", AE: "Æ", oe: "œ", OE: "Œ", o: "ø", O: "Ø", l: "ł", L: "Ł", aa: "å", AA: "Å", i: "ı", j: "ȷ", dj: "đ", DJ: "Đ",
  textbackslash: "\\", textasciitilde: "~", textasciicircum: "^", textless: "<", textgreater: ">", textbar: "|",
  textbraceleft: "{", textbraceright: "}", textasciigrave: "`", ldots: "…", dots: "…", times: "×", textendash: "–", textemdash: "—",
  alpha: "α", beta: "β", gamma: "γ", delta: "δ", epsilon: "ε", lambda: "λ", mu: "μ", pi: "π", sigma: "σ", phi: "φ", omega: "ω",
});

/**
 * `text` without LaTeX's commands, braces and line breaks.
 * @param {string} text
 */
export function plain(text) {
  return text
    .replace(/\s+/g, " ")
    .replace(/(^|[^\\])\$/g, "$1")
    .replace(/\\([`'^~=."])\s*\{?\\?([A-Za-z])\}?|\\([urHvdck])(?:\s*\{\\?([A-Za-z])\}|\s+([A-Za-z])(?![A-Za-z]))/g, (_, sign, letter, name, inner, bare) =>
      accented(letter ?? inner ?? bare, sign ?? name),
    )
    .replace(/\\([A-Za-z]+)(?:\{\})?\s?/g, (_, name) => LETTERS[name] ?? "")
    .replace(/\\([&%$#_{}])/g, (_, sign) => ({ "{": "\ue000", "}": "\ue001" })[/** @type {"{" | "}"} */ (sign)] ?? sign)
    .replace(/[{}]/g, "")
    .replaceAll("\ue000", "{")
    .replaceAll("\ue001", "}")
    .replaceAll("---", "—")
    .replaceAll("--", "–")
    .replace(/``|''/g, '"')
    .replace(/(?<!\\)~/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .normalize("NFC");
}

/** @param {string} letter @param {string} accent */
function accented(letter, accent) {
  return (letter + (ACCENTS[accent] ?? "")).normalize("NFC");
}
