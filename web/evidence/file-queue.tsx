import { FileUp, RotateCw, X } from 'lucide-react';
import { type DragEvent, useId, useState } from 'react';
import { buttonClass, IconButton } from '#web/ui/button.tsx';
import { classNames } from '#web/ui/class-names.ts';
import { FormProblem } from '#web/ui/field.tsx';
import { Progress } from '#web/ui/progress.tsx';
import { useLanguage, useSentenceOf, useWords } from '#web/words/language.ts';
import styles from './panel.module.css';
import { printSize } from './print-evidence.ts';
import type { QueuedFile } from './upload-queue.ts';
import type { SendQueue } from './use-send-queue.ts';

/** Where files are dropped or chosen, and how far each of them is. */
export function FileQueue({ sending, isOne }: { sending: SendQueue; isOne: boolean }) {
  const { add } = useWords().evidence;
  const id = useId();
  const [isOver, setOver] = useState(false);
  const { queue } = sending;
  const choose = (files: FileList | null) => {
    const chosen = [...(files ?? [])].slice(0, isOne ? 1 : undefined);
    if (chosen.length > 0) sending.choose(chosen);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    choose(event.dataTransfer.files);
  };
  return (
    <div className={styles.queue}>
      {!(isOne && queue.length > 0) && (
        <section
          aria-label={add.drop}
          className={classNames(styles.drop, isOver && styles.over)}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <FileUp aria-hidden />
          <p>{add.drop}</p>
          <p className={styles.soft}>{add.formats}</p>
          <input
            id={id}
            type="file"
            multiple={!isOne}
            className={styles.file}
            onChange={(event) => {
              choose(event.target.files);
              event.target.value = '';
            }}
          />
          <label htmlFor={id} className={buttonClass({})}>
            {queue.length === 0 ? add.choose : add.chooseMore}
          </label>
        </section>
      )}
      {queue.length > 0 && (
        <ul className={styles.list} aria-label={add.files}>
          {queue.map((file) => (
            <li key={file.key} className={styles.item}>
              <QueuedLine file={file} sending={sending} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function QueuedLine({ file, sending }: { file: QueuedFile; sending: SendQueue }) {
  const { add } = useWords().evidence;
  const language = useLanguage();
  const sentenceOf = useSentenceOf();
  const { fileName, size, stage, share } = file;
  const isGoing = stage === 'sending' || stage === 'reading';
  return (
    <>
      <div className={styles.queued}>
        {isGoing ? (
          <Progress
            label={
              stage === 'sending'
                ? add.sending(fileName, printSize(size * share, language), printSize(size, language))
                : add.reading(fileName)
            }
            share={stage === 'sending' ? share : undefined}
          />
        ) : (
          <span>
            {fileName} <span className={styles.soft}>{add.stages[stage]}</span>
          </span>
        )}
        <span className={styles.tools}>
          {stage === 'failed' && (
            <IconButton label={add.retry} icon={<RotateCw />} onClick={() => sending.retry(file.key)} />
          )}
          {stage !== 'saved' && (
            <IconButton
              label={isGoing ? add.stop(fileName) : add.remove(fileName)}
              icon={<X />}
              onClick={() => sending.remove(file)}
            />
          )}
        </span>
      </div>
      {stage === 'failed' && <FormProblem>{sentenceOf(file.problem)}</FormProblem>}
    </>
  );
}
