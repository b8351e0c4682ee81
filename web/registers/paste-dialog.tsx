import { useEffect, useState } from 'react';
import { Dialog } from '#web/ui/dialog.tsx';
import { Field } from '#web/ui/field.tsx';
import { TextArea } from '#web/ui/text-input.tsx';
import { useWords } from '#web/words/language.ts';
import styles from './registers.module.css';

/** A box to paste into, for those who do not know that Ctrl+V works in the table. */
export function PasteDialog({ onBlock, onClose }: { onBlock: (text: string) => void; onClose: () => void }) {
  const { registers } = useWords();
  const [text, setText] = useState('');
  return (
    <Dialog isOpen onClose={onClose} title={registers.pasteTitle}>
      <Field label={registers.pasteHere} hint={registers.pasteHint}>
        {(control) => (
          <TextArea
            {...control}
            className={styles.pasteBox}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onPaste={(event) => {
              const pasted = event.clipboardData.getData('text/plain');
              if (pasted.trim() === '') return;
              event.preventDefault();
              onBlock(pasted);
            }}
          />
        )}
      </Field>
    </Dialog>
  );
}

/** Takes a pasted block wherever the focus is, for a register that has no cell yet to paste into. */
export function PasteAnywhere({ onBlock }: { onBlock: (text: string) => void }) {
  useEffect(() => {
    const listen = (event: ClipboardEvent) => {
      const at = event.target as HTMLElement;
      const pasted = event.clipboardData?.getData('text/plain') ?? '';
      if (at.closest('input, textarea, [role="dialog"]') || pasted.trim() === '') return;
      event.preventDefault();
      onBlock(pasted);
    };
    window.addEventListener('paste', listen);
    return () => window.removeEventListener('paste', listen);
  }, [onBlock]);
  return null;
}
