import { foldText } from '#core/vietnamese.ts';
import { type Register, registerSchema } from './register.ts';

/** A register of the unit's own, as it is defined or changed. */
export const registerDraftSchema = registerSchema.pick({
  title: true,
  about: true,
  columns: true,
  dateColumn: true,
  isRestricted: true,
  retentionYears: true,
});
export type RegisterDraft = Pick<
  Register,
  'title' | 'about' | 'columns' | 'dateColumn' | 'isRestricted' | 'retentionYears'
>;

/** Why a register may not be defined so; `field` is where the draft says it. */
export type DefinitionRefusal =
  | { kind: 'column_twice'; field: string; column: string }
  | { kind: 'choices_needed'; field: string; column: string }
  | { kind: 'date_column_unfit'; field: 'dateColumn' }
  | { kind: 'column_kind_fixed'; field: string; column: string }
  | { kind: 'register_title_taken'; field: 'title' };

/**
 * Refuses a draft whose columns are named twice, whose choices are missing, or whose rows could not
 * be placed in a year. `before` is the register it changes: what a column holds stays of its kind.
 */
export function refuseDefinition(
  draft: RegisterDraft,
  others: readonly Pick<Register, 'title'>[],
  before?: Pick<Register, 'columns'>,
): DefinitionRefusal | undefined {
  if (others.some(({ title }) => foldText(title) === foldText(draft.title)))
    return { kind: 'register_title_taken', field: 'title' };
  const seen = new Set<string>();
  for (const [position, { key, title, kind, choices = [] }] of draft.columns.entries()) {
    const field = `columns.${position}`;
    const names = [key, `title ${foldText(title)}`];
    if (names.some((name) => seen.has(name))) return { kind: 'column_twice', field, column: title };
    for (const name of names) seen.add(name);
    if (kind === 'choice' && choices.length === 0) return { kind: 'choices_needed', field, column: title };
    const kept = before?.columns.find((column) => column.key === key);
    if (kept && kept.kind !== kind) return { kind: 'column_kind_fixed', field, column: title };
  }
  const dated = draft.columns.find(({ key }) => key === draft.dateColumn);
  if (!dated?.isRequired || (dated.kind !== 'date' && dated.kind !== 'month'))
    return { kind: 'date_column_unfit', field: 'dateColumn' };
  return undefined;
}
