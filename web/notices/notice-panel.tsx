import { Popover } from '@base-ui/react/popover';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { BellOff } from 'lucide-react';
import { type RefObject, useEffect, useRef } from 'react';
import { mayEver } from '#core/people/permissions.ts';
import { paths } from '#web/paths.ts';
import { useMe } from '#web/people/session.ts';
import { classNames } from '#web/ui/class-names.ts';
import { Drawer } from '#web/ui/dialog.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import overlay from '#web/ui/overlay.module.css';
import { useIsNarrow } from '#web/ui/use-is-narrow.ts';
import { useNoticeWords } from '#web/words/notice-words.ts';
import { noticesApi } from './api.ts';
import { NoticeEntry } from './notice-entry.tsx';
import styles from './notice-panel.module.css';
import { inboxQuery } from './queries.ts';

type PanelProps = { button: RefObject<HTMLButtonElement | null>; onClose: () => void };

/** The latest notices under the bell; on a phone a sheet of their own. Seeing them marks them read. */
export function NoticePanel({ button, onClose }: PanelProps) {
  const { inbox } = useNoticeWords();
  const isNarrow = useIsNarrow();
  if (isNarrow)
    return (
      <Drawer isOpen onClose={onClose} title={inbox.title}>
        <NoticeList onLeave={onClose} />
      </Drawer>
    );
  return (
    <Popover.Root
      open
      onOpenChange={(_, { event }) => {
        // A press on the bell itself closes by the bell.
        if (!(event.target instanceof Node && button.current?.contains(event.target))) onClose();
      }}
    >
      <Popover.Portal>
        <Popover.Positioner className={overlay.positioner} anchor={button} align="end" sideOffset={6}>
          <Popover.Popup className={classNames(overlay.popup, styles.panel)} finalFocus={button}>
            <Popover.Title className={styles.title}>{inbox.title}</Popover.Title>
            <NoticeList onLeave={onClose} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function NoticeList({ onLeave }: { onLeave: () => void }) {
  const me = useMe();
  const { inbox } = useNoticeWords();
  const queryClient = useQueryClient();
  const notices = useQuery(inboxQuery).data?.notices ?? [];
  const read = useMutation({
    mutationFn: noticesApi.markRead,
    onSuccess: (answer) => queryClient.setQueryData(inboxQuery.queryKey, answer),
  });
  // What was unread when it came into sight stays marked while the list is open.
  const fresh = useRef(new Set<string>());
  for (const { id, readAt } of notices) if (readAt === null) fresh.current.add(id);
  const latestDigest = notices.find(({ kind }) => kind === 'digest')?.id;
  const newestUnread = notices.find(({ readAt }) => readAt === null)?.id;
  const { mutate } = read;
  useEffect(() => {
    if (newestUnread !== undefined) mutate(newestUnread);
  }, [newestUnread, mutate]);
  return (
    <>
      {notices.length === 0 ? (
        <EmptyState icon={<BellOff aria-hidden />} title={inbox.none}>
          {inbox.noneWhy}
        </EmptyState>
      ) : (
        <ul className={styles.list}>
          {notices.map((notice) => (
            <NoticeEntry
              key={notice.id}
              notice={notice}
              isFresh={fresh.current.has(notice.id)}
              isUnfolded={notice.id === latestDigest}
              onLeave={onLeave}
            />
          ))}
        </ul>
      )}
      <p className={styles.foot}>
        <Link to={paths.myNotices} onClick={onLeave}>
          {inbox.toMine}
        </Link>
        {mayEver(me.role, 'notice.manage') && (
          <Link to={paths.notices} onClick={onLeave}>
            {inbox.toRules}
          </Link>
        )}
      </p>
    </>
  );
}
