import { FileUp } from 'lucide-react';
import { type DragEvent, useId, useState } from 'react';
import { buttonClass } from '#web/ui/button.tsx';
import { classNames } from '#web/ui/class-names.ts';
import { Progress } from '#web/ui/progress.tsx';
import { useWords } from '#web/words/language.ts';
import styles from './reading.module.css';

export type DropZoneProps = {
  title: string;
  kinds: string;
  /** What the file dialog offers: ".docx,.xlsx". */
  accept: string;
  /** What is on its way, from 0 to 1; at 1 the server is reading it. */
  sending?: { name: string; share: number } | undefined;
  onFile: (file: File) => void;
};

/** A field to drop a file on, with a button for those who do not drag. */
export function DropZone({ title, kinds, accept, sending, onFile }: DropZoneProps) {
  const { reading } = useWords();
  const id = useId();
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file && !sending) onFile(file);
  };
  return (
    <section
      aria-label={title}
      className={classNames(styles.drop, isOver && styles.over)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <FileUp aria-hidden />
      <p className={styles.dropTitle}>{title}</p>
      <p className={styles.soft}>{kinds}</p>
      {sending ? (
        <div className={styles.sending} role="status">
          <Progress
            label={
              sending.share < 1 ? reading.import.sending(sending.name) : reading.import.reading(sending.name)
            }
            share={sending.share < 1 ? sending.share : undefined}
          />
        </div>
      ) : (
        <>
          <input
            id={id}
            type="file"
            accept={accept}
            className={styles.file}
            onChange={(event) => {
              const file = event.target.files?.[0];
              event.target.value = '';
              if (file) onFile(file);
            }}
          />
          <label htmlFor={id} className={buttonClass({ kind: 'primary' }, styles.fileLabel)}>
            {reading.import.choose}
          </label>
        </>
      )}
    </section>
  );
}
