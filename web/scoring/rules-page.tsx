import { useSuspenseQueries } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { ListChecks } from 'lucide-react';
import { sayRule } from '#core/scoring/rule-sentences.ts';
import { paths } from '#web/paths.ts';
import { useMe } from '#web/people/session.ts';
import { printMoment } from '#web/plans/print-moment.ts';
import { criteriaQuery } from '#web/queries.ts';
import { ButtonLink } from '#web/ui/button-link.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { cell, DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Points } from '#web/ui/points.tsx';
import { SearchField } from '#web/ui/search-field.tsx';
import { Select } from '#web/ui/select.tsx';
import { useIsNarrow } from '#web/ui/use-is-narrow.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { rulesQuery } from './queries.ts';
import { DraftState } from './rule-facts.tsx';
import { countFamilies, filterRules, type RuleLine, ruleLines } from './rule-list.ts';
import type { RuleSearch } from './rule-search.ts';
import styles from './scoring.module.css';

/** The rule of every leaf: how it is worked out, and whether it was checked against the decision. */
export function RulesPage() {
  const me = useMe();
  const { criteria } = useWords();
  if (me.hasPlan) return <Rules />;
  return (
    <EmptyState
      fills="page"
      icon={<ListChecks aria-hidden />}
      title={criteria.needsPlan}
      actions={
        <ButtonLink to={paths.import} kind="primary">
          {criteria.importPlan}
        </ButtonLink>
      }
    >
      {criteria.needsPlanWhy}
    </EmptyState>
  );
}

function Rules() {
  const { scoring } = useWords();
  const [rules, rows] = useSuspenseQueries({ queries: [rulesQuery, criteriaQuery] });
  const search = useSearch({ strict: false }) as RuleSearch;
  const isNarrow = useIsNarrow();
  const lines = ruleLines(rules.data, rows.data);
  const found = filterRules(lines, search);
  const drafts = lines.filter(({ kept }) => kept.rule.isDraft).length;
  return (
    <>
      <PageHeader
        title={scoring.list.finding(drafts, lines.length)}
        tabTitle={scoring.list.tab}
        lead={scoring.list.lead}
      />
      <RuleFilters lines={lines} search={search} shown={found.length} />
      {found.length === 0 ? (
        <EmptyState title={scoring.list.none}>{scoring.list.noneWhy}</EmptyState>
      ) : isNarrow ? (
        <RuleCards lines={found} />
      ) : (
        <RuleTable lines={found} />
      )}
    </>
  );
}

function RuleFilters({
  lines,
  search,
  shown,
}: {
  lines: readonly RuleLine[];
  search: RuleSearch;
  shown: number;
}) {
  const { scoring, ui } = useWords();
  const { list, families } = scoring;
  const navigate = useNavigate();
  const set = (change: Partial<RuleSearch>) =>
    void navigate({ to: paths.rules, search: { ...search, ...change }, replace: true });
  const stateWords = { draft: scoring.draft, checked: scoring.checked };
  return (
    <>
      <div className={styles.filters}>
        <SearchField
          className={styles.search}
          label={list.filter}
          value={search.q ?? ''}
          onChange={(q) => set({ q: q || undefined })}
        />
        <Select
          label={list.family}
          className={styles.pick}
          value={search.family ?? ''}
          onChange={(family) => set({ family: family === '' ? undefined : family })}
          options={[
            { value: '', label: list.everyFamily },
            ...countFamilies(lines).map(({ family, count }) => ({
              value: family,
              label: families[family],
              hint: String(count),
            })),
          ]}
        />
        <Select
          label={list.state}
          className={styles.pick}
          value={search.state ?? ''}
          onChange={(state) => set({ state: state === '' ? undefined : state })}
          options={[
            { value: '', label: list.everyState },
            { value: 'draft', label: stateWords.draft },
            { value: 'checked', label: stateWords.checked },
          ]}
        />
        <span className={styles.count} role="status">
          {ui.rowsShown(shown, lines.length)}
        </span>
      </div>
      {(search.q || search.family || search.state) && (
        <div className={styles.filters}>
          {search.q && <Chip label={`“${search.q}”`} onRemove={() => set({ q: undefined })} />}
          {search.family && (
            <Chip label={families[search.family]} onRemove={() => set({ family: undefined })} />
          )}
          {search.state && (
            <Chip label={stateWords[search.state]} onRemove={() => set({ state: undefined })} />
          )}
        </div>
      )}
    </>
  );
}

function RuleTable({ lines }: { lines: readonly RuleLine[] }) {
  const { scoring } = useWords();
  const language = useLanguage();
  const { columns } = scoring.list;
  return (
    <DataTable caption={scoring.list.tab} isTall className={styles.rules}>
      <thead>
        <tr>
          <th scope="col" className={styles.code}>
            {columns.code}
          </th>
          <th scope="col">{columns.title}</th>
          <th scope="col" className={`${styles.max} ${cell.number}`}>
            {columns.max}
          </th>
          <th scope="col">{columns.rule}</th>
          <th scope="col" className={styles.scorer}>
            {columns.scorer}
          </th>
          <th scope="col" className={styles.state}>
            {columns.state}
          </th>
          <th scope="col" className={styles.version}>
            {columns.version}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ kept, title, maxPoints }) => (
          <tr key={kept.code}>
            <td className={cell.soft}>{kept.code}</td>
            <td>
              <Link to={paths.rule} params={{ code: kept.code }} className={styles.link}>
                {title}
              </Link>
            </td>
            <td className={cell.number}>
              <Points value={maxPoints} />
            </td>
            <td>
              {scoring.families[kept.rule.score.family]}
              <span className={styles.says}>{sayRule(kept.rule, maxPoints, language)}</span>
            </td>
            <td className={cell.soft}>{scoring.scorers[kept.rule.scoredBy]}</td>
            <td>
              <DraftState isDraft={kept.rule.isDraft} />
            </td>
            <td className={cell.soft}>
              {scoring.version(kept.version)}
              {kept.changedBy !== null && kept.changedAt !== null && (
                <span className={styles.says}>
                  {scoring.list.changed(kept.changedBy, printMoment(kept.changedAt))}
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function RuleCards({ lines }: { lines: readonly RuleLine[] }) {
  const { scoring } = useWords();
  const language = useLanguage();
  return (
    <ul className={styles.cards}>
      {lines.map(({ kept, title, maxPoints }) => (
        <li key={kept.code} className={styles.card}>
          <div className={styles.cardHead}>
            <span className={styles.soft}>{kept.code}</span>
            <DraftState isDraft={kept.rule.isDraft} />
          </div>
          <Link to={paths.rule} params={{ code: kept.code }} className={styles.link}>
            {title}
          </Link>
          <span>{scoring.families[kept.rule.score.family]}</span>
          <span className={styles.says}>{sayRule(kept.rule, maxPoints, language)}</span>
          <span className={styles.says}>{scoring.version(kept.version)}</span>
        </li>
      ))}
    </ul>
  );
}
