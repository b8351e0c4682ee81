import type { ColumnKind } from '#core/registers/column-kinds.ts';
import type { Column } from '#core/registers/register.ts';
import { foldedWords } from '#core/vietnamese.ts';

/** A column as the form holds it: everything as it is typed. `key` is null until it is first kept. */
export type ColumnForm = {
  id: string;
  key: string | null;
  title: string;
  kind: ColumnKind;
  isRequired: boolean;
  unit: string;
  decimals: number;
  /** One choice a line. */
  choices: string;
  /** The choices it had, so that those with the same words keep their keys. */
  keptChoices: readonly { key: string; title: string }[];
};

export function formOf(column: Column): ColumnForm {
  return {
    id: column.key,
    key: column.key,
    title: column.title,
    kind: column.kind,
    isRequired: column.isRequired,
    unit: column.unit ?? '',
    decimals: column.decimals ?? 0,
    choices: (column.choices ?? []).map(({ title }) => title).join('\n'),
    keptChoices: column.choices ?? [],
  };
}

export function emptyColumn(id: string, kind: ColumnKind = 'text'): ColumnForm {
  return {
    id,
    key: null,
    title: '',
    kind,
    isRequired: kind === 'date',
    unit: '',
    decimals: 0,
    choices: '',
    keptChoices: [],
  };
}

/** A key made of the words of a title, unlike those taken: "Ngày họp" → "ngay_hop", then "ngay_hop_2". */
export function keyOfTitle(title: string, taken: ReadonlySet<string>): string {
  const words = foldedWords(title)
    .join('_')
    .replace(/[^a-z0-9_]/gu, '');
  const key = (/^[a-z]/u.test(words) ? words : `c_${words}`).slice(0, 36);
  if (!taken.has(key)) return key;
  let number = 2;
  while (taken.has(`${key}_${number}`)) number += 1;
  return `${key}_${number}`;
}

/** The columns as they are kept; new ones get keys, and so do new choices. */
export function columnsOf(forms: readonly ColumnForm[]): Column[] {
  const taken = new Set(['department', ...forms.flatMap(({ key }) => key ?? [])]);
  return forms.map((form) => {
    const key = form.key ?? keyOfTitle(form.title, taken);
    taken.add(key);
    return {
      key,
      title: form.title.trim(),
      kind: form.kind,
      isRequired: form.isRequired,
      ...(form.kind === 'number' && { decimals: form.decimals, unit: form.unit.trim() }),
      ...(form.kind === 'choice' && { choices: choicesOf(form) }),
    };
  });
}

function choicesOf({ choices, keptChoices }: ColumnForm): { key: string; title: string }[] {
  const titles = [
    ...new Set(
      choices
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    ),
  ];
  const keyByTitle = new Map(keptChoices.map(({ key, title }) => [title, key]));
  const taken = new Set(keyByTitle.values());
  return titles.map((title) => {
    const key = keyByTitle.get(title) ?? keyOfTitle(title, taken);
    taken.add(key);
    return { key, title };
  });
}
