import { useQueryClient } from '@tanstack/react-query';
import type { AnnexRow } from '#core/criteria/annex-row.ts';
import { printPoints } from '#core/points.ts';
import { api } from '#web/api.ts';
import { criteriaQuery } from '#web/queries.ts';
import { say, sayProblem } from '#web/ui/toast.tsx';
import { useLanguage, useSentenceOf, useWords } from '#web/words/language.ts';
import { enterPoints, type PointsProperty, withPoints } from './enter-points.ts';

/** Reads typed points of a leaf and answers the sentence of what is wrong with them, or nothing. */
export function useRefusePoints(): (
  typed: string,
  row: Pick<AnnexRow, 'maxPoints' | 'source'>,
) => string | undefined {
  const language = useLanguage();
  const { ui, criteria } = useWords();
  return (typed, row) => {
    const entered = enterPoints(typed, row);
    if ('points' in entered) return undefined;
    const { problem } = entered;
    if (problem.kind === 'not_points') return criteria.notPoints;
    return ui.pointsBetween(printPoints(problem.min, language), printPoints(problem.max, language));
  };
}

/** Keeps typed points at once: parents and totals move with it, the server's refusal takes it back. */
export function useKeepPoints(): (row: AnnexRow, property: PointsProperty, typed: string) => void {
  const queryClient = useQueryClient();
  const sentenceOf = useSentenceOf();
  const { ui, criteria } = useWords();
  const versionById = new Map<string, number>();

  const send = async (row: AnnexRow, property: PointsProperty, points: number | null, isUndo: boolean) => {
    const show = (value: number | null) =>
      queryClient.setQueryData(
        criteriaQuery.queryKey,
        (rows) => rows && withPoints(rows, row.id, property, value),
      );
    await queryClient.cancelQueries({ queryKey: criteriaQuery.queryKey });
    const before = row[property];
    show(points);
    const version = versionById.get(row.id) ?? row.version;
    await api.changeCriterion(row.code, { [property]: points, version }).then(
      (kept) => {
        versionById.set(row.id, kept.version);
        const undo = () =>
          void send({ ...row, [property]: points, version: kept.version }, property, before, true);
        if (!isUndo) say(criteria.changed(row.code), { label: ui.undo, run: undo });
      },
      (problem: unknown) => {
        show(before);
        sayProblem(sentenceOf(problem));
      },
    );
    for (const key of ['criteria', 'gaps', 'plan']) void queryClient.invalidateQueries({ queryKey: [key] });
  };

  return (row, property, typed) => {
    const entered = enterPoints(typed, row);
    if ('points' in entered) void send(row, property, entered.points, false);
  };
}
