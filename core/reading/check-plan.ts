import { checkOcr } from './check-ocr.ts';
import { checkOwners } from './check-owners.ts';
import { checkSpellings } from './check-spellings.ts';
import { checkSums, type UncheckedReading } from './check-sums.ts';
import { checkTasks } from './check-tasks.ts';
import { type Finding, SEVERITIES, type UnplacedReason } from './plan-reading.ts';

/**
 * Everything the checks notice in a reading, errors first, each group in the order of the checks.
 * Nothing is changed: a suggestion waits for a person. `knownDepartments` are the names and spellings
 * of the unit's own directory, when there is one. Source of the checks: domain model, Annex B.
 */
export function checkPlan(
  reading: UncheckedReading,
  { knownDepartments }: { knownDepartments?: readonly string[] } = {},
): Finding[] {
  const findings = [
    ...checkSums(reading),
    ...checkOwners(reading, knownDepartments),
    ...checkTasks(reading),
    ...checkSpellings(reading),
    ...checkOcr(reading),
    ...checkDocument(reading),
  ];
  return findings.sort((one, other) => SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity));
}

/** A document not yet numbered or dated, and text the reader could not place. */
function checkDocument({ document, unplaced }: UncheckedReading): Finding[] {
  const missing = [
    document.number === undefined && 'number',
    document.issuedOn === undefined && 'issuedOn',
  ].filter((property) => property !== false);
  const place = document.places.number ?? document.places.issuedOn;
  const blank: Finding[] =
    missing.length === 0
      ? []
      : [
          {
            kind: 'blank_number',
            severity: 'note',
            subject: 'document',
            ...(place && { place }),
            params: { missing },
          },
        ];
  return [
    ...blank,
    ...unplaced.map(
      (piece): Finding => ({
        ...kindOfUnplaced(piece.reason),
        subject: 'document',
        place: piece.place,
        params: { text: piece.text, reason: piece.reason, title: piece.text, first: '' },
      }),
    ),
  ];
}

/** A row that would change the tree is an error; other text left over is worth a look. */
function kindOfUnplaced(reason: UnplacedReason): Pick<Finding, 'kind' | 'severity'> {
  if (reason === 'duplicate_code') return { kind: 'duplicate_code', severity: 'error' };
  if (reason === 'no_parent') return { kind: 'parent_missing', severity: 'error' };
  return { kind: 'unplaced_text', severity: reason === 'too_deep' ? 'error' : 'warning' };
}
