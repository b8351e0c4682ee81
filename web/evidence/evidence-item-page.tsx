import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { ArrowLeft, Eye, FilePlus2, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Evidence, EvidenceLink } from '#core/evidence/evidence.ts';
import { HistorySection } from '#web/history/history-section.tsx';
import { paths } from '#web/paths.ts';
import { PermittedButton } from '#web/people/permitted-button.tsx';
import { printMoment } from '#web/plans/print-moment.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { FormProblem } from '#web/ui/field.tsx';
import { PageHeader, Section } from '#web/ui/page-header.tsx';
import { say } from '#web/ui/toast.tsx';
import { useSentenceOf, useWords } from '#web/words/language.ts';
import { AddEvidence } from './add-dialog.tsx';
import { evidenceApi } from './api.ts';
import { DecisionActions } from './decision-actions.tsx';
import { EditEvidence } from './edit-evidence.tsx';
import styles from './evidence.module.css';
import { EvidenceFacts, EvidenceHistory, Signatures } from './evidence-facts.tsx';
import { ownersOf } from './evidence-owners.ts';
import { EvidenceState, TargetLink } from './evidence-words.tsx';
import { printAnchor, printIdentity } from './print-evidence.ts';
import { evidenceListQuery, evidenceQuery } from './queries.ts';
import { FileViewer } from './viewer.tsx';

/** One piece of evidence: the document beside everything known of it. */
export function EvidenceItemPage() {
  const { evidenceId } = useParams({ from: '/inside/evidence/$evidenceId' });
  const evidence = useSuspenseQuery(evidenceQuery(evidenceId)).data;
  return <Item key={evidenceId} evidence={evidence} />;
}

function Item({ evidence }: { evidence: Evidence }) {
  const words = useWords().evidence;
  const all = useSuspenseQuery(evidenceListQuery).data;
  const newest = all.find(({ earlier }) => earlier.some(({ id }) => id === evidence.id));
  const first = evidence.links[0];
  const [place, setPlace] = useState<Pick<EvidenceLink, 'page' | 'section'>>({
    page: first?.page ?? null,
    section: first?.section ?? '',
  });
  return (
    <>
      <Link to={paths.evidence} className={styles.back}>
        <ArrowLeft aria-hidden /> {words.tab}
      </Link>
      {newest && (
        <div className={styles.banner} role="status">
          {words.page.replaced}
          <Link to={paths.evidenceItem} params={{ evidenceId: newest.id }}>
            {words.page.openNewest}
          </Link>
        </div>
      )}
      <PageHeader
        title={evidence.title}
        lead={printIdentity(evidence.metadata, words) || words.kinds[evidence.kind]}
        actions={!newest && <ItemActions evidence={evidence} />}
      />
      <div className={styles.columns}>
        {evidence.file ? (
          <Section title={words.page.document}>
            <div className={styles.document}>
              <FileViewer
                title={evidence.title}
                file={evidence.file}
                address={evidenceApi.file(evidence.id)}
                page={place.page}
                section={place.section}
              />
            </div>
          </Section>
        ) : (
          <Section title={words.page.words}>
            <p className={styles.words}>{evidence.text}</p>
          </Section>
        )}
        <div className={styles.stack}>
          <Decision evidence={evidence} isReplaced={newest !== undefined} />
          <Proves evidence={evidence} onLook={setPlace} />
          <EvidenceFacts evidence={evidence} />
          {evidence.file && <Signatures evidence={evidence} />}
          <Earlier evidence={evidence} />
          <EvidenceHistory evidence={evidence} />
          <HistorySection subject={evidence.id} />
        </div>
      </div>
    </>
  );
}

