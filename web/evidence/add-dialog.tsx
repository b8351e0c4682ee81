import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import type { Evidence, Likeness, NewEvidence, ReceivedFile } from '#core/evidence/evidence.ts';
import { EVIDENCE_KINDS, type EvidenceKind } from '#core/evidence/evidence-words.ts';
import { paths } from '#web/paths.ts';
import { useMe } from '#web/people/session.ts';
import { Button } from '#web/ui/button.tsx';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Field, FieldStack, FormProblem } from '#web/ui/field.tsx';
import { Select } from '#web/ui/select.tsx';
import { say } from '#web/ui/toast.tsx';
import { useSentenceOf, useWords } from '#web/words/language.ts';
import { evidenceApi } from './api.ts';
import { FactFields } from './fact-fields.tsx';
import { FileQueue } from './file-queue.tsx';
import styles from './panel.module.css';
import { proposeTitle } from './print-evidence.ts';
import { type EvidenceTargetNamed, readLinks, TargetFields } from './target-fields.tsx';
import { useSendQueue } from './use-send-queue.ts';
import { NO_METADATA, readFacts, writeFacts } from './written-facts.ts';

type AddEvidenceProps = {
  for?: EvidenceTargetNamed | undefined;
  /** The document the new one is a newer version of. */
  replaces?: Evidence | undefined;
  kind?: EvidenceKind | undefined;
  onClose: () => void;
};

/**
 * Adds evidence: files that are sent, read and then confirmed one after the other, or words that stand
 * in for a document. Files nobody kept are given back when the window closes, after a question.
 */
export function AddEvidence({ for: target, replaces, kind: first = 'document', onClose }: AddEvidenceProps) {
  const { add } = useWords().evidence;
  const sending = useSendQueue();
  const [kind, setKind] = useState(first);
  const [isLeaving, setLeaving] = useState(false);
  const formId = useId();
  const [isSaving, setSaving] = useState(false);
  const ready = sending.queue.find(({ stage }) => stage === 'ready');
  const isDocument = kind === 'document';
  const others = sending.unsaved.length - 1;
  const close = () => (sending.unsaved.length > 0 ? setLeaving(true) : onClose());
  const kept = () => {
    if (ready) sending.saved(ready.key);
    say(add.saved);
    if (!isDocument || others <= 0) onClose();
  };
  const form = { formId, target, replaces, onSaving: setSaving, onKept: kept };
  return (
    <Dialog
      isOpen
      onClose={close}
      size="wide"
      title={replaces ? add.versionTitle : add.title}
      footer={
        isLeaving ? (
          <>
            <span role="alert">{add.leaveAsk}</span>
            <Button onClick={() => setLeaving(false)}>{add.stay}</Button>
            <Button kind="danger" onClick={onClose}>
              {add.leave}
            </Button>
          </>
        ) : (
          <Button
            kind="primary"
            type="submit"
            form={formId}
            isBusy={isSaving}
            disabled={isDocument && !ready}
          >
            {isDocument && others > 0 ? add.saveNext : add.save}
          </Button>
        )
      }
    >
      <FieldStack>
        {!replaces && (
          <Field label={add.kind} hint={add.kindHints[kind]}>
            {(control) => <KindChoice {...control} kind={kind} onChange={setKind} />}
          </Field>
        )}
        {isDocument && <FileQueue sending={sending} isOne={replaces !== undefined} />}
        {isDocument && !ready && sending.queue.length > 0 && <p className={styles.soft}>{add.waitForFile}</p>}
        {isDocument && ready?.received && (
          <NewForm
            key={ready.key}
            {...form}
            kind={kind}
            received={ready.received}
            onReused={() => {
              sending.remove(ready);
              if (others <= 0) onClose();
            }}
          />
        )}
        {!isDocument && <NewForm key={kind} {...form} kind={kind} />}
      </FieldStack>
    </Dialog>
  );
}

function KindChoice({
  kind,
  onChange,
  ...control
}: {
  kind: EvidenceKind;
  onChange: (kind: EvidenceKind) => void;
  id: string;
}) {
  const { kinds } = useWords().evidence;
  return (
    <Select
      {...control}
      value={kind}
      onChange={onChange}
      options={EVIDENCE_KINDS.map((each) => ({ value: each, label: kinds[each] }))}
    />
  );
}

type NewFormProps = {
  formId: string;
  kind: EvidenceKind;
  received?: ReceivedFile;
  target: EvidenceTargetNamed | undefined;
  replaces: Evidence | undefined;
  onSaving: (isSaving: boolean) => void;
  onKept: () => void;
  onReused?: () => void;
};

