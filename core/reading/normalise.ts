/** Folding of Vietnamese text for readers of documents; the rules stand in core/vietnamese.ts, which plans use too. */
export {
  canonicalTone,
  comparableText,
  foldedWords,
  foldText,
  sameText,
  tidyText,
} from '#core/vietnamese.ts';
