import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { FileSpreadsheet, Printer } from 'lucide-react';
import type { RankedUnit, Results } from '#core/ranking/results.ts';
import { paths } from '#web/paths.ts';
import { useMe } from '#web/people/session.ts';
import { printMoment } from '#web/plans/print-moment.ts';
import { Button, buttonClass } from '#web/ui/button.tsx';
import { classNames } from '#web/ui/class-names.ts';
import { cell, DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { PageHeader, Section } from '#web/ui/page-header.tsx';
import { Points, usePrintedPoints } from '#web/ui/points.tsx';
import { useAnswerWords } from '#web/words/answer-words.ts';
import styles from './answers.module.css';
import { answerApi } from './api.ts';
import { beginSentence } from './begin-sentence.ts';
import { CampaignLinks } from './campaign-links.tsx';
import { resultsQuery } from './queries.ts';

const route = getRouteApi('/inside/campaigns/$campaignId/results');

/** Who came where with how many points: as published, or for the city as it stands before. */
export function ResultsPage() {
  const me = useMe();
  const { campaignId } = route.useParams();
  const words = useAnswerWords().results;
  const print = usePrintedPoints();
  const results = useSuspenseQuery(resultsQuery(campaignId)).data;
  const { units, campaign, notSubmitted } = results;
  const own = units.find(({ unitId }) => unitId === me.unit.id);
  const leaders = units.filter(({ place }) => place === 1);
  const title = own
    ? words.own(beginSentence(own.name), own.place, units.length, print(own.points))
    : leaders[0]
      ? words.first(beginSentence(leaders.map(({ name }) => name).join(', ')), print(leaders[0].points))
      : words.empty;
  const isHost = campaign.hostId === me.unit.id;
  return (
    <div className={styles.page}>
      <CampaignLinks campaign={campaign} isHost={isHost} />
      <PageHeader
        title={title}
        tabTitle={words.tab}
        lead={<Standing results={results} />}
        actions={
          <>
            <a href={answerApi.resultsFile(campaignId)} download className={buttonClass({})}>
              <FileSpreadsheet aria-hidden />
              {words.excel}
            </a>
            <Button icon={<Printer aria-hidden />} onClick={() => window.print()}>
              {words.print}
            </Button>
          </>
        }
      />
      {units.length > 0 ? (
        <Ranking results={results} isHost={isHost} />
      ) : (
        <EmptyState title={words.empty}>{words.emptyWhy}</EmptyState>
      )}
      {notSubmitted.length > 0 && (
        <p className={styles.soft}>{words.notSubmitted(notSubmitted.join(', '))}</p>
      )}
      {results.publications.length > 1 && (
        <Section title={words.earlier}>
          <ul className={styles.plain}>
            {results.publications.map((publication) => (
              <li key={publication.number}>
                <Published {...publication} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}

function Standing({ results: { isProvisional, publications, campaign } }: { results: Results }) {
  const words = useAnswerWords().results;
  const [last] = publications;
  return (
    <>
      {campaign.title}. {isProvisional || !last ? words.provisional : <Published {...last} />}
    </>
  );
}

function Published({ number, decision, reason, publishedBy, publishedAt }: Results['publications'][number]) {
  const words = useAnswerWords().results;
  const paper = decision.number === '' ? words.noPaper(number) : words.paper(decision.number);
  return (
    <>
      {words.published(paper, publishedBy, printMoment(publishedAt))}
      {reason !== '' && `. ${words.reason(reason)}`}
    </>
  );
}

function Ranking({ results, isHost }: { results: Results; isHost: boolean }) {
  const words = useAnswerWords().results;
  const { fields, units, lastYear } = results;
  return (
    <DataTable caption={words.caption} className={styles.ranking}>
      <thead>
        <tr>
          <th scope="col" className={cell.number}>
            {words.place}
          </th>
          <th scope="col">{words.unit}</th>
          <th scope="col" className={cell.number}>
            {words.total}
          </th>
          {lastYear !== null && (
            <th scope="col" className={cell.number}>
              {words.change(lastYear)}
            </th>
          )}
          {fields.map(({ code, title }) => (
            <th key={code} scope="col" className={classNames(cell.number, styles.fieldCell)} title={title}>
              {code}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {units.map((unit) => (
          <UnitRow key={unit.unitId} unit={unit} results={results} isHost={isHost} />
        ))}
      </tbody>
    </DataTable>
  );
}

function UnitRow({ unit, results, isHost }: { unit: RankedUnit; results: Results; isHost: boolean }) {
  const me = useMe();
  const words = useAnswerWords().results;
  const { unitId, name, points, lastPoints, lastPlace } = unit;
  const isOwn = unitId === me.unit.id;
  return (
    <tr className={isOwn ? styles.own : undefined} aria-current={isOwn ? 'true' : undefined}>
      <td className={cell.number}>{unit.place}</td>
      <th scope="row">
        {isHost ? (
          <Link to={paths.compare} params={{ campaignId: results.campaign.id, unitId }}>
            {name}
          </Link>
        ) : (
          name
        )}
        {isOwn && <span className={styles.soft}> ({words.mine})</span>}
      </th>
      <td className={classNames(cell.number, cell.total)}>
        <Points value={points} />
      </td>
      {results.lastYear !== null && (
        <td className={cell.number}>
          <Points value={lastPoints === null ? null : points - lastPoints} isSigned missing={words.isNew} />
          {lastPlace !== null && <span className={styles.soft}> {words.lastPlace(lastPlace)}</span>}
        </td>
      )}
      {results.fields.map(({ code }) => (
        <td key={code} className={classNames(cell.number, styles.fieldCell)}>
          <Points value={unit.fields[code]} />
        </td>
      ))}
    </tr>
  );
}
