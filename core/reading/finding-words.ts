import type { FindingKind } from './plan-reading.ts';

/** What was found, why it matters, and what a person can do about it. */
export type FindingSentence = { title: string; why: string; whatToDo: string };

/** The values of a finding, ready to stand in a sentence. */
export type FindingWords = {
  subject: string;
  /** A text parameter; lists are joined by "; ", what is missing is "". */
  text: (name: string) => string;
  number: (name: string) => number;
  /** Hundredths as printed points. */
  points: (name: string) => string;
};

export type FindingSentences = Record<FindingKind, (words: FindingWords) => FindingSentence>;
