import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Eye, MoreHorizontal } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { Evidence, EvidenceLink } from '#core/evidence/evidence.ts';
import { warnOfEvidence } from '#core/evidence/refuse-evidence.ts';
import { paths } from '#web/paths.ts';
import { printMoment } from '#web/plans/print-moment.ts';
import { Button, IconButton } from '#web/ui/button.tsx';
import { Menu, MenuItem } from '#web/ui/menu.tsx';
import { say, sayProblem } from '#web/ui/toast.tsx';
import { useSentenceOf, useWords } from '#web/words/language.ts';
import { AddEvidence } from './add-dialog.tsx';
import { AnchorDialog } from './anchor-dialog.tsx';
import { evidenceApi } from './api.ts';
import { DecisionActions } from './decision-actions.tsx';
import { EvidenceState } from './evidence-words.tsx';
import styles from './panel.module.css';
import { printAnchor, printIdentity, signatureState } from './print-evidence.ts';

const ViewerDialog = lazy(() => import('./viewer.tsx').then((module) => ({ default: module.ViewerDialog })));

/** One piece of evidence as it proves one target: what it is, where to look, how it stands. */
export function PanelItem({ evidence, link }: { evidence: Evidence; link: EvidenceLink }) {
  const words = useWords().evidence;
  const [open, setOpen] = useState<'view' | 'anchor' | 'replace' | undefined>(undefined);
  const close = () => setOpen(undefined);
  const { item } = words;
  const identity = printIdentity(evidence.metadata, words);
  const signed = signatureState(evidence.signatures);
  const signers = evidence.signatures.map(({ signer }) => signer || words.unknownSigner).join(', ');
  return (
    <li className={styles.item}>
      <span className={styles.head}>
        <Link to={paths.evidenceItem} params={{ evidenceId: evidence.id }} className={styles.name}>
          {evidence.title}
        </Link>
        <EvidenceState status={evidence.status} />
      </span>
      <span className={styles.soft}>
        {[words.kinds[evidence.kind], identity, item.by(evidence.addedBy, printMoment(evidence.addedAt))]
          .filter((part) => part !== '')
          .join(' · ')}
      </span>
      {evidence.file && <span>{printAnchor(link, words)}</span>}
      {link.note !== '' && <span>{item.note(link.note)}</span>}
      {!evidence.file && <span className={styles.words}>{evidence.text}</span>}
      {signed === 'yes' && <span className={styles.soft}>{words.signed(signers)}</span>}
      {warnOfEvidence(evidence, evidence.year).map((warning) => (
        <span key={warning} className={styles.warning}>
          {words.warnings[warning]}
        </span>
      ))}
      {evidence.status === 'returned' && evidence.decision && (
        <span className={styles.warning}>{item.reason(evidence.decision.by, evidence.decision.reason)}</span>
      )}
      <span className={styles.tools}>
        {evidence.file && (
          <Button size="small" icon={<Eye aria-hidden />} onClick={() => setOpen('view')}>
            {link.page === null ? item.view : item.viewPage(link.page)}
          </Button>
        )}
        <DecisionActions evidence={evidence} />
        <MoreActions evidence={evidence} link={link} onOpen={setOpen} />
      </span>
      {open === 'view' && (
        <Suspense>
          <ViewerDialog evidence={evidence} page={link.page} section={link.section} onClose={close} />
        </Suspense>
      )}
      {open === 'anchor' && <AnchorDialog evidence={evidence} link={link} onClose={close} />}
      {open === 'replace' && <AddEvidence replaces={evidence} kind={evidence.kind} onClose={close} />}
    </li>
  );
}

type MoreActionsProps = {
  evidence: Evidence;
  link: EvidenceLink;
  onOpen: (what: 'anchor' | 'replace') => void;
};

function MoreActions({ evidence, link, onOpen }: MoreActionsProps) {
  const { ui, evidence: words } = useWords();
  const sentenceOf = useSentenceOf();
  const queryClient = useQueryClient();
  const { item } = words;
  const settle = (work: Promise<unknown>, done: () => void) =>
    work.then(
      async () => {
        await queryClient.invalidateQueries({ queryKey: ['evidence'] });
        done();
      },
      (refused: unknown) => sayProblem(sentenceOf(refused)),
    );
  const linkAgain = () => {
    const { target, targetId, page, section, note } = link;
    void settle(evidenceApi.link(evidence.id, { target, targetId, page, section, note }), () =>
      say(item.linkedAgain),
    );
  };
  const unlink = () =>
    void settle(evidenceApi.unlink(evidence.id, link.id), () =>
      say(item.unlinked, { label: ui.undo, run: linkAgain }),
    );
  return (
    <Menu trigger={<IconButton size="small" label={item.more(evidence.title)} icon={<MoreHorizontal />} />}>
      <MenuItem onSelect={() => onOpen('anchor')}>{item.editAnchor}</MenuItem>
      <MenuItem onSelect={() => onOpen('replace')}>{item.newVersion}</MenuItem>
      <MenuItem onSelect={unlink}>{item.unlink}</MenuItem>
    </Menu>
  );
}
