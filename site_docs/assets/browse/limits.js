// @ts-check
/** How much a card shows. */

export const MOST_TERMS = 4;
export const MOST_AUTHORS = 3;
