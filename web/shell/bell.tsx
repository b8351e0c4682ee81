import { useQuery } from '@tanstack/react-query';
import { Bell as BellIcon } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { inboxQuery } from '#web/notices/queries.ts';
import { IconButton } from '#web/ui/button.tsx';
import { useWords } from '#web/words/language.ts';
import styles from './shell.module.css';

const NoticePanel = lazy(() =>
  import('#web/notices/notice-panel.tsx').then(({ NoticePanel: panel }) => ({ default: panel })),
);

/** How many notices the person has not seen; a tap shows them. */
export function Bell() {
  const { shell } = useWords();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const unread = useQuery(inboxQuery).data?.unread ?? 0;
  return (
    <span className={styles.bell}>
      <IconButton
        ref={button}
        label={shell.bell(unread)}
        icon={<BellIcon />}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      />
      {unread > 0 && (
        <span className={styles.unread} aria-hidden>
          {unread > 99 ? '99+' : unread}
        </span>
      )}
      {isOpen && (
        <Suspense fallback={null}>
          <NoticePanel button={button} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </span>
  );
}
