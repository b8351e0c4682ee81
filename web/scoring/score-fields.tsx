import { FAMILIES } from '#core/scoring/families.ts';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { useWords } from '#web/words/language.ts';
import { ChoiceField, type Faults, LineList, TextField } from './form-parts.tsx';
import styles from './rule-form.module.css';
import { emptyBranch, emptyKeyed, emptyStep, type KeyedLine, type ScoreForm } from './rule-form.ts';

type ScoreFieldsProps = {
  score: ScoreForm;
  /** Where in the rule it stands: "score", or "score.parts.0.score". */
  field: string;
  faults: Faults;
  /** The names a formula may use. */
  names: readonly string[];
  onChange: (change: Partial<ScoreForm>) => void;
};

const SIMPLE = FAMILIES.filter((family) => family !== 'parts');

/** The family of one part of a rule, with its parameters. */
export function PartScoreFields(props: ScoreFieldsProps) {
  const { scoring } = useWords();
  return (
    <>
      <ChoiceField
        label={scoring.editor.family}
        value={props.score.family}
        options={SIMPLE.map((family) => ({ value: family, label: scoring.families[family] }))}
        onChange={(family) => props.onChange({ family })}
      />
      <ScoreFields {...props} />
    </>
  );
}

/** The parameters of the chosen family; those of others wait unseen. */
export function ScoreFields(props: ScoreFieldsProps) {
  const { score, field, faults, onChange } = props;
  const { scoring } = useWords();
  const words = scoring.editor;
  const figure = (
    name: 'floor' | 'full' | 'target' | 'step' | 'unit' | 'indexFull' | 'cap',
    label: string,
  ) => ({
    label,
    value: score[name],
    error: faults.get(`${field}.${name === 'indexFull' ? 'full' : name}`),
    isFigure: true,
    onChange: (text: string) => onChange({ [name]: text }),
  });
  const floor = <TextField {...figure('floor', words.floor)} hint={words.floorHint} isOptional />;
  switch (score.family) {
    case 'ratio':
      return (
        <div className={styles.cells}>
          {floor}
          <TextField {...figure('full', words.full)} hint={words.fullHint} isOptional />
        </div>
      );
    case 'target':
      return (
        <div className={styles.cells}>
          <TextField {...figure('target', words.target)} />
          {floor}
        </div>
      );
    case 'steps':
      return <StepFields {...props} />;
    case 'deduction':
      return <TextField {...figure('step', words.deductionStep)} />;
    case 'count':
      return <TextField {...figure('unit', words.countUnit)} />;
    case 'level':
      return (
        <KeyedFields
          {...props}
          name="levels"
          labels={[words.levelKey, words.levelTitle, words.levelShare]}
          add={words.addLevel}
        />
      );
    case 'survey':
      return (
        <>
          <KeyedFields
            {...props}
            name="options"
            labels={[words.optionKey, words.optionTitle, words.optionWeight]}
            add={words.addOption}
          />
          <Checkbox
            label={words.isReverse}
            checked={score.isReverse}
            onChange={(isReverse) => onChange({ isReverse })}
          />
        </>
      );
    case 'index':
      return <TextField {...figure('indexFull', words.indexFull)} />;
    case 'penalty':
      return <TextField {...figure('cap', words.penaltyCap)} hint={words.penaltyCapHint} isOptional />;
    case 'formula':
      return <FormulaFields {...props} />;
    default:
      return null;
  }
}

function StepFields({ score, field, faults, onChange }: ScoreFieldsProps) {
  const { scoring } = useWords();
  const words = scoring.editor;
  return (
    <>
      <ChoiceField
        label={words.stepsOf}
        value={score.of}
        options={[
          { value: 'share', label: words.ofShare },
          { value: 'number', label: words.ofNumber },
        ]}
        onChange={(of) => onChange({ of })}
      />
      <LineList
        label={scoring.families.steps}
        lines={score.steps}
        error={faults.get(`${field}.steps`)}
        add={{ label: words.addStep, make: emptyStep }}
        onChange={(steps) => onChange({ steps })}
        render={(step, change, at) => (
          <>
            <TextField
              label={score.of === 'share' ? words.fromShare : words.fromNumber}
              value={step.from}
              error={faults.get(`${field}.steps.${at}.from`)}
              isFigure
              onChange={(from) => change({ from })}
            />
            <TextField
              label={words.points}
              value={step.points}
              error={faults.get(`${field}.steps.${at}.points`)}
              isFigure
              onChange={(points) => change({ points })}
            />
          </>
        )}
      />
    </>
  );
}

function KeyedFields(
  props: ScoreFieldsProps & { name: 'levels' | 'options'; labels: [string, string, string]; add: string },
) {
  const { score, field, faults, name, labels, onChange } = props;
  const fault = (at: number, property: keyof KeyedLine) => faults.get(`${field}.${name}.${at}.${property}`);
  return (
    <LineList
      label={labels[1]}
      lines={score[name]}
      error={faults.get(`${field}.${name}`) ?? faults.get(field)}
      add={{ label: props.add, make: emptyKeyed }}
      onChange={(lines) => onChange({ [name]: lines })}
      render={(line, change, at) => (
        <>
          <TextField
            label={labels[1]}
            value={line.title}
            error={fault(at, 'title')}
            className={styles.wide}
            onChange={(title) => change({ title })}
          />
          <TextField
            label={labels[0]}
            value={line.key}
            error={fault(at, 'key')}
            isCode
            onChange={(key) => change({ key })}
          />
          <TextField
            label={labels[2]}
            value={line.share}
            error={fault(at, 'share')}
            isFigure
            onChange={(share) => change({ share })}
          />
        </>
      )}
    />
  );
}

function FormulaFields({ score, field, faults, names, onChange }: ScoreFieldsProps) {
  const { scoring } = useWords();
  const words = scoring.editor;
  return (
    <>
      <LineList
        label={words.formula}
        lines={score.branches}
        error={faults.get(`${field}.branches`)}
        add={{ label: words.addBranch, make: emptyBranch }}
        onChange={(branches) => onChange({ branches })}
        render={(branch, change, at) => (
          <>
            <TextField
              label={`${words.branch(at + 1)}: ${words.when.toLowerCase()}`}
              hint={at === score.branches.length - 1 ? words.whenHint : undefined}
              value={branch.when}
              error={faults.get(`${field}.branches.${at}.when`)}
              className={styles.wide}
              isCode
              isOptional
              onChange={(when) => change({ when })}
            />
            <TextField
              label={words.formula}
              value={branch.points}
              error={faults.get(`${field}.branches.${at}.points`)}
              className={styles.wide}
              isCode
              onChange={(points) => change({ points })}
            />
          </>
        )}
      />
      <p className={styles.hint}>
        {words.names}: <span className={styles.codeText}>{[...names, 'max'].join(', ')}</span>.{' '}
        {words.namesAlso}
      </p>
    </>
  );
}
