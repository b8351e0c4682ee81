import { randomUUID } from 'node:crypto';
import type { TestDatabase } from '#server/db/test-database.ts';
import { unitsWithWork } from '#server/notices/jobs.ts';
import { confirmPlan } from '#server/test-plan.ts';
import { openWard } from './open-ward.ts';
import type { BenchResult } from './run.ts';
import { median } from './timing.ts';

const UNITS = 126;
const PEOPLE = 60;
/** So many departments of the demonstration plan lead a task: the people are spread over them. */
const DEPARTMENTS = 6;
const MONDAYS = ['2026-11-09', '2026-11-16', '2026-11-30'];

/** Tables of a live plan in the order of their references: every unit gets the same rows under its own id. */
const COPIED = [
  'department',
  'reading',
  'criteria_set',
  'criterion',
  'plan',
  'target',
  'task',
  'task_owner',
  'task_criterion',
] as const;

type AsSuperuser = TestDatabase['asSuperuser'];

/** 126 units with the plan of one, and 60 people in the departments of each, all with an address of mail. */
async function fillCity(asSuperuser: AsSuperuser) {
  const [first] = await asSuperuser<{ id: string }>('select id from unit');
  await asSuperuser('set session_replication_role = replica');
  for (let number = 1; number < UNITS; number += 1) {
    const id = randomUUID();
    await asSuperuser(
      `insert into unit (id, path, kind, name) values ($1::uuid, $1::text, 'ward', 'phường thứ ' || $2::text)`,
      [id, number],
    );
    for (const table of COPIED)
      await asSuperuser(
        `insert into ${table} select (jsonb_populate_record(each, jsonb_build_object('unit_id', $1::uuid))).*
         from ${table} each where unit_id = $2`,
        [id, first!.id],
      );
  }
  await asSuperuser(
    `insert into membership (unit_id, user_id, role, department_id, person_name)
     select unit.id, unit.id || '-' || number, 'officer',
       (select department_id from task_owner where unit_id = unit.id and role = 'lead'
         group by department_id order by department_id offset number % $2 limit 1),
       'Cán bộ thứ ' || number
     from unit, generate_series(1, $1::int) number`,
    [PEOPLE, DEPARTMENTS],
  );
  await asSuperuser(
    `insert into contact (unit_id, user_id, mail)
     select unit_id, user_id, user_id || '@phuong.example' from membership where role = 'officer'`,
  );
  await asSuperuser('set session_replication_role = origin');
}

/** Digests of a whole city computed and queued; the ratio is to writing as many rows and nothing else. */
export async function bench(): Promise<BenchResult> {
  const test = await openWard();
  const { asSuperuser } = test.database;
  try {
    test.clock.now = new Date('2026-11-05T02:00:00Z');
    const cookie = await test.setUp();
    await confirmPlan(test, cookie);
    await fillCity(asSuperuser);
    Object.assign(test.deps.outside, {
      mail: { url: 'smtp://127.0.0.1:1', from: 'cchc@phuong.example' },
      address: 'https://cchc.phuong.example',
    });
    const times: number[] = [];
    const limits: number[] = [];
    let digests = 0;
    for (const monday of MONDAYS) {
      test.clock.now = new Date(`${monday}T00:30:00Z`);
      const started = performance.now();
      await unitsWithWork(test.deps);
      times.push(performance.now() - started);
      const [made] = await asSuperuser<{ count: number }>(
        'select count(*)::int as count from notice where day = $1',
        [monday],
      );
      digests = made?.count ?? 0;
      limits.push(await writeAgain(asSuperuser, monday));
    }
    const seconds = median(times) / 1000;
    return {
      name: `Monday digests of ${UNITS} units with ${PEOPLE} people each (medians of ${times.length})`,
      rows: [
        { what: 'digests made and queued', value: digests },
        {
          what: 'computed and queued',
          value: seconds,
          unit: 's',
          ratio: median(limits) / median(times),
          bar: '< 20 s',
          met: seconds < 20,
        },
      ],
    };
  } finally {
    await test.close();
  }
}

/** Milliseconds to write the notices of a day once more, a transaction a unit, with nothing worked out. */
async function writeAgain(asSuperuser: AsSuperuser, day: string): Promise<number> {
  const written = await asSuperuser<{ rows: unknown }>(
    'select json_agg(notice) as rows from notice where day = $1 group by unit_id',
    [day],
  );
  await asSuperuser('create temp table again (like notice including all)');
  const started = performance.now();
  for (const { rows } of written)
    await asSuperuser('insert into again select * from json_populate_recordset(null::again, $1)', [
      JSON.stringify(rows),
    ]);
  const took = performance.now() - started;
  await asSuperuser('drop table again');
  return took;
}
