// @ts-check
/** Say what has changed to those who do not see it, in the page's one status region. */

const PAUSE = 600; // so that typing is not interrupted by each letter

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
