import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '#web/words/language.ts';
import { IconButton } from './button.tsx';
import { classNames } from './class-names.ts';
import styles from './dialog.module.css';

export type DialogProps = {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  description?: ReactNode;
  /** The buttons, at the end; the main one last. */
  footer?: ReactNode;
  size?: 'normal' | 'wide' | undefined;
  children?: ReactNode;
};

function Overlay({
  isOpen,
  onClose,
  title,
  description,
  footer,
  children,
  shape,
}: DialogProps & { shape: string }) {
  const { ui } = useWords();
  return (
    <BaseDialog.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={styles.veil} />
        <BaseDialog.Popup className={classNames(styles.popup, shape)}>
          <header className={styles.head}>
            <BaseDialog.Title className={styles.title}>{title}</BaseDialog.Title>
            <BaseDialog.Close render={<IconButton label={ui.close} icon={<X />} />} />
          </header>
          <div className={styles.body}>
            {description && (
              <BaseDialog.Description className={styles.description}>{description}</BaseDialog.Description>
            )}
            {children}
          </div>
          {footer && <footer className={styles.foot}>{footer}</footer>}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}

/** A window over the page that must be answered or closed; Esc closes, focus returns to where it was. */
export function Dialog({ size = 'normal', ...props }: DialogProps) {
  return <Overlay {...props} shape={classNames(styles.dialog, size === 'wide' && styles.wide)} />;
}

/** The same from the side: for detail beside a list, and for the menu on a phone. */
export function Drawer({ side = 'end', ...props }: Omit<DialogProps, 'size'> & { side?: 'start' | 'end' }) {
  return <Overlay {...props} shape={classNames(styles.drawer, side === 'start' && styles.start)} />;
}
