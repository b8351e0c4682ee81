import { Link } from '@tanstack/react-router';
import { type ReactNode, useId } from 'react';
import type { Quantity } from '#core/registers/quantity.ts';
import type { LeafScore } from '#core/scoring/leaf-score.ts';
import { printNumber } from '#core/scoring/printed-numbers.ts';
import type { Rule } from '#core/scoring/rule.ts';
import { paths } from '#web/paths.ts';
import { Select } from '#web/ui/select.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import { useLanguage, useWords } from '#web/words/language.ts';
import { askedOf } from './entry-values.ts';
import styles from './scoring.module.css';

/** Every quantity of the rule with its value and where it comes from; typed ones are fields. */
export function LeafInputs(props: {
  leaf: LeafScore;
  typed: Readonly<Record<string, string>>;
  faults: ReadonlyMap<string, string>;
  onType: (key: string, text: string) => void;
}) {
  const { leaf, typed, faults } = props;
  const { scoring } = useWords();
  const language = useLanguage();
  const { panel } = scoring;
  const { rule } = leaf.rule;
  const id = useId();
  const valueByKey = new Map(leaf.evaluation.inputs.map(({ key, value }) => [key, value]));
  // A letter or a name that stands in the rule's formula; other keys are words of the program alone.
  const isNamed = (key: string) => key.length === 1 || rule.score.family === 'formula';
  if (rule.quantities.length === 0) return null;
  return (
    <ul className={styles.inputs} aria-label={panel.inputs}>
      {rule.quantities.map((quantity) => {
        const { key, title, unit } = quantity;
        const isTyped = quantity.source === 'typed';
        const error = faults.get(key);
        const value = valueByKey.get(key) ?? null;
        return (
          <li key={key}>
            <span id={`${id}-${key}`} className={styles.inputName}>
              {title} {isNamed(key) && <span className={styles.soft}>({key})</span>}
            </span>
            <span className={styles.inputValue}>
              {isTyped ? (
                <TypedValue
                  rule={rule}
                  quantity={quantity}
                  text={typed[key] ?? ''}
                  labelId={`${id}-${key}`}
                  errorId={error === undefined ? undefined : `${id}-${key}-error`}
                  onType={(text) => props.onType(key, text)}
                />
              ) : value === null ? (
                <span className={styles.soft}>{panel.unknown}</span>
              ) : (
                <strong>{printNumber(value, language)}</strong>
              )}
              {unit !== undefined && <span className={styles.soft}> {unit}</span>}
            </span>
            <span className={styles.inputFrom}>
              <Origin quantity={quantity} registers={leaf.registers} />
            </span>
            {error !== undefined && (
              <span id={`${id}-${key}-error`} className={styles.error}>
                {error}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function TypedValue(props: {
  rule: Rule;
  quantity: Quantity;
  text: string;
  labelId: string;
  errorId: string | undefined;
  onType: (text: string) => void;
}) {
  const { scoring } = useWords();
  const { entry } = scoring;
  const asked = askedOf(props.rule, props.quantity.key);
  const control = {
    'aria-describedby': props.errorId,
    'aria-invalid': props.errorId === undefined ? undefined : (true as const),
  };
  if (asked.kind === 'number') {
    return (
      <TextInput
        {...control}
        aria-labelledby={props.labelId}
        inputMode="decimal"
        className={styles.figure}
        value={props.text}
        onChange={(event) => props.onType(event.target.value)}
      />
    );
  }
  const options =
    asked.kind === 'yes_no'
      ? [
          { value: '1', label: entry.yes },
          { value: '0', label: entry.no },
        ]
      : asked.levels.map(({ key, title }) => ({ value: key, label: title }));
  return (
    <Select
      {...control}
      label={props.quantity.title}
      className={styles.choice}
      value={props.text}
      onChange={props.onType}
      options={[{ value: '', label: entry.choose }, ...options]}
    />
  );
}

/** Where a quantity is taken from: a register to open, the rule itself, or a person. */
function Origin({
  quantity,
  registers,
}: {
  quantity: Quantity;
  registers: LeafScore['registers'];
}): ReactNode {
  const { scoring } = useWords();
  const { panel } = scoring;
  if (quantity.source === 'typed') return panel.typedValue;
  if (quantity.source === 'constant') return panel.constant;
  const register = registers.find(({ key }) => key === quantity.register);
  if (!register) return quantity.register;
  const name = [register.number, register.title].filter(Boolean).join(' ');
  if (!register.mayRead) return `${name} (${panel.restricted})`;
  return (
    <Link to={paths.register} params={{ key: register.key }}>
      {name}
    </Link>
  );
}
