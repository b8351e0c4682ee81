/**
 * What every office format becomes before the plan reader sees it: paragraphs and tables in the
 * order of the document, each with the place it came from. Text is NFC, without soft hyphens, with
 * ordinary spaces, deletions dropped and insertions kept.
 */

/** Where something stands in its source. All counts start at 1; what a format does not know is left out. */
export type Place = {
  page?: number;
  sheet?: string;
  /** Position among the top-level paragraphs of a text document, or the line of a plain text. */
  paragraph?: number;
  line?: number;
  table?: number;
  row?: number;
  column?: number;
};

export type Paragraph = {
  kind: 'paragraph';
  /** The text, with an automatic number or bullet of the source already written in front ("2.1. ", "- "). */
  text: string;
  /** Depth of a list item or indentation in the source, 0 when none is known. */
  level: number;
  isItalic?: boolean;
  isBold?: boolean;
  place: Place;
};

export type Cell = {
  /** Paragraphs of the cell joined by "\n"; an automatic number already written in front. */
  text: string;
  /** How many columns of the grid it covers. */
  span: number;
  /** True when the cell lies inside a vertically merged one and repeats its owner's text. */
  isMergedFromAbove?: boolean;
  place: Place;
};

export type Row = {
  /** True where the source marks the row as a repeated heading. */
  isHeading?: boolean;
  cells: Cell[];
  place: Place;
};

export type Table = { kind: 'table'; rows: Row[]; isHidden?: boolean; name?: string; place: Place };

export type Block = Paragraph | Table;

export type Format = 'docx' | 'xlsx' | 'pdf' | 'txt' | 'md' | 'html' | 'doc';

export type SourceDocument = {
  format: Format;
  blocks: Block[];
  /** What the reader of the format had to leave out or mend, in order: shown to the user as notes. */
  notes: SourceNote[];
};

export type SourceNote = {
  kind:
    | 'legacy_font'
    | 'decomposed_text'
    | 'tracked_deletion'
    | 'tracked_insertion'
    | 'footnote'
    | 'picture'
    | 'hidden_text'
    | 'formula';
  count: number;
};