/** What was found in a file, to be checked; or the words of a statement. */
function NewForm({ formId, kind, received, target, replaces, onSaving, onKept, onReused }: NewFormProps) {
  const words = useWords().evidence;
  const { add } = words;
  const sentenceOf = useSentenceOf();
  const queryClient = useQueryClient();
  const me = useMe();
  const [written, setWritten] = useState(() => writeFacts(proposeFacts()));
  const [links, setLinks] = useState(target ? [{ ...target, page: '', section: '' }] : []);
  const [newVersionOf, setNewVersionOf] = useState<Likeness | undefined>(undefined);
  const [isFree, setFree] = useState(kind !== 'document');
  const [isTried, setTried] = useState(false);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const read = readFacts(kind, written);
  const pages = Array.isArray(read) ? null : read.metadata.pageAmount;
  const isSecret = (received?.secrecy.length ?? 0) > 0;

  function proposeFacts() {
    const metadata = received?.metadata ?? NO_METADATA;
    const name = target?.title ?? '';
    const title = {
      document: () => proposeTitle(metadata, received?.file.fileName ?? '', words),
      nothing_arose: () => add.nothingAroseOf(name),
      explanation: () => add.explanationOf(name),
    }[kind]();
    return {
      title: (replaces && !received ? replaces.title : title).slice(0, 500),
      text: '',
      metadata,
      effectiveOn: null,
    };
  }

  const settle = async (work: () => Promise<unknown>, done: () => void) => {
    onSaving(true);
    setProblem(undefined);
    await work().then(
      async () => {
        await queryClient.invalidateQueries({ queryKey: ['evidence'] });
        done();
      },
      (refused: unknown) => setProblem(sentenceOf(refused)),
    );
    onSaving(false);
  };
  const save = () => {
    setTried(true);
    const newLinks = readLinks(links, pages);
    if (Array.isArray(read) || !newLinks || isSecret) return;
    if (!isFree) return setProblem(add.secretsNeeded);
    const replaced = replaces?.id ?? newVersionOf?.evidenceId ?? null;
    const input: NewEvidence = {
      ...read,
      kind,
      uploadId: received?.uploadId ?? null,
      isFreeOfSecrets: isFree,
      replaces: replaced,
      departmentId: replaces?.departmentId ?? me.departmentId,
      links: replaces ? [] : newLinks,
    };
    return settle(() => evidenceApi.add(input), onKept);
  };
  const reuse = (alike: Likeness) => {
    const newLinks = readLinks(links, pages) ?? [];
    const linkAll = async () => {
      for (const link of newLinks) await evidenceApi.link(alike.evidenceId, link);
    };
    return settle(linkAll, () => {
      say(add.reused);
      onReused?.();
    });
  };
  return (
    <form
      id={formId}
      className={styles.panel}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {problem && <FormProblem>{problem}</FormProblem>}
      {isSecret && <FormProblem>{add.secretsFound(received?.secrecy.join(', ') ?? '')}</FormProblem>}
      {(received?.alike ?? []).map((alike) => (
        <AlikeNotice
          key={`${alike.because} ${alike.evidenceId}`}
          alike={alike}
          isNewVersion={newVersionOf?.evidenceId === alike.evidenceId}
          onReuse={links.length > 0 && !replaces ? () => reuse(alike) : undefined}
          onNewVersion={
            replaces
              ? undefined
              : () => setNewVersionOf(newVersionOf?.evidenceId === alike.evidenceId ? undefined : alike)
          }
        />
      ))}
      {received && <p className={styles.soft}>{add.foundHint}</p>}
      <FactFields
        kind={kind}
        written={written}
        faults={isTried && Array.isArray(read) ? read : []}
        onChange={setWritten}
      />
      {!replaces && <TargetFields links={links} pageAmount={pages} onChange={setLinks} />}
      {kind === 'document' && <Checkbox label={add.secrets} checked={isFree} onChange={setFree} />}
    </form>
  );
}

type AlikeNoticeProps = {
  alike: Likeness;
  isNewVersion: boolean;
  onReuse: (() => void) | undefined;
  onNewVersion: (() => void) | undefined;
};

/** Says that the document may be here already, and what to do about it. */
function AlikeNotice({ alike, isNewVersion, onReuse, onNewVersion }: AlikeNoticeProps) {
  const { add } = useWords().evidence;
  const says = alike.because === 'same_file' ? add.sameFile : add.sameNumber;
  return (
    <div className={styles.alike} role="status">
      <p>{isNewVersion ? add.isNewVersion(alike.title) : says(alike.title)}</p>
      <span className={styles.actions}>
        <Link to={paths.evidenceItem} params={{ evidenceId: alike.evidenceId }} target="_blank">
          {add.seeIt}
        </Link>
        {onReuse && !isNewVersion && (
          <Button size="small" onClick={onReuse}>
            {add.reuse}
          </Button>
        )}
        {onNewVersion && (
          <Button size="small" onClick={onNewVersion}>
            {isNewVersion ? add.notNewVersion : add.newVersion}
          </Button>
        )}
      </span>
    </div>
  );
}
