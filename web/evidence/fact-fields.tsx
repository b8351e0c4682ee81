import type { EvidenceKind } from '#core/evidence/evidence-words.ts';
import { Field } from '#web/ui/field.tsx';
import { TextArea, TextInput } from '#web/ui/text-input.tsx';
import { useWords } from '#web/words/language.ts';
import styles from './evidence.module.css';
import { type FactFault, LONGEST_TEXT, type MetadataText, type WrittenFacts } from './written-facts.ts';

type FactFieldsProps = {
  kind: EvidenceKind;
  written: WrittenFacts;
  /** Shown at their fields; none before the person has tried to keep it. */
  faults: readonly FactFault[];
  onChange: (written: WrittenFacts) => void;
};

const FIRST: readonly MetadataText[] = ['codeNumber', 'codeNotation'];
const FURTHER: readonly MetadataText[] = ['typeName', 'organName', 'fullName', 'position'];

/** The fields of what is known of a piece of evidence: what identifies a document first, the rest folded away. */
export function FactFields({ kind, written, faults, onChange }: FactFieldsProps) {
  const { add } = useWords().evidence;
  const set = (change: Partial<WrittenFacts>) => onChange({ ...written, ...change });
  const faultOf = (field: FactFault['field']) => {
    const fault = faults.find((each) => each.field === field);
    return fault && add[fault.says];
  };
  const text = (name: MetadataText) => (
    <Field key={name} label={add[name]} isOptional>
      {(control) => (
        <TextInput
          {...control}
          maxLength={LONGEST_TEXT[name]}
          value={written.metadata[name]}
          onChange={(event) => set({ metadata: { ...written.metadata, [name]: event.target.value } })}
        />
      )}
    </Field>
  );
  const line = (label: string, field: 'issued' | 'effective' | 'pages', hint?: string) => (
    <Field label={label} isOptional error={faultOf(field)} hint={hint}>
      {(control) => (
        <TextInput
          {...control}
          value={written[field]}
          onChange={(event) => set({ [field]: event.target.value })}
        />
      )}
    </Field>
  );
  const isDocument = kind === 'document';
  return (
    <>
      <Field label={add.titleField} error={faultOf('title')}>
        {(control) => (
          <TextInput
            {...control}
            maxLength={500}
            value={written.title}
            onChange={(event) => set({ title: event.target.value })}
          />
        )}
      </Field>
      {isDocument && (
        <>
          <div className={styles.pair}>
            {FIRST.map(text)}
            {line(add.issuedDate, 'issued')}
            {text('subject')}
          </div>
          <details className={styles.more}>
            <summary>{add.more}</summary>
            <div className={styles.pair}>
              {FURTHER.map(text)}
              {line(add.pageAmount, 'pages')}
              {line(add.effectiveOn, 'effective', add.effectiveHint)}
            </div>
          </details>
        </>
      )}
      <Field
        label={kind === 'document' ? add.note : add.words[kind]}
        isOptional={isDocument}
        error={faultOf('text')}
      >
        {(control) => (
          <TextArea
            {...control}
            maxLength={8000}
            rows={isDocument ? 2 : 5}
            value={written.text}
            onChange={(event) => set({ text: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}
