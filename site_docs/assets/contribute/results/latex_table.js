// @ts-check
/** Read the rows of a LaTeX tabular as plain texts, as the generator's `add/results/latex_tables.py` does. */
import { isPrintedNumber } from "./printed.js";

/** The text of a cell, and how many columns it spans. @typedef {{ text: string, span: number }} LatexCell */

const GROUP = "\\{(?:[^{}]|\\{(?:[^{}]|\\{[^{}]*\\})*\\})*\\}";
const BEGIN = new RegExp(
  `\\\\begin\\{(?:(?:tabular|array|longtable)\\}(?:\\[[^\\]]*\\])?|(?:tabular\\*|tabularx|tabulary)\\}${GROUP})\\s*${GROUP}`,
  "g",
);
const END = /\\end\{(?:tabular[*xy]?|array|longtable|tabulary)\}/g;
const COMMENT = /(?<!\\)%[^\n]*/g;
const RULES = new RegExp(
  "\\\\(?:hline|toprule|midrule|bottomrule|endhead|endfirsthead|endfoot|endlastfoot|hdashline|addlinespace" +
    "|specialrule|cmidrule|cline|cdashline|rowcolor|arrayrulecolor|noalign|Xhline|caption|label|centering)" +
    `(?![A-Za-z])\\*?(?:\\([^()]*\\)|\\[[^\\[\\]]*\\]|${GROUP})*`,
  "g",
);
const TOKEN = /\\\\\*?(?:\[[^[\]\n]*\])?|\\[A-Za-z]+\*?|\\[^]|[{}&]|[^\\{}&]+|\\/g;
const DROPPED = new RegExp(
  "\\\\(?:cite[a-z]*|footnote|footnotemark|textsuperscript(?!\\{[^{}]*(?:\\\\pm|±))|tnote|ref|cellcolor|color|vspace|hspace|rule)\\*?" +
    `(?:\\[[^\\[\\]]*\\])*(?:${GROUP})?`,
  "g",
);
const TEXTCOLOR = new RegExp(`\\\\(?:textcolor|colorbox)(?:\\[[^\\[\\]]*\\])?${GROUP}`, "g");
const RAISED = /\^(?:\{(?![^{}]*(?:\\pm|±))[^{}]*\}|\\(?!pm)[A-Za-z]+|[^\s\\{])/g;
const AFTER_DIGIT = /(?<=[0-9])([}$]*)(?=_|\{[^.,{}]|\\[A-Za-z]+\*?\s*\{)/g;
const SPANS = new RegExp(`^\\s*\\\\multicolumn\\s*\\{\\s*(\\d{1,3})\\s*\\}\\s*${GROUP}`);
const ROWS = new RegExp(`\\s*\\\\multirow\\s*(?:\\[[^\\[\\]]*\\])?\\{\\s*([*=\\d-]{1,4})\\s*\\}(?:\\[[^\\[\\]]*\\])?\\s*${GROUP}`);
const SYMBOLS = {
  "\\\\pm": " ± ", "\\\\uparrow": "", "\\\\downarrow": "", "\\\\times": "×", "\\\\textendash": "–", "\\\\textemdash": "—",
  "\\\\newline": " ", "\\\\quad": " ", "~": " ",
};
const FONT =
  "bf|bfseries|it|itshape|em|sc|scshape|sf|sffamily|tt|ttfamily|rm|sl|boldmath|tiny|scriptsize|footnotesize" +
  "|small|normalsize|large|Large|centering|raggedright|raggedleft|xspace|hfill|par|left|right|relax|protect";
const COMMAND = /\\(?:[A-Za-z]+\*?|.)/g;
const FORMATTING = new RegExp(`\\\\(?:(?:${FONT})(?![A-Za-z])|[A-Za-z]+\\*?(?=\\s*\\{\\s*[^}\\s])|[^A-Za-z])`, "g");

/** Whether `text` has a tabular, or the lines of one. @param {string} text */
export function isLatex(text) {
  return new RegExp(BEGIN.source).test(text) || text.split(/\r\n|\r|\n/).some((line) => line.includes("&") && line.includes("\\\\"));
}

/**
 * Return the rows of the first tabular in `text`. A name that reaches over several rows is in each of them.
 * @param {string} text
 * @returns {LatexCell[][]}
 */
export function readRows(text) {
  /** @type {Map<number, [number, LatexCell]>} */
  const reaching = new Map();
  return split(inside(text.replace(COMMENT, "")).replace(RULES, "")).map((sources) =>
    sources.map((source, place) => {
      const cell = readCell(source);
      const [left, above] = reaching.get(place) ?? [0, cell];
      reaching.delete(place);
      if (left && !cell.text) {
        reaching.set(place, [left - 1, above]);
        return above;
      }
      const rows = ROWS.exec(source);
      const below = rows?.index === 0 && /^\d+$/.test(rows[1] ?? "") ? Number(rows[1]) - 1 : 0;
      if (!isPrintedNumber(cell.text)) reaching.set(place, [below, cell]);
      return cell;
    }),
  );
}

/** Return the inside of the first tabular; a tabular in a cell becomes a group. @param {string} text */
function inside(text) {
  const begins = [...text.matchAll(BEGIN)];
  const begin = begins[0];
  if (!begin) return text;
  let [depth, place, found] = [1, begin.index + begin[0].length, ""];
  const marks = [...begins.slice(1), ...text.matchAll(END)].filter((mark) => mark.index >= place);
  for (const mark of marks.sort((left, right) => left.index - right.index)) {
    const isEnd = mark[0].startsWith("\\end");
    found += text.slice(place, mark.index);
    depth += isEnd ? -1 : 1;
    place = mark.index + mark[0].length;
    if (!depth) return found;
    found += isEnd ? "}" : "{";
  }
  return found + text.slice(place);
}

/** Return the cells of each row; `&` and `\\` within braces do not end a cell or a row. @param {string} text */
function split(text) {
  const rows = [[""]];
  let depth = 0;
  for (const [token] of text.matchAll(TOKEN)) {
    const row = /** @type {string[]} */ (rows[rows.length - 1]);
    const isNewRow = token.startsWith("\\\\") || token.startsWith("\\tabularnewline");
    if (token === "{" || token === "}") depth = Math.max(0, depth + (token === "{" ? 1 : -1));
    if (!depth && isNewRow) rows.push([""]);
    else if (!depth && token === "&") row.push("");
    else row[row.length - 1] += isNewRow ? " " : token;
  }
  if (!rows[rows.length - 1]?.some((cell) => cell.trim())) rows.pop();
  return rows;
}

/** @param {string} source @returns {LatexCell} */
function readCell(source) {
  const match = SPANS.exec(source);
  const inner = source.slice(match?.[0].length ?? 0).replace(ROWS, "");
  return { text: plain(inner), span: Math.max(1, Number(match?.[1] ?? 1)) };
}

/** Return what a reader of the printed cell sees; a command of the paper's own stays in a text. @param {string} source */
function plain(source) {
  let text = source.replace(DROPPED, "").replace(TEXTCOLOR, "").replace(RAISED, "").replace(AFTER_DIGIT, "$1 ");
  for (const [command, meant] of Object.entries(SYMBOLS)) text = text.replace(new RegExp(`${command}(?![A-Za-z])`, "g"), meant);
  const parts = text.split(/\\([%&_#$ {}])/); // every second part is an escaped character
  const number = joinPlain(parts, COMMAND);
  return isPrintedNumber(number) ? number : joinPlain(parts, FORMATTING);
}

/** @param {string[]} parts @param {RegExp} dropped */
function joinPlain(parts, dropped) {
  const plain = parts.map((part, place) => (place % 2 ? part : part.replace(dropped, "").replace(/[{}$_^]/g, "")));
  return plain.join("").split(/\s+/).filter(Boolean).join(" ");
}