function ItemActions({ evidence }: { evidence: Evidence }) {
  const words = useWords().evidence;
  const [open, setOpen] = useState<'edit' | 'remove' | 'replace' | undefined>(undefined);
  const close = () => setOpen(undefined);
  const permitted = { action: 'evidence.add', owners: ownersOf(evidence) } as const;
  return (
    <>
      {evidence.status === 'waiting' && (
        <PermittedButton
          {...permitted}
          kind="quiet"
          icon={<Trash2 aria-hidden />}
          onClick={() => setOpen('remove')}
        >
          {words.page.remove}
        </PermittedButton>
      )}
      <PermittedButton {...permitted} icon={<FilePlus2 aria-hidden />} onClick={() => setOpen('replace')}>
        {words.item.newVersion}
      </PermittedButton>
      {evidence.status !== 'accepted' && (
        <PermittedButton {...permitted} icon={<Pencil aria-hidden />} onClick={() => setOpen('edit')}>
          {words.page.edit}
        </PermittedButton>
      )}
      {open === 'edit' && <EditEvidence evidence={evidence} onClose={close} />}
      {open === 'remove' && <RemoveEvidence evidence={evidence} onClose={close} />}
      {open === 'replace' && <AddEvidence replaces={evidence} kind={evidence.kind} onClose={close} />}
    </>
  );
}

function RemoveEvidence({ evidence, onClose }: { evidence: Evidence; onClose: () => void }) {
  const { ui, evidence: words } = useWords();
  const sentenceOf = useSentenceOf();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<unknown>(undefined);
  const [isBusy, setBusy] = useState(false);
  const remove = async () => {
    setBusy(true);
    await evidenceApi.remove(evidence.id, evidence.version).then(
      async () => {
        say(words.page.removed);
        // First away from here: this page would ask for what is no longer there.
        await navigate({ to: paths.evidence });
        queryClient.removeQueries({ queryKey: evidenceQuery(evidence.id).queryKey });
        await queryClient.invalidateQueries({ queryKey: ['evidence'] });
      },
      (refused: unknown) => {
        setProblem(refused);
        setBusy(false);
      },
    );
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.page.remove}
      description={words.page.removeWhy}
      footer={
        <>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button kind="danger" isBusy={isBusy} onClick={remove}>
            {words.page.remove}
          </Button>
        </>
      }
    >
      {problem !== undefined && <FormProblem>{sentenceOf(problem)}</FormProblem>}
      <p>{evidence.title}</p>
    </Dialog>
  );
}

function Decision({ evidence, isReplaced }: { evidence: Evidence; isReplaced: boolean }) {
  const words = useWords().evidence;
  const { decision } = evidence;
  return (
    <Section title={words.page.decision} lead={<EvidenceState status={evidence.status} />}>
      {decision ? (
        <>
          <p className={styles.soft}>{words.page.decided(decision.by, printMoment(decision.at))}</p>
          {decision.reason !== '' && <q>{decision.reason}</q>}
        </>
      ) : (
        <p className={styles.soft}>{words.page.undecided}</p>
      )}
      {!isReplaced && <DecisionActions evidence={evidence} />}
    </Section>
  );
}

type Looking = { onLook: (place: Pick<EvidenceLink, 'page' | 'section'>) => void };

function Proves({ evidence, onLook }: { evidence: Evidence } & Looking) {
  const words = useWords().evidence;
  return (
    <Section title={words.page.proves}>
      {evidence.links.length === 0 && <p className={styles.soft}>{words.list.links.none}</p>}
      <ul className={styles.links}>
        {evidence.links.map((link) => (
          <li key={link.id}>
            <span>
              <span className={styles.soft}>{words.targets[link.target]}: </span>
              <TargetLink link={link} />
            </span>
            <span className={styles.soft}>{printAnchor(link, words)}</span>
            {link.note !== '' && <span>{words.item.note(link.note)}</span>}
            {evidence.file && link.page !== null && (
              <span>
                <Button size="small" icon={<Eye aria-hidden />} onClick={() => onLook({ ...link })}>
                  {words.item.viewPage(link.page)}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Earlier({ evidence: { earlier } }: { evidence: Evidence }) {
  const { page } = useWords().evidence;
  return (
    <Section title={page.earlier}>
      {earlier.length === 0 && <p className={styles.soft}>{page.noEarlier}</p>}
      <ol className={styles.versions}>
        {earlier.map(({ id, fileName, addedAt }) => (
          <li key={id}>
            <Link to={paths.evidenceItem} params={{ evidenceId: id }}>
              {fileName || page.document}
            </Link>{' '}
            <span className={styles.soft}>{printMoment(addedAt)}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
