// Apart from the schemas, so that a page can list these words without carrying a validator.

/** The twelve rule families R1–R12 of the field, several parts, an own formula, and the rule nobody knows. */
export const FAMILIES = [
  'yes_no',
  'ratio',
  'steps',
  'target',
  'deduction',
  'any_fault',
  'count',
  'level',
  'survey',
  'index',
  'bonus',
  'penalty',
  'parts',
  'formula',
  'typed',
] as const;
export type Family = (typeof FAMILIES)[number];

/** Who gives a leaf its points. What is not scored by the unit itself is measured and shown, never claimed. */
export const SCORERS = ['self', 'appraiser', 'survey', 'outside'] as const;
export type Scorer = (typeof SCORERS)[number];

/** Không áp dụng: full points; maximum taken out and the rest re-scaled; nothing. */
export const NOT_APPLICABLE = ['full', 'removed', 'zero'] as const;
/** What a ratio without anything to divide by counts as. */
export const ZERO_DENOMINATOR = ['full', 'not_applicable', 'zero'] as const;
