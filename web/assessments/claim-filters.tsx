import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { AssessmentPage } from '#core/assessments/assessment-page.ts';
import { CLAIM_STATES, type ClaimState } from '#core/assessments/assessment-words.ts';
import { departmentsQuery } from '#web/queries.ts';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { Select } from '#web/ui/select.tsx';
import { useWords } from '#web/words/language.ts';
import type { AssessmentSearch } from './assessment-search.ts';
import styles from './assessments.module.css';

const route = getRouteApi('/inside/assessment');

/** Which leaves the list shows; everything is in the address. */
export function ClaimFilters({ page, shown }: { page: AssessmentPage; shown: number }) {
  const { filters: words, states, campaign } = useWords().assessments;
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const departments = useQuery(departmentsQuery).data ?? [];
  const choose = (chosen: AssessmentSearch) =>
    void navigate({ search: { ...search, ...chosen }, replace: true });
  return (
    <div className={styles.filters}>
      {page.campaigns.length > 1 && (
        <Select
          label={campaign}
          className={styles.pick}
          value={page.campaign?.id ?? ''}
          onChange={(id) => choose({ campaign: id })}
          options={page.campaigns.map(({ id, title }) => ({ value: id, label: title }))}
        />
      )}
      <Select
        label={words.state}
        className={styles.pick}
        value={search.state ?? ''}
        onChange={(state) => choose({ state: state === '' ? undefined : state })}
        options={[
          { value: '' as ClaimState | '', label: words.everyState },
          ...CLAIM_STATES.map((state) => ({ value: state, label: states[state] })),
        ]}
      />
      <Select
        label={words.field}
        className={styles.pick}
        value={search.field ?? ''}
        onChange={(field) => choose({ field: field || undefined })}
        options={[
          { value: '', label: words.everyField },
          ...page.fields.map(({ code, title }) => ({ value: code, label: `${code} ${title}` })),
        ]}
      />
      <Select
        label={words.department}
        className={styles.pick}
        value={search.department ?? ''}
        onChange={(department) => choose({ department: department || undefined })}
        options={[
          { value: '', label: words.everyDepartment },
          ...departments.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      {(['mine', 'changed', 'below'] as const).map((name) => (
        <Checkbox
          key={name}
          label={words[name]}
          checked={search[name] === 'yes'}
          onChange={(isOn) => choose({ [name]: isOn ? 'yes' : undefined })}
        />
      ))}
      <span className={styles.shown} role="status">
        {words.shown(shown, page.rows.length)}
      </span>
    </div>
  );
}
