/**
 * What became of something sent outside. `try_later` may still succeed, `never` will not; `unsure`
 * means that the other side may have it, so that sending again could give it twice. `isGone` says that
 * the receiver itself has ended: nothing else should be sent there either.
 */
export type SendOutcome =
  | { kind: 'sent' }
  | { kind: 'try_later'; reason: string; isServerDown?: true }
  | { kind: 'never'; reason: string; isGone?: true }
  | { kind: 'unsure'; reason: string };
