// Apart from the schemas, so that a page can list these words without carrying a validator.

/** What a column of a register holds: text, numbers, days ("2026-09-30"), months ("2026-09"), one of a list, yes or no, an address. */
export const COLUMN_KINDS = [
  'text',
  'long_text',
  'number',
  'date',
  'month',
  'choice',
  'flag',
  'link',
] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

/** How a quantity is taken from register rows; `typed` is typed by hand, with its reason and proof. */
export const QUANTITY_SOURCES = ['count', 'sum', 'latest', 'distinct', 'constant', 'typed'] as const;

/** Most rows of one paste or import. */
export const MOST_ROWS_AT_ONCE = 5000;

/** `calendar` is 1 January to 31 December; `report` is 15 December of the year before to 14 December. */
export const WINDOWS = ['calendar', 'report'] as const;
