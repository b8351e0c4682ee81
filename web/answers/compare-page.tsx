import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { FileSpreadsheet, Hourglass, Printer } from 'lucide-react';
import { useState } from 'react';
import type { Comparison } from '#core/assessments/comparison.ts';
import { ledgerOf } from '#core/assessments/side-by-side.ts';
import { useMe } from '#web/people/session.ts';
import { Button, buttonClass } from '#web/ui/button.tsx';
import { Switch } from '#web/ui/checkbox.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { FormProblem } from '#web/ui/field.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { usePrintedPoints } from '#web/ui/points.tsx';
import { Select } from '#web/ui/select.tsx';
import { useIsNarrow } from '#web/ui/use-is-narrow.ts';
import { printDay } from '#web/ui/written-day.ts';
import { useAnswerWords } from '#web/words/answer-words.ts';
import { useWords } from '#web/words/language.ts';
import styles from './answers.module.css';
import { answerApi } from './api.ts';
import { beginSentence } from './begin-sentence.ts';
import { CampaignLinks } from './campaign-links.tsx';
import { CompareCards } from './compare-cards.tsx';
import { type CompareSearch, readCompareAddress } from './compare-search.ts';
import { CompareTable } from './compare-table.tsx';
import { filterLines } from './compare-view.ts';
import { GivenDialog, type GivenPlace } from './given-dialog.tsx';
import { LossWaterfall } from './loss-waterfall.tsx';
import { comparisonQuery } from './queries.ts';

/** Every leaf of a unit through all rounds, with the reason for every lost hundredth. */
export function ComparePage() {
  const me = useMe();
  const { campaignId = '', unitId = me.unit.id } = useParams({ strict: false });
  const words = useAnswerWords().compare;
  const print = usePrintedPoints();
  const causes = useAnswerWords().causes;
  const comparison = useSuspenseQuery(comparisonQuery(campaignId, unitId)).data;
  const { unit, campaign, submitted, shown, lines } = comparison;
  const last = shown.at(-1) ?? 'review';
  const ledger = ledgerOf(lines, last);
  const lost = ledger.start + ledger.entered - ledger.end;
  const [worst] = ledger.causes;
  const name = beginSentence(unit.name);
  const title = !submitted
    ? words.notSubmitted(name)
    : lost > 0 && worst
      ? words.lost(name, print(lost), causes[worst.cause].toLocaleLowerCase('vi'))
      : words.nothingLost(name);
  return (
    <div className={styles.page}>
      <CampaignLinks campaign={campaign} isHost={unitId !== me.unit.id} />
      <PageHeader
        title={title}
        tabTitle={words.tab}
        lead={
          <>
            {submitted ? words.lead(campaign.title, printDay(submitted.at.slice(0, 10))) : campaign.title}
            {comparison.isPartial && ` · ${words.partial}`}
          </>
        }
        actions={
          submitted && (
            <>
              <a href={answerApi.comparisonFile(campaignId, unitId)} download className={buttonClass({})}>
                <FileSpreadsheet aria-hidden />
                {words.excel}
              </a>
              <Button icon={<Printer aria-hidden />} onClick={() => window.print()}>
                {words.print}
              </Button>
            </>
          )
        }
      />
      {comparison.unaccounted.length > 0 && (
        <FormProblem>{words.unaccounted(comparison.unaccounted.join(', '))}</FormProblem>
      )}
      {submitted ? (
        <Rounds comparison={comparison} />
      ) : (
        <EmptyState icon={<Hourglass aria-hidden />} title={words.notSubmitted(name)}>
          {words.notSubmittedWhy}
        </EmptyState>
      )}
    </div>
  );
}

function Rounds({ comparison }: { comparison: Comparison }) {
  const { ui } = useWords();
  const words = useAnswerWords().compare;
  const isNarrow = useIsNarrow();
  const search = readCompareAddress(useSearch({ strict: false }));
  const navigate = useNavigate();
  const [place, setPlace] = useState<GivenPlace | undefined>(undefined);
  const choose = (change: CompareSearch) =>
    void navigate({ to: '.', search: { ...search, ...change }, replace: true });
  const { lines } = comparison;
  const rows = filterLines(comparison, search);
  const fields = lines.filter(({ parentCode }) => parentCode === null);
  const field = fields.find(({ code }) => code === search.field);
  const count = (some: typeof lines) => some.filter(({ isLeaf }) => isLeaf).length;
  const Rows = isNarrow ? CompareCards : CompareTable;
  return (
    <>
      <LossWaterfall comparison={comparison} />
      <div className={styles.filters}>
        <Select
          label={words.field}
          className={styles.pick}
          value={search.field ?? ''}
          onChange={(code) => choose({ field: code === '' ? undefined : code })}
          options={[
            { value: '', label: words.allFields },
            ...fields.map(({ code, title }) => ({ value: code, label: `${code}. ${title}` })),
          ]}
        />
        <Switch
          label={words.only}
          checked={search.only === 'cut'}
          onChange={(isOn) => choose({ only: isOn ? 'cut' : undefined })}
        />
        <span className={styles.shown} role="status">
          {ui.rowsShown(count(rows), count(lines))}
        </span>
      </div>
      {(field || search.only) && (
        <div className={styles.chips}>
          {field && (
            <Chip label={`${words.field}: ${field.code}`} onRemove={() => choose({ field: undefined })} />
          )}
          {search.only && <Chip label={words.only} onRemove={() => choose({ only: undefined })} />}
        </div>
      )}
      {rows.length === 0 ? (
        <EmptyState title={words.none}>{words.noneWhy}</EmptyState>
      ) : (
        <Rows comparison={comparison} rows={rows} onOpen={setPlace} />
      )}
      {place && <GivenDialog place={place} shown={comparison.shown} onClose={() => setPlace(undefined)} />}
    </>
  );
}
