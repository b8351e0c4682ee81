import { useMemo, useState } from 'react';
import { readBlock } from '#core/registers/check-rows.ts';
import type { Register, RowInput } from '#core/registers/register.ts';
import { type RowsRead, registersApi } from './api.ts';
import { readPastedCells } from './pasted-cells.ts';
import type { Sheet } from './use-sheet.ts';

type Source = { cells: string[][]; fromColumn: number } | { read: RowsRead };

export type Blocks = {
  /** What is to be looked at before it is kept. */
  block: RowsRead | undefined;
  /** The column the first cell goes to; undefined for a file, whose headings say it. */
  fromColumn: number | undefined;
  /** The file on its way. */
  reading: string | undefined;
  problem: unknown;
  paste: (text: string, fromColumn: number) => void;
  readFile: (file: File) => Promise<void>;
  startAt: (fromColumn: number) => void;
  keep: (rows: readonly RowInput[]) => Promise<void>;
  close: () => void;
};

/** Blocks of rows from the clipboard and from files: read at once, kept only when somebody says so. */
export function useBlocks(
  register: Register,
  departments: readonly { id: string; name: string }[],
  ownDepartment: string | null,
  sheet: Sheet,
): Blocks {
  const [source, setSource] = useState<Source | undefined>(undefined);
  const [reading, setReading] = useState<string | undefined>(undefined);
  const [problem, setProblem] = useState<unknown>(undefined);
  const block = useMemo((): RowsRead | undefined => {
    if (!source || 'read' in source) return source?.read;
    const { cells, fromColumn } = source;
    return readBlock(register, cells, { departments, departmentId: ownDepartment, fromColumn });
  }, [source, register, departments, ownDepartment]);
  const close = () => {
    setSource(undefined);
    setProblem(undefined);
    sheet.clearProblem();
  };
  return {
    block,
    fromColumn: source && 'cells' in source ? source.fromColumn : undefined,
    reading,
    problem: problem ?? (source && sheet.problem?.reason),
    paste: (text, fromColumn) => setSource({ cells: readPastedCells(text), fromColumn }),
    readFile: async (file) => {
      setReading(file.name);
      setProblem(undefined);
      await registersApi.readFile(register.key, file).then((read) => setSource({ read }), setProblem);
      setReading(undefined);
    },
    startAt: (fromColumn) => setSource((now) => (now && 'cells' in now ? { ...now, fromColumn } : now)),
    keep: async (rows) => {
      if (await sheet.keepBlock(rows)) setSource(undefined);
    },
    close,
  };
}
