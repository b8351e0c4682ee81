/**
 * Everything the log can say: what kind of thing, and what happened to it. An event outside of this table
 * does not compile, and neither does a kind without a sentence in both languages (web/words/vi/log.ts, en/log.ts).
 */
export const EVENT_VERBS = {
  answer: ['appeal_sent', 'appeal_written', 'explanation_sent', 'explanation_written'],
  contact: ['changed', 'read'],
  criterion: ['added_up', 'corrected'],
  crosswalk: ['applied', 'changed', 'proposed'],
  delivery: ['read', 'sent_again'],
  department: ['changed', 'created', 'ended', 'reopened'],
  dossier: ['exported'],
  entry: ['carried_over', 'typed'],
  evidence: [
    'accepted',
    'added',
    'anchored',
    'changed',
    'linked',
    'read',
    'removed',
    'replaced',
    'restored',
    'returned',
    'unlinked',
  ],
  invitation: ['accepted', 'created', 'revoked'],
  log: ['exported'],
  member: ['changed', 'ended', 'joined'],
  notice_settings: ['changed'],
  obstacle: ['answered', 'forwarded', 'raised', 'reopened', 'settled'],
  plan: ['annex_kept', 'confirmed', 'replaced'],
  reading: ['confirmed', 'corrected', 'created', 'discarded'],
  register: ['defined', 'ended', 'month_closed', 'read', 'redefined'],
  register_row: ['changed', 'created', 'read', 'removed', 'restored'],
  rule: ['carried_over', 'changed'],
  score: ['moved'],
  session: ['locked_out', 'refused', 'signed_in', 'signed_out'],
  task: [
    'created',
    'decided',
    'directed',
    'document_withdrawn',
    'edited',
    'explained',
    'extended',
    'handed_on',
    'judged',
    'nothing_new',
    'progressed',
    'step_added',
    'step_changed',
    'step_removed',
  ],
  unit: [
    'child_added',
    'child_end',
    'child_invited',
    'child_merge',
    'child_move',
    'child_recode',
    'child_rename',
    'child_split',
    'made_for_demonstration',
    'renamed',
    'set_up',
  ],
  webhook: ['changed', 'created', 'removed'],
  work_calendar: ['edited'],
} as const;

export type EventNoun = keyof typeof EVENT_VERBS;
export type EventVerb<Noun extends EventNoun> = (typeof EVENT_VERBS)[Noun][number];

/** "task.edited": one kind of event. */
export type EventKind = { [Noun in EventNoun]: `${Noun}.${EventVerb<Noun>}` }[EventNoun];

export const EVENT_NOUNS = Object.keys(EVENT_VERBS) as EventNoun[];
