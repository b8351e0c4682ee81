import { CircleCheck, CircleDashed, PencilLine } from 'lucide-react';
import type { AnswerLine } from '#core/assessments/answers.ts';
import type { AnswerKind } from '#core/assessments/campaign.ts';
import { Kbd } from '#web/ui/kbd.tsx';
import { usePrintedPoints } from '#web/ui/points.tsx';
import { Select } from '#web/ui/select.tsx';
import { Status, type Tone } from '#web/ui/status.tsx';
import { useIsNarrow } from '#web/ui/use-is-narrow.ts';
import { useAnswerWords } from '#web/words/answer-words.ts';
import { stateOf } from './answer-draft.ts';
import styles from './answers.module.css';

const TONES: Record<ReturnType<typeof stateOf>, Tone> = { open: 'none', draft: 'draft', sent: 'approved' };
const ICONS = { open: CircleDashed, draft: PencilLine, sent: CircleCheck };

/** The leaves to answer, with how far each is; on a phone one choice instead of a list. */
export function LineList({
  lines,
  kind,
  chosen,
  onChoose,
}: {
  lines: readonly AnswerLine[];
  kind: AnswerKind;
  chosen: string;
  onChoose: (code: string) => void;
}) {
  const words = useAnswerWords().explain;
  const print = usePrintedPoints();
  const isNarrow = useIsNarrow();
  const about = (line: AnswerLine) =>
    [
      line.lostPoints > 0 ? words.lost(print(line.lostPoints)) : '',
      line.ruling !== null && line.ruling.question !== '' ? words.asked : '',
    ].filter((part) => part !== '');
  if (isNarrow) {
    return (
      <Select
        label={words.list}
        value={chosen}
        onChange={onChoose}
        options={lines.map((line) => ({
          value: line.code,
          label: [line.code, words.states[stateOf(line, kind)], ...about(line)].join(' · '),
        }))}
      />
    );
  }
  return (
    <nav aria-label={words.list} className={styles.lines}>
      <ul className={styles.plain}>
        {lines.map((line) => {
          const state = stateOf(line, kind);
          const Icon = ICONS[state];
          return (
            <li key={line.code}>
              <button
                type="button"
                className={styles.line}
                aria-current={line.code === chosen ? 'true' : undefined}
                onClick={() => onChoose(line.code)}
              >
                <strong>{line.code}</strong>
                <Status tone={TONES[state]} icon={<Icon aria-hidden />}>
                  {words.states[state]}
                </Status>
                <span className={styles.soft}>{about(line).join(' · ')}</span>
              </button>
            </li>
          );
        })}
      </ul>
      <p className={styles.soft}>
        <Kbd>J</Kbd> <Kbd>K</Kbd> {words.keys}
      </p>
    </nav>
  );
}
