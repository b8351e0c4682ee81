import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Digest } from '#core/notices/digest.ts';
import type { Notice, NoticeContent } from '#core/notices/notice.ts';
import { ANSWERED_GROUPS } from '#core/notices/notice-words.ts';
import { paths } from '#web/paths.ts';
import { printMoment } from '#web/plans/print-moment.ts';
import { printDay } from '#web/ui/written-day.ts';
import { useNoticeWords } from '#web/words/notice-words.ts';
import type { NoticeWords } from '#web/words/vi/notices.ts';
import { countDigest, digestFacts, isLate } from './digest-lines.ts';
import styles from './notice-panel.module.css';

function titleOf(content: NoticeContent, words: NoticeWords['inbox']): string {
  if (content.kind !== 'digest') return words[content.kind];
  const { items, late } = countDigest(content.digest);
  return content.digest.isWeekly ? words.weekly(items, late) : words.daily(items, late);
}

type EntryProps = { notice: Notice; isFresh: boolean; isUnfolded: boolean; onLeave: () => void };

/** One notice; the items of a digest are folded away except in the latest and in what is new. */
export function NoticeEntry({ notice, isFresh, isUnfolded, onLeave }: EntryProps) {
  const { inbox } = useNoticeWords();
  const { content } = notice;
  const head = (
    <>
      <strong>{titleOf(content, inbox)}</strong>
      {isFresh && <span className={styles.fresh}>{inbox.isNew}</span>}
      <span className={styles.moment}>{inbox.at(printMoment(notice.createdAt))}</span>
    </>
  );
  return (
    <li className={styles.entry}>
      {content.kind === 'digest' ? (
        <details open={isUnfolded || isFresh}>
          <summary className={styles.head}>{head}</summary>
          <DigestItems digest={content.digest} onLeave={onLeave} />
        </details>
      ) : (
        <>
          <p className={styles.head}>{head}</p>
          {content.kind === 'test' ? (
            <p className={styles.facts}>{inbox.testBy(content.byName)}</p>
          ) : (
            <div className={styles.item}>
              <TaskLink id={content.taskId} onLeave={onLeave}>
                {content.key}. {content.taskText}
              </TaskLink>
              <p className={styles.facts}>
                {inbox.said(content.byName, content.text)}
                {content.answerBy !== null && ` · ${inbox.answerBy(printDay(content.answerBy))}`}
              </p>
            </div>
          )}
        </>
      )}
    </li>
  );
}

function DigestItems({ digest, onLeave }: { digest: Digest; onLeave: () => void }) {
  const { inbox } = useNoticeWords();
  return digest.groups.map(({ group, items }) => (
    <section key={group}>
      <h3 className={styles.group}>
        {inbox.groups[group]} ({items.length})
      </h3>
      <ul>
        {items.map((item) => (
          <li key={item.taskId} className={styles.item}>
            <TaskLink id={item.taskId} onLeave={onLeave}>
              {item.key}. {item.text}
            </TaskLink>
            <p className={isLate(item) ? styles.lateFacts : styles.facts}>
              {digestFacts(item, group, inbox).join(' · ')}
            </p>
            {/* The page to answer on is served for itself, as from a mail: the browser goes there as a whole. */}
            {ANSWERED_GROUPS.includes(group) && (
              <a
                className={styles.answer}
                href={`/quick/${item.taskId}`}
                aria-label={inbox.answerTask(item.key)}
              >
                {inbox.answer}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  ));
}

function TaskLink({ id, onLeave, children }: { id: string; onLeave: () => void; children: ReactNode }) {
  return (
    <Link to={paths.task} params={{ taskId: id }} className={styles.task} onClick={onLeave}>
      {children}
    </Link>
  );
}
