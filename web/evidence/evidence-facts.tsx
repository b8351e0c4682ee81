import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { Evidence } from '#core/evidence/evidence.ts';
import { warnOfEvidence } from '#core/evidence/refuse-evidence.ts';
import { printMoment } from '#web/plans/print-moment.ts';
import { Section } from '#web/ui/page-header.tsx';
import { Status } from '#web/ui/status.tsx';
import { printDay } from '#web/ui/written-day.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import styles from './evidence.module.css';
import { printNumber, printSize } from './print-evidence.ts';

/** What is known of the document and its file. */
export function EvidenceFacts({ evidence }: { evidence: Evidence }) {
  const words = useWords().evidence;
  const language = useLanguage();
  const { metadata, file, effectiveOn } = evidence;
  const facts: [label: string, value: string][] = [
    [words.add.typeName, metadata.typeName],
    [words.page.number, printNumber(metadata)],
    [words.add.issuedDate, metadata.issuedDate === null ? '' : printDay(metadata.issuedDate)],
    [words.add.organName, metadata.organName],
    [words.add.subject, metadata.subject],
    [words.add.fullName, [metadata.position, metadata.fullName].filter((part) => part !== '').join(' ')],
    [words.add.pageAmount, String(metadata.pageAmount ?? '')],
    ...(effectiveOn === null ? [] : [[words.add.effectiveOn, printDay(effectiveOn)] as [string, string]]),
  ];
  return (
    <Section title={words.page.facts}>
      {warnOfEvidence(evidence, evidence.year).map((warning) => (
        <p key={warning} className={styles.warning}>
          {words.warnings[warning]}
        </p>
      ))}
      <dl className={styles.facts}>
        {evidence.kind === 'document' &&
          facts.map(([label, value]) => (
            <Fact key={label} label={label}>
              {value || <span className={styles.soft}>{words.page.empty}</span>}
            </Fact>
          ))}
        {file && (
          <>
            <Fact label={words.page.file}>
              {file.fileName} ({printSize(file.size, language)})
            </Fact>
            <Fact label={words.page.hash}>
              <code>{file.sha256}</code>
            </Fact>
          </>
        )}
      </dl>
      {evidence.kind === 'document' && evidence.text !== '' && (
        <p className={styles.words}>{words.item.note(evidence.text)}</p>
      )}
    </Section>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** Who signed the file digitally, and whether it is still what they signed. */
export function Signatures({ evidence: { signatures } }: { evidence: Evidence }) {
  const words = useWords().evidence;
  return (
    <Section title={words.page.signatures}>
      {signatures.length === 0 && <p className={styles.soft}>{words.unsigned}</p>}
      <ul className={styles.signatures}>
        {signatures.map(({ signer, issuer, signedAt, isWhole }) => {
          const name = signer || words.unknownSigner;
          const more = [
            ...(signedAt === null ? [] : [words.signedAt(printMoment(signedAt))]),
            ...(issuer === '' ? [] : [words.issuedBy(issuer)]),
          ];
          return (
            <li key={`${signer} ${signedAt}`}>
              {isWhole ? (
                <Status tone="approved" icon={<CircleCheck aria-hidden />}>
                  {words.signed(name)}
                </Status>
              ) : (
                <Status tone="returned" icon={<TriangleAlert aria-hidden />}>
                  {words.signedBroken(name)}
                </Status>
              )}
              <span className={styles.soft}>{more.join(', ')}</span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

/** Everything that happened to it, latest first. */
export function EvidenceHistory({ evidence }: { evidence: Evidence }) {
  const { page } = useWords().evidence;
  const { decision, status } = evidence;
  const decided = status === 'returned' ? page.wasReturned : page.wasAccepted;
  return (
    <Section title={page.history}>
      <ol className={styles.versions}>
        {decision && <li>{decided(decision.by, printMoment(decision.at))}</li>}
        <li>{page.added(evidence.addedBy, printMoment(evidence.addedAt))}</li>
        {evidence.earlier.map((each) => (
          <li key={each.id}>{page.earlierAdded(each.fileName, printMoment(each.addedAt))}</li>
        ))}
      </ol>
    </Section>
  );
}
