import { Plus, Trash2, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { QUANTITY_SOURCES, WINDOWS } from '#core/registers/column-kinds.ts';
import type { Register } from '#core/registers/register.ts';
import { Button } from '#web/ui/button.tsx';
import { Section } from '#web/ui/page-header.tsx';
import { Status } from '#web/ui/status.tsx';
import { useWords } from '#web/words/language.ts';
import { ConditionsEditor } from './conditions-editor.tsx';
import { ChoiceField, type Faults, TextField } from './form-parts.tsx';
import styles from './rule-form.module.css';
import { emptyQuantity, keysNeeded, type QuantityForm } from './rule-form.ts';
import type { RuleDraft } from './use-rule-draft.ts';

/** What the rule measures: each quantity in one line, opened to be edited. */
export function QuantitiesEditor({ draft, registers }: { draft: RuleDraft; registers: readonly Register[] }) {
  const { form, faults, change } = draft;
  const { scoring } = useWords();
  const words = scoring.editor;
  const needed = new Set(keysNeeded(form));
  const replace = (id: string, part: Partial<QuantityForm>) =>
    change({ quantities: form.quantities.map((each) => (each.id === id ? { ...each, ...part } : each)) });
  return (
    <Section title={words.quantities} lead={words.quantitiesLead}>
      <div className={styles.stack}>
        {form.quantities.map((quantity, at) => (
          <QuantityEditor
            key={quantity.id}
            quantity={quantity}
            field={`quantities.${at}`}
            faults={faults}
            registers={registers}
            isNeeded={needed.has(quantity.key)}
            onChange={(part) => replace(quantity.id, part)}
            onRemove={() => change({ quantities: form.quantities.filter(({ id }) => id !== quantity.id) })}
          />
        ))}
        {faults.has('quantities') && <p className={styles.error}>{faults.get('quantities')}</p>}
        <div>
          <Button
            size="small"
            icon={<Plus aria-hidden />}
            onClick={() => change({ quantities: [...form.quantities, emptyQuantity('')] })}
          >
            {words.addQuantity}
          </Button>
        </div>
      </div>
    </Section>
  );
}

type QuantityEditorProps = {
  quantity: QuantityForm;
  field: string;
  faults: Faults;
  registers: readonly Register[];
  /** The family needs a quantity of this name: it keeps its key and stays. */
  isNeeded: boolean;
  onChange: (part: Partial<QuantityForm>) => void;
  onRemove: () => void;
};

const registerName = ({ number, title }: Register) => [number, title].filter(Boolean).join(' ');

function QuantityEditor(props: QuantityEditorProps) {
  const { quantity, field, faults } = props;
  const { scoring } = useWords();
  const words = scoring.editor;
  const register = props.registers.find(({ key }) => key === quantity.register);
  const isFaulty = [...faults.keys()].some((each) => each === field || each.startsWith(`${field}.`));
  const [isOpen, setOpen] = useState(isFaulty);
  return (
    <details
      className={styles.quantity}
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <span className={styles.codeText}>{quantity.key || '…'}</span>
        <span className={styles.quantityTitle}>{quantity.title || words.name}</span>
        <span className={styles.soft}>
          {words.sources[quantity.source]}
          {register && `: ${registerName(register)}`}
        </span>
        {isFaulty && (
          <Status tone="returned" icon={<TriangleAlert aria-hidden />}>
            {faults.get(field) ?? words.faulty}
          </Status>
        )}
      </summary>
      <div className={styles.quantityBody}>
        <QuantityFields {...props} />
        {!props.isNeeded && (
          <div>
            <Button size="small" kind="danger" icon={<Trash2 aria-hidden />} onClick={props.onRemove}>
              {words.remove(quantity.title || quantity.key)}
            </Button>
          </div>
        )}
      </div>
    </details>
  );
}

function QuantityFields({ quantity, field, faults, registers, isNeeded, onChange }: QuantityEditorProps) {
  const { scoring } = useWords();
  const words = scoring.editor;
  const { source } = quantity;
  const isOfRows = source !== 'typed' && source !== 'constant';
  const columns = registers.find(({ key }) => key === quantity.register)?.columns ?? [];
  const choosable = source === 'distinct' ? columns : columns.filter(({ kind }) => kind === 'number');
  const fault = (name: keyof QuantityForm) => faults.get(`${field}.${name}`);
  return (
    <>
      <div className={styles.cells}>
        <TextField
          label={words.name}
          value={quantity.title}
          error={fault('title')}
          className={styles.wide}
          onChange={(title) => onChange({ title })}
        />
        {!isNeeded && (
          <TextField
            label={words.key}
            hint={words.keyHint}
            value={quantity.key}
            error={fault('key')}
            isCode
            onChange={(key) => onChange({ key })}
          />
        )}
        <TextField
          label={words.unit}
          value={quantity.unit}
          isOptional
          onChange={(unit) => onChange({ unit })}
        />
      </div>
      <div className={styles.cells}>
        <ChoiceField
          label={words.sourceKind}
          value={source}
          options={QUANTITY_SOURCES.map((each) => ({ value: each, label: words.sources[each] }))}
          className={styles.wide}
          onChange={(chosen) => onChange({ source: chosen })}
        />
        {source === 'constant' && (
          <TextField
            label={words.constant}
            value={quantity.constant}
            error={fault('constant')}
            isFigure
            onChange={(constant) => onChange({ constant })}
          />
        )}
        {isOfRows && (
          <ChoiceField
            label={words.register}
            value={quantity.register}
            error={fault('register')}
            options={[
              { value: '', label: words.pickRegister },
              ...registers.map((each) => ({ value: each.key, label: registerName(each) })),
            ]}
            className={styles.wide}
            onChange={(register) => onChange({ register, column: '', where: [] })}
          />
        )}
        {isOfRows && source !== 'count' && (
          <ChoiceField
            label={words.column}
            value={quantity.column}
            error={fault('column')}
            options={[
              { value: '', label: words.pickColumn },
              ...choosable.map(({ key, title }) => ({ value: key, label: title })),
            ]}
            onChange={(column) => onChange({ column })}
          />
        )}
        {isOfRows && (
          <ChoiceField
            label={words.window}
            value={quantity.window}
            options={WINDOWS.map((each) => ({ value: each, label: words.windows[each] }))}
            className={styles.wide}
            onChange={(window) => onChange({ window })}
          />
        )}
      </div>
      {isOfRows && (
        <ConditionsEditor
          conditions={quantity.where}
          columns={columns}
          field={field}
          faults={faults}
          onChange={(where) => onChange({ where })}
        />
      )}
    </>
  );
}
