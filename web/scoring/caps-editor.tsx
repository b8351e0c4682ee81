import { Section } from '#web/ui/page-header.tsx';
import { useWords } from '#web/words/language.ts';
import { ChoiceField, LineList, TextField } from './form-parts.tsx';
import styles from './rule-form.module.css';
import { emptyCap } from './rule-form.ts';
import type { RuleDraft } from './use-rule-draft.ts';

/** "If …, no more than so much": limits over the points, after they are worked out. */
export function CapsEditor({ draft: { form, faults, change } }: { draft: RuleDraft }) {
  const { scoring } = useWords();
  const words = scoring.editor;
  return (
    <Section title={words.caps} lead={words.capsLead}>
      {form.caps.length === 0 && <p className={styles.soft}>{words.noCaps}</p>}
      <LineList
        label={words.caps}
        lines={form.caps}
        add={{ label: words.addCap, make: emptyCap }}
        onChange={(caps) => change({ caps })}
        render={(cap, changeCap, at) => {
          const fault = (name: string) => faults.get(`caps.${at}.${name}`);
          return (
            <>
              <TextField
                label={words.capTitle}
                value={cap.title}
                error={fault('title')}
                className={styles.wide}
                onChange={(title) => changeCap({ title })}
              />
              <ChoiceField
                label={words.capOf}
                value={cap.of}
                options={[
                  { value: 'quantity', label: words.capOfQuantity },
                  { value: 'leaf', label: words.capOfLeaf },
                ]}
                className={styles.wide}
                onChange={(of) => changeCap({ of })}
              />
              {cap.of === 'quantity' ? (
                <>
                  <TextField
                    label={words.capKey}
                    value={cap.key}
                    error={fault('when.key')}
                    isCode
                    onChange={(key) => changeCap({ key })}
                  />
                  <TextField
                    label={words.capAtLeast}
                    value={cap.atLeast}
                    error={fault('when.atLeast')}
                    isFigure
                    onChange={(atLeast) => changeCap({ atLeast })}
                  />
                </>
              ) : (
                <>
                  <TextField
                    label={words.capCode}
                    value={cap.code}
                    error={fault('when.code')}
                    isCode
                    onChange={(code) => changeCap({ code })}
                  />
                  <TextField
                    label={words.capBelow}
                    value={cap.below}
                    error={fault('when.below')}
                    isFigure
                    onChange={(below) => changeCap({ below })}
                  />
                </>
              )}
              <TextField
                label={words.capShare}
                value={cap.share}
                error={fault('share')}
                isFigure
                onChange={(share) => changeCap({ share })}
              />
            </>
          );
        }}
      />
    </Section>
  );
}
