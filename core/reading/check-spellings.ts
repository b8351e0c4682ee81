import { comparableText, tidyText } from '#core/vietnamese.ts';
import type { UncheckedReading } from './check-sums.ts';
import { departmentName } from './department-names.ts';
import type { Finding, UnitReading } from './plan-reading.ts';

const OF_THE_WARD = /\s+(?:thuộc\s+)?(?:phường|xã)$/iu;

/**
 * Departments whose name the document writes in more than one way ("HĐND - UBND", "HĐND – UBND",
 * "HĐND và UBND"). Another case alone is no other spelling. Proposes the form written most often;
 * the first of equals.
 */
export function checkSpellings(reading: UncheckedReading): Finding[] {
  const texts = [
    ...reading.criteria.map((row) => row.ownerWords),
    ...reading.units.flatMap((unit) => unit.duties.map((duty) => duty.text)),
    ...reading.tasks.map((task) => task.text),
  ].map(tidyText);
  return reading.units.flatMap((unit): Finding[] => {
    const timesBySpelling = spellingsIn(unit, texts);
    if (timesBySpelling.size < 2) return [];
    const [commonest = unit.name] = [...timesBySpelling.keys()].sort(
      (one, other) => timesBySpelling.get(other)! - timesBySpelling.get(one)!,
    );
    return [
      {
        kind: 'two_spellings',
        severity: 'note',
        subject: unit.name,
        place: unit.place,
        params: {
          spellings: [...timesBySpelling.keys()],
          times: [...timesBySpelling.values()].join(', '),
          commonest,
        },
        ...(departmentName(commonest) !== unit.name && {
          suggestion: [
            { target: 'unit', subject: unit.name, property: 'name', value: departmentName(commonest) },
          ],
        }),
      },
    ];
  });
}

/** How often each spelling of a department stands in the texts; spellings the reader met elsewhere count from 0. */
function spellingsIn(unit: UnitReading, texts: readonly string[]): Map<string, number> {
  const pattern = anySpelling(unit.name);
  const times = new Map<string, number>();
  const spellingByCase = new Map<string, string>();
  const count = (written: string, each: number) => {
    const spelling = tidyText(written).replace(OF_THE_WARD, '');
    const kept = spellingByCase.get(spelling.toLowerCase()) ?? spelling;
    spellingByCase.set(spelling.toLowerCase(), kept);
    times.set(kept, (times.get(kept) ?? 0) + each);
  };
  for (const text of texts) for (const [written] of text.matchAll(pattern)) count(written, 1);
  for (const written of unit.spellings) count(written, 0);
  return times;
}

/** A pattern for a name whose words are joined by spaces, commas, dashes or "và", whichever stand in the text. */
function anySpelling(name: string): RegExp {
  const words = name
    .split(/[\s,\-–—−]+|(?<=\s)và(?=\s)/u)
    .filter((word) => word && comparableText(word) !== 'và');
  const safe = words.map((word) => word.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&'));
  return new RegExp(
    `(?<![\\p{L}\\p{M}])${safe.join('(?:[\\s,\\-–—−]|(?<=\\s)và(?=\\s))+')}(?![\\p{L}\\p{M}])`,
    'giu',
  );
}
