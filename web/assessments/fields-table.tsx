import { Link } from '@tanstack/react-router';
import type { AssessmentPage } from '#core/assessments/assessment-page.ts';
import { paths } from '#web/paths.ts';
import { cell, DataTable } from '#web/ui/data-table.tsx';
import { Section } from '#web/ui/page-header.tsx';
import { Points } from '#web/ui/points.tsx';
import { useWords } from '#web/words/language.ts';
import type { AssessmentSearch } from './assessment-search.ts';
import styles from './assessments.module.css';
import { gainOf, orderByLoss } from './filter-rows.ts';

/** What a leader approves: every field with what it claims and how that differs from last year. */
export function FieldsTable({ page, search }: { page: AssessmentPage; search: AssessmentSearch }) {
  const { fields: words, figures } = useWords().assessments;
  return (
    <Section title={words.title} lead={words.lead}>
      <DataTable caption={words.title} className={styles.fields}>
        <thead>
          <tr>
            <th scope="col">{words.field}</th>
            <th scope="col" className={cell.number}>
              {figures.max}
            </th>
            <th scope="col" className={cell.number}>
              {figures.last}
            </th>
            <th scope="col" className={cell.number}>
              {words.accepted}
            </th>
            <th scope="col" className={cell.number}>
              {words.difference}
            </th>
          </tr>
        </thead>
        <tbody>
          {orderByLoss(page.fields).map((field) => (
            <tr key={field.code}>
              <th scope="row">
                <Link to={paths.assessment} search={{ ...search, field: field.code }} className={styles.name}>
                  {field.code} {field.title}
                </Link>
              </th>
              <td className={cell.number}>
                <Points value={field.maxPoints} />
              </td>
              <td className={cell.number}>
                <Points value={field.lastPoints} />
              </td>
              <td className={cell.number}>
                <Points value={field.reviewPoints} />
              </td>
              <td className={cell.number}>
                <Points value={gainOf(field)} isSigned />
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Section>
  );
}
