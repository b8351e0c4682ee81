import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { printCell } from '#core/registers/print-cell.ts';
import type { LeafScore, ProofRows } from '#core/scoring/leaf-score.ts';
import { printNumber } from '#core/scoring/printed-numbers.ts';
import { paths } from '#web/paths.ts';
import { departmentsQuery } from '#web/queries.ts';
import { BarList } from '#web/ui/bar-list.tsx';
import { cell, DataTable } from '#web/ui/data-table.tsx';
import { Status } from '#web/ui/status.tsx';
import { useLanguage, useSentenceOf, useWords } from '#web/words/language.ts';
import { proofColumns } from './proof-columns.ts';
import { proofRowsQuery } from './queries.ts';
import styles from './scoring.module.css';

type ProofOfRegister = ProofRows['registers'][number];

/** The very rows behind the points, asked for when opened; at once where points are missing. */
export function ProofSection({ leaf }: { leaf: LeafScore }) {
  const { scoring } = useWords();
  const readable = leaf.registers.some(({ mayRead }) => mayRead);
  const isShort = leaf.evaluation.points !== null && leaf.evaluation.points < leaf.evaluation.maxPoints;
  const [isOpen, setOpen] = useState(readable && isShort);
  if (leaf.registers.length === 0) return null;
  return (
    <>
      {leaf.registers
        .filter(({ mayRead }) => !mayRead)
        .map(({ key, title }) => (
          <p key={key} className={styles.soft}>
            {scoring.rows.restricted(title)}
          </p>
        ))}
      {readable && (
        <details
          className={styles.reveal}
          open={isOpen}
          onToggle={(event) => setOpen(event.currentTarget.open)}
        >
          <summary>{scoring.rows.open}</summary>
          {isOpen && <Rows leaf={leaf} />}
        </details>
      )}
    </>
  );
}

function Rows({ leaf }: { leaf: LeafScore }) {
  const { scoring } = useWords();
  const sentenceOf = useSentenceOf();
  const { data, error } = useQuery(proofRowsQuery(leaf.code));
  if (error) return <p role="alert">{sentenceOf(error)}</p>;
  if (!data) return <p className={styles.soft}>{scoring.panel.loading}</p>;
  return (
    <div className={styles.stack}>
      {data.registers.map((register) => (
        <RowsOfRegister key={register.key} register={register} leaf={leaf} />
      ))}
    </div>
  );
}

function RowsOfRegister({ register, leaf }: { register: ProofOfRegister; leaf: LeafScore }) {
  const { scoring } = useWords();
  const language = useLanguage();
  const words = scoring.rows;
  const number = (decimal: string) => printNumber(decimal, language);
  const short = register.byDepartment.reduce((sum, each) => sum + Number(each.short), 0);
  const title = leaf.registers.find(({ key }) => key === register.key);
  const name = [title?.number, register.title].filter(Boolean).join(' ');
  return (
    <div className={styles.stack}>
      <p className={styles.rowsHead}>
        <strong>{name}</strong>
        <span>
          {short > 0
            ? words.titleShort(register.total, number(String(Math.round(short * 10_000) / 10_000)))
            : words.title(register.total)}
        </span>
        <Link to={paths.register} params={{ key: register.key }}>
          {words.openRegister}
        </Link>
      </p>
      {register.byDepartment.length > 0 && (
        <div className={styles.shortBars}>
          <BarList
            label={words.shortByDepartment}
            bars={register.byDepartment.map((each) => ({
              key: each.departmentId ?? 'none',
              label: each.name || words.noDepartment,
              value: Number(each.short),
              shown: number(each.short),
            }))}
          />
        </div>
      )}
      {register.rows.length === 0 ? (
        <p className={styles.soft}>
          {words.none} {words.noneWhy}
        </p>
      ) : (
        <div className={styles.proofBox}>
          <ProofTable register={register} leaf={leaf} name={name} />
        </div>
      )}
      {register.rows.length < register.total && (
        <p className={styles.soft}>{words.more(register.rows.length, register.total)}</p>
      )}
    </div>
  );
}

function ProofTable({ register, leaf, name }: { register: ProofOfRegister; leaf: LeafScore; name: string }) {
  const { scoring } = useWords();
  const departments = useQuery(departmentsQuery).data ?? [];
  const nameById = new Map(departments.map((each) => [each.id, each.name]));
  const words = scoring.rows;
  const quantities = leaf.rule.rule.quantities.filter((each) => each.register === register.key);
  const columns = proofColumns(register.columns, quantities);
  const hasShort = register.rows.some((row) => row.short !== null);
  return (
    <DataTable caption={name} isTall={register.rows.length > 12} className={styles.proof}>
      <thead>
        <tr>
          <th scope="col">{hasShort ? words.state : words.counts}</th>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={column.kind === 'number' ? cell.number : undefined}>
              {column.title}
            </th>
          ))}
          <th scope="col">{words.department}</th>
        </tr>
      </thead>
      <tbody>
        {register.rows.map((row) => (
          <tr key={row.id}>
            <td>
              {hasShort ? (
                <ShortState short={row.short ?? '0'} />
              ) : (
                quantities
                  .filter(({ key }) => Number(row.shares[key] ?? 0) !== 0)
                  .map(({ key }) => key)
                  .join(', ')
              )}
            </td>
            {columns.map((column) => (
              <td key={column.key} className={column.kind === 'number' ? cell.number : undefined}>
                {printCell(column, row.values[column.key])}
              </td>
            ))}
            <td className={cell.soft}>{row.departmentId === null ? '' : nameById.get(row.departmentId)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

/** Whether a row falls short, and by how much where it stands for more than one thing. */
function ShortState({ short }: { short: string }) {
  const { scoring } = useWords();
  const language = useLanguage();
  const { rows } = scoring;
  return Number(short) > 0 ? (
    <Status tone="returned" icon={<TriangleAlert aria-hidden />}>
      {Number(short) === 1 ? rows.isShort : rows.isShortBy(printNumber(short, language))}
    </Status>
  ) : (
    <Status tone="approved" icon={<CircleCheck aria-hidden />}>
      {rows.reached}
    </Status>
  );
}
