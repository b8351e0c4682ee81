import { type ReactNode, useEffect } from 'react';
import { chooseLanguage, useLanguage, useWords } from '#web/words/language.ts';
import styles from './door.module.css';

/** The frame of the pages before the door: sign-in, set-up, invitation. */
export function Door({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  const language = useLanguage();
  const { shell } = useWords();
  useEffect(() => {
    document.title = `${title} · PAR-Index`;
  }, [title]);
  const other = language === 'vi' ? 'en' : 'vi';
  return (
    <div className={styles.door}>
      <header className={styles.brand}>
        <img src="/icon.svg" alt="" width="28" height="28" />
        <span>{shell.product}</span>
        <button
          type="button"
          lang={other}
          className={styles.language}
          onClick={() => void chooseLanguage(other)}
        >
          {other === 'en' ? shell.english : shell.vietnamese}
        </button>
      </header>
      <main className={styles.card}>
        <h1 className={styles.title}>{title}</h1>
        {lead && <p className={styles.lead}>{lead}</p>}
        {children}
      </main>
    </div>
  );
}
