import { Outlet, useRouterState } from '@tanstack/react-router';
import { Menu as MenuIcon, Search } from 'lucide-react';
import { Suspense, useEffect, useRef, useState } from 'react';
import { useMe } from '#web/people/session.ts';
import { IconButton } from '#web/ui/button.tsx';
import { Drawer } from '#web/ui/dialog.tsx';
import { Kbd } from '#web/ui/kbd.tsx';
import { Waiting } from '#web/ui/progress.tsx';
import { ToastProvider } from '#web/ui/toast.tsx';
import { VisuallyHidden } from '#web/ui/visually-hidden.tsx';
import { useWords } from '#web/words/language.ts';
import { AccountMenu } from './account-menu.tsx';
import { Bell } from './bell.tsx';
import { CommandPalette } from './command-palette.tsx';
import { useLiveChanges } from './live-changes.ts';
import { Navigation, pagesOf } from './navigation.tsx';
import { OfflineBanner } from './offline-banner.tsx';
import styles from './shell.module.css';
import { useShortcutKeys } from './shortcut-keys.ts';
import { Shortcuts } from './shortcuts.tsx';

/** The frame of every page behind the door: menu, search, account, and the page itself. */
export function Shell() {
  const { shell, ui } = useWords();
  const [open, setOpen] = useState<'menu' | 'search' | 'shortcuts' | undefined>(undefined);
  const close = () => setOpen(undefined);
  useLiveChanges();
  const { role, unit } = useMe();
  const goesTo = new Set<string>(pagesOf(role, unit.kind).map(({ name }) => name));
  useShortcutKeys({ onSearch: () => setOpen('search'), onList: () => setOpen('shortcuts'), goesTo });
  return (
    <ToastProvider>
      <a className={styles.skip} href="#main">
        {shell.skip}
      </a>
      <div className={styles.frame}>
        <aside className={styles.side}>
          <Brand />
          <Navigation />
        </aside>
        <header className={styles.top}>
          <span className={styles.menuButton}>
            <IconButton label={shell.openMenu} icon={<MenuIcon />} onClick={() => setOpen('menu')} />
          </span>
          <button type="button" className={styles.search} onClick={() => setOpen('search')}>
            <Search aria-hidden />
            <span>{shell.search}</span>
            <Kbd>Ctrl K</Kbd>
          </button>
          <div className={styles.own}>
            <Bell />
            <AccountMenu onShortcuts={() => setOpen('shortcuts')} />
          </div>
        </header>
        <div className={styles.content}>
          <OfflineBanner />
          <main id="main" tabIndex={-1} className={styles.main}>
            <Suspense fallback={<Waiting label={ui.loading} />}>
              <Outlet />
            </Suspense>
          </main>
        </div>
      </div>
      <PageAnnouncer />
      <Drawer side="start" isOpen={open === 'menu'} onClose={close} title={shell.product}>
        <div className={styles.drawerMenu}>
          <Navigation onOpen={close} />
        </div>
      </Drawer>
      {open === 'search' && <CommandPalette onClose={close} />}
      <Shortcuts isOpen={open === 'shortcuts'} onClose={close} goesTo={goesTo} />
    </ToastProvider>
  );
}

function Brand() {
  const me = useMe();
  const { shell } = useWords();
  return (
    <p className={styles.brand}>
      <strong>
        {shell.product} {me.planYear}
      </strong>
      <span>{me.unit.name}</span>
    </p>
  );
}

/** Moves focus to the page after a change of address and says its title, as a full page load would. */
function PageAnnouncer() {
  const { shell } = useWords();
  const pathname = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const before = useRef(pathname);
  const [title, setTitle] = useState('');
  useEffect(() => {
    if (before.current === undefined || before.current === pathname) {
      before.current = pathname;
      return;
    }
    before.current = pathname;
    document.getElementById('main')?.focus({ preventScroll: true });
    setTitle(document.title.replace(' · PAR-Index', ''));
  }, [pathname]);
  return (
    <VisuallyHidden>
      <span role="status">{title && shell.pageOpened(title)}</span>
    </VisuallyHidden>
  );
}
