import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type {
  Column,
  RegisterPage,
  RegisterRow,
  RowInput,
  RowsInput,
  RowsKept,
} from '#core/registers/register.ts';
import { ApiProblem } from '#web/api.ts';
import { registersApi } from './api.ts';
import {
  blockToSend,
  draftsToSend,
  type Outcome,
  type Outgoing,
  rowsElsewhere,
  rowsToRemove,
  stepOf,
  withWritten,
} from './keep-rows.ts';
import { registerQuery, registersQuery } from './queries.ts';
import {
  checkDraft,
  type Draft,
  draftOf,
  isChanged,
  isFaulty,
  isNew,
  newDraft,
  rebase,
  settle,
  typeInto,
} from './row-drafts.ts';
import {
  dropStep,
  moveBack,
  moveForward,
  NO_STEPS,
  remember,
  type Steps,
  writeStates,
} from './undo-steps.ts';

export type Drafts = ReadonlyMap<string, Draft>;
type Kept = {
  drafts: Drafts;
  /** Ids of rows on their way to the server. */
  saving: ReadonlySet<string>;
  steps: Steps;
  /** The ids the server gave to rows that were new. */
  idByNew: ReadonlyMap<string, string>;
  outcome: Outcome | undefined;
  /** Why the last write was refused. */
  problem: { reason: unknown; kind: Outgoing['kind'] } | undefined;
  /** A write that waits for the reason it needs, because its month is closed. */
  asking: { problem: ApiProblem; answer: (reason: string | undefined) => void } | undefined;
};

export type Sheet = Kept & {
  write: (rowId: string, column: Column, typed: string) => void;
  addRow: () => string;
  discard: (ids: readonly string[]) => void;
  /** Keeps the changed rows named, or all; those with faults stay, marked. */
  save: (ids?: readonly string[]) => Promise<boolean>;
  remove: (ids: readonly string[]) => Promise<boolean>;
  keepBlock: (rows: readonly RowInput[]) => Promise<boolean>;
  undo: () => Promise<boolean>;
  redo: () => Promise<boolean>;
  /** Reads the rows anew and lays what was typed over them. */
  reload: () => Promise<void>;
  clearProblem: () => void;
};

const kindOf = (problem: unknown) => (problem instanceof ApiProblem ? problem.kind : undefined);
type Faults = { row: number; column: string; vi: string; en: string }[];

