import { completenessOf } from '#core/evidence/completeness.ts';
import type { Evidence } from '#core/evidence/evidence.ts';
import { planNumber } from '#core/reading/confirm-reading.ts';
import type { Dossier, DossierRow } from '#core/reports/dossier.ts';
import { placeFiles } from '#core/reports/dossier.ts';
import { dossierPage } from '#core/reports/dossier-page.ts';
import { dossierWorkbook } from '#core/reports/dossier-workbook.ts';
import type { Evaluation } from '#core/scoring/evaluation.ts';
import { sayEvaluation } from '#core/scoring/evaluation-sentences.ts';
import { sayRule } from '#core/scoring/rule-sentences.ts';
import { scoreBoard } from '#core/scoring/score-board.ts';
import { listAnnexRows } from '#server/db/annex-rows.ts';
import type { Tx } from '#server/db/in-unit.ts';
import { writeWorkbook } from '#server/documents/write-workbook.ts';
import type { FileStore } from '#server/files/file-store.ts';
import { listFreshScores } from '#server/scoring/fresh-scores.ts';
import { type LeafRule, listLeafRules } from '#server/scoring/leaf-rules.ts';
import { type DossierPart, sumsOf } from './dossier-zip.ts';
import type { Scope } from './link-targets.ts';
import { listKept } from './store.ts';
import { describeEvidence } from './visible-evidence.ts';

/** Everything the dossier of the live plan tells, with the evidence the person may see; returned pieces are left out. */
export async function collectDossier(tx: Tx, { actor, plan, today }: Scope): Promise<Dossier> {
  const rows = await listAnnexRows(tx, plan);
  const scores = await listFreshScores(tx, plan, today);
  const evaluationById = new Map([...scores].map(([id, { evaluation }]) => [id, evaluation]));
  const board = scoreBoard(rows, evaluationById, today);
  const ruleById = new Map(
    [...(await listLeafRules(tx, plan)).values()].map((leaf) => [leaf.criterionId, leaf]),
  );
  const kept = await listKept(tx, plan.unitId, { year: plan.year });
  const standing = kept.filter(({ status }) => status !== 'returned');
  const evidence = (await describeEvidence(tx, actor, standing)).toReversed();
  const unit = await tx.selectFrom('unit').where('id', '=', plan.unitId).select('name').executeTakeFirst();
  const number = planNumber(plan.document);
  return {
    unitName: unit?.name ?? '',
    year: plan.year,
    planName: ['Kế hoạch', number, plan.document.subject].filter(Boolean).join(' '),
    asOf: today,
    points: board.points,
    maxPoints: board.maxPoints,
    rows: rows.map(
      (row, position): DossierRow => ({
        id: row.id,
        code: row.code,
        level: row.level,
        isLeaf: row.isLeaf,
        title: row.title,
        maxPoints: row.maxPoints,
        points: board.rows[position]?.points ?? null,
        ...describeLeaf(ruleById.get(row.id), evaluationById.get(row.id), evidence),
      }),
    ),
    evidence,
  };
}

function describeLeaf(
  leaf: LeafRule | undefined,
  evaluation: Evaluation | undefined,
  evidence: readonly Evidence[],
): Pick<DossierRow, 'rule' | 'ruleSource' | 'isDraft' | 'explanation' | 'state'> {
  if (!leaf) return { rule: '', ruleSource: '', isDraft: false, explanation: [], state: 'nothing_claimed' };
  const { rule, criterionId, code, maxPoints } = leaf;
  const linked = evidence.filter(({ links }) => links.some(({ targetId }) => targetId === criterionId));
  const points = evaluation?.points ?? null;
  const asked = rule.evidence.length;
  return {
    rule: sayRule(rule, maxPoints, 'vi').replace(/\.$/u, ''),
    ruleSource: rule.source.replace(/\.$/u, ''),
    isDraft: rule.isDraft,
    explanation: evaluation ? sayEvaluation(evaluation, 'vi') : [],
    state: completenessOf({ criterionId, code, asked, points, scoredBy: rule.scoredBy }, linked).state,
  };
}

/** The parts of a dossier: its index as page and workbook, the hashes, and the files in their folders. */
export async function partsOfDossier(
  dossier: Dossier,
  unitId: string,
  files: Pick<FileStore, 'read'>,
): Promise<DossierPart[]> {
  const pathById = placeFiles(dossier);
  const workbook = await writeWorkbook(dossierWorkbook(dossier, pathById));
  const pages: DossierPart[] = [
    { path: 'index.html', bytes: new TextEncoder().encode(dossierPage(dossier, pathById)) },
    { path: 'chi-muc.xlsx', bytes: workbook },
  ];
  const kept = dossier.evidence.flatMap(({ id, file }): DossierPart[] => {
    const path = pathById.get(id);
    if (!file || path === undefined) return [];
    const { sha256, size } = file;
    return [{ path, sha256, size, open: () => files.read(unitId, sha256) }];
  });
  const parts = [...pages, ...kept];
  return [{ path: 'SHA256SUMS', bytes: new TextEncoder().encode(sumsOf(parts)) }, ...parts];
}
