import type { ReactNode } from 'react';
import { AUDIENCES, type Audience } from '#core/notices/notice-words.ts';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import { useIsNarrow } from '#web/ui/use-is-narrow.ts';
import { VisuallyHidden } from '#web/ui/visually-hidden.tsx';
import { useNoticeWords } from '#web/words/notice-words.ts';
import styles from './notices.module.css';
import { type RulesDraft, readOffsets } from './rules-form.ts';

type Rules = RulesDraft['rules'];

/** The rules by audience, each with what it does in words as it is typed; cards on a phone. */
export function RulesTable({ rules, onChange }: { rules: Rules; onChange: (rules: Rules) => void }) {
  const { rules: words } = useNoticeWords();
  const isNarrow = useIsNarrow();
  const rows = AUDIENCES.map((audience) => (
    <RuleRow
      key={audience}
      audience={audience}
      rule={rules[audience]}
      isCard={isNarrow}
      onChange={(rule) => onChange({ ...rules, [audience]: rule })}
    />
  ));
  if (isNarrow) return <ul className={styles.cards}>{rows}</ul>;
  return (
    <DataTable caption={words.caption} className={styles.rules}>
      <thead>
        <tr>
          <th scope="col">{words.audience}</th>
          <th scope="col">{words.before}</th>
          <th scope="col">{words.onDay}</th>
          <th scope="col">{words.after}</th>
        </tr>
      </thead>
      <tbody>{rows}</tbody>
    </DataTable>
  );
}

type RowProps = {
  audience: Audience;
  rule: Rules[Audience];
  isCard: boolean;
  onChange: (rule: Rules[Audience]) => void;
};

function RuleRow({ audience, rule, isCard, onChange }: RowProps) {
  const { rules: words } = useNoticeWords();
  const name = words.audiences[audience];
  const [before, after] = [readOffsets(rule.before), readOffsets(rule.after)];
  // A head is an officer of the department too: of what is not late they hear as such, by the row above.
  const isHead = audience === 'head';
  const says =
    before === undefined || after === undefined ? (
      <span role="alert" className={styles.wrong}>
        {words.daysWrong}
      </span>
    ) : (
      <span className={styles.says}>
        {words.says[audience](words.when(isHead ? [] : before.toReversed(), !isHead && rule.isOnDay, after))}
      </span>
    );
  const days = (part: 'before' | 'after', column: string) => (
    <TextInput
      className={styles.days}
      inputMode="numeric"
      aria-label={words.cell(column, name)}
      aria-invalid={(part === 'before' ? before : after) === undefined || undefined}
      value={rule[part]}
      onChange={(event) => onChange({ ...rule, [part]: event.target.value })}
    />
  );
  const onDay = (label: ReactNode) => (
    <Checkbox label={label} checked={rule.isOnDay} onChange={(isOnDay) => onChange({ ...rule, isOnDay })} />
  );
  if (isCard)
    return (
      <li className={styles.card}>
        <strong>{name}</strong>
        {says}
        {!isHead && (
          <p className={styles.pair}>
            <span>{words.before}</span>
            {days('before', words.before)}
          </p>
        )}
        {!isHead && onDay(words.onDay)}
        <p className={styles.pair}>
          <span>{words.after}</span>
          {days('after', words.after)}
        </p>
      </li>
    );
  const asOfficer = <span className={styles.soft}>{words.asOfficer}</span>;
  return (
    <tr>
      <th scope="row">
        <strong>{name}</strong>
        {says}
      </th>
      <td>{isHead ? asOfficer : days('before', words.before)}</td>
      <td>{isHead ? asOfficer : onDay(<VisuallyHidden>{words.cell(words.onDay, name)}</VisuallyHidden>)}</td>
      <td>{days('after', words.after)}</td>
    </tr>
  );
}
