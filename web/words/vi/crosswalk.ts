/** Sentences of crosswalk. */
export const crosswalk = {};
