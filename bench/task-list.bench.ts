import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Page } from 'playwright-core';
import { startEmbedded } from '#server/db/embedded.ts';
import { newPerson, OFFICE_SCREEN, openBrowser } from '../e2e/open-browser.ts';
import { openWard } from '../e2e/open-ward.ts';
import { runServer } from '../e2e/run-server.ts';
import { median } from './timing.ts';

const TASKS = 5000;
const SLOWER = 4;
const SCROLLS = 120;
const PAGES = 30;
const RUNS = 9;

/** A list of 5,000 tasks on a slowed computer: frames while scrolling, pages by keyboard, the answer of the server. */
export async function bench() {
  const folder = mkdtempSync(join(tmpdir(), 'parindex-task-list-'));
  const embedded = await startEmbedded(folder);
  if ('kind' in embedded) throw new Error(embedded.en);
  const { host, port, user, password, database } = embedded.connection;
  const address = `postgres://${user}:${encodeURIComponent(password)}@${encodeURIComponent(host)}:${port}/${database}`;
  const server = await runServer({ DATABASE_URL: address });
  const browser = await openBrowser();
  try {
    const { context, page } = await newPerson(browser, OFFICE_SCREEN);
    await openWard(context.request, server);
    await addTasks({ ...embedded.superuser, database });
    const answers: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const started = performance.now();
      await (await context.request.get(`${server.address}/api/tasks`)).body();
      answers.push(performance.now() - started);
    }
    await page.goto(`${server.address}/tasks`);
    await page.getByRole('grid').waitFor();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    const paged = await pageDown(page);
    const frames = await framesOf(page, () => scrollDown(page));
    const perSecond = 1000 / median(frames);
    await page.goto(`${server.address}/healthz`);
    await page.evaluate(drawPlainTable, TASKS);
    const plain = await framesOf(page, () => scrollDown(page));
    return {
      name: `A list of ${TASKS.toLocaleString('en')} tasks (${SLOWER}× slower CPU; ratio to a bare table of as many lines, all drawn, scrolled by the browser alone)`,
      rows: [
        {
          what: 'frames a second while scrolling, median',
          value: perSecond,
          ratio: average(plain) / average(frames),
          bar: '60, or pages < 100 ms',
          met: perSecond > 58 || median(paged) < 100,
        },
        {
          what: 'the slowest frame but five of a hundred',
          value: slowest(frames, 0.95),
          unit: 'ms',
          ratio: slowest(plain, 0.95) / slowest(frames, 0.95),
        },
        { what: 'the limit: frames a second of the bare table, median', value: 1000 / median(plain) },
        {
          what: 'a page further by keyboard, to the focused row painted',
          value: median(paged),
          unit: 'ms',
        },
        { what: 'the server’s answer with all of them', value: median(answers), unit: 'ms' },
      ],
    };
  } finally {
    await browser.close();
    await server.stop();
    await embedded.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Repeats the tasks of the plan, with their owners, until there are 5,000. */
async function addTasks(superuser: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(superuser);
  await client.connect();
  await client.query('set session_replication_role = replica');
  await client.query(
    `create temp table copy as
     select task.unit_id, task.id as old_id, gen_random_uuid() as new_id, number
     from task cross join generate_series(1, (select ceil($1::numeric / count(*))::int - 1 from task)) number`,
    [TASKS],
  );
  await client.query(
    `insert into task select (jsonb_populate_record(task, jsonb_build_object(
       'id', copy.new_id, 'key', task.key || '.' || copy.number, 'position', task.position + copy.number * 1000))).*
     from task join copy on copy.old_id = task.id and copy.unit_id = task.unit_id`,
  );
  await client.query(
    `insert into task_owner select (jsonb_populate_record(task_owner, jsonb_build_object('task_id', copy.new_id))).*
     from task_owner join copy on copy.old_id = task_owner.task_id and copy.unit_id = task_owner.unit_id`,
  );
  await client.query('analyze task; analyze task_owner');
  await client.end();
}

/** Milliseconds between the frames drawn while the work goes on. */
async function framesOf(page: Page, work: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { frameTimes: times });
    const note = (at: number) => {
      times.push(at);
      requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  });
  await work();
  const times = await page.evaluate(() => (window as unknown as { frameTimes: number[] }).frameTimes.slice());
  return times.slice(1).map((at, index) => at - times[index]!);
}

/** The limit: as many lines of plain text, with nothing to be worked out. */
function drawPlainTable(lines: number): void {
  const rows = Array.from(
    { length: lines },
    (_, at) => `<tr><td>${at}<td>Một dòng chữ dài như tên một nhiệm vụ của kế hoạch cải cách hành chính`,
  );
  document.body.innerHTML = `<div role="grid" style="height:560px;overflow:auto"><table>${rows.join('')}</table></div>`;
}

/** The wheel turned steadily over the list. */
async function scrollDown(page: Page): Promise<void> {
  await page.getByRole('grid').hover();
  for (let turn = 0; turn < SCROLLS; turn += 1) await page.mouse.wheel(0, 240);
}

/** Milliseconds from PageDown to the frame that shows the row with the focus, page after page. */
async function pageDown(page: Page): Promise<number[]> {
  await page.locator('[data-index][tabindex="0"]').first().focus();
  const times: number[] = [];
  for (let turn = 0; turn < PAGES; turn += 1) {
    await page.evaluate(() => {
      let pressed = 0;
      addEventListener('keydown', ({ timeStamp }) => (pressed = timeStamp), { once: true, capture: true });
      const shown = new Promise<number>((painted) => {
        const arrived = () =>
          requestAnimationFrame(() => setTimeout(() => painted(performance.now() - pressed)));
        document.addEventListener('focusin', arrived, { once: true });
      });
      Object.assign(window, { shown });
    });
    await page.keyboard.press('PageDown');
    times.push(await page.evaluate(() => (window as unknown as { shown: Promise<number> }).shown));
  }
  return times;
}

const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

const slowest = (values: readonly number[], share: number) =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length * share)] ?? 0;
