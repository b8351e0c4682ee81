import type { Condition } from '#core/registers/quantity.ts';
import type { Column } from '#core/registers/register.ts';
import { useWords } from '#web/words/language.ts';
import { ChoiceField, type Faults, LineList, TextField } from './form-parts.tsx';
import styles from './rule-form.module.css';
import { type ConditionForm, emptyCondition } from './rule-form.ts';

type Test = Condition['test'];
const TESTS = [
  'is',
  'is_not',
  'one_of',
  'at_least',
  'at_most',
  'not_under',
  'filled',
  'empty',
  'on_time',
  'late',
  'fallen_due',
] as const satisfies readonly Test[];
const WITH_OTHER: ReadonlySet<Test> = new Set(['not_under', 'on_time', 'late', 'fallen_due']);
const WITH_VALUE: ReadonlySet<Test> = new Set(['is', 'is_not', 'one_of', 'at_least', 'at_most']);

/** Which rows of a register count: every condition has to hold. */
export function ConditionsEditor(props: {
  conditions: readonly ConditionForm[];
  columns: readonly Column[];
  /** The quantity they belong to: "quantities.0". */
  field: string;
  faults: Faults;
  onChange: (conditions: ConditionForm[]) => void;
}) {
  const { conditions, columns, faults } = props;
  const { scoring } = useWords();
  const words = scoring.editor;
  const options = [
    { value: '', label: words.pickColumn },
    ...columns.map(({ key, title }) => ({ value: key, label: title })),
  ];
  return (
    <div className={styles.list}>
      <p className={styles.label}>{words.conditions}</p>
      {conditions.length === 0 && <p className={styles.soft}>{words.noConditions}</p>}
      <LineList
        label={words.conditions}
        lines={conditions}
        add={{ label: words.addCondition, make: emptyCondition }}
        onChange={props.onChange}
        render={(condition, change, at) => {
          const field = `${props.field}.where.${at}`;
          return (
            <>
              <ChoiceField
                label={words.column}
                value={condition.column}
                error={faults.get(`${field}.column`) ?? faults.get(field)}
                options={options}
                onChange={(column) => change({ column, value: '' })}
              />
              <ChoiceField
                label={words.test}
                value={condition.test}
                options={TESTS.map((test) => ({ value: test, label: words.tests[test] }))}
                onChange={(test) => change({ test })}
              />
              {WITH_OTHER.has(condition.test) && (
                <ChoiceField
                  label={words.otherColumn}
                  value={condition.other}
                  error={faults.get(`${field}.other`)}
                  options={options}
                  onChange={(other) => change({ other })}
                />
              )}
              {WITH_VALUE.has(condition.test) && (
                <ValueField
                  condition={condition}
                  column={columns.find(({ key }) => key === condition.column)}
                  error={faults.get(`${field}.value`)}
                  onChange={(value) => change({ value })}
                />
              )}
            </>
          );
        }}
      />
    </div>
  );
}

/** What a cell is compared with: a choice of its column where it has one, else what is typed. */
function ValueField(props: {
  condition: ConditionForm;
  column: Column | undefined;
  error: string | undefined;
  onChange: (value: string) => void;
}) {
  const { condition, column, error, onChange } = props;
  const { scoring } = useWords();
  const words = scoring.editor;
  const isList = condition.test === 'one_of';
  const choices =
    column?.kind === 'flag'
      ? [
          { value: 'true', label: scoring.rows.yes },
          { value: 'false', label: scoring.rows.no },
        ]
      : column?.choices?.map(({ key, title }) => ({ value: key, label: title }));
  if (isList && column?.choices) {
    const chosen = new Set(condition.value.split(';').map((each) => each.trim()));
    return (
      <fieldset className={styles.choices}>
        <legend>{words.conditionValue}</legend>
        {column.choices.map(({ key, title }) => (
          <label key={key}>
            <input
              type="checkbox"
              checked={chosen.has(key)}
              onChange={(event) => {
                const rest = (column.choices ?? [])
                  .map((each) => each.key)
                  .filter((each) => (each === key ? event.target.checked : chosen.has(each)));
                onChange(rest.join('; '));
              }}
            />{' '}
            {title}
          </label>
        ))}
        {error && <p className={styles.error}>{error}</p>}
      </fieldset>
    );
  }
  if (choices && !isList) {
    return (
      <ChoiceField
        label={words.conditionValue}
        value={condition.value}
        error={error}
        options={[{ value: '', label: scoring.entry.choose }, ...choices]}
        onChange={onChange}
      />
    );
  }
  return (
    <TextField
      label={words.conditionValue}
      hint={isList ? words.oneOfHint : undefined}
      value={condition.value}
      error={error}
      onChange={onChange}
    />
  );
}
