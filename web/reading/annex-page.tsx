import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { type AnnexComparison, type AnnexDifference, type AnnexSubject, api } from '#web/api.ts';
import { PermittedButton } from '#web/people/permitted-button.tsx';
import { useMe } from '#web/people/session.ts';
import { planQuery } from '#web/queries.ts';
import { Button, buttonClass } from '#web/ui/button.tsx';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { FormProblem } from '#web/ui/field.tsx';
import { PageHeader, Section } from '#web/ui/page-header.tsx';
import { usePrintedPoints } from '#web/ui/points.tsx';
import { say } from '#web/ui/toast.tsx';
import { useSentenceOf, useWords } from '#web/words/language.ts';
import { DropZone } from './drop-zone.tsx';
import styles from './reading.module.css';

/** An annex edited in Excel comes back: every difference is shown, only the chosen ones are kept. */
export function AnnexPage() {
  const { hasPlan } = useMe();
  const { reading, criteria } = useWords();
  return hasPlan ? (
    <ReadBack />
  ) : (
    <EmptyState fills="page" title={criteria.needsPlan}>
      {reading.annex.lead}
    </EmptyState>
  );
}

function ReadBack() {
  const { reading, plans } = useWords();
  const sentenceOf = useSentenceOf();
  const plan = useSuspenseQuery(planQuery).data;
  const [sending, setSending] = useState<{ name: string; share: number } | undefined>(undefined);
  const [comparison, setComparison] = useState<AnnexComparison | undefined>(undefined);
  const [problem, setProblem] = useState<unknown>(undefined);

  const compare = async (file: File) => {
    setProblem(undefined);
    setSending({ name: file.name, share: 0 });
    await api
      .compareAnnex(file, (share) => setSending({ name: file.name, share }))
      .then(setComparison, setProblem);
    setSending(undefined);
  };
  const title =
    comparison === undefined
      ? reading.annex.title
      : comparison.differences.length + comparison.missing.length + comparison.added.length === 0
        ? reading.annex.none(comparison.fileName)
        : reading.annex.found(comparison.differences.length, comparison.fileName);

  return (
    <div className={styles.import}>
      <PageHeader
        title={title}
        tabTitle={reading.annex.tab}
        lead={comparison === undefined && reading.annex.lead}
        actions={
          comparison === undefined ? (
            <a href={api.annexWorkbook} className={buttonClass({})} download>
              <Download aria-hidden />
              {plans.plan.exportAnnex}
            </a>
          ) : (
            <Button onClick={() => setComparison(undefined)}>{reading.annex.again}</Button>
          )
        }
      />
      {problem !== undefined && <FormProblem>{sentenceOf(problem)}</FormProblem>}
      {comparison === undefined && (
        <DropZone
          title={reading.annex.drop}
          kinds=".xlsx"
          accept=".xlsx"
          sending={sending}
          onFile={compare}
        />
      )}
      {comparison !== undefined && isOlder(comparison) && <FormProblem>{reading.annex.older}</FormProblem>}
      {comparison !== undefined && comparison.differences.length > 0 && (
        <Differences
          key={comparison.fileName}
          differences={comparison.differences}
          planVersion={comparison.basedOnVersion ?? plan.version}
          onKept={() => setComparison(undefined)}
          onProblem={setProblem}
        />
      )}
      {comparison !== undefined && (
        <>
          <Subjects title={reading.annex.missing} subjects={comparison.missing} />
          <Subjects title={reading.annex.added} subjects={comparison.added} />
        </>
      )}
      {comparison !== undefined && comparison.unplaced.length > 0 && (
        <Section title={reading.annex.unplaced}>
          <ul className={styles.findings}>
            {comparison.unplaced.map((each) => (
              <li key={`${each.text} ${JSON.stringify(each.place)}`} className={styles.finding}>
                {each.text} <span className={styles.soft}>{reading.review.reasons[each.reason]}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}

/** Whether the file shows an earlier state of the plan, whose values would look like edits. */
function isOlder({ exportedVersion, basedOnVersion }: AnnexComparison): boolean {
  return exportedVersion != null && basedOnVersion !== null && exportedVersion < basedOnVersion;
}

function Subjects({ title, subjects }: { title: string; subjects: readonly AnnexSubject[] }) {
  if (subjects.length === 0) return null;
  return (
    <Section title={title}>
      <p>{subjects.map(({ subject }) => subject).join(', ')}</p>
    </Section>
  );
}

function Differences(props: {
  differences: AnnexDifference[];
  planVersion: number;
  onKept: () => void;
  onProblem: (problem: unknown) => void;
}) {
  const { reading, criteria } = useWords();
  const print = usePrintedPoints();
  const queryClient = useQueryClient();
  const [left, setLeft] = useState<ReadonlySet<AnnexDifference>>(new Set());
  const [isSaving, setSaving] = useState(false);
  const chosen = props.differences.filter((each) => !left.has(each));

  const show = (value: unknown) => {
    if (value === null || value === undefined || value === '') return criteria.events.empty;
    if (typeof value === 'number') return print(value);
    return Array.isArray(value) ? value.join('; ') : String(value);
  };
  const choose = (each: AnnexDifference, isChosen: boolean) => {
    const next = new Set(left);
    if (isChosen) next.delete(each);
    else next.add(each);
    setLeft(next);
  };
  const keep = async () => {
    setSaving(true);
    await api.keepAnnex(chosen, props.planVersion).then(() => {
      say(reading.annex.kept(chosen.length));
      void queryClient.invalidateQueries();
      props.onKept();
    }, props.onProblem);
    setSaving(false);
  };

  return (
    <>
      <DataTable caption={reading.annex.caption} className={styles.differences}>
        <thead>
          <tr>
            <th scope="col">
              <Checkbox
                label={reading.annex.keepAll}
                checked={left.size === 0}
                onChange={(isChosen) => setLeft(isChosen ? new Set() : new Set(props.differences))}
              />
            </th>
            <th scope="col">{reading.annex.subject}</th>
            <th scope="col">{reading.annex.property}</th>
            <th scope="col">{reading.annex.before}</th>
            <th scope="col">{reading.annex.after}</th>
          </tr>
        </thead>
        <tbody>
          {props.differences.map((each) => (
            <tr key={`${each.target} ${each.subject} ${each.property}`}>
              <td>
                <input
                  type="checkbox"
                  aria-label={reading.annex.keepOne(each.subject, reading.annex.properties[each.property])}
                  checked={!left.has(each)}
                  onChange={(event) => choose(each, event.target.checked)}
                />
              </td>
              <td>{each.subject}</td>
              <td>{reading.annex.properties[each.property]}</td>
              <td>
                <del>{show(each.before)}</del>
              </td>
              <td>
                <ins>{show(each.after)}</ins>
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      <p className={styles.keep}>
        <PermittedButton
          action="annex.import"
          kind="primary"
          isBusy={isSaving}
          disabled={chosen.length === 0}
          onClick={keep}
        >
          {reading.annex.keep(chosen.length)}
        </PermittedButton>
      </p>
    </>
  );
}
