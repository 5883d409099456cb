// @ts-check
/** The forms of volume, number and pages, as in the generator's `volume_forms.py`. */

const VOLUME = /^(Suppl |[A-Z]{1,3})?[0-9]{1,6}[A-Za-z]{0,2}([-/][0-9]{1,6})?( Suppl( [0-9]{1,2})?)?$/;
const PAGE = "[A-Za-z]{0,8}[0-9]{1,10}[A-Za-z]?([.:][A-Za-z]?[0-9]{1,5})?";
const PAGES = new RegExp(`^${PAGE}(-${PAGE})?$`);
const DASH = / ?(?:[-\u2010-\u2015\u2212]+|\bto\b) ?/g;
const BEFORE_NUMBER = /^(?:volume|vol|number|no|issue)\b[. ]*/i;
const BEFORE_PAGES = /^(?:pages|page|pp|p|article)\b[. ]*/i;

/** @param {string} text @returns {string | null} */
export function findVolumeError(text) {
  if (VOLUME.test(text)) return null;
  const better = readVolume(text);
  return `is not a number: write ${better ? `\`${better}\`` : "`12`, `12-13`, `S1` or `Suppl 2`"}`;
}

/** @param {string} text @returns {string | null} */
export function findPagesError(text) {
  if (!PAGES.test(text)) {
    const better = readPages(text);
    return `is not pages: write ${better ? `\`${better}\`` : "`123-145`, or one page or article number such as `123` or `e1234`"}`;
  }
  return runsBack(text) ? "ends before it begins: write both pages in full, such as `1159-1170`" : null;
}

/** The volume or number that `text` says, or an empty text: `12` for `Vol. 12`. @param {string} text */
export function readVolume(text) {
  const bare = text.trim().replace(/\s+/g, " ").replace(BEFORE_NUMBER, "").replace(DASH, "-");
  return VOLUME.test(bare) ? bare : "";
}

/** The pages that `text` says, or an empty text: `12-15` for `pp. 12–15`. @param {string} text */
export function readPages(text) {
  let bare = text.trim().replace(/\s+/g, " ").replace(BEFORE_PAGES, "").replace(DASH, "-");
  const [first = "", last = ""] = split(bare);
  if (first === last) bare = first;
  else if (isNumber(first) && isNumber(last) && last.length < first.length) bare = `${first}-${first.slice(0, -last.length)}${last}`;
  return PAGES.test(bare) && !runsBack(bare) ? bare : "";
}

/** @param {string} pages */
function runsBack(pages) {
  const [first = "", last = ""] = split(pages);
  return isNumber(first) && isNumber(last) && BigInt(last) < BigInt(first);
}

/** The parts before and after the first hyphen. @param {string} pages */
function split(pages) {
  const place = pages.indexOf("-");
  return place < 0 ? [pages, ""] : [pages.slice(0, place), pages.slice(place + 1)];
}

/** @param {string} text */
function isNumber(text) {
  return /^[0-9]+$/.test(text);
}