/** Rows as they are typed, saved, taken back: writes go one after the other, each all or none. */
export function useSheet(page: RegisterPage, asked: number | undefined, ownDepartment: string | null): Sheet {
  const queryClient = useQueryClient();
  const { register } = page;
  const { queryKey } = registerQuery(register.key, asked);
  const [state, setState] = useState<Kept>({
    drafts: new Map(),
    saving: new Set(),
    steps: NO_STEPS,
    idByNew: new Map(),
    outcome: undefined,
    problem: undefined,
    asking: undefined,
  });
  const latest = useRef(state);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const added = useRef(0);
  const rowsNow = () => (queryClient.getQueryData(queryKey) ?? page).rows;
  const rowNow = (id: string) => rowsNow().find((row) => row.id === id);

  const change = (part: Partial<Kept>) => {
    latest.current = { ...latest.current, ...part };
    setState(latest.current);
  };
  const setDrafts = (edit: (drafts: Map<string, Draft>) => void) => {
    const drafts = new Map(latest.current.drafts);
    edit(drafts);
    change({ drafts });
  };

  const askReason = (problem: ApiProblem) =>
    new Promise<string | undefined>((answered) => {
      const answer = (reason: string | undefined) => {
        change({ asking: undefined });
        answered(reason);
      };
      change({ asking: { problem, answer } });
    });

  const send = (input: RowsInput): Promise<RowsKept | undefined> =>
    registersApi.keepRows(register.key, input).then(
      (kept) => kept,
      async (problem: unknown) => {
        if (problem instanceof ApiProblem && problem.kind === 'month_closed' && input.reason === '') {
          const reason = await askReason(problem);
          return reason === undefined ? undefined : send({ ...input, reason });
        }
        throw problem;
      },
    );

  const settleWrite = (outgoing: Outgoing, kept: RowsKept) => {
    const { sent, removed, kind } = outgoing;
    queryClient.setQueryData(queryKey, (now) => now && withWritten(now, kept.rows, removed));
    const { steps } = latest.current;
    const written = { rows: kept.rows, removed };
    const drafts = new Map(latest.current.drafts);
    const idByNew = new Map(latest.current.idByNew);
    for (const [position, was] of sent.entries()) {
      const row = kept.rows[position] as RegisterRow;
      const draft = drafts.get(was.id);
      drafts.delete(was.id);
      if (isNew(was)) idByNew.set(was.id, row.id);
      const left = draft && settle(draft, was, row);
      if (left) drafts.set(row.id, left);
    }
    for (const { id } of removed) drafts.delete(id);
    for (const row of kept.rows) {
      const draft = drafts.get(row.id);
      if (draft && draft.version !== row.version) drafts.set(row.id, rebase(draft, row));
    }
    change({
      drafts,
      idByNew,
      problem: undefined,
      outcome: {
        kind,
        rows: kept.rows.length + removed.length,
        kept,
        elsewhere: rowsElsewhere(kept.rows, page.year),
      },
      steps:
        kind === 'undone'
          ? moveBack(steps, written)
          : kind === 'redone'
            ? moveForward(steps, written)
            : remember(steps, stepOf(outgoing, kept), written),
    });
    void queryClient.invalidateQueries({ queryKey: registersQuery.queryKey, exact: true });
    void queryClient.invalidateQueries({ queryKey: [...registersQuery.queryKey, register.key, 'history'] });
    void queryClient.invalidateQueries({ queryKey: ['scores'] });
  };

  const markFaults = (sent: readonly Draft[], problem: unknown) => {
    if (kindOf(problem) !== 'rows_faulty') return;
    const faults = (problem as ApiProblem).params.faults as Faults;
    setDrafts((drafts) => {
      for (const { row, column, vi, en } of faults) {
        const draft = drafts.get(sent[row]?.id ?? '');
        if (draft) drafts.set(draft.id, { ...draft, problems: { ...draft.problems, [column]: { vi, en } } });
      }
    });
  };

  /** One write after the other: what is sent is worked out only when the one before has been answered. */
  const enqueue = (make: () => Outgoing | undefined): Promise<boolean> => {
    const run = queue.current.then(async () => {
      const outgoing = make();
      if (!outgoing || outgoing.rows.length + outgoing.removed.length === 0) return false;
      const ids = [...outgoing.sent.map(({ id }) => id), ...outgoing.removed.map(({ id }) => id)];
      change({ saving: new Set(ids) });
      return send({ rows: [...outgoing.rows], removed: [...outgoing.removed], reason: '' }).then(
        (kept) => {
          if (kept) settleWrite(outgoing, kept);
          change({ saving: new Set() });
          return kept !== undefined;
        },
        (problem: unknown) => {
          markFaults(outgoing.sent, problem);
          const { kind } = outgoing;
          // A step others have written over cannot be taken again: it would stand in the way of those before it.
          const isOld = kindOf(problem) === 'stale_version' || kindOf(problem) === 'not_found';
          const steps = isOld ? dropStep(latest.current.steps, kind) : latest.current.steps;
          change({ saving: new Set(), steps, problem: { reason: problem, kind } });
          return false;
        },
      );
    });
    queue.current = run;
    return run;
  };

  const write = (rowId: string, column: Column, typed: string) => {
    const row = rowNow(rowId);
    const draft = latest.current.drafts.get(rowId) ?? (row && draftOf(row));
    if (!draft) return;
    const next = typeInto(draft, column, typed);
    setDrafts((drafts) => {
      if (isNew(next) || isChanged(next)) drafts.set(rowId, next);
      else drafts.delete(rowId);
    });
  };

  const save = (ids?: readonly string[]) => {
    const named = (id: string) => ids === undefined || ids.includes(id);
    setDrafts((drafts) => {
      for (const [id, draft] of drafts) {
        if (!named(id)) continue;
        if (isNew(draft) && !isChanged(draft)) drafts.delete(id);
        else drafts.set(id, checkDraft(register, draft));
      }
    });
    return enqueue(() =>
      draftsToSend(
        [...latest.current.drafts.values()].filter(
          (draft) => named(draft.id) && isChanged(draft) && !isFaulty(draft),
        ),
      ),
    );
  };

  const takeStep = (kind: 'undone' | 'redone') =>
    enqueue(() => {
      const { done, undone, versionById } = latest.current.steps;
      const states = kind === 'undone' ? done.at(-1)?.before : undone.at(-1)?.after;
      return states && { kind, ...writeStates(states, versionById), sent: [], taken: [] };
    });

  return {
    ...state,
    write,
    save,
    addRow: () => {
      added.current += 1;
      const id = `new ${added.current}`;
      setDrafts((drafts) => drafts.set(id, newDraft(id, ownDepartment)));
      return id;
    },
    discard: (ids) =>
      setDrafts((drafts) => {
        for (const id of ids) drafts.delete(id);
      }),
    remove: (ids) => {
      setDrafts((drafts) => {
        for (const id of ids) drafts.delete(id);
      });
      const wanted = new Set(ids);
      return enqueue(() => rowsToRemove(rowsNow().filter(({ id }) => wanted.has(id))));
    },
    keepBlock: (rows) => enqueue(() => blockToSend(rows)),
    undo: () => takeStep('undone'),
    redo: () => takeStep('redone'),
    reload: async () => {
      await queryClient.refetchQueries({ queryKey, exact: true });
      const rowById = new Map(rowsNow().map((row) => [row.id, row]));
      setDrafts((drafts) => {
        for (const [id, draft] of drafts) if (!isNew(draft)) drafts.set(id, rebase(draft, rowById.get(id)));
      });
      change({ problem: undefined });
    },
    clearProblem: () => change({ problem: undefined }),
  };
}
