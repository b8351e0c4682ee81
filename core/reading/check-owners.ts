import { ancestorCodes } from '#core/criteria/code.ts';
import { foldText } from '#core/vietnamese.ts';
import { fieldOf, type UncheckedReading } from './check-sums.ts';
import { departmentKey } from './department-names.ts';
import type { CriterionReading, Finding, Owner, UnitReading } from './plan-reading.ts';

/** "Các phòng, ban, đơn vị sự nghiệp": everybody is meant, so no single department can disagree. */
const EVERYBODY = /^(?:cac|tat ca|toan the)(?: |$)/u;
const SURVEY_WORK = /khao sat|do luong su hai long|dieu tra xa hoi hoc/u;
const ONLY_HELPS = /^\W*(?:phoi hop|cung cap|tham gia)/u;

/**
 * Who answers for what: leaves nobody answers for, departments the directory does not know, and
 * places where the annex and the organisation section of the plan name different departments.
 * `knownDepartments` are names and spellings of the unit's directory; without it no name is unknown.
 */
export function checkOwners(reading: UncheckedReading, knownDepartments?: readonly string[]): Finding[] {
  const leads = leadersByField(reading);
  return [
    ...reading.criteria
      .filter((row) => row.isLeaf && row.units.length === 0)
      .map((row) => ownerless(row, leads)),
    ...checkKnown(reading, knownDepartments),
    ...reading.criteria.flatMap((row) => checkAgainstSections(row, leads)),
    ...checkSurveyOwners(reading),
  ];
}

type Leaders = { sections: string[]; whole: string[]; inPart: string[] };

/** For each field, which departments lead the sections about it, wholly or in part. */
function leadersByField({ tasks, units }: UncheckedReading): Map<string, Leaders> {
  const leaders = new Map<string, Leaders>();
  for (const task of tasks) {
    for (const field of task.criteria) {
      const entry = leaders.get(field) ?? { sections: [], whole: [], inPart: [] };
      leaders.set(field, entry);
      if (entry.sections.includes(task.section)) continue;
      entry.sections.push(task.section);
      entry.whole.push(...units.filter((unit) => unit.leads.includes(task.section)).map((unit) => unit.name));
      entry.inPart.push(
        ...units.filter((unit) => unit.leadsPartOf.includes(task.section)).map((unit) => unit.name),
      );
    }
  }
  return leaders;
}

function ownerless(row: CriterionReading, leaders: Map<string, Leaders>): Finding {
  const { sections = [], whole = [], inPart = [] } = leaders.get(fieldOf(row.code)) ?? {};
  const [lead] = whole;
  const isCertain = lead !== undefined && whole.length === 1 && inPart.length === 0;
  return {
    kind: 'leaf_without_owner',
    severity: 'warning',
    subject: row.code,
    place: row.place,
    params: { title: row.title, maxPoints: row.maxPoints, proposed: isCertain ? lead : '', sections },
    ...(isCertain && {
      suggestion: [{ target: 'criterion', subject: row.code, property: 'units', value: [{ name: lead }] }],
    }),
  };
}

function checkKnown({ criteria, tasks, units }: UncheckedReading, known?: readonly string[]): Finding[] {
  if (!known) return [];
  const knownKeys = new Set(known.map(departmentKey));
  const findings = new Map<string, Finding>();
  const owned = [
    ...criteria.map((row) => ({ subject: row.code, place: row.place, units: row.units })),
    ...units.map((unit) => ({
      subject: unit.name,
      place: unit.place,
      units: [{ name: unit.name }] as Owner[],
    })),
    ...tasks.map((task) => ({ subject: task.key, place: task.place, units: task.units })),
  ];
  for (const { subject, place, units: owners } of owned) {
    for (const { name, inheritedFrom } of owners) {
      const key = departmentKey(name);
      if (inheritedFrom || isEverybody(name) || knownKeys.has(key) || findings.has(key)) continue;
      findings.set(key, { kind: 'owner_unknown', severity: 'warning', subject, place, params: { name } });
    }
  }
  return [...findings.values()];
}

/** The department a row's own cell names against those the plan's sections put in charge of its field. */
function checkAgainstSections(row: CriterionReading, leaders: Map<string, Leaders>): Finding[] {
  const own = row.units.filter((owner) => owner.inheritedFrom === undefined);
  const { sections, whole, inPart } = leaders.get(fieldOf(row.code)) ?? {
    sections: [],
    whole: [],
    inPart: [],
  };
  const expected = [...new Set([...whole, ...inPart])];
  if (own.length === 0 || expected.length === 0 || own.some((owner) => isEverybody(owner.name))) return [];
  const expectedKeys = new Set(expected.map(departmentKey));
  if (own.some((owner) => expectedKeys.has(departmentKey(owner.name)))) return [];
  return [
    {
      kind: 'owner_disagrees',
      severity: 'warning',
      subject: row.code,
      place: row.place,
      params: { title: row.title, inAnnex: own.map((owner) => owner.name), inSections: expected, sections },
    },
  ];
}

/**
 * A block of survey points that holds the result of a satisfaction survey itself (a leaf named "Chỉ
 * số …"), owned by another department than the one whose duties are to organise the survey.
 */
function checkSurveyOwners({ criteria, units }: UncheckedReading): Finding[] {
  const surveyors = units.filter(organisesSurvey);
  if (surveyors.length === 0) return [];
  const surveyorKeys = new Set(surveyors.map((unit) => departmentKey(unit.name)));
  const rowByCode = new Map(criteria.map((row) => [row.code, row]));
  const blocks = new Set<CriterionReading>();
  for (const leaf of criteria) {
    if (!leaf.isLeaf || leaf.source !== 'survey' || !/(?:^|\s)chi so /u.test(foldText(leaf.title))) continue;
    const block = ancestorCodes(leaf.code)
      .map((code) => rowByCode.get(code))
      .find((row) => row?.source === 'survey');
    blocks.add(block ?? leaf);
  }
  return [...blocks]
    .filter((block) => block.units.length > 0)
    .filter((block) => !block.units.some((owner) => surveyorKeys.has(departmentKey(owner.name))))
    .map((block) => ({
      kind: 'survey_owner_disagrees',
      severity: 'warning',
      subject: block.code,
      place: block.place,
      params: {
        title: block.title,
        maxPoints: block.maxPoints,
        inAnnex: block.units.map((owner) => owner.name),
        inSections: surveyors.map((unit) => unit.name),
      },
    }));
}

function organisesSurvey(unit: UnitReading): boolean {
  return unit.duties.some(({ text }) => {
    const words = foldText(text);
    return SURVEY_WORK.test(words) && !ONLY_HELPS.test(words);
  });
}

function isEverybody(name: string): boolean {
  return EVERYBODY.test(foldText(name));
}
