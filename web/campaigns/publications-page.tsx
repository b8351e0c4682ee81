import { useSuspenseQuery } from '@tanstack/react-query';
import type { Publication } from '#core/assessments/campaign-inputs.ts';
import { cell, DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Section } from '#web/ui/page-header.tsx';
import { Points } from '#web/ui/points.tsx';
import { printDay } from '#web/ui/written-day.ts';
import { useCampaignWords } from '#web/words/campaign-words.ts';
import { publicationsQuery } from './campaign-api.ts';
import { CampaignHeader, useCampaign } from './campaign-header.tsx';
import styles from './campaigns.module.css';

/** What was published of a campaign, the newest first; none is ever changed. */
export function PublicationsPage() {
  const words = useCampaignWords();
  const campaign = useCampaign();
  const all = useSuspenseQuery(publicationsQuery(campaign.id)).data;
  const [newest] = all;
  const { publications } = words;
  return (
    <>
      <CampaignHeader
        campaign={campaign}
        title={newest ? publications.title(newest.results.length) : publications.none}
      />
      {newest ? (
        <div className={styles.stack}>
          {all.map((publication) => (
            <PublicationSection key={publication.id} publication={publication} />
          ))}
        </div>
      ) : (
        <EmptyState icon={null} title={publications.none}>
          {publications.noneWhy}
        </EmptyState>
      )}
    </>
  );
}

function PublicationSection({ publication }: { publication: Publication }) {
  const words = useCampaignWords();
  const { publications } = words;
  const { number, publishedAt, publishedBy, reason, decision, results, notSubmitted } = publication;
  const title = publications.number(number, printDay(publishedAt.slice(0, 10)));
  const fields = Object.keys(results[0]?.fields ?? {});
  return (
    <Section
      title={title}
      lead={[decision.number, publications.by(publishedBy), reason].filter((part) => part !== '').join(' · ')}
    >
      <DataTable caption={title}>
        <thead>
          <tr>
            <th scope="col" className={cell.number}>
              {publications.rank}
            </th>
            <th scope="col">{words.unit}</th>
            {fields.map((field) => (
              <th key={field} scope="col" className={cell.number}>
                {field}
              </th>
            ))}
            <th scope="col" className={cell.number}>
              {publications.points}
            </th>
          </tr>
        </thead>
        <tbody>
          {results.map((result) => (
            <tr key={result.assessedId}>
              <td className={cell.number}>
                {1 + results.findIndex(({ points }) => points === result.points)}
              </td>
              <th scope="row">{result.unitName}</th>
              {fields.map((field) => (
                <td key={field} className={cell.number}>
                  <Points value={result.fields[field]} />
                </td>
              ))}
              <td className={cell.number}>
                <Points value={result.points} />
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      {notSubmitted.length > 0 && <p>{publications.missing(notSubmitted.join(', '))}</p>}
    </Section>
  );
}
