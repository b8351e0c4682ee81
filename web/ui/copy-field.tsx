import { Copy } from 'lucide-react';
import { useRef } from 'react';
import { useWords } from '#web/words/language.ts';
import { Button } from './button.tsx';
import styles from './copy-field.module.css';
import { TextInput } from './text-input.tsx';
import { say } from './toast.tsx';

/** A text to take along, such as a link shown once, with the button that copies it. */
export function CopyField({ label, text }: { label: string; text: string }) {
  const { ui } = useWords();
  const field = useRef<HTMLInputElement>(null);
  // Offices often serve without https, where browsers offer no clipboard: the field is selected to copy by hand.
  const copy = () => {
    field.current?.focus();
    field.current?.select();
    navigator.clipboard?.writeText(text).then(
      () => say(ui.copied),
      () => undefined,
    );
  };
  return (
    <div className={styles.line}>
      <TextInput
        ref={field}
        readOnly
        aria-label={label}
        value={text}
        onFocus={(event) => event.target.select()}
      />
      <Button kind="primary" icon={<Copy aria-hidden />} onClick={copy}>
        {ui.copy}
      </Button>
    </div>
  );
}
