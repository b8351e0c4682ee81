import { FAMILIES, type Family } from '#core/scoring/families.ts';
import { Section } from '#web/ui/page-header.tsx';
import { useWords } from '#web/words/language.ts';
import { ChoiceField, LineList, TextField } from './form-parts.tsx';
import styles from './rule-form.module.css';
import { emptyPart } from './rule-form.ts';
import { PartScoreFields, ScoreFields } from './score-fields.tsx';
import type { RuleDraft } from './use-rule-draft.ts';

/** How the leaf is worked out: one family with its parameters, or several parts added up. */
export function ScoreEditor({ draft }: { draft: RuleDraft }) {
  const { form, faults, change } = draft;
  const { scoring } = useWords();
  const words = scoring.editor;
  const family: Family = form.hasParts ? 'parts' : form.score.family;
  const choose = (chosen: Family) => {
    if (chosen === 'parts')
      change({
        hasParts: true,
        parts: form.parts.length === 0 ? [emptyPart('p1'), emptyPart('p2')] : form.parts,
      });
    else change({ hasParts: false, score: { ...form.score, family: chosen } });
  };
  return (
    <Section title={words.how} lead={words.howLead}>
      <div className={styles.stack}>
        <ChoiceField
          label={words.family}
          hint={words.familyHints[family]}
          value={family}
          options={FAMILIES.map((each) => ({ value: each, label: scoring.families[each] }))}
          onChange={choose}
        />
        {form.hasParts ? (
          <Parts draft={draft} />
        ) : (
          <ScoreFields
            score={form.score}
            field="score"
            faults={faults}
            names={form.quantities.map(({ key }) => key)}
            onChange={(score) => change({ score: { ...form.score, ...score } })}
          />
        )}
      </div>
    </Section>
  );
}

function Parts({ draft: { form, faults, change } }: { draft: RuleDraft }) {
  const { scoring } = useWords();
  const words = scoring.editor;
  return (
    <LineList
      label={words.parts}
      lines={form.parts}
      error={faults.get('score.parts')}
      add={{ label: words.addPart, make: () => emptyPart(nextPartKey(form.parts.map(({ key }) => key))) }}
      onChange={(parts) => change({ parts })}
      render={(part, changePart, at) => {
        const field = `score.parts.${at}`;
        return (
          <div className={styles.part}>
            <div className={styles.cells}>
              <TextField
                label={words.partTitle}
                value={part.title}
                error={faults.get(`${field}.title`)}
                className={styles.wide}
                onChange={(title) => changePart({ title })}
              />
              <TextField
                label={words.partKey}
                hint={words.partKeyHint}
                value={part.key}
                error={faults.get(`${field}.key`)}
                isCode
                onChange={(key) => changePart({ key })}
              />
              <TextField
                label={words.partMax}
                value={part.maxPoints}
                error={faults.get(`${field}.maxPoints`)}
                isFigure
                onChange={(maxPoints) => changePart({ maxPoints })}
              />
            </div>
            <PartScoreFields
              score={part.score}
              field={`${field}.score`}
              faults={faults}
              names={form.quantities
                .map(({ key }) => key)
                .filter((key) => key.startsWith(`${part.key}_`))
                .map((key) => key.slice(part.key.length + 1))}
              onChange={(score) => changePart({ score: { ...part.score, ...score } })}
            />
          </div>
        );
      }}
    />
  );
}

function nextPartKey(keys: readonly string[]): string {
  const free = Array.from({ length: keys.length + 1 }, (_, at) => `p${at + 1}`);
  return free.find((key) => !keys.includes(key)) ?? '';
}
