import { Link } from '@tanstack/react-router';
import { useVirtualizer, useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState } from 'react';
import type { Evidence } from '#core/evidence/evidence.ts';
import { paths } from '#web/paths.ts';
import { printMoment } from '#web/plans/print-moment.ts';
import { useWords } from '#web/words/language.ts';
import styles from './evidence.module.css';
import { EvidenceState, TargetLink } from './evidence-words.tsx';
import { printIdentity } from './print-evidence.ts';

const LINKS_SHOWN = 2;

type ListProps = { found: readonly Evidence[] };

/** The evidence as a table, only the rows in sight drawn: a year brings thousands. */
export function EvidenceTable({ found }: ListProps) {
  const { list } = useWords().evidence;
  const box = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({
    count: found.length,
    getScrollElement: () => box.current,
    estimateSize: () => 52,
    overscan: 10,
    getItemKey: (index) => found[index]?.id ?? index,
  });
  const items = virtual.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    // A box that scrolls must be reachable by keyboard.
    <section
      ref={box}
      className={styles.box}
      aria-label={list.all}
      tabIndex={found.length > 0 ? 0 : undefined}
    >
      <table className={styles.table} aria-rowcount={found.length + 1}>
        <thead>
          <tr>
            <th scope="col">{list.columns.document}</th>
            <th scope="col">{list.columns.proves}</th>
            <th scope="col">{list.columns.status}</th>
            <th scope="col">{list.columns.added}</th>
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Gap height={before} />}
          {items.map(({ index, key }) => {
            const evidence = found[index];
            if (!evidence) return null;
            return (
              <tr key={key} data-index={index} ref={virtual.measureElement} aria-rowindex={index + 2}>
                <td>
                  <Named evidence={evidence} />
                </td>
                <td>
                  <Proved evidence={evidence} />
                </td>
                <td>
                  <EvidenceState status={evidence.status} />
                </td>
                <td className={styles.soft}>
                  {evidence.addedBy}
                  <br />
                  {printMoment(evidence.addedAt)}
                </td>
              </tr>
            );
          })}
          {after > 0 && <Gap height={after} />}
        </tbody>
      </table>
    </section>
  );
}

function Gap({ height }: { height: number }) {
  return (
    <tr aria-hidden>
      <td colSpan={4} className={styles.gap} style={{ height }} />
    </tr>
  );
}

/** The same on a phone: cards, scrolled with the page. */
export function EvidenceCards({ found }: ListProps) {
  const { list } = useWords().evidence;
  const box = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    if (box.current) setTop(box.current.getBoundingClientRect().top + window.scrollY);
  }, []);
  const virtual = useWindowVirtualizer({
    count: found.length,
    estimateSize: () => 150,
    overscan: 6,
    gap: 8,
    scrollMargin: top,
    getItemKey: (index) => found[index]?.id ?? index,
  });
  return (
    <ul ref={box} className={styles.cards} aria-label={list.all} style={{ height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map(({ index, key, start }) => {
        const evidence = found[index];
        if (!evidence) return null;
        return (
          <li
            key={key}
            data-index={index}
            ref={virtual.measureElement}
            className={styles.card}
            style={{ transform: `translateY(${start - top}px)` }}
          >
            <EvidenceState status={evidence.status} />
            <Named evidence={evidence} />
            <Proved evidence={evidence} />
          </li>
        );
      })}
    </ul>
  );
}

function Named({ evidence }: { evidence: Evidence }) {
  const words = useWords().evidence;
  const cited =
    evidence.kind === 'document' ? printIdentity(evidence.metadata, words) : words.kinds[evidence.kind];
  return (
    <span className={styles.named}>
      <Link to={paths.evidenceItem} params={{ evidenceId: evidence.id }} className={styles.name}>
        {evidence.title}
      </Link>
      <span className={styles.soft}>{cited || evidence.file?.fileName}</span>
    </span>
  );
}

function Proved({ evidence: { links } }: { evidence: Evidence }) {
  const { list } = useWords().evidence;
  if (links.length === 0) return <span className={styles.soft}>{list.links.none}</span>;
  return (
    <ul className={styles.proved}>
      {links.slice(0, LINKS_SHOWN).map((link) => (
        <li key={link.id}>
          <TargetLink link={link} />
        </li>
      ))}
      {links.length > LINKS_SHOWN && (
        <li className={styles.soft}>{list.moreLinks(links.length - LINKS_SHOWN)}</li>
      )}
    </ul>
  );
}
