// @ts-check
/** How much a card shows. */

export const MAX_TERMS = 4;
export const MAX_AUTHORS = 3;
