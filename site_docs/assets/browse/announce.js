// @ts-check
/** Announce changes to people who use a screen reader, in the page's one status region. */

const PAUSE = 600; // milliseconds, so that nothing is announced after each letter that is typed

/**
 * @param {HTMLElement} region
 * @returns {(text: string) => void}
 */
export function announcer(region) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  return (text) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      region.textContent = text;
    }, PAUSE);
  };
}
