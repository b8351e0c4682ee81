import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { AnnexRow } from '#core/criteria/annex-row.ts';
import { printPoints } from '#core/points.ts';
import { api } from '#web/api.ts';
import { criteriaQuery } from '#web/queries.ts';
import { say, sayProblem } from '#web/ui/toast.tsx';
import { useLanguage, useSentenceOf, useWords } from '#web/words/language.ts';
import {
  type EnteredColumn,
  enterColumn,
  enterPoints,
  type PointsProblem,
  type PointsProperty,
  withPoints,
} from './enter-points.ts';

function useProblemSentence(): (problem: PointsProblem) => string {
  const language = useLanguage();
  const { ui, criteria } = useWords();
  return (problem) =>
    problem.kind === 'not_points'
      ? criteria.notPoints
      : ui.pointsBetween(printPoints(problem.min, language), printPoints(problem.max, language));
}

/** Reads typed points of a leaf and answers the sentence of what is wrong with them, or nothing. */
export function useRefusePoints(): (
  typed: string,
  row: Pick<AnnexRow, 'maxPoints' | 'source'>,
) => string | undefined {
  const sentenceOf = useProblemSentence();
  return (typed, row) => {
    const entered = enterPoints(typed, row);
    return 'points' in entered ? undefined : sentenceOf(entered.problem);
  };
}

export type KeepPoints = (row: AnnexRow, property: PointsProperty, typed: string, isQuiet?: boolean) => void;

/** Keeps typed points at once: parents and totals move with it, the server's refusal takes it back. */
export function useKeepPoints(): KeepPoints {
  const queryClient = useQueryClient();
  const sentenceOf = useSentenceOf();
  const { ui, criteria } = useWords();
  const versions = useRef(new Map<string, number>());

  const send = async (row: AnnexRow, property: PointsProperty, points: number | null, isQuiet: boolean) => {
    const show = (value: number | null) =>
      queryClient.setQueryData(
        criteriaQuery.queryKey,
        (rows) => rows && withPoints(rows, row.id, property, value),
      );
    await queryClient.cancelQueries({ queryKey: criteriaQuery.queryKey });
    const before = row[property];
    show(points);
    const version = Math.max(versions.current.get(row.id) ?? 0, row.version);
    await api.changeCriterion(row.code, { [property]: points, version }).then(
      (kept) => {
        versions.current.set(row.id, kept.version);
        const undo = () =>
          void send({ ...row, [property]: points, version: kept.version }, property, before, true);
        if (!isQuiet) say(criteria.changed(row.code), { label: ui.undo, run: undo });
      },
      (problem: unknown) => {
        show(before);
        sayProblem(sentenceOf(problem));
      },
    );
    for (const key of ['criteria', 'gaps', 'plan']) void queryClient.invalidateQueries({ queryKey: [key] });
  };

  return (row, property, typed, isQuiet = false) => {
    const entered = enterPoints(typed, row);
    if ('points' in entered) void send(row, property, entered.points, isQuiet);
  };
}

/** How many refused values a message spells out before it only counts them. */
const SPELT_OUT = 3;

/** Says in one sentence what a pasted column changed and which of its values were refused, and why. */
function useColumnSentence(): (column: EnteredColumn<AnnexRow>) => string {
  const { criteria } = useWords();
  const problemSentence = useProblemSentence();
  return ({ fitting, refused, beyond }) => {
    const named = refused
      .slice(0, SPELT_OUT)
      .map(({ row, typed, problem }) => `${row.code} “${typed}” – ${problemSentence(problem)}`);
    if (refused.length > SPELT_OUT) named.push('…');
    return [
      criteria.pasted(fitting.length),
      refused.length > 0 && criteria.pasteRefused(refused.length, named.join('; ')),
      beyond > 0 && criteria.pasteBeyond(beyond),
    ]
      .filter(Boolean)
      .join(' ');
  };
}

/** Lays a pasted column over the leaves in sight; a refused value leaves its cell as it was and is told. */
export function useKeepColumn(
  keepPoints: KeepPoints,
): (leaves: readonly AnnexRow[], first: AnnexRow, property: PointsProperty, texts: string[]) => void {
  const columnSentence = useColumnSentence();
  return (leaves, first, property, texts) => {
    const column = enterColumn(leaves, first.id, texts);
    for (const { row, typed } of column.fitting) keepPoints(row, property, typed, true);
    const isWhole = column.refused.length === 0 && column.beyond === 0;
    (isWhole ? say : sayProblem)(columnSentence(column));
  };
}
