import { Toast } from '@base-ui/react/toast';
import { CircleAlert, CircleCheck, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '#web/words/language.ts';
import { IconButton } from './button.tsx';
import styles from './toast.module.css';

const manager = Toast.createToastManager();

/** What a message offers beside its words: a way back, or on. */
export type ToastAction = { label: string; run: () => void };

/** Says what was done, for a few seconds; longer when it offers something to do about it. */
export function say(text: string, action?: ToastAction): void {
  const id = manager.add({
    title: text,
    type: 'done',
    timeout: action ? 10_000 : 4_000,
    ...(action && {
      actionProps: {
        children: action.label,
        onClick: () => {
          manager.close(id);
          action.run();
        },
      },
    }),
  });
}

/** Says what could not be done; stays until closed, because it must be read. */
export function sayProblem(text: string): void {
  manager.add({ title: text, type: 'problem', timeout: 0, priority: 'high' });
}

function Toasts() {
  const { ui } = useWords();
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => (
    // An urgent message is read out elsewhere, yet its buttons take the focus: it must not count as hidden.
    <Toast.Root key={toast.id} toast={toast} className={styles.toast} aria-hidden={undefined}>
      <Toast.Content className={styles.content}>
        {toast.type === 'problem' ? <CircleAlert aria-hidden /> : <CircleCheck aria-hidden />}
        <Toast.Title render={<p />} className={styles.text} />
        <Toast.Action className={styles.action} />
        <Toast.Close
          aria-hidden={undefined}
          render={<IconButton size="small" label={ui.close} icon={<X />} className={styles.close} />}
        />
      </Toast.Content>
    </Toast.Root>
  ));
}

/** Holds the page and the messages over it; stands once, around everything. */
export function ToastProvider({ children }: { children: ReactNode }) {
  return (
    <Toast.Provider toastManager={manager} limit={3}>
      {children}
      <Toast.Portal>
        <Toast.Viewport className={styles.viewport}>
          <Toasts />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}
